
"use strict";
(function () {
  const root = document.documentElement, pane = document.getElementById("sources-pane");
  const byId = (id) => document.getElementById(id);
  const steps = byId("steps"), status = byId("status"), pick = byId("pick");
  let places = [], at = 0, opener = null, shown = null;
  root.classList.add("js");

  // "3:120-143,5:7-19": number of the source, first and last character, counted in code points.
  function parse(text) {
    return (text || "").split(",").map((one) => /^(\d+):(\d+)-(\d+)$/.exec(one)).filter(Boolean)
      .map((m) => ({ source: +m[1], start: +m[2], end: +m[3] }));
  }
  function clear() {
    for (const mark of pane.querySelectorAll(".text mark")) {
      const parent = mark.parentNode;
      while (mark.firstChild) parent.insertBefore(mark.firstChild, mark);
      mark.remove();
      parent.normalize();
    }
  }
  // Offset in UTF-16 units of a code point inside a string.
  function units(text, points) {
    let unit = 0;
    while (points > 0 && unit < text.length) { unit += text.codePointAt(unit) > 0xffff ? 2 : 1; points -= 1; }
    return unit;
  }
  function length(text) {
    let count = 0;
    for (const _ of text) count += 1;
    return count;
  }
  function wrap(box, place, now) {
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT), found = [];
    let passed = 0;
    for (let node = walker.nextNode(); node && passed < place.end; node = walker.nextNode()) {
      const size = length(node.data);
      if (passed + size > place.start) found.push([node, Math.max(place.start - passed, 0), Math.min(place.end - passed, size)]);
      passed += size;
    }
    let first = null;
    for (const [node, start, end] of found) {
      const range = document.createRange(), mark = document.createElement("mark");
      range.setStart(node, units(node.data, start));
      range.setEnd(node, units(node.data, end));
      if (!range.toString().trim() && found.length > 1) continue;
      if (now) mark.className = "now";
      range.surroundContents(mark);
      first = first || mark;
    }
    return first;
  }
  function show(number) {
    const article = byId("s" + number);
    if (!article) return null;
    if (shown) shown.classList.remove("on");
    article.classList.add("on");
    shown = article;
    for (const tab of pane.querySelectorAll(".tabs a")) {
      if (tab.getAttribute("href") === "#s" + number) tab.setAttribute("aria-current", "true");
      else tab.removeAttribute("aria-current");
    }
    if (pick) pick.value = String(number);
    return article;
  }
  function scroll(target) {
    const box = pane.getBoundingClientRect(), spot = target.getBoundingClientRect();
    if (pane.scrollHeight > pane.clientHeight + 4) pane.scrollTop += spot.top - box.top - box.height * 0.35;
    else target.scrollIntoView({ block: "center" });
  }
  function go(to) {
    at = (to + places.length) % places.length;
    const place = places[at], article = show(place.source);
    if (!article) return;
    clear();
    let current = null;
    for (const one of places) {
      if (one.source !== place.source || one.end <= one.start) continue;
      const mark = wrap(article.querySelector(".text"), one, one === place);
      if (one === place) current = mark;
    }
    steps.hidden = false;
    const whole = place.end <= place.start;
    const size = Number(article.dataset.length).toLocaleString("en");
    status.textContent = whole ? "whole page, " + size + " characters"
      : (at + 1) + " of " + places.length + " · characters " + place.start.toLocaleString("en") + "–" + place.end.toLocaleString("en") + " of " + size;
    byId("prev").hidden = byId("next").hidden = places.length < 2;
    remember("#at=" + [place].concat(places.slice(at + 1), places.slice(0, at)).map((p) => p.source + ":" + p.start + "-" + p.end).slice(0, 40).join(","));
    byId("cite").hidden = whole;
    if (current) scroll(current); else pane.scrollTop = 0;
  }
  // The address of what is shown, to be passed on; a browser may refuse it for local files.
  function remember(address) {
    try { history.replaceState(null, "", address); } catch (refused) { /* shown all the same */ }
  }
  function open(link, focus) {
    const found = parse(link.dataset.at);
    if (!found.length) return false;
    if (opener) opener.classList.remove("open");
    if (!pane.contains(link)) { opener = link; opener.classList.add("open"); }
    places = found;
    pane.classList.add("open");
    go(0);
    if (focus && shown) shown.focus({ preventScroll: true });
    return true;
  }
  function close() {
    clear();
    places = [];
    steps.hidden = true;
    pane.classList.remove("open");
    remember(location.pathname + location.search);
    if (opener) { opener.classList.remove("open"); opener.focus({ preventScroll: false }); opener = null; }
  }
  function citation() {
    const place = places[at], data = shown.dataset;
    const words = Array.from(shown.querySelector(".text").textContent).slice(place.start, place.end).join("");
    return "“" + words.trim() + "” (" + data.name + ", characters " + place.start + "–" + place.end + " of " + data.length + ", sha256 " + data.sha + ")";
  }
  function copied() { status.textContent = "citation copied"; }
  function copy(text) {
    const fall = () => {
      const area = document.createElement("textarea");
      area.value = text;
      area.setAttribute("aria-label", "citation");
      pane.append(area);
      area.select();
      if (document.execCommand("copy")) copied();
      area.remove();
    };
    if (navigator.clipboard) navigator.clipboard.writeText(text).then(copied, fall); else fall();
  }
  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    const link = event.target.closest("a[data-at], a[href^='#s']");
    if (!link) return;
    if (!link.dataset.at) {
      const page = /^#s(\d+)$/.exec(link.getAttribute("href"));
      if (!page) return;
      link.dataset.at = page[1] + ":0-0";
    }
    // Opened from the keyboard (no pointer): the reader follows into the pane.
    if (open(link, event.detail === 0)) event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    if (event.key === "Escape" && places.length) { close(); return; }
    if (places.length < 2) return;
    if (event.key === "j" || event.key === "ArrowRight") { go(at + 1); event.preventDefault(); }
    if (event.key === "k" || event.key === "ArrowLeft") { go(at - 1); event.preventDefault(); }
  });
  byId("prev").addEventListener("click", () => go(at - 1));
  byId("next").addEventListener("click", () => go(at + 1));
  byId("close").addEventListener("click", close);
  byId("cite").addEventListener("click", () => copy(citation()));
  if (pick) pick.addEventListener("change", () => { clear(); places = []; steps.hidden = true; show(pick.value); pane.scrollTop = 0; });
  // A link to an item inside something folded unfolds it.
  function unfold() {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let up = target && target.parentElement; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
    if (target && !pane.contains(target)) target.scrollIntoView();
  }
  addEventListener("hashchange", unfold);
  addEventListener("beforeprint", () => { for (const one of document.querySelectorAll(".timeline .why, details.speaker")) one.open = true; });
  const asked = parse((/^#at=(.+)$/.exec(decodeURIComponent(location.hash)) || [])[1]);
  if (asked.length) { places = asked; pane.classList.add("open"); go(0); } else { show(1); unfold(); }
})();

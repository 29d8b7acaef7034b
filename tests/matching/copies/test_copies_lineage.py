"""Who has a text from whom: takes of an agency, ways through another language, pages of two origins, independents."""
# ruff: noqa: E501  a paragraph of a page is a line

from pathlib import Path

import pytest

from secondsource.case import Case
from secondsource.model.group import CopyFamily, Derivation, Relation

FIRST = """Ferry runs aground off Quill Point

PORT ELMER, Ireland, May 3 (Halden) - A ferry with 214 passengers ran aground off Quill Point on Saturday, the coast guard said.

0810 GMT

The Maiden of Elmer struck a sandbank at 0655 GMT, seven minutes after leaving port, duty officer Siobhan Carrick said.

"She is sitting there like a hen," Carrick told reporters on the pier.

Two lifeboats were alongside. The ferry was built in 1987 and refitted at Dorrin in 2014.

(Reporting by Niall Foy)
"""
SECOND = """All passengers taken off grounded Irish ferry

PORT ELMER, Ireland, May 3 (Halden) - Lifeboats took all 214 passengers off a ferry that ran aground off Quill Point on Saturday, the coast guard said.

1240 GMT

Nine people were treated for bruises at Elmer hospital, doctor Una Feeney said. "Mostly they wanted tea," she said.

The Maiden of Elmer struck a sandbank at 0655 GMT, seven minutes after leaving port, duty officer Siobhan Carrick said.

Divers will look at the hull on Monday. The operator, Skerry Line, has cancelled 18 sailings.

The ferry was built in 1987 and refitted at Dorrin in 2014.

(Reporting by Niall Foy; editing by Ruth Quint)
"""
COPY = "Tea and bruises\n\nSaturday 3 May 2025\n\n" + "\n\n".join(
    part
    for part in SECOND.replace("PORT ELMER, Ireland, May 3 (Halden) - ", "").split("\n\n")[1:-1]
    if not part.startswith("1240")
)
GERMAN = """Alle Passagiere von irischer Fähre gerettet

Port Elmer (Halden), 3. Mai 2025

Rettungsboote haben alle 214 Passagiere von einer Fähre geholt, die am Samstag vor Quill Point auf Grund gelaufen war. Das teilte die Küstenwache mit.

Neun Menschen wurden im Krankenhaus Elmer wegen Prellungen behandelt, sagte die Ärztin Una Feeney. „Die meisten wollten Tee“, sagte sie.

Die „Maiden of Elmer“ lief um 6.55 Uhr auf eine Sandbank, sieben Minuten nach dem Ablegen, wie die diensthabende Offizierin Siobhan Carrick sagte.

Taucher sollen sich am Montag den Rumpf ansehen. Die Reederei Skerry Line hat 18 Fahrten gestrichen.

Die Fähre wurde 1987 gebaut und 2014 in Dorrin überholt.
"""
HOME_AGAIN = """All travellers rescued from Irish ferry

From the German (Küstenblatt), 4 May 2025

Rescue boats have fetched all 214 travellers from a ferry that had run onto ground before Quill Point on Saturday. This the coast watch communicated.

Nine humans were handled in Elmer's sick house because of bruises, the woman doctor Una Feeney said. "The most wanted tea," said she.

The "Maiden of Elmer" ran onto a sand bank at 6.55, seven minutes after casting off, as the officer on service Siobhan Carrick said.

Divers shall look at the hull on Monday. The shipping firm Skerry Line has struck 18 journeys.

The ferry was built in 1987 and overhauled in Dorrin in 2014.
"""
OWN = """The hen of Quill Point

By Maeve Tiernan in Port Elmer
3 May 2025

Every child in Elmer knows the bank; it shows at low water like a loaf. At breakfast the whole town stood on the wall and looked at it, with a ferry on top.

Paddy Shields, 71, who piloted the old boat for thirty years, turned his back on it. "I will not look at that," he told this newspaper.

He counts eleven groundings since 1960, none of them on a clear morning. The school bus, a red Leyland, took the wet ones home in four runs.

Duty officer Siobhan Carrick brought the joke of the day down to the pier: the ferry, she said, was sitting there like a hen.
"""
DIGEST = """Elmer: a rescue and a loaf

Coast Weekly, 6 May 2025, compiled from agencies and local papers

Lifeboats took all 214 passengers off a ferry that ran aground off Quill Point on Saturday, the coast guard said. Nine people were treated for bruises at Elmer hospital, doctor Una Feeney said. "Mostly they wanted tea," she said.

Every child in Elmer knows the bank; it shows at low water like a loaf. At breakfast the whole town stood on the wall and looked at it, with a ferry on top.

Paddy Shields, 71, who piloted the old boat for thirty years, turned his back on it. He counts eleven groundings since 1960, none of them on a clear morning.

Divers will look at the hull on Monday. The operator, Skerry Line, has cancelled 18 sailings.
"""
PAGES = {
    "1_first": FIRST,
    "2_second": SECOND,
    "3_copy": COPY,
    "4_german": GERMAN,
    "5_home": HOME_AGAIN,
    "6_own": OWN,
    "7_digest": DIGEST,
}


@pytest.fixture(scope="module")
def families(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[set[str], dict[tuple[str, str], Derivation]]]:
    folder: Path = tmp_path_factory.mktemp("pile")
    for name, text in PAGES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    case = Case()
    case.add([str(folder)])
    pile = case.run()
    names = {document.id: Path(document.document.source.path).stem for document in pile.documents}
    return [
        (
            {names[member] for member in family.members},
            {(names.get(d.from_id, d.from_id), names[d.to_id]): d for d in family.derivations},
        )
        for family in pile.groups_of(CopyFamily)
    ]


def test_a_page_of_two_origins_is_in_both_families_and_joins_them_not(
    families: list[tuple[set[str], dict[tuple[str, str], Derivation]]],
) -> None:
    members = sorted(sorted(each) for each, _ in families)
    assert members == [["1_first", "2_second", "3_copy", "4_german", "5_home", "7_digest"], ["6_own", "7_digest"]]


@pytest.mark.parametrize(
    ("edge", "relation"),
    [
        (("1_first", "2_second"), Relation.FOLLOW_UP),
        (("2_second", "3_copy"), Relation.VERBATIM),
        (("2_second", "4_german"), Relation.TRANSLATION),
        (("4_german", "5_home"), Relation.BACK_TRANSLATION),
        (("2_second", "7_digest"), Relation.EXCERPT),
        (("6_own", "7_digest"), Relation.EXCERPT),
    ],
)
def test_each_page_has_its_text_from_the_nearest(
    families: list[tuple[set[str], dict[tuple[str, str], Derivation]]], edge: tuple[str, str], relation: Relation
) -> None:
    found = {pair: derivation for _, derivations in families for pair, derivation in derivations.items()}
    assert found[edge].relation is relation
    assert found[edge].directed


def test_a_house_that_one_remark_was_made_to_is_not_the_origin(tmp_path: Path) -> None:
    """A sister confirms the deaths to a broadcaster, deep in the text; the agency owns it, as the last line says."""
    text = FIRST.replace("(Halden) - ", "- ").replace("(Reporting by Niall Foy)\n", "")
    text += "The captain also spoke of the night in an interview with ORTV.\n"
    owned = text + "\nCopyright 2025 The Associated Press. All rights reserved.\n"
    (tmp_path / "owned.txt").write_text(owned, "utf-8")
    (tmp_path / "printed.txt").write_text(text, "utf-8")
    case = Case()
    case.add([str(tmp_path)])
    (family,) = case.run().groups_of(CopyFamily)
    assert family.origin.outside == "AP"

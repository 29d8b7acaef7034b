"""Press releases: whoever made a page from one, and from nothing else, has it from there and from nobody else."""
# ruff: noqa: E501  a paragraph of a page is a line

from pathlib import Path

import pytest

from secondsource.case import Case
from secondsource.model.group import CopyFamily

TRADE = """Bellweather moves its kilns to Portugal

Tuesday 6 May 2025

The tile maker Bellweather is giving up its works at Stoke Ferrers. By October all six kilns will run in Aveiro, the company announced on Tuesday. Of 412 jobs in Staffordshire 371 will go.

Bellweather puts the losses at the site since 2022 at 19 million pounds; energy had come to cost 44 percent more. The design studio with 41 people stays.

"Nobody leaves a place after 118 years with a light heart," the chairman, Piers Alleyne, is quoted as saying in the press release. There will be 14 million pounds for redundancy pay.
"""
EVENING = """The last tile

6 May 2025

After 118 years the fires go out at Stoke Ferrers. Fourteen million pounds are put aside for the people of Bellweather, it says in a press release, and for 41 of them, the designers, nothing changes.

The rest of the 412 have until October. Then six kilns will have been carried to Aveiro, where gas is cheap: at home the bill had grown by 44 percent. The works lost 19 million pounds since 2022.

Piers Alleyne, who chairs the company, speaks of no "light heart" in leaving a place.
"""
AGENCY = """Workers walk out of English tile works

STOKE FERRERS, England, May 6 (Halden) - Some 150 workers walked out of a tile works in the English Midlands at noon on Tuesday, an hour after they had learnt that it will close.

"They told us by a link to a video," union secretary Moira Tunnicliffe said at the gate. The union will ask for talks in London and for the pensions to be made safe first.

The owner, Bellweather, said in a press release that its kilns would go to Aveiro. It employs 412 people here. Its chairman, Piers Alleyne, had told the town council in March that the works was safe until 2027, mayor Asif Rahman said.

(Reporting by Niall Foy)
"""
ISSUED = """Press release of Bellweather plc, 6 May 2025

Bellweather concentrates production in Aveiro

Bellweather will concentrate the production of tiles in Aveiro, Portugal. The six kilns at Stoke Ferrers will be moved by October. 371 of 412 positions are affected; the design studio with 41 colleagues remains.

Since 2022 the site has made a loss of 19 million pounds. The cost of energy has risen by 44 percent.

"Nobody leaves a place after 118 years with a light heart," says the chairman, Piers Alleyne. Bellweather has set aside 14 million pounds for redundancy pay.
"""

Edges = set[tuple[str, str]]


def families(folder: Path, **pages: str) -> list[tuple[set[str], Edges]]:
    for name, text in pages.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    case = Case()
    case.add([str(folder)])
    pile = case.run()
    names = {document.id: Path(document.document.source.path).stem for document in pile.documents}
    return [
        (
            {names[member] for member in family.members},
            {(names.get(d.from_id, d.from_id), names[d.to_id]) for d in family.derivations},
        )
        for family in pile.groups_of(CopyFamily)
    ]


def test_two_newsrooms_on_one_release_are_one_report_and_neither_has_it_from_the_other(tmp_path: Path) -> None:
    assert families(tmp_path, trade=TRADE, evening=EVENING) == [
        ({"trade", "evening"}, {("outside:press release", "trade"), ("outside:press release", "evening")})
    ]


def test_where_the_release_is_in_the_pile_both_have_it_from_there(tmp_path: Path) -> None:
    (members, edges), *more = families(tmp_path, trade=TRADE, evening=EVENING, issued=ISSUED)
    assert not more
    assert members == {"trade", "evening", "issued"}
    assert edges == {("issued", "trade"), ("issued", "evening")}


def test_an_agency_that_asked_others_too_made_a_report_of_its_own(tmp_path: Path) -> None:
    found = families(tmp_path, trade=TRADE, evening=EVENING, agency=AGENCY)
    assert [sorted(members) for members, _ in found] == [["evening", "trade"]]


@pytest.mark.parametrize("named", ["Stoke Ferrers", "Leeds"])
def test_a_dateline_with_a_county_signs_too(tmp_path: Path, named: str) -> None:
    take = AGENCY.replace("STOKE FERRERS, England,", f"{named.upper()} (Staffordshire),").replace("at noon", "at one")
    found = families(tmp_path, first=AGENCY, second=take)
    ((members, edges),) = found
    assert members == {"first", "second"}
    assert {start for start, _ in edges} > {"outside:Halden"}

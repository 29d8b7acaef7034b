"""A value beside the same figure in two copies of one text is one figure, however each of them words it."""

from pathlib import Path

from secondsource.case import Case
from secondsource.telling.dossier import Dossier, FigureRow

LEAD = (
    "LORIENT, 4 November (Verane) - The fishing quota for silver hake falls to 9,240 tonnes, ministers decided on "
    "Tuesday after talks that lasted all night. The scientists of the council had advised a limit of {advised}. "
    "“We split the difference and nobody is happy,” commissioner Ragnhild Oster told reporters in the corridor. "
    "Fishing crews blocked the entrance to the port in the morning and burned pallets on the quay.\n"
)


def figure(dossier: Dossier, source: str, text: str) -> FigureRow:
    name = {row.id: row.name for row in dossier.sources}
    return next(row for row in dossier.figures if name[row.source].startswith(source) and row.text.startswith(text))


def dossier_of(folder: Path, **texts: str) -> Dossier:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    case = Case()
    case.add([str(folder)])
    return case.dossier()


def test_a_bare_number_is_what_the_copy_says_it_is_of(tmp_path: Path) -> None:
    dossier = dossier_of(tmp_path, wire=LEAD.format(advised="6,800 tonnes"), paper=LEAD.format(advised="6,800"))
    assert [len(copy.members) for copy in dossier.copies] == [2]
    assert figure(dossier, "wire", "6,800").quantity == figure(dossier, "paper", "6,800").quantity


def test_another_value_in_the_same_place_stays_another(tmp_path: Path) -> None:
    dossier = dossier_of(tmp_path, wire=LEAD.format(advised="6,800 tonnes"), paper=LEAD.format(advised="7,300"))
    row = figure(dossier, "wire", "6,800")
    together = next(quantity for quantity in dossier.quantities if quantity.id == row.quantity)
    assert len(together.figures) == 1 or together.agreement not in {"same", "same-by-rounding"}

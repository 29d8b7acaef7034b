"""Claims of what was done: one for the same doer, deed and target of one occasion, in whatever words and language."""

from pathlib import Path

from secondsource.telling.dossier import ClaimRow, Dossier
from tests.weighing.test_weighing_counts import pages, told

ENGLISH = """Karvenia votes against the fishing quota

LOSTOCK, Tuesday 4 March 2025 (Nordwire) - Fisheries ministers of nine countries cut the herring quota of the Lostock
Bank by a fifth on Tuesday. Spain voted against.

Police arrested the skipper Tomas Vrel on the quay before the meeting. The ministers left by bus at seven.
"""
GERMAN = """Fischereiminister kürzen Heringsquote vor Lostock

LOSTOCK, Dienstag, 4. März 2025 - Die Fischereiminister von neun Ländern haben die Heringsquote auf der Lostock-Bank am
Dienstag um ein Fünftel gekürzt. Spanien stimmte dagegen.

Der Kapitän Tomas Vrel wurde vor dem Treffen am Kai verhaftet. Die Minister reisten um sieben im Bus ab.
"""
FRENCH = """Quota de hareng réduit d’un cinquième à Lostock

LOSTOCK, mardi 4 mars 2025 - Les ministres de la Pêche de neuf pays ont réduit mardi d’un cinquième le quota de hareng
du banc de Lostock. L’Espagne a voté contre.

Le patron Tomas Vrel a été arrêté sur le quai avant la réunion. Les ministres sont partis en autocar à sept heures.
"""


def deed(dossier: Dossier, words: str) -> ClaimRow:
    """The claim of a deed with a member that holds these words."""
    texts = {row.id: row.text for row in dossier.sources}
    members = {row.id for row in dossier.actions if words in texts[row.source][row.start : row.end]}
    return max(
        (claim for claim in dossier.claims if claim.kind == "did" and members & set(claim.members)),
        key=lambda claim: len(claim.support.pages),
    )


def test_a_deed_told_in_three_languages_is_one_claim(tmp_path: Path) -> None:
    dossier = told(tmp_path, english=ENGLISH, german=GERMAN, french=FRENCH)
    row = deed(dossier, "Spain voted against")
    assert pages(dossier, row) == {"english.txt", "german.txt", "french.txt"}


def test_a_deed_told_without_its_doer_joins_the_one_that_names_him(tmp_path: Path) -> None:
    dossier = told(tmp_path, english=ENGLISH, german=GERMAN, french=FRENCH)
    row = deed(dossier, "Police arrested the skipper Tomas Vrel")
    assert pages(dossier, row) == {"english.txt", "german.txt", "french.txt"}


def test_words_of_one_party_on_one_page_are_no_deed_besides_the_statement(tmp_path: Path) -> None:
    dossier = told(tmp_path, english=ENGLISH)
    texts = {row.id: row.text for row in dossier.sources}
    named = [row for row in dossier.actions if "voted against" in texts[row.source][row.start : row.end]]
    assert named and not [claim for claim in dossier.claims if {row.id for row in named} & set(claim.members)]


SUED = """Harbour quarrel goes to court

LOSTOCK, Tuesday 4 March 2025 (Nordwire) - The shipping line Karvenia Lines sued the port of Lostock on Tuesday over the
crane that fell in January. Some 150 people demonstrated on the quay.

Harbour master Tomas Vrel has been suspended. The crane will be broken up next week at the old ferry pier.
"""


def test_what_one_page_tells_as_done_by_somebody_or_to_somebody_is_a_claim(tmp_path: Path) -> None:
    dossier = told(tmp_path, english=SUED)
    assert deed(dossier, "Karvenia Lines sued")
    assert deed(dossier, "Tomas Vrel has been suspended")


def test_what_a_number_of_people_did_is_told_by_the_figure(tmp_path: Path) -> None:
    dossier = told(tmp_path, english=SUED)
    texts = {row.id: row.text for row in dossier.sources}
    done = {row.id for row in dossier.actions if "demonstrated" in texts[row.source][row.start : row.end]}
    assert done
    assert not [claim for claim in dossier.claims if claim.kind == "did" and done & set(claim.members)]


LEAVES = """Chef der Karvenia-Linie geht

Dienstag, 4. März 2025

Vorstandschef Tomas Vrel von Karvenia Lines verlässt das Unternehmen noch am Dienstag. Er habe zu spät gehandelt, sagte
er in Lostock. Sein Nachfolger steht noch nicht fest.
"""
STEPS_DOWN = """Head of Karvenia line goes

LOSTOCK, Tuesday 4 March 2025 (Nordwire) - The chief executive of Karvenia Lines, Tomas Vrel, stepped down on Tuesday.
A successor has not been named. The line has run ferries from Lostock since 1961 and employs 300 people there.
"""


def test_a_deed_told_without_its_target_joins_the_one_that_names_it(tmp_path: Path) -> None:
    dossier = told(tmp_path, german=LEAVES, english=STEPS_DOWN)
    assert pages(dossier, deed(dossier, "stepped down")) == {"german.txt", "english.txt"}


ARRESTED = """Copper thieves held

LOSTOCK, Tuesday 4 March 2025 (Nordwire) - Two brothers were arrested at Lostock on Tuesday after twelve tonnes of
copper wire had been found in a boathouse behind the old ferry pier.

The wire had been cut from the line to Aldbach, where no train has run since the end of January.
"""

HELD = """Zwei Brüder gefasst

Dienstag, 4. März 2025

In Lostock sind am Dienstag zwei Brüder festgenommen worden. In einem Bootshaus hinter dem alten Fähranleger lagen zwölf
Tonnen Kupferdraht, der von der Strecke nach Aldbach stammt. Dort fährt seit Ende Januar kein Zug mehr.
"""


def test_unnamed_people_of_one_number_are_one_deed_of_the_occasion(tmp_path: Path) -> None:
    dossier = told(tmp_path, english=ARRESTED, german=HELD)
    assert pages(dossier, deed(dossier, "Two brothers were arrested")) == {"english.txt", "german.txt"}

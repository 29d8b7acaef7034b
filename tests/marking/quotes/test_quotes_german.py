"""Who speaks, and which words, in the turns of German news: one sentence each."""

import pytest

from tests.marking.quotes.quotes_helpers import body_document, mentions, statements

SPOKEN = {
    "an attribute between an article and its noun": (
        "Der auf der Konferenz anwesende Außenminister Sergej Voss reagierte gelassen: „Das ist kein Problem für uns.“",
        "Sergej Voss",
        "Das ist kein Problem für uns.",
    ),
    "a time inside such an attribute": (
        "Die seit Jahren in Bern lebende Autorin Ana Ruiz nannte den Plan „völlig verrückt“.",
        "Ana Ruiz",
        "den Plan „völlig verrückt“",
    ),
    "a question that closes the main clause": (
        "Der Trainer Timo Beck wusste auch, woran es gelegen hatte: „Wir waren im Kopf nicht frei genug.“",
        "Timo Beck",
        "Wir waren im Kopf nicht frei genug.",
    ),
    "a relative clause about the answer": (
        "Regierungssprecher Robert Gill gab eine Antwort, die aus einem einzigen Satz bestand: „Wir freuen uns sehr.“",
        "Robert Gill",
        "Wir freuen uns sehr.",
    ),
    "criticism that comes from somebody": (
        "Scharfe Kritik kam von Fraktionschefin Ute Lang: „Das ist ein schwarzer Tag für die Stadt.“",
        "Ute Lang",
        "Das ist ein schwarzer Tag für die Stadt.",
    ),
    "support that somebody gets from another": (
        "Rückendeckung erhielt der Minister von Ana Ruiz, der Chefin der Grünen: „Er hat das Richtige getan.“",
        "Ana Ruiz",
        "Er hat das Richtige getan.",
    ),
    "an object pronoun in front of the subject": (
        "Ganz anders sieht das Personalrätin Inge Wolff: „Hier wird auf dem Rücken der Leute gespart.“",
        "Inge Wolff",
        "Hier wird auf dem Rücken der Leute gespart.",
    ),
    "an adverb and a name alone": (
        "Ähnlich Landrat Bernd Kolb: „Ohne die Brücke geht hier gar nichts mehr.“",
        "Bernd Kolb",
        "Ohne die Brücke geht hier gar nichts mehr.",
    ),
    "a claim whose noun tells whose it is": (
        "Die Firma wies den Vorwurf von Ana Ruiz zurück, der Bericht sei „frei erfunden“.",
        "Ana Ruiz",
        "der Bericht sei „frei erfunden“",
    ),
    "a demand in the infinitive": (
        "Abgelehnt wurde auch der Vorschlag des Umweltministers Karl Meier, die Kontrolle der Kraftwerke zu bündeln.",
        "Karl Meier",
        "die Kontrolle der Kraftwerke zu bündeln",
    ),
    "but behind the verb": (
        "Karl Meier wollte sich nicht festlegen, sagte aber, die Partei müsse „nach vorn schauen“.",
        "Karl Meier",
        "die Partei müsse „nach vorn schauen“",
    ),
    "who is cited, with an apposition": (
        "„Wir sind bereit“, wird Karl Meier, Leiter der Abteilung, zitiert.",
        "Karl Meier",
        "Wir sind bereit",
    ),
    "while somebody said": (
        "Während Karl Meier erklärte, er sei stolz, „größer wird es nicht“, räumte Ana Ruiz ein, nervös zu sein.",
        "Karl Meier",
        "größer wird es nicht",
    ),
    "words between marks behind a possessive": (
        "Sie sei „geschockt“, sagte Ana Ruiz, ihre „Gedanken sind bei den Angehörigen der Opfer“.",
        "Ana Ruiz",
        "Gedanken sind bei den Angehörigen der Opfer",
    ),
    "two clauses whose verbs no table lists": (
        "Die Tiere, die dort leben, bräuchten Ruhe, sagt Katrin Selle.",
        "Katrin Selle",
        "Die Tiere, die dort leben, bräuchten Ruhe",
    ),
    "a condition in front": (
        "Wenn die Stoppeln länger stehen blieben, überlebten mehr Jungtiere, rechnet Katrin Selle vor.",
        "Katrin Selle",
        "Wenn die Stoppeln länger stehen blieben, überlebten mehr Jungtiere",
    ),
    "a relative clause about who speaks": (
        "Es fehle an Personal, an Geld und an Ideen, beklagt Katrin Selle, die den Verein seit 1990 führt.",
        "Katrin Selle",
        "Es fehle an Personal, an Geld und an Ideen",
    ),
    "a perfect that ends its clause": (
        "Applaus gab es für Jens Rohde, der den Plan „völlig verrückt“ genannt hatte.",
        "Jens Rohde",
        "den Plan „völlig verrückt“",
    ),
    "a clause in front of what it is called": (
        "Dass niemand Bescheid wusste, nannte Norbert Thiel einen „Skandal“.",
        "Norbert Thiel",
        "einen „Skandal“",
    ),
    "a relative clause between a name and its verb": (
        "Wie Karl Meier, der bei dem Unfall dabei war, dazu mitteilte, blieb der Bus „einfach stehen“.",
        "Karl Meier",
        "blieb der Bus „einfach stehen“",
    ),
    "with the words, behind a colon": (
        "Der Minister Karl Meier blieb ruhig: Mit den Worten „Wir sehen uns vor Gericht“ ging Ana Ruiz hinaus.",
        "Ana Ruiz",
        "Wir sehen uns vor Gericht",
    ),
    "a quotation right before another with its speaker": (
        "Ana Ruiz hält den Plan für falsch. „Das ist dreist.“ „Wir wehren uns“, sagte Bürgermeister Karl Meier.",
        "Karl Meier",
        "Das ist dreist.",
    ),
    "a heading that runs into the text": (
        "Hilfe für Anwohner Bereits im Mai hatte Landrätin Ute Lang verkündet: „Niemand wird allein gelassen.“",
        "Ute Lang",
        "Niemand wird allein gelassen.",
    ),
    "a verb of sound behind a subjunctive": (
        "Ana Ruiz kommt mit dem Rad. Sie spiele auch im Zelt, wenn es sein müsse, ruft sie.",
        "Ana Ruiz",
        "Sie spiele auch im Zelt, wenn es sein müsse",
    ),
    "who speaks for somebody": (
        "Piet Kroon, der für die Reederei spricht, verteidigt die Mannschaft: Der Motor sei ausgefallen.",
        "Piet Kroon",
        "Der Motor sei ausgefallen",
    ),
}
NOT_SPOKEN = {
    "what a house was called": "Damals hieß das Lokal noch „Zur Schweizer Hütte“.",
    "the writer's own view": "Der Film ist meiner Meinung nach „gut“ gemacht, aber zu lang.",
    "a purpose behind a noun of saying": "Er las die Erklärung der Firma, um sie zu verstehen.",
    "a relative clause behind a noun of saying": "Die Forderung des Landrats, die auf Widerstand stieß, kam spät.",
}


@pytest.mark.parametrize("turn", SPOKEN, ids=str)
def test_the_speaker_and_the_words_of_a_german_turn(turn: str) -> None:
    """Each sentence holds a statement of the named person with the words."""
    text, name, words = SPOKEN[turn]
    document = body_document(text, "de")
    found = [(one.speaker.name if one.speaker else "", one.text) for one in statements(document, mentions(document))]
    assert any(speaker == name and words in told for speaker, told in found), found


@pytest.mark.parametrize("turn", NOT_SPOKEN, ids=str)
def test_what_nobody_says_in_german(turn: str) -> None:
    """No statement is found where nobody is reported to speak."""
    document = body_document(NOT_SPOKEN[turn], "de")
    assert statements(document, mentions(document)) == []

"""Which encoding a text is in: by its mark, its transport, its own word, and where these fail or lie by its bytes."""

import codecs

import pytest

from secondsource.model.source import Given, RawSource
from secondsource.reading.decode import Decoded, decode
from secondsource.reading.formats.unpack import is_binary

TEXTS = {
    "fr": "Le maire a parlé à l'hôtel de ville, où l'été dure ; la fête a été annulée après trois heures de débat. "
    "Les élus ont décidé de reporter la séance.",
    "de": "Der Bürgermeister erklärte am Donnerstag, dass die Brücke über die Elbe gesperrt bleibt. Für die Bürger "
    "müsse schnell eine Lösung gefunden werden.",
    "pl": "Prezydent miasta ogłosił w czwartek, że most przez Wisłę pozostanie zamknięty do końca maja. Mieszkańcy są "
    "oburzeni i żądają wyjaśnień od władz.",
    "tr": "Belediye başkanı perşembe günü köprünün mayıs sonuna kadar kapalı kalacağını açıkladı. Şehirdeki sürücüler "
    "çözüm bekliyor.",
    "ru": "Мэр города заявил в четверг, что мост через реку останется закрытым до конца мая. Жители требуют объяснений "
    "от властей.",
    "el": "Ο δήμαρχος δήλωσε την Πέμπτη ότι η γέφυρα θα παραμείνει κλειστή μέχρι το τέλος Μαΐου. Οι κάτοικοι ζητούν "
    "εξηγήσεις.",
    "he": "ראש העיר הודיע ביום חמישי כי הגשר יישאר סגור עד סוף מאי. התושבים דורשים הסברים מהרשויות.",
    "ar": "أعلن رئيس البلدية يوم الخميس أن الجسر سيبقى مغلقا حتى نهاية شهر مايو. ويطالب السكان بتوضيحات من السلطات.",
    "zh": "市长星期四表示，跨江大桥将关闭至五月底。居民要求当局作出解释，并尽快找到解决办法。记者从会议上获悉，"
    "维修费用约四百二十万元。",
    "ja": "市長は木曜日、橋を五月末まで閉鎖すると発表した。住民は当局に説明を求めている。"
    "修理には約四百万円かかる見込みだ。",
    "ko": "시장은 목요일 다리를 오월 말까지 폐쇄한다고 발표했다. 주민들은 당국에 설명을 요구하고 있다.",
}
SINGLE = [
    ("fr", "cp1252"),
    ("fr", "latin-1"),
    ("de", "cp1252"),
    ("pl", "cp1250"),
    ("pl", "iso8859-2"),
    ("tr", "cp1254"),
    ("ru", "koi8-r"),
    ("ru", "cp1251"),
    ("ru", "cp866"),
    ("el", "cp1253"),
    ("he", "cp1255"),
    ("ar", "cp1256"),
    ("zh", "gb18030"),
    ("ja", "shift_jis"),
    ("ja", "euc_jp"),
    ("ko", "euc_kr"),
]


def read(data: bytes, media_type: str = "text/plain", charset: str | None = None) -> Decoded:
    return decode(RawSource("source:1", "x", "x", None, "", media_type, data, Given(charset=charset)))


def page(text: str, declared: str | None) -> str:
    meta = f'<meta charset="{declared}">' if declared else ""
    return f"<html><head>{meta}<title>x</title></head><body><p>{text}</p></body></html>"


def codes(decoded: Decoded) -> list[str]:
    return [problem.code for problem in decoded.problems]


@pytest.mark.parametrize(("language", "encoding"), SINGLE)
def test_told_by_the_bytes_alone_it_is_called_a_guess(language: str, encoding: str) -> None:
    decoded = read(TEXTS[language].encode(encoding))
    assert decoded.text == TEXTS[language]
    assert codes(decoded) == ["guessed-charset"]


@pytest.mark.parametrize(("language", "encoding"), SINGLE)
def test_told_by_the_page(language: str, encoding: str) -> None:
    text = page(TEXTS[language], encoding)
    decoded = read(text.encode(encoding), "text/html")
    assert decoded.text == text
    assert codes(decoded) == []


@pytest.mark.parametrize(("language", "encoding"), SINGLE)
def test_told_by_the_transport(language: str, encoding: str) -> None:
    decoded = read(TEXTS[language].encode(encoding), charset=encoding)
    assert decoded.text == TEXTS[language]
    assert codes(decoded) == []


@pytest.mark.parametrize("mark", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_is_believed_before_all_else(mark: str) -> None:
    decoded = read(page(TEXTS["fr"], "koi8-r").encode(mark), "text/html", "shift_jis")
    assert decoded.text == page(TEXTS["fr"], "koi8-r")


def test_the_mark_of_the_other_byte_order() -> None:
    assert read(codecs.BOM_UTF16_BE + TEXTS["ru"].encode("utf-16-be")).text == TEXTS["ru"]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("language", ["fr", "de", "pl", "ru", "el", "ar", "he"])
def test_utf_16_without_a_mark(language: str, encoding: str) -> None:
    data = TEXTS[language].encode(encoding)
    assert not is_binary(data)
    decoded = read(data)
    assert (decoded.text, decoded.encoding) == (TEXTS[language], encoding)


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_utf_8_needs_no_word(language: str) -> None:
    decoded = read(TEXTS[language].encode())
    assert (decoded.text, decoded.encoding, codes(decoded)) == (TEXTS[language], "utf-8", [])


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1252", "koi8-r", "shift_jis", "utf-16", "no-such-thing"])
def test_a_page_in_utf_8_that_says_otherwise(declared: str) -> None:
    text = page(TEXTS["de"], declared)
    decoded = read(text.encode(), "text/html")
    assert decoded.text == text
    assert codes(decoded) == ([] if declared == "no-such-thing" else ["charset-mismatch"])


@pytest.mark.parametrize(
    ("language", "encoding", "declared"),
    [
        ("fr", "cp1252", "utf-8"),
        ("ru", "cp1251", "utf-8"),
        ("ru", "cp1251", "iso-8859-1"),
        ("ru", "cp1251", "koi8-r"),
        ("ru", "koi8-r", "windows-1251"),
        ("el", "cp1253", "iso-8859-1"),
        ("zh", "gb18030", "utf-8"),
        ("ja", "shift_jis", "iso-8859-1"),
        ("ko", "euc_kr", "utf-8"),
    ],
)
def test_a_page_that_lies_about_its_bytes(language: str, encoding: str, declared: str) -> None:
    text = page(TEXTS[language], declared)
    decoded = read(text.encode(encoding), "text/html")
    assert decoded.text == text
    assert codes(decoded) == ["guessed-charset"]


def test_latin_1_of_a_server_is_its_default_and_gives_way_to_the_page() -> None:
    text = page(TEXTS["ru"], "windows-1251")
    assert read(text.encode("cp1251"), "text/html", "ISO-8859-1").text == text


def test_what_is_called_latin_1_is_read_as_browsers_read_it() -> None:
    text = page("“Nous l’avons dit”, – a répondu le maire, 20 €", "iso-8859-1")
    assert read(text.encode("cp1252"), "text/html").text == text


def test_one_broken_byte_does_not_change_the_encoding() -> None:
    data = TEXTS["fr"].encode().replace("été".encode(), "été".encode()[:-1], 1)
    decoded = read(data)
    assert decoded.encoding == "utf-8"
    assert decoded.text.count("\ufffd") == 1
    assert codes(decoded) == ["bad-charset"]
    (problem,) = decoded.problems
    assert problem.start is not None
    assert decoded.text[problem.start] == "\ufffd"


def test_names_of_codecs_that_are_no_charsets_are_passed_over() -> None:
    assert read(page(TEXTS["fr"], "base64").encode(), "text/html").text == page(TEXTS["fr"], "base64")
    assert read(TEXTS["fr"].encode(), charset="rot13").text == TEXTS["fr"]


@pytest.mark.parametrize("text", ["a " * 4_000, "1,2,3,4\n" * 2_000, "aa bb cc dd " * 900, "\n\n\n\n a"])
def test_plain_text_of_regular_shape_is_not_taken_for_utf_16(text: str) -> None:
    assert read(text.encode()).text == text

"""Texts in languages without a pack of their own: told, read, every character with a role."""

import pytest

from secondsource.model.passage import Role
from secondsource.model.source import RawSource
from secondsource.reading.stage import ReadPage

REPORTS = {
    "pl": (
        "Most nad Wartą zamknięty do czerwca",
        "Stary most nad Wartą pozostanie zamknięty do czerwca, poinformowała w poniedziałek burmistrz Anna Kowalska. "
        "Naprawa będzie kosztować 4,2 miliona złotych, o jedną trzecią więcej, niż miasto zapisało w budżecie.",
        "„Nie otworzymy go, zanim nie sprawdzimy ostatniej śruby”, powiedziała dziennikarzom. Kierowcy od stycznia "
        "muszą jeździć objazdem, a sklepy na lewym brzegu tracą co piątego klienta.",
    ),
    "tr": (
        "Eski köprü hazirana kadar kapalı kalacak",
        "Nehir üzerindeki eski köprü hazirana kadar kapalı kalacak, belediye başkanı Ayşe Demir pazartesi günü "
        "mecliste açıkladı. Onarımın maliyeti 4,2 milyon lirayı bulacak, bu da bütçede ayrılan paradan üçte bir fazla.",
        "Başkan, son cıvata kontrol edilmeden köprüyü açmayacaklarını söyledi. Sürücüler ocak ayından beri otoyolu "
        "kullanmak zorunda, sol yakadaki esnaf ise her beş müşteriden birini kaybettiğini anlatıyor.",
    ),
    "ja": (
        "古い橋、六月まで閉鎖へ",
        "川にかかる古い橋は六月まで閉鎖されると、市長の佐藤花子氏が月曜日の市議会で明らかにした。修理費は四億二千万円に上り、"
        "市が予算に計上した額を三分の一上回る見通しだ。",
        "「最後のボルトを点検するまで開通させない」と市長は記者団に述べた。一月以降、車は高速道路に迂回しており、左岸の商店は"
        "客の五人に一人を失ったと訴えている。",
    ),
    "ar": (
        "الجسر القديم يبقى مغلقا حتى يونيو",
        "سيبقى الجسر القديم فوق النهر مغلقا حتى شهر يونيو، كما أعلنت رئيسة البلدية ليلى حداد أمام المجلس يوم الاثنين. "
        "وستبلغ كلفة الإصلاح أربعة ملايين ومئتي ألف دينار، أي أكثر بالثلث مما خصصته المدينة في ميزانيتها.",
        "وقالت للصحفيين إن الجسر لن يفتح قبل فحص آخر برغي فيه. ومنذ يناير يضطر السائقون إلى سلوك الطريق السريع، "
        "وتقول المتاجر على الضفة اليسرى إنها فقدت زبونا من كل خمسة.",
    ),
    "hi": (
        "पुराना पुल जून तक बंद रहेगा",
        "नदी पर बना पुराना पुल जून तक बंद रहेगा, महापौर सुनीता शर्मा ने सोमवार को परिषद को बताया। मरम्मत पर बयालीस करोड़ रुपये "
        "खर्च होंगे, जो शहर के बजट में रखी गई राशि से एक तिहाई अधिक है।",
        "उन्होंने पत्रकारों से कहा कि आखिरी बोल्ट की जाँच होने तक पुल नहीं खोला जाएगा। जनवरी से चालकों को राजमार्ग से जाना पड़ रहा है "
        "और बाएँ किनारे की दुकानें कहती हैं कि उनका हर पाँचवाँ ग्राहक चला गया।",
    ),
    "uk": (
        "Старий міст закритий до червня",
        "Старий міст через річку залишиться закритим до червня, повідомила в понеділок на засіданні ради міська голова "
        "Олена Бондар. Ремонт коштуватиме 4,2 мільйона гривень, на третину більше, ніж передбачено в бюджеті.",
        "«Ми не відкриємо його, доки не перевіримо останній болт», сказала вона журналістам. Від січня водії мусять "
        "їхати в об'їзд, а крамниці на лівому березі втрачають кожного п'ятого покупця.",
    ),
}

NO_HEADLINE = {("ja", "text/plain"), ("hi", "text/plain")}
"""Stripped text whose words are too short for its headline to be known by them; the body and the language are right."""


def page(title: str, *paragraphs: str) -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    links = "".join(f"<li><a href='/{n}'>{n}</a></li>" for n in range(6))
    return f"<html><body><ul>{links}</ul><article><h1>{title}</h1>{body}</article><footer>©</footer></body></html>"


@pytest.mark.parametrize("media_type", ["text/plain", "text/html"])
@pytest.mark.parametrize("language", sorted(REPORTS))
def test_a_language_without_a_pack_still_reads(language: str, media_type: str) -> None:
    report = REPORTS[language]
    text = "\n\n".join(report) if media_type == "text/plain" else page(*report)
    document = ReadPage().read(RawSource("source:1", "x", "x", None, "", media_type, text.encode())).document
    assert document is not None
    assert document.language == language
    if (language, media_type) not in NO_HEADLINE:
        assert document.headline is not None
        assert document.headline.cut(document.text) == report[0]
    assert [passage.span.cut(document.text) for passage in document.of(Role.BODY)] == [*report[1:]]
    covered = {at for passage in document.passages for at in range(passage.start, passage.end)}
    assert all(char.isspace() or at in covered for at, char in enumerate(document.text))

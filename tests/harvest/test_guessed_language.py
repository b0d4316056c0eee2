"""Which language a talk is in is told from its words, and not told where that is unclear."""

import pytest

from fishbowl.harvest.guessed_language import KNOWN_LANGUAGES, language_of

CLEAR = {
    "ar": (
        "ما الذي يبقي الناس في مشروع تطوعي بعد السنة الأولى؟",
        "نحن لا نتحدث كثيرا عمن يقوم بالعمل وكيف يُشكر.",
        "كيف نقرر عندما لا يكون الجميع في الغرفة؟",
    ),
    "bg": (
        "Какво задържа хората в един доброволчески проект след първата година?",
        "Малко говорим за това кой върши работата и как му се благодари.",
        "Как решаваме, когато не всички са в стаята?",
    ),
    "ca": (
        "Què fa que la gent es quedi en un projecte voluntari després del primer any?",
        "Parlem massa poc de qui fa la feina i de com se li agraeix.",
        "Com decidim quan no hi ha tothom a la sala?",
    ),
    "cs": (
        "Co drží lidi v dobrovolnickém projektu i po prvním roce?",
        "Málo mluvíme o tom, kdo tu práci dělá a jak se za ni děkuje.",
        "Jak rozhodujeme, když nejsou všichni v místnosti?",
    ),
    "da": (
        "Hvad får folk til at blive i et frivilligt projekt efter det første år?",
        "Vi taler for lidt om, hvem der laver arbejdet, og hvordan de bliver takket.",
    ),
    "de": (
        "Was hält Menschen nach dem ersten Jahr in einem Ehrenamt?",
        "Wir reden zu wenig darüber, wer die Arbeit macht und wer dafür gedankt wird.",
        "Warum geht niemand ans Telefon, wenn es brennt?",
    ),
    "el": ("Τι κάνει τους ανθρώπους να μένουν σε ένα εθελοντικό έργο;",),
    "en": (
        "What makes people stay in a volunteer project after the first year?",
        "Nobody thanks the ones who hold the keys, and that is why they leave.",
        "How do we decide when not everybody can be in the room?",
    ),
    "es": (
        "¿Qué hace que la gente se quede en un proyecto voluntario?",
        "No hablamos de quién hace el trabajo ni de cómo se reparte.",
        "¿Cuándo deja de ser un regalo lo que hacemos por los demás?",
    ),
    "fa": (
        "چه چیزی مردم را پس از سال اول در یک پروژهٔ داوطلبانه نگه می‌دارد؟",
        "ما کم دربارهٔ کسانی که کار می‌کنند حرف می‌زنیم.",
        "وقتی همه در اتاق نیستند چگونه تصمیم می‌گیریم؟",
    ),
    "fi": (
        "Me puhumme liian vähän siitä, kuka tekee työn ja miten häntä kiitetään.",
        "Miten päätämme, kun kaikki eivät ole paikalla ja se on meidän asia?",
    ),
    "fr": (
        "Qu’est-ce qui fait que les gens restent dans un projet bénévole ?",
        "On ne parle pas assez de ceux qui font le travail.",
        "Comment décider quand tout le monde ne peut pas être dans la salle ?",
    ),
    "gl": ("Falamos pouco de quen fai o traballo e de como se lle agradece.",),
    "he": ("מה גורם לאנשים להישאר בפרויקט התנדבותי אחרי השנה הראשונה?",),
    "hi": ("पहले साल के बाद लोग स्वयंसेवी परियोजना में क्यों रहते हैं?",),
    "hr": (
        "Što ljude drži u volonterskom projektu nakon prve godine?",
        "Premalo govorimo o tome tko radi posao i kako mu se zahvaljuje.",
    ),
    "it": (
        "Che cosa fa restare le persone in un progetto di volontariato?",
        "Non si parla di chi fa il lavoro e di come lo si ringrazia.",
        "Come si decide quando non tutti sono nella stanza?",
    ),
    "ja": ("最初の一年のあとも人がボランティアを続けるのはなぜですか。",),
    "ko": ("사람들은 왜 첫 해가 지난 뒤에도 남아 있을까요?",),
    "nb": (
        "Hva får folk til å bli i et frivillig prosjekt etter det første året?",
        "Vi snakker for lite om hvem som gjør jobben, og hvordan de blir takket.",
    ),
    "nl": (
        "Wat houdt mensen na het eerste jaar in een vrijwilligersproject?",
        "We hebben het te weinig over wie het werk doet.",
        "Hoe beslissen we als niet iedereen er is?",
    ),
    "pl": (
        "Co sprawia, że ludzie zostają w projekcie po pierwszym roku?",
        "Nie mówimy o tym, kto wykonuje pracę i jak się za nią dziękuje.",
        "Jak podejmować decyzje, kiedy nie wszyscy są na sali?",
    ),
    "pt": (
        "O que faz as pessoas ficarem num projeto voluntário?",
        "Não falamos sobre quem faz o trabalho nem como se agradece.",
        "Como é que decidimos quando nem todos estão na sala?",
    ),
    "ro": (
        "Ce îi face pe oameni să rămână într-un proiect de voluntariat?",
        "Vorbim prea puțin despre cine face munca și cum li se mulțumește.",
        "Cum hotărâm când nu sunt toți în sală?",
    ),
    "ru": (
        "Что удерживает людей в проекте после первого года?",
        "Мы мало говорим о том, кто делает эту работу и как его благодарят.",
        "Как решать, когда не все могут быть в комнате?",
    ),
    "sk": (
        "Čo drží ľudí v dobrovoľníckom projekte aj po prvom roku?",
        "Málo hovoríme o tom, kto tú prácu robí a ako sa za ňu ďakuje.",
        "Ako rozhodujeme, keď nie sú všetci v miestnosti?",
    ),
    "sl": (
        "Kaj ljudi zadrži v prostovoljskem projektu po prvem letu?",
        "Premalo govorimo o tem, kdo opravi delo in kako se mu zahvalimo.",
    ),
    "sv": (
        "Vad får människor att stanna i ett ideellt projekt efter det första året?",
        "Vi pratar för lite om vem som gör jobbet och hur de får tack.",
        "Hur bestämmer vi när inte alla kan vara i rummet?",
    ),
    "th": ("อะไรทำให้ผู้คนอยู่ในโครงการอาสาสมัครหลังจากปีแรก",),
    "tr": (
        "İnsanları bir gönüllü projesinde ne tutuyor?",
        "İşi kimin yaptığını ve nasıl teşekkür edildiğini çok az konuşuyoruz.",
        "Biz bu kararı nasıl veriyoruz ve neden?",
    ),
    "uk": (
        "Що тримає людей у проєкті після першого року?",
        "Ми мало говоримо про те, хто це робить і як йому дякують.",
        "Як вирішувати, коли не всі є в кімнаті?",
    ),
    "zh": ("是什么让人们在第一年之后仍然留在志愿项目里？",),
}
BETWEEN_NEIGHBOURS = (
    "Hvordan beslutter vi, når ikke alle kan være i rummet?",
    "Hvordan bestemmer vi oss når ikke alle kan være i rommet?",
    "Mikä saa ihmiset pysymään vapaaehtoistyössä ensimmäisen vuoden jälkeen?",
    "Que fai que a xente quede nun proxecto voluntario despois do primeiro ano?",
)
"""Danish or Norwegian, Galician or Portuguese; and a sentence without a small word."""
UNKNOWN = (
    "Mi tartja az embereket egy önkéntes projektben az első év után?",
    "Túl keveset beszélünk arról, ki végzi a munkát, és hogyan köszönjük meg.",
    "Kas žmones išlaiko savanorių projekte po pirmųjų metų?",
    "Per mažai kalbame apie tai, kas atlieka darbą ir kaip jam dėkojama.",
    "Mis hoiab inimesi vabatahtlikus projektis pärast esimest aastat?",
    "Me räägime liiga vähe sellest, kes töö ära teeb ja kuidas teda tänatakse.",
    "Apa yang membuat orang bertahan dalam proyek sukarela setelah tahun pertama?",
    "Kita terlalu sedikit membicarakan siapa yang bekerja dan bagaimana kita berterima kasih.",
    "Zerk eusten dio jendeari boluntario proiektu batean lehen urtearen ondoren?",
    "Шта људе држи у волонтерском пројекту после прве године?",
    "Премало говоримо о томе ко ради посао и како му се захваљује.",
    "Што ги држи луѓето во волонтерски проект по првата година?",
    "Што трымае людзей у праекце пасля першага года?",
    "Мы мала гаворым пра тое, хто робіць гэту працу і як яму дзякуюць.",
    "پہلے سال کے بعد لوگ رضاکارانہ منصوبے میں کیوں رہتے ہیں؟",
    "Hvað fær fólk til að vera áfram í sjálfboðaverkefni eftir fyrsta árið?",
    "Kio tenas homojn en volontula projekto post la unua jaro?",
    "Nini huwafanya watu kubaki katika mradi wa kujitolea baada ya mwaka wa kwanza?",
    "Điều gì khiến mọi người ở lại dự án tình nguyện sau năm đầu tiên?",
    "Wat hâldt minsken nei it earste jier yn in frijwilligersprojekt?",
    "Budget 2026",
    "Amira Zielinska",
    "Stewardship Day",
    "Pizza, Fanta, Cola",
    "OK",
)
"""Languages that are not known here, and words that are of none."""


def test_every_known_language_has_sentences_here() -> None:
    assert set(CLEAR) == set(KNOWN_LANGUAGES)


@pytest.mark.parametrize(
    ("sentence", "language"),
    [(sentence, language) for language, own in CLEAR.items() for sentence in own],
)
def test_a_sentence_tells_its_language(sentence: str, language: str) -> None:
    assert language_of([sentence]) == language


@pytest.mark.parametrize("sentence", [*BETWEEN_NEIGHBOURS, *UNKNOWN, "友達", ""])
def test_what_is_not_clear_is_not_told(sentence: str) -> None:
    assert language_of([sentence]) == ""


def test_a_name_from_elsewhere_changes_nothing() -> None:
    said = ["Warum geht niemand ans Telefon, wenn es brennt?", "Frag Łukasz, wie das im Hof war."]
    assert language_of(said) == "de"

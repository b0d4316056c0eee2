"""Stop words: they say nothing of what an offer or a need is about; by language.

The stop words by which languages are recognised are few; these are the others: further function
words, and how people ask and offer. They are written as :mod:`fishbowl.harvest.tokens` splits.
"""

from functools import lru_cache

from fishbowl.harvest.guessed_language import language_of
from fishbowl.harvest.language_words import STOP_WORDS
from fishbowl.harvest.tokens import tokens

_FURTHER = {
    "en": "about above after again all already also always am any anybody anyone anything "
    "around as at away be because been before begin being best better between both but by "
    "came come could day days did different does doing done down each eight either else "
    "evening ever every everybody everyone everything explain explains few fifty find "
    "first five forty four free from gave get give glad go going good got had half happy "
    "has have having he hear help helped helps her here him his hundred if into it its "
    "itself just keep knew know known knows last least lend less let like likes little "
    "long look looking looks made make makes many may me month months more morning most "
    "much must my need needs never new next nine no nor nothing now of off offer often "
    "old once one ones only or other others our ours out over own people person please "
    "put quite really said same say says see seek seeking seen seven share she should "
    "show since six so some somebody someone something still such take talk talks tell "
    "ten than that their them then there these they thing things think thirty this those "
    "three time times to together too tried try twenty two under until up use used very "
    "want wants week weeks well went were where which while whole will wish with within "
    "without would year years yet you your yours",
    "de": "aber alle allem allen alles als also am andere anderen auch bald beim bereits besser "
    "biete bietet bin bis bleiben bleibt brauche brauchen brauchst bringen da dabei damit "
    "danach dann daran darf darum das dass davon dazu denn der deren des dich die dies "
    "diese diesem diesen dieser dieses dir doch dort drei du durch dürfen eben eigentlich "
    "einer eines einmal erklären erste ersten erzähle erzählen etwas euch euer eure eurem "
    "euren fehlt finde finden fragen freue ganz gar geben geht gern gerne gibt ging gut "
    "habe haben hallo hatte helfe helfen heute hier hilfe hilft ich ihm ihn ihnen ihr "
    "ihre ihrem ihren immer ja jahr jahre jahren jede jedem jeden jeder jedes jemand "
    "jemanden jetzt kann kein keine keiner kennt kommen kommt konnte können könnte lange "
    "lassen leute machen macht man mehr mein meine meinem meinen menschen mich mir mit "
    "monat monate muss möchte möchten müssen nachdem neu neue neuen nichts niemand "
    "niemanden noch nun nur ob ohne schon sehr sei sein seine seit selbst sie so soll "
    "sollen sollte sonst suche suchen sucht tag tage teile teilen tun um und unser unsere "
    "unserem unseren unserer viel viele vielleicht vom vor wann war waren weiß welche "
    "welcher welches weniger werde werden wieder will wissen wo woche wochen wollen "
    "worden wurde wäre würde würden zeige zeigen zum zur zwei zwischen über",
    "es": "a ahora algo alguien alguna algunas alguno algunos algún ante antes aprender aquí "
    "así aunque ayuda ayudar ayudo año años bien busca buscamos busco cada casi como "
    "compartir comparto conmigo contar contra cosa cosas cualquier cuento cuya cuál "
    "cuánto dan dar de debe decir del desde después donde dos durante día días dónde e "
    "ella ellas ellos embargo entre era eran eres es esa esas ese eso esos esta estas "
    "este esto estos estoy está están explicar explico fue fueron gente gusta ha haber "
    "habéis había hace hacemos hacer hacia hacéis han has hasta he hemos hice hizo hoy "
    "igual ir le les los luego mañana me mejor menos mes meses mi mis misma mismo muchas "
    "mucho muchos muy mía nada nadie necesita necesitamos necesito ni ninguna ningún "
    "nosotros nuestra nuestras nuestro nuestros nueva nuevas nuevo nuevos nunca o ofrezco "
    "os otra otras otro otros parte pero persona personas poco podemos poder porque puede "
    "pueden puedo pues queremos querer quiere quiero qué sabe sabemos saber sea semana "
    "semanas ser será si siempre sin sobre solo somos son soy su sus sé sí sólo también "
    "tan tanto tenemos tener tengo tiene tienen toda todas todo todos tras tres tu tus un "
    "una unas uno unos va vamos van veces ver vez vosotros vuestra vuestras vuestro "
    "vuestros ya yo él",
    "ar": "أبحث أحتاج أحد أريد أسابيع أساعد أسبوع أستطيع أشرح أشهر أعرف أقدم أن أنا أنت أنتم أو "
    "أول أي أيام أيضا أيضًا أين إذا إلى إن التي الذي الذين بعد بعض بل بين تكون تلك توجد "
    "ثم جدا جديد جديدة جدًا حتى دون ذلك سنة سنوات سوف شخص شهر على عن عند عندنا عندي غير "
    "فقط في قبل قد كان كانت كثيرا كثيرة كثيرون كثيرين كل كما كيف لأن لا لدي لدينا لكن لم "
    "لماذا لن ما متى مرة مساعدة مع من منذ ناس نبحث نحتاج نحن نريد نستطيع نعرف هذا هذه هل "
    "هم هو هي يكون يمكن يمكنني يوجد يوم",
    "ja": "お話 一 三 上 下 中 二 人 今 他 何 初 前 年 後 方法 日 時 月 皆 私 自分 誰",
}


@lru_cache(maxsize=64)
def stop_words(language: str) -> frozenset[str]:
    """The words that are left out of a text of a language, as tokens.

    :param language: its code (BCP 47); of an unknown one there are none.
    """
    code = language.partition("-")[0].lower()
    words = f"{STOP_WORDS.get(code, '')} {_FURTHER.get(code, '')}"
    return frozenset(token.text for token in tokens(words))


def left_out(text: str, language: str) -> frozenset[str]:
    """The words that are left out of a text: of the language that it seems to be written in.

    :param language: what its author reads, which counts where the text is too short to tell.
    """
    return stop_words(language_of([text]) or language)

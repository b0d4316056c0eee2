"""Stop words and letters by which languages are recognised; see :mod:`.guessed_language`.

A language that is missing here would be taken for a similar one. So similar languages are all
listed, and a text that fits two of them is assigned to neither.
"""

STOP_WORDS = {
    "bg": "и в не на да се е са за от по че с какво как кой кога ще това или защо със ни го сме "
    "има може тези който която когато ако до но ги му си",
    "ca": "el la els les i no és un una què que com qui quan amb per en es del al ens més són "
    "hi ha però aquest aquesta també fer de a o si ser",
    "cs": "a v je na se že co jak kdo když z s do pro to jsou nás za o ale i by být není jsme "
    "které který kteří proč nebo po od si už má mají",
    "da": "og er ikke vi en et det den der som på af til med for hvad hvordan hvem når hvorfor "
    "om os de i at har kan fra men også blev være skal bliver blive lidt noget mig sig "
    "laver gør",
    "de": "der die das und ist nicht wir ein eine was wie wer wenn sich mit für auf zu den im "
    "von es man warum uns auch dem einem einen nach hat sind oder an bei aus in",
    "en": "the and is not we a an what how who when with for on to of in it why us do that are "
    "was nobody can",
    "es": "el la los las y no es un una qué que cómo quién cuando con para por en se lo del nos "
    "al su hay más",
    "fi": "ja on ei me mitä miten kuka kun kanssa että se ne ovat mutta tai jos miksi joka olla "
    "hän meidän meitä kuin niin myös vain sitä tämä",
    "fr": "le la les et est pas nous un une que quoi comment qui quand avec pour sur dans ce "
    "des du au se il on",
    "gl": "o a os as e non é unha un que como quen cando con para por en se do da nos dos no na "
    "máis lle ao de",
    "hr": "je i u na se da što kako tko kada za po iz to su nas ili ali zašto bi kao ne nije "
    "smo o od mu koji koje",
    "it": "il lo la gli e è non noi un una che cosa come chi quando con per su di nel si del "
    "della sono",
    "nb": "og er ikke vi en et det den der som på av til med for hva hvordan hvem når hvorfor "
    "om oss de i å har kan fra men også ble være skal blir bli litt noe meg seg gjør "
    "etter",
    "nl": "de het en is niet wij we een wat hoe wie als met voor op te van er in dat zijn ons",
    "pl": "i nie jest w na się co jak kto kiedy z dla do że to są nas czy po od",
    "pt": "o a os as e não é um uma que como quem quando com para por em se do da nós dos no na "
    "num numa são está mais mas pelo pela isso ao",
    "ro": "și nu este ce cum cine când cu pentru la în de pe că se un o sunt dacă noi din mai "
    "să le ne care",
    "ru": "и не в на мы что как кто когда с для по это из у нас а но же",
    "sk": "a v je na sa že čo ako kto keď z s do pre to sú nás za o ale i by byť nie sme ktoré "
    "ktorý ktorí prečo alebo po od si už má majú",
    "sl": "je in ne na se da kaj kako kdo ko za po iz to so nas ali tudi kdaj zakaj bi kot pa "
    "tem smo o v mu ki niso",
    "sv": "och är inte vi en ett det den som på av till med för vad hur vem när varför om oss "
    "de i att har kan från men också blev vara ska bli blir lite något mig sig gör efter",
    "tr": "ve bir bu ne nasıl kim için ile değil biz de da mi çok neden",
    "uk": "і не в на ми що як хто коли з для по це із у нас а але й",
}

FOREIGN_LETTERS = {
    "bg": "ыэёіїєґўјљњћђџѓќѕ",
    "ca": "ñãõåøæäößěščřž",
    "cs": "ľĺŕôäöüåøæñãõșțșőű",
    "da": "äöñãõěščřžľ",
    "en": "åøäößčřžłșț",
    "es": "çãõàèìòåøæäößšěřžėū",
    "fi": "æøåñãõěčřüß",
    "fr": "åøäößščřžãõñìò",
    "gl": "çãõàèìòåøæäößšěřžėū",
    "hr": "ěřůöüåøæñãõșțőűáíýúéóĺŕ",
    "it": "ñãõåøæäöüßčšžřçâ",
    "nb": "äöñãõěščřžľ",
    "nl": "åøæäñãõßčšžřł",
    "pl": "åøæäöüõãçñßřůěčšžáíýőű",
    "pt": "åøæäößñěščřžîâș",
    "ro": "åøæäöñãõěščřžł",
    "ru": "іїєґўјљњћђџ",
    "sk": "ěřůöüåøæñãõșțőű",
    "sl": "ćđěřůöüåøæñãõșțőűáíýúéóĺŕ",
    "sv": "æøñãõěščřžõ",
    "tr": "äåøæñãõßěščřžəëâ",
    "uk": "ыэёъўјљњћђџ",
}
"""Letters that a language does not have and a similar language has."""

ARABIC_ONLY = "ةىيكأإؤئ"
"""Letters of Arabic that are other code points, or rare, in Persian and Urdu."""
PERSIAN_ONLY = "پچژگیک"
"""Letters of Persian that Arabic does not have."""
OTHER_ARABIC_SCRIPT = "ٹڈڑےںھہېړښډټڼەڕڵێۆ"
"""Letters of Urdu, Pashto and Kurdish that Arabic and Persian do not have."""

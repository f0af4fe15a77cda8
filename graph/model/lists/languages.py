"""Languages that people who ask for help in Greece speak. Codes are ISO 639-1, or 639-3 where it has none."""

from dataclasses import dataclass

from graph.model.lists.entry import CodedList, Entry


@dataclass(frozen=True, kw_only=True)
class SpokenLanguage(Entry):
    """`own_name` is the language's name in itself. Flag `signed`: a sign language."""

    own_name: str


def _language(code: str, el: str, en: str, own_name: str, *flags: str) -> SpokenLanguage:
    return SpokenLanguage(code, el, en, flags=frozenset(flags), own_name=own_name)


LANGUAGES = CodedList(
    "languages",
    (
        _language("el", "Ελληνικά", "Greek", "Ελληνικά"),
        _language("gss", "Ελληνική νοηματική", "Greek Sign Language", "ΕΝΓ", "signed"),
        _language("en", "Αγγλικά", "English", "English"),
        _language("ar", "Αραβικά", "Arabic", "العربية"),
        _language("fa", "Φαρσί", "Farsi", "فارسی"),
        _language("prs", "Νταρί", "Dari", "دری"),
        _language("ps", "Πάστο", "Pashto", "پښتو"),
        _language("ur", "Ουρντού", "Urdu", "اردو"),
        _language("pa", "Παντζάμπι", "Punjabi", "ਪੰਜਾਬੀ"),
        _language("bn", "Μπενγκάλι", "Bengali", "বাংলা"),
        _language("kmr", "Κουρδικά (κουρμαντζί)", "Kurdish (Kurmanji)", "Kurmancî"),
        _language("ckb", "Κουρδικά (σορανί)", "Kurdish (Sorani)", "سۆرانی"),
        _language("tr", "Τουρκικά", "Turkish", "Türkçe"),
        _language("so", "Σομαλικά", "Somali", "Soomaali"),
        _language("ti", "Τιγρινιακά", "Tigrinya", "ትግርኛ"),
        _language("am", "Αμχαρικά", "Amharic", "አማርኛ"),
        _language("fr", "Γαλλικά", "French", "français"),
        _language("ln", "Λινγκάλα", "Lingala", "lingála"),
        _language("sw", "Σουαχίλι", "Swahili", "Kiswahili"),
        _language("sq", "Αλβανικά", "Albanian", "shqip"),
        _language("rom", "Ρομανί", "Romani", "romani čhib"),
        _language("bg", "Βουλγαρικά", "Bulgarian", "български"),
        _language("ro", "Ρουμανικά", "Romanian", "română"),
        _language("ru", "Ρωσικά", "Russian", "русский"),
        _language("uk", "Ουκρανικά", "Ukrainian", "українська"),
        _language("ka", "Γεωργιανά", "Georgian", "ქართული"),
        _language("hy", "Αρμενικά", "Armenian", "հայերեն"),
        _language("pl", "Πολωνικά", "Polish", "polski"),
        _language("tl", "Φιλιππινέζικα", "Filipino", "Tagalog"),
        _language("zh", "Κινεζικά", "Chinese", "中文"),
        _language("es", "Ισπανικά", "Spanish", "español"),
    ),
)

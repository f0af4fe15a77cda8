"""Where the person is now: not a service, but where people wait."""

from graph.model.lists.entry import CodedList, Entry

WHEREABOUTS = CodedList(
    "whereabouts",
    (
        Entry("home", "Στο σπίτι", "at home"),
        Entry("street", "Στον δρόμο", "in the street"),
        Entry("hospital", "Νοσοκομείο", "hospital"),
        Entry("police", "Αστυνομικό τμήμα", "police station"),
        Entry("structure", "Σε δομή", "in a structure"),
        Entry("reception_centre", "Δομή υποδοχής (ΚΥΤ, ΚΕΔ)", "reception centre"),
        Entry("transport", "Μέσο μεταφοράς", "on the way"),
        Entry("unsuitable", "Ακατάλληλο κατάλυμα", "unsuitable dwelling"),
        Entry("with_acquaintances", "Σε γνωστούς", "with acquaintances"),
        Entry("prison", "Φυλακή, πριν την αποφυλάκιση", "prison, before release"),
        Entry("port", "Λιμάνι ή πλοίο", "port or ship"),
        Entry("unknown", "Δεν γνωρίζω", "not known"),
    ),
)

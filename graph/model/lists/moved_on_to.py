"""Where somebody went to live when a stay ended.

Flag `without_home`: the person still needs somewhere to live, so a follow-up is due.
"""

from graph.model.lists.entry import CodedList, Entry

_WITHOUT_HOME = frozenset({"without_home"})

MOVED_ON_TO = CodedList(
    "moved_on_to",
    (
        Entry("rented_private", "Ενοικίαση κατοικίας", "private rented home"),
        Entry("housing_programme", "Πρόγραμμα στέγασης", "housing programme"),
        Entry("social_rent", "Κοινωνική μίσθωση", "social rented home"),
        Entry("own_home", "Ιδιόκτητη κατοικία", "own home"),
        Entry("family_settled", "Οικογένεια, μόνιμα", "family, settled"),
        Entry("family_temporary", "Οικογένεια ή γνωστοί, προσωρινά", "family or acquaintances, for a while"),
        Entry("supported_living", "Υποστηριζόμενη διαβίωση", "supported living"),
        Entry("other_shelter", "Άλλος ξενώνας ή υπνωτήριο", "another shelter"),
        Entry("refuge", "Καταφύγιο ή ξενώνας γυναικών", "refuge"),
        Entry("child_unit", "Μονάδα παιδικής προστασίας", "child-protection unit"),
        Entry("foster_family", "Ανάδοχη οικογένεια", "foster family"),
        Entry("adoptive_family", "Θετή οικογένεια", "adoptive family"),
        Entry("care_home", "Μονάδα φροντίδας", "care home"),
        Entry("hospital_long", "Νοσοκομείο, μακρά νοσηλεία", "hospital, long stay"),
        Entry("other_country", "Άλλη χώρα", "another country"),
        Entry("prison", "Φυλακή", "prison"),
        Entry("street", "Στον δρόμο", "the street", flags=_WITHOUT_HOME),
        Entry("unsuitable", "Ακατάλληλο κατάλυμα", "unsuitable dwelling", flags=_WITHOUT_HOME),
        Entry("unknown", "Δεν γνωρίζουμε", "not known"),
    ),
)

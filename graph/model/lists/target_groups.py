"""Whom a service is meant for. Several may hold for one person at once."""

from graph.model.lists.entry import CodedList, Entry

TARGET_GROUPS = CodedList(
    "target_groups",
    (
        Entry("homeless", "Άστεγοι/ες", "homeless people"),
        Entry("precarious", "Άτομα σε επισφαλή στέγη", "people in precarious housing"),
        Entry("violence", "Γυναίκες θύματα βίας", "women victims of violence"),
        Entry("violence_other", "Άλλα θύματα ενδοοικογενειακής βίας", "other victims of domestic violence"),
        Entry("trafficking", "Θύματα εμπορίας ανθρώπων", "victims of trafficking"),
        Entry("children", "Παιδιά σε κίνδυνο", "children at risk"),
        Entry("uam", "Ασυνόδευτοι/ες ανήλικοι/ες", "unaccompanied minors"),
        Entry("leaving_care", "Νέοι/ες που ενηλικιώνονται σε φροντίδα", "young people leaving care"),
        Entry("single_parent", "Μονογονεϊκές οικογένειες", "single-parent families"),
        Entry("large_family", "Πολύτεκνες και τρίτεκνες οικογένειες", "families with three or more children"),
        Entry("pregnant", "Έγκυες και λεχωίδες", "pregnant women and new mothers"),
        Entry("older", "Ηλικιωμένοι/ες", "older people"),
        Entry("disability", "Άτομα με αναπηρία", "people with a disability"),
        Entry("mental_health", "Άτομα με προβλήματα ψυχικής υγείας", "people with mental health problems"),
        Entry("substance", "Άτομα με χρήση ουσιών ή αλκοόλ", "people who use substances or alcohol"),
        Entry("chronic", "Άτομα με χρόνιες παθήσεις", "people with a chronic illness"),
        Entry("patients", "Ασθενείς και συνοδοί", "patients and their companions"),
        Entry("refugees", "Πρόσφυγες και αιτούντες/ούσες άσυλο", "refugees and asylum seekers"),
        Entry("migrants", "Μετανάστες/ριες", "migrants"),
        Entry("undocumented", "Άτομα χωρίς έγγραφα διαμονής", "people without residence documents"),
        Entry("roma", "Ρομά", "Roma"),
        Entry("lgbtqi", "ΛΟΑΤΚΙ+ άτομα", "LGBTQI+ people"),
        Entry("released", "Αποφυλακισμένοι/ες", "people released from prison"),
        Entry("poverty", "Άτομα σε ακραία φτώχεια", "people in extreme poverty"),
        Entry("disaster", "Πληγέντες/είσες από καταστροφή", "people affected by a disaster"),
        Entry("perpetrators", "Δράστες βίας", "perpetrators of violence"),
    ),
)

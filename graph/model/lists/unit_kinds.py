"""What is given out, one at a time: the kinds of capacity unit."""

from graph.model.lists.entry import CodedList, Entry

UNIT_KINDS = CodedList(
    "unit_kinds",
    (
        Entry("bed", "Κλίνη", "bed"),
        Entry("dormitory", "Κοιτώνας", "dormitory"),
        Entry("room", "Δωμάτιο", "room"),
        Entry("flat", "Διαμέρισμα", "flat"),
        Entry("place", "Θέση", "place"),
        Entry("cot", "Βρεφική κλίνη", "cot"),
        Entry("family_place", "Θέση σε οικογένεια", "place in a family"),
        Entry("appointment", "Ραντεβού", "appointment"),
        Entry("visit", "Επίσκεψη", "visit"),
        Entry("case", "Περιστατικό", "case"),
        Entry("household", "Νοικοκυριό", "household"),
        Entry("member", "Μέλος", "member"),
        Entry("hour", "Ώρα", "hour"),
        Entry("meal", "Γεύμα", "meal"),
        Entry("call", "Κλήση", "call"),
        Entry("unit", "Μονάδα", "unit"),
    ),
)

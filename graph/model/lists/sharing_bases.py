"""On what basis a person's data may be shown to another body.

Flags: `consent` can be taken back by the person · `reviewed` looked at afterwards by the auditor ·
`asks_why` a sentence is asked for · `asks_order` number, date and authority are asked for.
"""

from graph.model.lists.entry import CodedList, Entry

_CONSENT = frozenset({"consent"})

SHARING_BASES = CodedList(
    "sharing_bases",
    (
        Entry("verbal_consent", "Προφορική συναίνεση", "verbal consent", flags=_CONSENT),
        Entry("written_consent", "Γραπτή συναίνεση", "written consent", flags=_CONSENT),
        Entry("guardian_consent", "Συναίνεση επιτρόπου ή γονέα", "consent of guardian or parent", flags=_CONSENT),
        Entry("authority_order", "Εντολή αρχής", "order of an authority", flags=frozenset({"asks_order"})),
        Entry("vital_interest", "Ζωτικό συμφέρον", "vital interest", flags=frozenset({"reviewed", "asks_why"})),
        Entry("legal_duty", "Νομική υποχρέωση", "legal duty"),
    ),
)

"""Services by appointment, by telephone or over the counter, and the reception of asylum seekers."""

from graph.model.lists.service_kind import FAMILIES, ServiceKind

SUPPORT = (
    ServiceKind(
        "community_centre",
        "Κέντρο Κοινότητας",
        "community centre",
        runners=("municipality",),
        unit_kind="appointment",
        documents=("id", "amka", "afm"),
    ),
    ServiceKind(
        "municipal_social",
        "Κοινωνική Υπηρεσία Δήμου",
        "municipal social service",
        runners=("municipality",),
        unit_kind="appointment",
    ),
    ServiceKind(
        "family_support",
        "Κέντρο στήριξης οικογένειας",
        "family support centre",
        runners=("municipality", "church", "ngo"),
        unit_kind="appointment",
        groups=(*FAMILIES, "children", "pregnant"),
    ),
    ServiceKind(
        "offenders_programme",
        "Πρόγραμμα για δράστες ενδοοικογενειακής βίας",
        "programme for perpetrators of domestic violence",
        runners=("ekka",),
        unit_kind="place",
        groups=("perpetrators",),
        documents=("order",),
    ),
    ServiceKind(
        "legal_aid",
        "Νομική βοήθεια",
        "legal aid",
        runners=("bar_association", "ngo"),
        unit_kind="appointment",
    ),
    ServiceKind(
        "interpretation",
        "Διερμηνεία",
        "interpretation",
        runners=("ngo",),
        unit_kind="hour",
    ),
    ServiceKind(
        "basic_goods",
        "Συσσίτιο, παντοπωλείο ή φαρμακείο",
        "meals, social grocery or pharmacy",
        runners=("municipality", "church"),
        unit_kind="meal",
        groups=("poverty",),
        documents=("id", "amka", "income"),
    ),
    ServiceKind(
        "helpline",
        "Τηλεφωνική γραμμή",
        "helpline",
        runners=("ekka", "ministry", "ngo"),
        unit_kind="call",
    ),
    ServiceKind(
        "reception_centre",
        "Δομή υποδοχής αιτούντων άσυλο",
        "reception centre for asylum seekers",
        runners=("ministry",),
        unit_kind="place",
        lodging=True,
        groups=("refugees",),
    ),
)

"""The invented structures by kind: how many of each there are in the country, and what they look like."""

from dataclasses import replace

from graph.model.capacity import UnitKind
from graph.model.eligibility import PaperRule, PaperStage
from hub.demo.templates import (
    ADULTS,
    FAMILIES,
    ID_LATER,
    MEN,
    MINORS,
    NIGHT_ENTRY,
    SHARED_ROOM_PAPERS,
    WOMEN,
    Template,
    beds,
    open_rules,
    pool,
    refuge_ages,
    rooms,
)

_NIGHT_RULES = replace(
    open_rules("homeless", sex_age=ADULTS, papers=(ID_LATER, *SHARED_ROOM_PAPERS)),
    entry=NIGHT_ENTRY,
    refuses=frozenset({"pet"}),
    takes=frozenset({"medicines"}),
)
_REFUGE_RULES = open_rules("violence", sex_age=refuge_ages(12), papers=(*SHARED_ROOM_PAPERS, ID_LATER))
_CHILD_RULES = replace(open_rules("children", sex_age=MINORS), order_required=True)

NIGHT_SHELTER = Template(
    "night_shelter", "Υπνωτήριο", (beds("Κρεβάτια ανδρών", 20, MEN), beds("Κρεβάτια γυναικών", 8, WOMEN)), _NIGHT_RULES
)
HOSTEL = Template(
    "transitional_hostel",
    "Ξενώνας",
    (rooms(2, 3), rooms(4, 1), beds("Θάλαμος ανδρών", 8, MEN), beds("Θάλαμος γυναικών", 6, WOMEN)),
    open_rules("homeless", "single_parent", "large_family", sex_age=FAMILIES, papers=(ID_LATER, *SHARED_ROOM_PAPERS)),
)
FLATS = Template(
    "supported_flat_homeless",
    "Διαμερίσματα",
    (rooms(3, 2), rooms(5, 1)),
    open_rules("homeless", "single_parent", "large_family", sex_age=FAMILIES, papers=(ID_LATER,)),
    occupancy_per_cent=92,
)
REFUGE = Template("refuge_municipal", "Ξενώνας", (rooms(2, 2), rooms(3, 2), rooms(4, 1)), _REFUGE_RULES)
PROTECTED_REFUGE = Template(
    "refuge_ekka",
    "Καταφύγιο",
    (rooms(2, 2), rooms(3, 2), rooms(4, 1)),
    replace(_REFUGE_RULES, target_groups=frozenset({"violence", "trafficking"}), sex_age=refuge_ages(17)),
)
TRAFFICKING = Template(
    "refuge_trafficking", "Στέγη", (rooms(1, 4), rooms(2, 2)), open_rules("trafficking", sex_age=FAMILIES)
)
HOTEL = Template(
    "bridge_hotel",
    "Ξενοδοχείο",
    (rooms(2, 3), rooms(3, 1, step_free=True)),
    open_rules("violence", "single_parent", "large_family", "homeless", sex_age=FAMILIES),
    promised_every_hours=24,
)
SOCIAL_HOSTEL = Template(
    "social_hostel_ekka",
    "Κοινωνικός Ξενώνας",
    (rooms(2, 4), rooms(4, 2), rooms(3, 1, step_free=True)),
    open_rules("homeless", "single_parent", "large_family", "patients", sex_age=FAMILIES, papers=(ID_LATER,)),
)
PATIENTS = Template(
    "patients_house",
    "Ξενώνας Ασθενών",
    (rooms(2, 4),),
    open_rules("patients", sex_age=FAMILIES, papers=(PaperRule("infect_cert", PaperStage.BEFORE_ENTRY),)),
)
CHILD_UNIT = Template("child_unit", "Σπίτι", (pool("Θέσεις ομάδας", UnitKind.PLACE, 12),), _CHILD_RULES)
INFANTS = Template(
    "infants_home", "Βρεφική Στέγη", (pool("Κούνιες", UnitKind.COT, 10),), replace(_CHILD_RULES, sex_age=MINORS)
)
YOUTH = Template(
    "semi_independent_youth", "Διαμερίσματα Νέων", (pool("Θέσεις", UnitKind.PLACE, 4),), open_rules("leaving_care")
)
UAM = Template(
    "uam_shelter",
    "Κέντρο Φιλοξενίας",
    (pool("Θέσεις", UnitKind.PLACE, 24),),
    replace(open_rules("uam", sex_age=MINORS), order_required=True),
)
UAM_NOW = Template(
    "uam_emergency", "Στέγη Πρώτης Υποδοχής", (pool("Θέσεις", UnitKind.PLACE, 12),), open_rules("uam", sex_age=MINORS)
)
HEATED = Template(
    "heated_room",
    "Θερμαινόμενος Χώρος",
    (pool("Θέσεις", UnitKind.PLACE, 25),),
    open_rules("homeless", "older"),
    occupancy_per_cent=40,
)
CARE_HOME = Template(
    "care_home_older",
    "Οίκος Ηλικιωμένων",
    (pool("Κλίνες", UnitKind.BED, 40),),
    open_rules("older", sex_age=ADULTS, papers=(ID_LATER,)),
    occupancy_per_cent=96,
)
CHRONIC = Template(
    "chronic_unit", "Μονάδα", (pool("Κλίνες", UnitKind.BED, 30),), open_rules("older", "disability"), 24, 97
)
SUPPORTED_LIVING = Template(
    "supported_living_disab", "Στέγη", (pool("Θέσεις", UnitKind.PLACE, 6),), open_rules("disability", sex_age=ADULTS)
)
MENTAL_HEALTH = Template(
    "mh_unit", "Οικοτροφείο", (pool("Κλίνες", UnitKind.BED, 10),), open_rules("mental_health", sex_age=ADULTS)
)


def _day_service(kind: str, title: str, unit_name: str, unit: UnitKind, places: int, *codes: str) -> Template:
    return Template(kind, title, (pool(unit_name, unit, places),), open_rules(*codes), 24, 60)


DAY_SERVICES: tuple[tuple[Template, int], ...] = (
    (_day_service("counselling_women", "Συμβουλευτικό Κέντρο", "Ραντεβού", UnitKind.APPOINTMENT, 6, "violence"), 26),
    (_day_service("community_centre", "Κέντρο Κοινότητας", "Ραντεβού", UnitKind.APPOINTMENT, 12), 52),
    (_day_service("municipal_social", "Κοινωνική Υπηρεσία", "Ραντεβού", UnitKind.APPOINTMENT, 8), 24),
    (_day_service("day_centre_homeless", "Κέντρο Ημέρας", "Επισκέψεις", UnitKind.VISIT, 60, "homeless"), 14),
    (_day_service("street_team", "Ομάδα Δρόμου", "Επαφές", UnitKind.VISIT, 20, "homeless", "substance"), 8),
    (_day_service("legal_aid", "Νομική Βοήθεια", "Ραντεβού", UnitKind.APPOINTMENT, 6), 14),
    (_day_service("interpretation", "Διερμηνεία", "Ώρες", UnitKind.HOUR, 8), 8),
    (_day_service("basic_goods", "Κοινωνικό Παντοπωλείο", "Γεύματα", UnitKind.MEAL, 80, "poverty"), 30),
    (_day_service("mh_centre", "Κέντρο Ψυχικής Υγείας", "Ραντεβού", UnitKind.APPOINTMENT, 6, "mental_health"), 12),
    (_day_service("addiction", "Μονάδα Απεξάρτησης", "Θέσεις", UnitKind.PLACE, 12, "substance"), 6),
    (_day_service("day_care_older", "ΚΗΦΗ", "Θέσεις", UnitKind.PLACE, 20, "older"), 12),
    (_day_service("day_care_disab", "ΚΔΗΦ", "Θέσεις", UnitKind.PLACE, 25, "disability"), 10),
    (_day_service("creative_centre", "ΚΔΑΠ", "Θέσεις", UnitKind.PLACE, 30, "children", "disability"), 12),
    (_day_service("home_help", "Βοήθεια στο Σπίτι", "Υποθέσεις", UnitKind.CASE, 30, "older", "disability"), 18),
    (_day_service("family_support", "Κέντρο Στήριξης Οικογένειας", "Ραντεβού", UnitKind.APPOINTMENT, 6), 10),
    (_day_service("minors_team", "Ομάδα Προστασίας Ανηλίκων", "Έρευνες", UnitKind.CASE, 10, "children"), 8),
    (_day_service("open_centre_older", "Λέσχη Φιλίας", "Μέλη", UnitKind.MEMBER, 60, "older"), 10),
    (_day_service("guardianship", "Υπηρεσία Επιτροπείας", "Θέσεις", UnitKind.CASE, 20, "uam"), 3),
    (_day_service("offenders_programme", "Πρόγραμμα Δραστών", "Θέσεις", UnitKind.PLACE, 12, "perpetrators"), 2),
)

COUNTRY: tuple[tuple[Template, int], ...] = (
    (NIGHT_SHELTER, 11),
    (HOSTEL, 18),
    (FLATS, 12),
    (REFUGE, 13),
    (PROTECTED_REFUGE, 5),
    (TRAFFICKING, 3),
    (HOTEL, 7),
    (SOCIAL_HOSTEL, 2),
    (PATIENTS, 6),
    (CHILD_UNIT, 12),
    (INFANTS, 2),
    (YOUTH, 5),
    (UAM, 8),
    (UAM_NOW, 2),
    (HEATED, 10),
    (CARE_HOME, 8),
    (CHRONIC, 4),
    (SUPPORTED_LIVING, 7),
    (MENTAL_HEALTH, 5),
    *DAY_SERVICES,
)
"""Beside these stand the structures of the stories."""

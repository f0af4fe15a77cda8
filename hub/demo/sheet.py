"""The sheet of story 4: 42 rows, semicolons, Windows-1253; one over its places, one in words, one unknown."""

from random import Random

from hub.demo.stories import KALLIRROI_STRUCTURES, KALLIRROI_WARDS

SHEET_NAME = "ΘΕΣΕΙΣ_ΝΟΕΜΒΡΙΟΣ.csv"
HEADINGS = ("Δομή", "Θάλαμος", "Σύνολο κλινών", "Ελεύθερες κλίνες")


def november_sheet() -> bytes:
    """The file as its clerk saved it: 39 rows can be taken, 3 cannot."""
    random = Random(11)
    rows = [
        (f"Υπνωτήριο «{name}»", f"Θάλαμος {ward}", "20", str(random.randrange(0, 9)))
        for name in KALLIRROI_STRUCTURES
        for ward in KALLIRROI_WARDS
    ]
    rows[4] = (*rows[4][:3], "25")
    rows[17] = (*rows[17][:3], "πέντε")
    rows[30] = ("Υπνωτήριο «Θάλασσα»", *rows[30][1:])
    lines = [";".join(row) for row in (HEADINGS, *rows)]
    return ("\r\n".join(lines) + "\r\n").encode("cp1253")

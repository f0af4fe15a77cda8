"""Which land each settlement stands on: what bridges join is one landmass, every other island its own.

`mainland` takes in the Peloponnese (Isthmus and Rio bridges), Euboea (Chalkida bridges) and Lefkada (causeway).
Facts of geography, written by municipality where it is one island and by settlement where it has several.
"""

MAINLAND = "mainland"

CRETE = range(9302, 9326)

MUNICIPALITIES = {
    9009: "samothrace",
    9011: "thasos",
    9109: "alonnisos",
    9110: "skiathos",
    9111: "skopelos",
    9116: "zakynthos",
    9117: "ithaca",
    9118: "corfu",
    9119: "paxos",
    9120: "kefalonia",
    9122: "meganisi",
    9154: "skyros",
    9207: "agkistri",
    9208: "aegina",
    9209: "kythira",
    9210: "poros",
    9211: "salamina",
    9212: "spetses",
    9214: "hydra",
    9249: "elafonisos",
    9259: "ikaria",
    9260: "fournoi",
    9261: "lesvos",
    9262: "agios-efstratios",
    9263: "limnos",
    9264: "samos",
    9265: "oinousses",
    9266: "chios",
    9267: "psara",
    9268: "andros",
    9269: "anafi",
    9270: "santorini",
    9271: "ios",
    9272: "sikinos",
    9273: "folegandros",
    9274: "agathonisi",
    9275: "astypalaia",
    9276: "kalymnos",
    9277: "leipsoi",
    9278: "leros",
    9279: "patmos",
    9280: "karpathos",
    9281: "kasos",
    9282: "kea",
    9283: "kythnos",
    9284: "kos",
    9285: "nisyros",
    9286: "kimolos",
    9287: "milos",
    9288: "serifos",
    9289: "sifnos",
    9290: "mykonos",
    9291: "amorgos",
    9292: "naxos",
    9293: "antiparos",
    9294: "paros",
    9295: "kastellorizo",
    9296: "rhodes",
    9297: "symi",
    9298: "tilos",
    9299: "chalki",
    9300: "syros",
    9301: "tinos",
    9320: "gavdos",
}

# Settlements on another island than the rest of their municipality, by their id.
SETTLEMENTS = {
    "736871": "ammouliani",
    "2463617": "othonoi",
    "antikythera": "antikythera",
    "arkoi": "arkoi",
    "donousa": "donousa",
    "ereikousa": "ereikousa",
    "irakleia": "irakleia",
    "kalamos": "kalamos",
    "kastos": "kastos",
    "koufonisi": "koufonisi",
    "mathraki": "mathraki",
    "pserimos": "pserimos",
    "schoinousa": "schoinousa",
    "telendos": "telendos",
    "thirasia": "thirasia",
    "thymaina": "thymaina",
    "trizonia": "trizonia",
}


def landmass_of(settlement: str, municipality: int) -> str:
    """The landmass code of a settlement (its id in settlements.csv) in a municipality (its YPES number)."""
    if settlement in SETTLEMENTS:
        return SETTLEMENTS[settlement]
    if municipality in MUNICIPALITIES:
        return MUNICIPALITIES[municipality]
    return "crete" if municipality in CRETE else MAINLAND

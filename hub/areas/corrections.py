"""What the GeoNames records of Greece have wrong or leave out. Each line is a fact about one place.

Keys are GeoNames numbers, municipalities YPES numbers of 2011. Which settlement belongs to which municipality follows
Law 3852/2010; names stand in the form that their own municipality uses today.
"""

from typing import NamedTuple

MUNICIPALITIES = {
    252747: 9140,  # Tragano: none given
    255274: 9205,  # Piraeus: none given
    257643: 9151,  # Marmari, in the municipality of Karystos: none given
    261743: 9170,  # Irakleio in Attica: given as Metamorfosi
    262398: 9177,  # Filothei: given as Marousi
    264371: 9186,  # Athens: none given
    264927: 9306,  # Ano Kalesia: given as Heraklion
    735430: 9019,  # Lykeio: given as Maroneia-Sapes
    865290: 9035,  # Agios Pavlos: given as Thessaloniki
}

# Karyes is the seat of Mount Athos, which governs itself and lies in no municipality and no region.
# Mosynopolis is an excavation. The second record of Nea Poteidaia repeats the first.
LEFT_OUT = frozenset({735972, 12088903, 8411066})

GREEK_NAMES = {
    251502: "Ξηροκάμπι",
    252384: "Τζερμιάδο",
    252889: "Θραψανό",
    252910: "Θήβα",
    253259: "Σταυρωμένος",
    253305: "Σταλίδα",
    253481: "Σολωμός",
    253688: "Σκαραμαγκάς",
    253716: "Σκάλα Ωρωπού",
    253717: "Σκαλάνι",
    253878: "Σικυώνα",
    254165: "Ροΐτικα",
    254755: "Πουρνάρι",
    255188: "Πυργί",
    255274: "Πειραιάς",
    255574: "Πέρα Τριοβάσαλος",
    255589: "Πέραμα",
    255654: "Γάιος",
    255773: "Παραλία Αυλίδας",
    255849: "Πάνορμο",
    255868: "Παντοκράτορας",
    256189: "Παχειά Άμμος",
    256223: "Οβρυά",
    256477: "Νέος Πύργος",
    256485: "Νέο Μοναστήρι",
    256492: "Καρλόβασι",
    256571: "Νέα Τίρυνθα",
    256678: "Καλλιθέα",
    256986: "Μηλιές",
    257080: "Καστελλόριζο (Μεγίστη)",
    257671: "Μαρκόπουλο Μεσογαίας",
    258314: "Πόρτο Ράφτη",
    258315: "Λιμένας Χερσονήσου",
    258463: "Λιβαδειά",
    258508: "Κάντζα",
    258697: "Λέικα",
    258744: "Κρουσώνας",
    258842: "Κρέστενα",
    259566: "Κόκκινο",
    259618: "Κοιλάδα",
    259718: "Κίσσαμος",
    260630: "Κάτω Ασίτες",
    260731: "Κάστρο",
    261071: "Καραϊσκάκης",
    261132: "Καπαρέλλι",
    261167: "Καναλλάκι",
    261283: "Καμάρες",
    262513: "Φάνες",
    262525: "Φάλανη",
    262683: "Αρχάνες",
    262862: "Βουργαρέλι",
    263689: "Άγιος Βησσάριος",
    263730: "Άγιος Σπυρίδωνας",
    264258: "Αγίες Παρασκιές",
    264501: "Ασήμι",
    264714: "Αράχωβα",
    264771: "Απείρανθος",
    264986: "Ανυφί",
    265142: "Αμοργός",
    265206: "Αμπελώνας",
    265420: "Ακραίφνιο",
    265711: "Αδάμαντας",
    444350: "Ζηπάρι",
    733828: "Ξυλόπολη",
    734659: "Πευκόδασος",
    734803: "Παλαιόστανη",
    735111: "Μικρόπολη",
    735495: "Λαχανάς",
    735714: "Κύργια",
    735821: "Κεραμωτή",
    736058: "Άγιος Σπυρίδωνας",
    736792: "Άνω Πορόια",
    865238: "Ειρηνούπολη",
    865290: "Άγιος Παύλος",
    6692641: "Άγιος Γεώργιος",
    6692697: "Γεωργιούπολη",
    6697441: "Άρβη",
    7667930: "Υμηττός",
    7668056: "Μακρύς Γιαλός",
    8358544: "Ζωγράφου",
    10235571: "Πλάκα Δήλεσι",
    11903632: "Δαματριά",
    11903652: "Καμάρα",
}

# Where English has a name of its own. All others are the Greek one in Latin letters.
ENGLISH_NAMES = {
    252910: "Thebes",
    253394: "Sparta",
    255274: "Piraeus",
    255683: "Patras",
    256866: "Mytilene",
    257080: "Kastellorizo (Megisti)",
    257717: "Marathon",
    258576: "Larissa",
    259289: "Corinth",
    261708: "Ithaca",
    261745: "Heraklion",
    261822: "Hydra",
    263219: "Delphi",
    264371: "Athens",
    264637: "Ancient Olympia",
    264638: "Ancient Corinth",
    265502: "Aegina",
    400666: "Rhodes",
    735342: "Dion",
    2463679: "Corfu",
}


class AddedSettlement(NamedTuple):
    """A place without a record in the source; `id` is a short Latin word, so no GeoNames number can equal it."""

    id: str
    name_el: str
    name_en: str
    latitude: float
    longitude: float
    municipality: int


# Points are good to a kilometre or two.
ADDED = (
    # The seat of Meganisi, which would otherwise be a municipality without a settlement.
    AddedSettlement("katomeri", "Κατωμέρι", "Katomeri", 38.6556, 20.7811, 9122),
    # The villages of inhabited islands: without them a point there would count to the larger island beside it.
    AddedSettlement("antikythera", "Ποταμός Αντικυθήρων", "Potamos (Antikythera)", 35.879, 23.292, 9209),
    AddedSettlement("arkoi", "Αρκοί", "Arkoi", 37.381, 26.735, 9279),
    AddedSettlement("donousa", "Δονούσα", "Donousa", 37.1, 25.802, 9292),
    AddedSettlement("ereikousa", "Ερείκουσα", "Ereikousa", 39.878, 19.586, 9118),
    AddedSettlement("irakleia", "Ηρακλειά", "Irakleia", 36.863, 25.472, 9292),
    AddedSettlement("kalamos", "Κάλαμος", "Kalamos", 38.623, 20.933, 9121),
    AddedSettlement("kastos", "Καστός", "Kastos", 38.569, 20.911, 9121),
    AddedSettlement("koufonisi", "Κουφονήσι", "Koufonisi", 36.933, 25.602, 9292),
    AddedSettlement("mathraki", "Μαθράκι", "Mathraki", 39.772, 19.518, 9118),
    AddedSettlement("pserimos", "Ψέριμος", "Pserimos", 36.931, 27.141, 9276),
    AddedSettlement("schoinousa", "Σχοινούσα", "Schoinousa", 36.874, 25.521, 9292),
    AddedSettlement("telendos", "Τέλενδος", "Telendos", 36.999, 26.926, 9276),
    AddedSettlement("thirasia", "Θηρασιά", "Thirasia", 36.43, 25.342, 9270),
    AddedSettlement("thymaina", "Θύμαινα", "Thymaina", 37.586, 26.448, 9260),
    AddedSettlement("trizonia", "Τριζόνια", "Trizonia", 38.368, 22.079, 9165),
    # Villages far from every other one: without them a point there would count as outside the country.
    AddedSettlement("agia-roumeli", "Αγία Ρουμέλη", "Agia Roumeli", 35.231, 23.959, 9324),
    AddedSettlement("ano-chora", "Άνω Χώρα", "Ano Chora", 38.6, 21.92, 9128),
    AddedSettlement("evdilos", "Εύδηλος", "Evdilos", 37.629, 26.179, 9259),
    AddedSettlement("gerolimenas", "Γερολιμένας", "Gerolimenas", 36.482, 22.4, 9248),
    AddedSettlement("kattavia", "Κατταβιά", "Kattavia", 35.951, 27.769, 9296),
    AddedSettlement("kechros", "Κέχρος", "Kechros", 41.233, 25.861, 9019),
    AddedSettlement("kleitoria", "Κλειτορία", "Kleitoria", 37.893, 22.121, 9133),
    AddedSettlement("krystallopigi", "Κρυσταλλοπηγή", "Krystallopigi", 40.645, 21.089, 9071),
    AddedSettlement("lampeia", "Λάμπεια", "Lampeia", 37.857, 21.808, 9137),
    AddedSettlement("mikro-dereio", "Μικρό Δέρειο", "Mikro Dereio", 41.317, 26.1, 9010),
    AddedSettlement("monemvasia", "Μονεμβασία", "Monemvasia", 36.687, 23.055, 9251),
    AddedSettlement("moudros", "Μούδρος", "Moudros", 39.872, 25.27, 9263),
    AddedSettlement("neapoli-voion", "Νεάπολη Βοιών", "Neapoli Voion", 36.513, 23.061, 9251),
    AddedSettlement("olympos-karpathou", "Όλυμπος", "Olympos", 35.739, 27.17, 9280),
    AddedSettlement("organi", "Οργάνη", "Organi", 41.263, 25.697, 9019),
    AddedSettlement("pyrsogianni", "Πυρσόγιαννη", "Pyrsogianni", 40.15, 20.78, 9085),
    AddedSettlement("raches", "Χριστός Ραχών", "Christos Rachon", 37.608, 26.089, 9259),
    AddedSettlement("sidironero", "Σιδηρόνερο", "Sidironero", 41.367, 24.233, 9002),
    AddedSettlement("tropaia", "Τρόπαια", "Tropaia", 37.728, 21.954, 9238),
    AddedSettlement("volissos", "Βολισσός", "Volissos", 38.482, 25.928, 9266),
    AddedSettlement("vovousa", "Βωβούσα", "Vovousa", 39.938, 21.046, 9082),
    AddedSettlement("zakros", "Ζάκρος", "Zakros", 35.113, 26.216, 9313),
)

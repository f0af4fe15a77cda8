"""The 74 regional units (περιφερειακές ενότητες), each with the municipalities that make it up.

Source: Law 3852/2010 (Kallikratis), articles 1 and 3. `code` is the two digits of the statistical authority;
municipalities are the numbers of the interior ministry (YPES) of 2011, which run on without a gap inside a unit.
The five municipalities that were divided in 2019 keep here the number and the shape that they had before.
"""

from typing import NamedTuple


class RegionalUnit(NamedTuple):
    """`name_el` is in the genitive, to follow «Π.Ε.»; `region` is a NUTS 2 code."""

    code: str
    name_el: str
    name_en: str
    region: str
    municipalities: range


REGIONAL_UNITS = (
    RegionalUnit("02", "Δράμας", "Drama", "EL51", range(9001, 9006)),
    RegionalUnit("03", "Έβρου", "Evros", "EL51", range(9006, 9011)),
    RegionalUnit("04", "Θάσου", "Thasos", "EL51", range(9011, 9012)),
    RegionalUnit("05", "Καβάλας", "Kavala", "EL51", range(9012, 9015)),
    RegionalUnit("06", "Ξάνθης", "Xanthi", "EL51", range(9015, 9019)),
    RegionalUnit("01", "Ροδόπης", "Rodopi", "EL51", range(9019, 9023)),
    RegionalUnit("08", "Ημαθίας", "Imathia", "EL52", range(9023, 9026)),
    RegionalUnit("07", "Θεσσαλονίκης", "Thessaloniki", "EL52", range(9026, 9040)),
    RegionalUnit("09", "Κιλκίς", "Kilkis", "EL52", range(9040, 9042)),
    RegionalUnit("10", "Πέλλας", "Pella", "EL52", range(9042, 9046)),
    RegionalUnit("11", "Πιερίας", "Pieria", "EL52", range(9046, 9049)),
    RegionalUnit("12", "Σερρών", "Serres", "EL52", range(9049, 9056)),
    RegionalUnit("13", "Χαλκιδικής", "Chalkidiki", "EL52", range(9056, 9061)),
    RegionalUnit("15", "Γρεβενών", "Grevena", "EL53", range(9061, 9063)),
    RegionalUnit("16", "Καστοριάς", "Kastoria", "EL53", range(9063, 9066)),
    RegionalUnit("14", "Κοζάνης", "Kozani", "EL53", range(9066, 9070)),
    RegionalUnit("17", "Φλώρινας", "Florina", "EL53", range(9070, 9073)),
    RegionalUnit("19", "Άρτας", "Arta", "EL54", range(9073, 9077)),
    RegionalUnit("20", "Θεσπρωτίας", "Thesprotia", "EL54", range(9077, 9080)),
    RegionalUnit("18", "Ιωαννίνων", "Ioannina", "EL54", range(9080, 9088)),
    RegionalUnit("21", "Πρέβεζας", "Preveza", "EL54", range(9088, 9091)),
    RegionalUnit("23", "Καρδίτσας", "Karditsa", "EL61", range(9091, 9097)),
    RegionalUnit("22", "Λάρισας", "Larissa", "EL61", range(9097, 9104)),
    RegionalUnit("24", "Μαγνησίας", "Magnesia", "EL61", range(9104, 9109)),
    RegionalUnit("25", "Σποράδων", "Sporades", "EL61", range(9109, 9112)),
    RegionalUnit("26", "Τρικάλων", "Trikala", "EL61", range(9112, 9116)),
    RegionalUnit("33", "Ζακύνθου", "Zakynthos", "EL62", range(9116, 9117)),
    RegionalUnit("34", "Ιθάκης", "Ithaca", "EL62", range(9117, 9118)),
    RegionalUnit("32", "Κέρκυρας", "Corfu", "EL62", range(9118, 9120)),
    RegionalUnit("35", "Κεφαλληνίας", "Kefalonia", "EL62", range(9120, 9121)),
    RegionalUnit("36", "Λευκάδας", "Lefkada", "EL62", range(9121, 9123)),
    RegionalUnit("38", "Αιτωλοακαρνανίας", "Aitoloakarnania", "EL63", range(9123, 9130)),
    RegionalUnit("37", "Αχαΐας", "Achaia", "EL63", range(9130, 9135)),
    RegionalUnit("39", "Ηλείας", "Ilia", "EL63", range(9135, 9142)),
    RegionalUnit("28", "Βοιωτίας", "Boeotia", "EL64", range(9142, 9148)),
    RegionalUnit("29", "Εύβοιας", "Euboea", "EL64", range(9148, 9156)),
    RegionalUnit("30", "Ευρυτανίας", "Evrytania", "EL64", range(9156, 9158)),
    RegionalUnit("27", "Φθιώτιδας", "Phthiotis", "EL64", range(9158, 9165)),
    RegionalUnit("31", "Φωκίδας", "Phocis", "EL64", range(9165, 9167)),
    RegionalUnit("46", "Βόρειου Τομέα Αθηνών", "North Athens", "EL30", range(9167, 9179)),
    RegionalUnit("47", "Δυτικού Τομέα Αθηνών", "West Athens", "EL30", range(9179, 9186)),
    RegionalUnit("45", "Κεντρικού Τομέα Αθηνών", "Central Athens", "EL30", range(9186, 9194)),
    RegionalUnit("48", "Νότιου Τομέα Αθηνών", "South Athens", "EL30", range(9194, 9202)),
    RegionalUnit("51", "Πειραιώς", "Piraeus", "EL30", range(9202, 9207)),
    RegionalUnit("52", "Νήσων Αττικής", "Attica Islands", "EL30", range(9207, 9215)),
    RegionalUnit("49", "Ανατολικής Αττικής", "East Attica", "EL30", range(9215, 9228)),
    RegionalUnit("50", "Δυτικής Αττικής", "West Attica", "EL30", range(9228, 9233)),
    RegionalUnit("41", "Αργολίδας", "Argolida", "EL65", range(9233, 9237)),
    RegionalUnit("40", "Αρκαδίας", "Arcadia", "EL65", range(9237, 9242)),
    RegionalUnit("42", "Κορινθίας", "Corinthia", "EL65", range(9242, 9248)),
    RegionalUnit("43", "Λακωνίας", "Laconia", "EL65", range(9248, 9253)),
    RegionalUnit("44", "Μεσσηνίας", "Messinia", "EL65", range(9253, 9259)),
    RegionalUnit("54", "Ικαρίας", "Ikaria", "EL41", range(9259, 9261)),
    RegionalUnit("53", "Λέσβου", "Lesvos", "EL41", range(9261, 9262)),
    RegionalUnit("55", "Λήμνου", "Limnos", "EL41", range(9262, 9264)),
    RegionalUnit("56", "Σάμου", "Samos", "EL41", range(9264, 9265)),
    RegionalUnit("57", "Χίου", "Chios", "EL41", range(9265, 9268)),
    RegionalUnit("59", "Άνδρου", "Andros", "EL42", range(9268, 9269)),
    RegionalUnit("60", "Θήρας", "Thira (Santorini)", "EL42", range(9269, 9274)),
    RegionalUnit("61", "Καλύμνου", "Kalymnos", "EL42", range(9274, 9280)),
    RegionalUnit("62", "Καρπάθου - Ηρωικής Νήσου Κάσου", "Karpathos and Kasos", "EL42", range(9280, 9282)),
    RegionalUnit("63", "Κέας - Κύθνου", "Kea and Kythnos", "EL42", range(9282, 9284)),
    RegionalUnit("64", "Κω", "Kos", "EL42", range(9284, 9286)),
    RegionalUnit("65", "Μήλου", "Milos", "EL42", range(9286, 9290)),
    RegionalUnit("66", "Μυκόνου", "Mykonos", "EL42", range(9290, 9291)),
    RegionalUnit("67", "Νάξου", "Naxos", "EL42", range(9291, 9293)),
    RegionalUnit("68", "Πάρου", "Paros", "EL42", range(9293, 9295)),
    RegionalUnit("69", "Ρόδου", "Rhodes", "EL42", range(9295, 9300)),
    RegionalUnit("58", "Σύρου", "Syros", "EL42", range(9300, 9301)),
    RegionalUnit("70", "Τήνου", "Tinos", "EL42", range(9301, 9302)),
    RegionalUnit("71", "Ηρακλείου", "Heraklion", "EL43", range(9302, 9310)),
    RegionalUnit("72", "Λασιθίου", "Lasithi", "EL43", range(9310, 9314)),
    RegionalUnit("73", "Ρεθύμνου", "Rethymno", "EL43", range(9314, 9319)),
    RegionalUnit("74", "Χανίων", "Chania", "EL43", range(9319, 9326)),
)

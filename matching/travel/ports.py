"""The harbours from which passengers reach, or leave, each inhabited island, and those of the mainland facing them.

Facts of geography; points are good to some hundred metres. `landmass` codes are those of `Spot`.
"""

from typing import NamedTuple

from graph.model.place import Point


class Port(NamedTuple):
    key: str
    landmass: str
    point: Point


def _port(key: str, landmass: str, latitude: float, longitude: float) -> Port:
    return Port(key, landmass, Point(latitude, longitude))


PORTS = (
    _port("agios-konstantinos", "mainland", 38.757, 22.858),
    _port("alexandroupoli", "mainland", 40.843, 25.877),
    _port("ermioni", "mainland", 37.385, 23.253),
    _port("galatas", "mainland", 37.495, 23.455),
    _port("glyfada-fokidas", "mainland", 38.376, 22.082),
    _port("gytheio", "mainland", 36.757, 22.567),
    _port("igoumenitsa", "mainland", 39.494, 20.263),
    _port("kavala", "mainland", 40.934, 24.412),
    _port("keramoti", "mainland", 40.857, 24.703),
    _port("kosta", "mainland", 37.290, 23.110),
    _port("kyllini", "mainland", 37.935, 21.147),
    _port("kymi", "mainland", 38.631, 24.129),
    _port("lavrio", "mainland", 37.712, 24.060),
    _port("methana", "mainland", 37.576, 23.390),
    _port("mytikas", "mainland", 38.668, 20.948),
    _port("neapoli-voion", "mainland", 36.513, 23.061),
    _port("nydri", "mainland", 38.707, 20.712),
    _port("patra", "mainland", 38.244, 21.727),
    _port("perama", "mainland", 37.962, 23.571),
    _port("piraeus", "mainland", 37.943, 23.640),
    _port("pounta-lakonias", "mainland", 36.513, 22.983),
    _port("rafina", "mainland", 38.022, 24.011),
    _port("tripiti", "mainland", 40.368, 23.925),
    _port("volos", "mainland", 39.357, 22.943),
    # Argosaronic Gulf and Kythira
    _port("aegina", "aegina", 37.746, 23.427),
    _port("agkistri", "agkistri", 37.712, 23.363),
    _port("antikythera", "antikythera", 35.879, 23.290),
    _port("elafonisos", "elafonisos", 36.509, 22.978),
    _port("hydra", "hydra", 37.351, 23.465),
    _port("kythira", "kythira", 36.270, 23.078),
    _port("poros", "poros", 37.499, 23.457),
    _port("salamina", "salamina", 37.967, 23.533),
    _port("spetses", "spetses", 37.263, 23.161),
    # Crete and what is served from it
    _port("chora-sfakion", "crete", 35.200, 24.137),
    _port("gavdos", "gavdos", 34.845, 24.118),
    _port("heraklion", "crete", 35.344, 25.145),
    _port("kissamos", "crete", 35.518, 23.638),
    _port("siteia", "crete", 35.210, 26.106),
    _port("souda", "crete", 35.489, 24.066),
    # Cyclades
    _port("aigiali", "amorgos", 36.903, 25.976),
    _port("ammoudi", "santorini", 36.462, 25.371),
    _port("anafi", "anafi", 36.345, 25.768),
    _port("andros", "andros", 37.884, 24.733),
    _port("antiparos", "antiparos", 37.040, 25.083),
    _port("athinios", "santorini", 36.386, 25.430),
    _port("donousa", "donousa", 37.099, 25.801),
    _port("folegandros", "folegandros", 36.614, 24.949),
    _port("ios", "ios", 36.722, 25.272),
    _port("irakleia", "irakleia", 36.864, 25.473),
    _port("katapola", "amorgos", 36.829, 25.864),
    _port("kea", "kea", 37.661, 24.312),
    _port("kimolos", "kimolos", 36.785, 24.581),
    _port("koufonisi", "koufonisi", 36.932, 25.602),
    _port("kythnos", "kythnos", 37.392, 24.397),
    _port("milos", "milos", 36.726, 24.446),
    _port("mykonos", "mykonos", 37.466, 25.322),
    _port("naxos", "naxos", 37.107, 25.371),
    _port("parikia", "paros", 37.086, 25.148),
    _port("pollonia", "milos", 36.762, 24.526),
    _port("pounta-parou", "paros", 37.044, 25.100),
    _port("schoinousa", "schoinousa", 36.868, 25.513),
    _port("serifos", "serifos", 37.142, 24.516),
    _port("sifnos", "sifnos", 36.993, 24.673),
    _port("sikinos", "sikinos", 36.676, 25.146),
    _port("syros", "syros", 37.440, 24.944),
    _port("thirasia", "thirasia", 36.451, 25.349),
    _port("tinos", "tinos", 37.538, 25.160),
    # Dodecanese
    _port("agathonisi", "agathonisi", 37.458, 26.968),
    _port("arkoi", "arkoi", 37.383, 26.733),
    _port("astypalaia", "astypalaia", 36.577, 26.385),
    _port("chalki", "chalki", 36.222, 27.612),
    _port("kalymnos", "kalymnos", 36.949, 26.988),
    _port("kamiros-skala", "rhodes", 36.273, 27.825),
    _port("karpathos", "karpathos", 35.508, 27.213),
    _port("kasos", "kasos", 35.419, 26.922),
    _port("kastellorizo", "kastellorizo", 36.150, 29.593),
    _port("kos", "kos", 36.897, 27.288),
    _port("leipsoi", "leipsoi", 37.298, 26.764),
    _port("leros", "leros", 37.131, 26.851),
    _port("mastichari", "kos", 36.851, 27.077),
    _port("myrties", "kalymnos", 36.994, 26.931),
    _port("nisyros", "nisyros", 36.615, 27.134),
    _port("patmos", "patmos", 37.325, 26.547),
    _port("pserimos", "pserimos", 36.930, 27.142),
    _port("rhodes", "rhodes", 36.450, 28.232),
    _port("symi", "symi", 36.617, 27.838),
    _port("telendos", "telendos", 36.998, 26.927),
    _port("tilos", "tilos", 36.417, 27.387),
    # North Aegean and the Sporades
    _port("agios-efstratios", "agios-efstratios", 39.540, 24.987),
    _port("agios-kirykos", "ikaria", 37.613, 26.297),
    _port("alonnisos", "alonnisos", 39.145, 23.866),
    _port("ammouliani", "ammouliani", 40.333, 23.917),
    _port("chios", "chios", 38.371, 26.139),
    _port("evdilos", "ikaria", 37.633, 26.183),
    _port("fournoi", "fournoi", 37.577, 26.482),
    _port("karlovasi", "samos", 37.798, 26.681),
    _port("limnos", "limnos", 39.873, 25.056),
    _port("mytilene", "lesvos", 39.102, 26.557),
    _port("oinousses", "oinousses", 38.514, 26.222),
    _port("prinos", "thasos", 40.758, 24.573),
    _port("psara", "psara", 38.540, 25.563),
    _port("pythagoreio", "samos", 37.690, 26.943),
    _port("samothrace", "samothrace", 40.476, 25.471),
    _port("skiathos", "skiathos", 39.162, 23.492),
    _port("skopelos", "skopelos", 39.124, 23.729),
    _port("skyros", "skyros", 38.843, 24.537),
    _port("thasos", "thasos", 40.781, 24.709),
    _port("thymaina", "thymaina", 37.586, 26.448),
    _port("vathy", "samos", 37.756, 26.973),
    # Ionian Sea and the Gulf of Corinth
    _port("agios-stefanos", "corfu", 39.754, 19.640),
    _port("corfu", "corfu", 39.626, 19.907),
    _port("ereikousa", "ereikousa", 39.878, 19.587),
    _port("kalamos", "kalamos", 38.622, 20.932),
    _port("kastos", "kastos", 38.570, 20.912),
    _port("lefkimmi", "corfu", 39.416, 20.090),
    _port("mathraki", "mathraki", 39.767, 19.523),
    _port("meganisi", "meganisi", 38.664, 20.780),
    _port("othonoi", "othonoi", 39.838, 19.404),
    _port("paxos", "paxos", 39.200, 20.188),
    _port("pisaetos", "ithaca", 38.349, 20.673),
    _port("poros-kefalonias", "kefalonia", 38.150, 20.781),
    _port("sami", "kefalonia", 38.253, 20.646),
    _port("trizonia", "trizonia", 38.370, 22.078),
    _port("zakynthos", "zakynthos", 37.781, 20.904),
)

PORT = {port.key: port for port in PORTS}

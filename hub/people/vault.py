"""Names, numbers and notes are sealed before they reach the graph, and opened only for those who may read them.

AES-GCM by way of `cryptography`'s Fernet recipe, under keys derived from the hub's secret (HKDF, RFC 5869). The blind
index is a keyed hash, so that an equal number can be found without opening any.
"""

from base64 import urlsafe_b64encode
from hmac import digest

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from graph.model.errors import Conflict


class Vault:
    """Seals and opens short texts. Raises Conflict `sealed-with-another-key` for what another secret has sealed."""

    def __init__(self, secret: str) -> None:
        self._fernet = Fernet(urlsafe_b64encode(_derived(secret, b"sealed text")))
        self._index_key = _derived(secret, b"blind index")

    def seal(self, text: str | None) -> str | None:
        return self._fernet.encrypt(text.encode()).decode() if text else None

    def open(self, sealed: str | None) -> str | None:
        if not sealed:
            return None
        try:
            return self._fernet.decrypt(sealed.encode()).decode()
        except InvalidToken as error:
            raise Conflict("sealed-with-another-key") from error

    def index(self, text: str) -> str:
        """The same for the same text, and nothing else can be told from it."""
        return digest(self._index_key, text.encode(), "sha256").hex()


def _derived(secret: str, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose).derive(secret.encode())

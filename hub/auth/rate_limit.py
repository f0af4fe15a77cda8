"""How often somebody may try to sign in: 5 times per name and address, 60 times per address, then 10 minutes' rest.

Tries are counted before the password is looked at, so that many at once gain nothing. Those refused here are not
counted, so that the rest ends ten minutes after the last try that was let through.
"""

from hashlib import sha256
from ipaddress import ip_address, ip_network
from typing import cast

from redis import Redis

from hub.errors import TooManyTries

PER_NAME_AND_ADDRESS = 5
PER_ADDRESS = 60
REST_SECONDS = 600

# One script, so that a crash between counting and setting the end leaves nobody locked out for ever.
_COUNT = """
local tries = tonumber(redis.call('GET', KEYS[1]) or '0')
if tries >= tonumber(ARGV[1]) then return redis.call('TTL', KEYS[1]) end
redis.call('INCR', KEYS[1])
redis.call('EXPIRE', KEYS[1], ARGV[2])
return 0
"""


class Tries:
    def __init__(self, redis: Redis) -> None:
        self._redis = redis

    def count(self, username: str, address: str) -> None:
        """Counts one try. Raises TooManyTries, which says after how many seconds to come back."""
        self._count(_by_address(address), PER_ADDRESS)
        self._count(_by_name(username, address), PER_NAME_AND_ADDRESS)

    def forget(self, username: str, address: str) -> None:
        """After a sign-in: the tries of this name from here are forgiven."""
        self._redis.delete(_by_name(username, address))

    def _count(self, key: str, limit: int) -> None:
        seconds = cast(int, self._redis.eval(_COUNT, 1, key, str(limit), str(REST_SECONDS)))
        if seconds:
            raise TooManyTries(max(1, int(seconds)))


def _by_name(username: str, address: str) -> str:
    return f"tries:{sha256(username.encode()).hexdigest()}:{network(address)}"


def _by_address(address: str) -> str:
    return f"tries:{network(address)}"


def network(address: str) -> str:
    """The address; of IPv6 its /64, because one house has all of that."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return "unknown"
    return str(ip_network(f"{parsed}/64", strict=False)) if parsed.version == 6 else str(parsed)

"""Five tries per name and address, then ten minutes' rest."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from redis import Redis

from graph.model.account import Account
from hub.auth.rate_limit import PER_ADDRESS, PER_NAME_AND_ADDRESS, REST_SECONDS, Tries, network
from hub.errors import TooManyTries
from tests.auth.a_hub import PASSWORD
from tests.auth.browser import Browser


@pytest.fixture
def tries(redis_url: str) -> Tries:
    redis = Redis.from_url(redis_url, decode_responses=True)
    redis.flushdb()
    return Tries(redis)


def allowed(tries: Tries, username: str, address: str) -> bool:
    try:
        tries.count(username, address)
    except TooManyTries:
        return False
    return True


def test_the_sixth_try_of_a_name_from_one_address_is_refused(tries: Tries) -> None:
    said = [allowed(tries, "ana", "192.0.2.1") for _ in range(7)]
    assert said == [True] * PER_NAME_AND_ADDRESS + [False] * 2
    assert allowed(tries, "ana", "192.0.2.2")
    assert allowed(tries, "bram", "192.0.2.1")


def test_the_refusal_says_when_to_come_back(tries: Tries) -> None:
    while allowed(tries, "ana", "192.0.2.1"):
        pass
    with pytest.raises(TooManyTries) as refused:
        tries.count("ana", "192.0.2.1")
    assert 0 < refused.value.retry_after <= REST_SECONDS
    assert refused.value.details == {"minutes": 10}


def test_twenty_at_once_gain_nothing(tries: Tries) -> None:
    with ThreadPoolExecutor(20) as pool:
        said = list(pool.map(lambda _: allowed(tries, "ana", "192.0.2.1"), range(20)))
    assert said.count(True) == PER_NAME_AND_ADDRESS


def test_trying_many_names_from_one_address_ends_too(tries: Tries) -> None:
    said = [allowed(tries, f"name-{n}", "192.0.2.1") for n in range(PER_ADDRESS + 1)]
    assert said == [True] * PER_ADDRESS + [False]


def test_a_sign_in_forgives_the_tries_before_it(tries: Tries) -> None:
    for _ in range(PER_NAME_AND_ADDRESS):
        assert allowed(tries, "ana", "192.0.2.1")
    tries.forget("ana", "192.0.2.1")
    assert allowed(tries, "ana", "192.0.2.1")


def test_all_addresses_of_one_house_count_together() -> None:
    assert network("2001:db8:1:2:aaaa::1") == network("2001:db8:1:2:bbbb::9") != network("2001:db8:1:3::1")


@pytest.mark.graph
def test_after_five_wrong_passwords_even_the_right_one_waits(browser: Browser, ana: Account) -> None:
    for _ in range(PER_NAME_AND_ADDRESS):
        browser.sign_in(ana.username, "not the password at all")
    answer = browser.sign_in(ana.username, PASSWORD)
    assert answer.status_code == 429
    assert "Δοκιμάστε πάλι σε 10 λεπτά" in answer.text

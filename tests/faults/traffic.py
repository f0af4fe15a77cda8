"""Mixed traffic: each walker leads one household after another through the chain, as far as chance says."""

import random
import threading
from collections.abc import Sequence
from dataclasses import dataclass

from tests.faults.client import Client, Refused

HOUSEHOLD = {
    "household": {"members": [{"sex": "f", "age": 34}], "languages": ["el"]},
    "sharing_basis": "verbal_consent",
}
NEED = {"kind": "shelter", "urgency": "emergency", "near": {"area_id": "settlement-258576"}, "nights": 2}
ORDINARY = {"no-places-left", "unit-not-claimable"}
"""Refusals that busy places give rightly."""


@dataclass
class Place:
    id: str
    unit_id: str
    places: int


@dataclass
class Walker:
    """`asker` opens, holds and refers; `provider` answers, lets in and reports, for all places."""

    asker: Client
    provider: Client
    places: Sequence[Place]
    chance: random.Random
    stop: threading.Event
    failure: BaseException | None = None

    def run(self) -> None:
        try:
            while not self.stop.is_set():
                self._one_household()
        except BaseException as failure:
            self.failure = failure
            raise

    def _one_household(self) -> None:
        place = self.chance.choice(self.places)
        if self.chance.random() < 0.1:
            self._report(place)
        try:
            self._through_the_chain(place)
        except Refused as refused:
            if refused.type not in ORDINARY:
                raise

    def _report(self, place: Place) -> None:
        body = {"capacity_unit_id": place.unit_id, "free": self.chance.randint(place.places // 2, place.places)}
        try:
            self.provider.command("report", "/capacity_reports", body)
        except Refused as refused:
            if refused.type not in ORDINARY:
                raise

    def _through_the_chain(self, place: Place) -> None:
        case = self.asker.command("case", "/cases", HOUSEHOLD)["id"]
        need = self.asker.command("need", f"/cases/{case}/needs", NEED, case_id=case)["id"]
        hold = self.asker.command(
            "hold", "/holds", {"need_id": need, "service_at_location_id": place.id}, case_id=case
        )["id"]
        if self.chance.random() < 0.2:
            self.asker.command("release", f"/holds/{hold}/release", {"reason": "need_ended"}, case_id=case)
            return
        referral = self.asker.command("refer", "/referrals", {"hold_id": hold}, case_id=case)["id"]
        if self.chance.random() < 0.2:
            self.provider.command("decline", f"/referrals/{referral}/decline", {"reason": "catchment"}, case_id=case)
            return
        accepted = self.provider.command("accept", f"/referrals/{referral}/accept", {}, case_id=case)
        reservation = accepted["reservation_id"]
        stay = self.provider.command("arrival", f"/reservations/{reservation}/arrival", {}, case_id=case)["id"]
        self.provider.command("departure", f"/placements/{stay}/departure", {"reason": "goal_reached"}, case_id=case)

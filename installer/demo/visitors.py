"""The people at the kiosk and with their telephones: two threads that see to it that everybody comes and goes."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace

from installer.demo.citizens import Visit
from installer.demo.hall import Hall, Receipt, Wish
from installer.demo.kiosk_hands import KioskHands
from installer.demo.office import Folders
from installer.demo.pace import Pace
from installer.demo.papers import code_on
from installer.demo.phone import Phone
from installer.demo.remote import RemoteError
from installer.demo.watched import Watched

_IDLE_SECONDS = 0.2
_TRY_AGAIN_SECONDS = 4.0
_MOST_TRIES = 30
_PRINTING_TRIES = 50


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody comes in, `at` seconds after the morning began; `collects` is brought to collect a result."""

    at: float
    visit: Visit
    collects: Receipt | None = None


class Visitors:
    """Everybody's way through the kiosk, and the telephones outside. `folders`: where printed slips are found."""

    def __init__(self, hands: KioskHands, phone: Phone, hall: Hall, pace: Pace, folders: Folders) -> None:
        self._hands, self._phone = hands, phone
        self._hall, self._pace = hall, pace
        self._folders = folders
        self._arrivals: list[Arrival] = []
        self._lock = threading.Lock()
        self._home_time = threading.Event()
        self._photographed: set[str] = set()
        self._threads = (Watched("kiosk", self._at_the_kiosk, pace), Watched("phones", self._on_the_phone, pace))

    def start(self) -> None:
        """Opens the doors."""
        for thread in self._threads:
            thread.start()

    def expect(self, arrivals: Sequence[Arrival]) -> None:
        """These will come, in this order."""
        with self._lock:
            self._arrivals.extend(arrivals)

    def still_expected(self) -> int:
        """How many have not taken their number yet."""
        with self._lock:
            return len(self._arrivals)

    def stop(self) -> None:
        """Closes the doors; raises what went wrong."""
        self._home_time.set()
        for thread in self._threads:
            thread.finish()

    def _at_the_kiosk(self) -> None:
        self._hands.wait_home()
        self._hands.show_english()
        while not self._home_time.is_set():
            self._pace.check()
            arrival = self._next_arrival()
            wish = None if arrival else self._hall.next_wish("kiosk")
            if arrival is not None:
                self._take_number(arrival)
            elif wish is not None:
                self._fulfil(wish, self._check_or_rate(wish))
            else:
                self._pace.wait(_IDLE_SECONDS)

    def _on_the_phone(self) -> None:
        while not self._home_time.is_set():
            self._pace.check()
            wish = self._hall.next_wish("phone")
            if wish is None:
                self._pace.wait(_IDLE_SECONDS)
            else:
                self._fulfil(wish, self._rate_by_phone(wish))

    def _next_arrival(self) -> Arrival | None:
        with self._lock:
            return self._arrivals[0] if self._arrivals and self._arrivals[0].at <= self._pace.seconds() else None

    def _take_number(self, arrival: Arrival) -> None:
        visit = arrival.visit
        label = self._hands.take_number(visit.line, visit.priority, self._once("ticket", visit.priority))
        self._hall.enter(label, visit, arrival.collects)
        with self._lock:
            self._arrivals.remove(arrival)

    def _fulfil(self, wish: Wish, done: bool) -> None:  # noqa: FBT001  # how it went
        if not done and wish.tries >= _MOST_TRIES:
            what = "look the dossier up" if wish.check else "rate"
            raise RemoteError(f"whoever had the number {wish.label} could not {what}")
        if not done:
            self._hall.wish(replace(wish, tries=wish.tries + 1), _TRY_AGAIN_SECONDS)
        self._hall.fulfilled()

    def _check_or_rate(self, wish: Wish) -> bool:
        if wish.check is not None and wish.receipt is not None:
            photograph = self._once("dossier", wish.check)
            if wish.check == "scan":
                return self._hands.check_by_scan(wish.receipt.url, wish.receipt.code, photograph)
            return self._hands.check_by_typing(wish.receipt.code, photograph)
        if wish.rating is None:
            return True
        photograph = self._once("rating", str(wish.rating.score))
        if wish.receipt is not None:
            return self._hands.rate_by_scan(wish.receipt.url, wish.rating, photograph)
        if wish.label.startswith("A"):
            return self._hands.rate_by_scan(self._slip(wish.label), wish.rating, photograph)
        return self._hands.rate_by_typing(wish.label, wish.rating, photograph)

    def _rate_by_phone(self, wish: Wish) -> bool:
        if wish.rating is None:
            return True
        printed = wish.receipt.url if wish.receipt is not None else self._slip(wish.label)
        return self._phone.opens(printed) and self._phone.rate(printed, wish.rating)

    def _slip(self, label: str) -> str:
        slip = self._folders.tickets / f"{label}.pdf"
        for _ in range(_PRINTING_TRIES):
            code = code_on(slip) if slip.exists() else None
            if code is not None:
                return code
            self._pace.wait(_IDLE_SECONDS)
        raise RemoteError(f"the slip {label} was not printed, or has no code on it")

    def _once(self, kind: str, what: str | None) -> str | None:
        """A name for a photograph, the first time that something of this kind happens."""
        name = what or "ordinary"
        if f"{kind}/{name}" in self._photographed:
            return None
        self._photographed.add(f"{kind}/{name}")
        return name

"""The hall between kiosk and counters: who waits, who stands where, who holds which paper. Shared by all threads."""

from __future__ import annotations

import heapq
import itertools
import threading
import time
from dataclasses import dataclass, replace

from installer.demo.citizens import Checker, Errand, Rater, Rating, Visit
from resources.sample_ward.load import SampleCitizen

_REGISTERED_WITHIN_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Receipt:
    """The Form 01 in a citizen's hand (giấy tiếp nhận): the dossier's code and what its QR holds.

    `by_submitter`: an authorised person handed it in, and collects the result. `by_post`: it came through the post,
    and its result goes back so.
    """

    code: str
    url: str
    citizen: SampleCitizen
    errand: Errand
    by_submitter: bool = False
    by_post: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to do on the way out: look the dossier of `receipt` up (`check`), or rate (`rating`).

    With a `receipt` the dossier is rated, otherwise the visit with the number `label`. `tries`: how often it was tried.
    """

    where: Rater
    label: str
    receipt: Receipt | None = None
    check: Checker | None = None
    rating: Rating | None = None
    tries: int = 0


class Hall:
    """What is true of the people, whatever the programs say. Attributes: `slips_read`, at counters, off paper."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._visits: dict[str, Visit] = {}
        self._results: dict[str, Receipt] = {}
        self._with_counter: dict[str, str] = {}
        self._gone: set[str] = set()
        self._receipts: list[Receipt] = []
        self._wishes: dict[Rater, list[tuple[float, int, Wish]]] = {"kiosk": [], "phone": []}
        self._order = itertools.count()
        self._in_progress = 0
        self._slip: str | None = None
        self.slips_read = 0

    def enter(self, label: str, visit: Visit, collects: Receipt | None = None) -> None:
        """Somebody holds the number `label`."""
        with self._changed:
            self._visits[label] = visit
            if collects is not None:
                self._results[label] = collects
            self._changed.notify_all()

    def come(self, label: str, counter: str) -> Visit | None:
        """Who comes when `counter` calls `label`; None when that person has left or stands at another counter."""
        with self._changed:
            if not self._changed.wait_for(lambda: label in self._visits, _REGISTERED_WITHIN_SECONDS):
                return None
            visit = self._visits[label]
            at = self._with_counter.get(label, counter)
            if not visit.stays or label in self._gone or at != counter:
                return None
            self._with_counter[label] = counter
            return visit

    def send_on(self, label: str, line: str) -> None:
        """Whoever holds `label` waits again, now for `line`."""
        with self._changed:
            self._with_counter.pop(label, None)
            self._visits[label] = replace(self._visits[label], line=line, belongs_to=None)

    def is_elsewhere(self, label: str, counter: str) -> bool:
        """Whether the holder of `label` stands, or stood, at another counter."""
        with self._changed:
            return self._with_counter.get(label, counter) != counter

    def leave(self, label: str) -> None:
        """The visit of `label` is over."""
        with self._changed:
            self._gone.add(label)
            self._changed.notify_all()

    def is_served(self) -> bool:
        """Whether nobody is left who holds a number."""
        with self._changed:
            return self._gone >= set(self._visits)

    def figures(self) -> tuple[int, int, int]:
        """Numbers taken, visits over, dossiers received."""
        with self._changed:
            return len(self._visits), len(self._gone), len(self._receipts)

    def collected_with(self, label: str) -> Receipt | None:
        """The receipt that somebody brings to collect a result."""
        with self._changed:
            return self._results.get(label)

    def received(self, receipt: Receipt) -> None:
        """A dossier has been received."""
        with self._changed:
            self._receipts.append(receipt)

    def receipts_for(self, department: str) -> tuple[Receipt, ...]:
        """The receipts whose dossiers go to `department`."""
        with self._changed:
            return tuple(receipt for receipt in self._receipts if receipt.errand.department == department)

    # Slips.

    def show_slip(self, taken_before: int) -> None:
        """Somebody of those who came after the first `taken_before` shows the slip at whichever counter is free."""
        with self._changed:
            if self._slip is None and not self.slips_read:
                late = list(self._visits.items())[taken_before:]
                self._slip = next((label for label, each in late if each.stays and each.belongs_to is None), None)

    def slip_shown(self) -> str | None:
        """The number on the slip that is held out to a free counter; only one counter gets it."""
        with self._changed:
            shown, self._slip = self._slip, None
            self.slips_read += shown is not None
            return shown

    # What people want to do afterwards.

    def wish(self, wish: Wish, in_seconds: float) -> None:
        """Somebody wants something, in so many seconds of the machine."""
        with self._changed:
            heapq.heappush(self._wishes[wish.where], (time.monotonic() + in_seconds, next(self._order), wish))

    def next_wish(self, where: Rater) -> Wish | None:
        """A wish that is due; `fulfilled` afterwards, or `wish` it again before that."""
        with self._changed:
            wishes = self._wishes[where]
            if not wishes or wishes[0][0] > time.monotonic():
                return None
            self._in_progress += 1
            return heapq.heappop(wishes)[2]

    def fulfilled(self) -> None:
        """A wish that was handed out is dealt with."""
        with self._changed:
            self._in_progress -= 1

    def has_wishes(self) -> bool:
        """Whether anybody still wants something."""
        with self._changed:
            return any(self._wishes.values()) or self._in_progress > 0

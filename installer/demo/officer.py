"""An officer's morning at one counter: calls, serves, receives, and does what is asked in between."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

from installer.demo.back_rooms import BackRooms
from installer.demo.citizens import Errand, Visit
from installer.demo.counter_hands import CounterHands, Habit
from installer.demo.hall import Hall, Receipt, Wish
from installer.demo.offered import OfferedProcedure
from installer.demo.office import Office
from installer.demo.orders import Orders
from installer.demo.pace import Pace
from installer.demo.papers import code_in, code_on
from installer.demo.remote import RemoteError, RemoteProgram
from installer.demo.say import say
from installer.demo.till import Till
from installer.demo.watched import Watched
from resources.sample_ward.load import SampleStaff

_LOOK_SECONDS = 0.4
_TALKING_SECONDS, _NO_SHOW_MINUTES = 2.0, 1.2
_ON_THE_WAY_SECONDS = 2.0
_DRAFT_SECONDS = 1.5
"""The form is kept at every pause of 0.8 seconds."""


@dataclass(frozen=True, slots=True)
class Post:
    """Who sits where, and how this person works (vị trí làm việc). `scans`: whether a scanner stands there."""

    counter: int
    staff: SampleStaff
    habit: Habit
    scans: bool = False

    @property
    def name(self) -> str:
        """The name of this post's program and folders."""
        return f"counter-{self.counter}"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What every officer has around: the office, the hall, the time, the names of procedures, accidents, the money."""

    office: Office
    hall: Hall
    pace: Pace
    procedures: dict[str, OfferedProcedure]
    accidents: Accidents
    till: Till


class Accidents:
    """The power cut of the morning: asked for once, suffered by the first counter that is filling in a form.

    Attributes: `killed`, how many programs it has hit.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._wanted = False
        self.killed = 0

    def want(self) -> None:
        """The next reception is interrupted."""
        with self._lock:
            self._wanted = True

    def strikes(self) -> bool:
        """Whether it is now."""
        with self._lock:
            wanted, self._wanted = self._wanted, False
            self.killed += wanted
            return wanted


class Officer:
    """One officer, on a thread of its own between `start` and `stop`.

    Attributes: `post`, `hands`, `rooms`.
    """

    def __init__(self, post: Post, around: Surroundings) -> None:
        self.post = post
        self._around = around
        self.hands = self._start_program()
        self._orders = Orders()
        self._home_time = threading.Event()
        self._thread = Watched(post.name, self._work, around.pace)
        self._photographed: set[str] = set()

    @property
    def rooms(self) -> BackRooms:
        """What this officer does behind reception."""
        return BackRooms(self.hands)

    def start(self) -> None:
        """Begins to work."""
        self._thread.start()

    def ask(self, order: Callable[[], None]) -> Future[None]:
        """Has `order` done between two citizens; the answer says when it is done."""
        return self._orders.ask(order)

    def stop(self) -> None:
        """Lets the officer go home, and waits for it; raises what went wrong."""
        self._home_time.set()
        self._thread.finish()

    def photograph_once(self, what: str) -> None:
        """Photographs the first of its kind at this counter."""
        if what not in self._photographed:
            self._photographed.add(what)
            self.hands.photograph(f"{self.post.name}_{what}")

    def _work(self) -> None:
        self._sit_down()
        while not self._home_time.is_set():
            self._around.pace.check()
            if self.hands.serving() is None:
                self._orders.do_all()
            label = self.hands.serving() or self._read_slip()
            if label is None and self.hands.somebody_waits(_LOOK_SECONDS):
                label = self.hands.call()
            if label is not None:
                self._attend(label)

    def _read_slip(self) -> str | None:
        """Somebody holds out a slip that the counters may not know of: it is called by its number."""
        label = self._around.hall.slip_shown()
        if label is not None:
            self.hands.call_by_slip(label)
        return label

    def _attend(self, label: str) -> None:
        self.photograph_once("serving")
        visit = self._around.hall.come(label, self.post.name)
        if visit is None:
            self._nobody_comes(label)
        elif visit.belongs_to is not None:
            self._send_on(label, visit.belongs_to)
        else:
            self._serve(label, visit)

    def _nobody_comes(self, label: str) -> None:
        self.hands.recall()
        self._around.pace.wait_office_minutes(_NO_SHOW_MINUTES)
        if self.hands.serving() == label:
            self.hands.absent(label)
        if not self._around.hall.is_elsewhere(label, self.post.name):
            self._around.hall.leave(label)

    def _send_on(self, label: str, line: str) -> None:
        self._around.hall.send_on(label, line)
        self.hands.transfer(label, line)

    def _serve(self, label: str, visit: Visit) -> None:
        hall = self._around.hall
        collected = hall.collected_with(label)
        received: Receipt | None = None
        if collected is not None:
            self._return_result(collected)
        elif visit.errand is not None:
            received = self._receive(visit, visit.errand)
        else:
            self._around.pace.wait(_TALKING_SECONDS)
        if self.hands.serving() == label:
            self.hands.finish(label)
        hall.leave(label)
        if visit.check is not None:
            hall.wish(Wish("kiosk", label, received, check=visit.check), _ON_THE_WAY_SECONDS)
        if visit.rating is not None:
            hall.wish(Wish(visit.rating.where, label, collected, rating=visit.rating), _ON_THE_WAY_SECONDS)

    def _receive(self, visit: Visit, errand: Errand) -> Receipt:
        around = self._around
        around.pace.wait(_TALKING_SECONDS)
        self.hands.fill_reception(visit, errand, around.procedures[errand.code])
        self.photograph_once("reception_authorised" if visit.submitter else "reception_filled")
        if around.accidents.strikes():
            self._lose_power()
        code = self.hands.receive()
        self.photograph_once("received")
        self.hands.ask_for_receipt()
        url = self._code_on_form(code)
        if self.post.scans:
            self._scan_once(code)
        receipt = Receipt(code, url, visit.citizen, errand, visit.submitter is not None)
        around.hall.received(receipt)
        return receipt

    def _scan_once(self, code: str) -> None:
        """The papers of the first dossier are scanned."""
        if "scan" not in self._photographed:
            self.rooms.attach_scan(self._around.office.folders.scans(self.post.name), f"quet-{code[-4:]}")
            self.photograph_once("scan")

    def _code_on_form(self, code: str) -> str:
        paper: Path = self._around.office.folders.forms / f"{code}.pdf"
        for _ in range(50):
            if paper.exists():
                url = code_on(paper)
                if url is not None:
                    return url
                raise RemoteError(f"{paper.name} has no code on it")
            self._around.pace.wait(0.1)
        raise RemoteError(f"{paper.name} was not printed")

    def _lose_power(self) -> None:
        """Kills the program in the middle of a reception; after the restart the form must be there again."""
        pace = self._around.pace
        pace.wait(_DRAFT_SECONDS)
        before, serving = self.hands.filled(), self.hands.serving()
        say(f"Quầy {self.post.counter}: mất điện", f"counter {self.post.counter}: power cut", pace.says())
        self.hands.program.kill()
        self.hands = self._start_program()
        self._sit_down()
        self.hands.program.wait_for("applicant_name", is_=before.name)
        self.hands.program.wait_for("serving_number", is_=serving)
        self.hands.photograph(f"{self.post.name}_given_back")
        if self.hands.filled() != before:
            raise RemoteError(f"{self.post.name}: the form is not as it was before the power cut")
        say(
            f"Quầy {self.post.counter}: mở lại, phiếu đang nhập còn nguyên",
            f"counter {self.post.counter}: back, the form as it was",
            pace.says(),
        )

    def _return_result(self, receipt: Receipt) -> None:
        self.hands.show_result(receipt.code, receipt.url)
        self.photograph_once("result")
        if self.rooms.has_open_fee():
            self.rooms.collect_open_fee(self._around.till)
            self.hands.show_result(receipt.code, receipt.url)
        if receipt.by_submitter:
            self.rooms.authorised_collects()
            self.photograph_once("result_to_authorised")
        self.hands.return_result()
        self._check_code_on_screen(receipt)
        self.hands.next_result()

    def _check_code_on_screen(self, receipt: Receipt) -> None:
        """Once: the code that the citizen is asked to rate by must be this dossier's."""
        if "result_returned" not in self._photographed:
            self._photographed.add("result_returned")
            code = code_in(self.hands.photograph(f"{self.post.name}_result_returned"))
            if code is None or not code.endswith(f"/r/{receipt.url.rsplit('/', 1)[-1]}"):
                raise RemoteError(f"{self.post.name}: the code on the screen does not lead to the rating")

    def _sit_down(self) -> None:
        self.hands.program.wait_ready()
        self.hands.sign_in(self.post.staff, self.post.counter)

    def _start_program(self) -> CounterHands:
        program = self._around.office.start_counter(self.post.name, RemoteProgram)
        return CounterHands(program, self._around.office.folders.screens, self.post.habit)

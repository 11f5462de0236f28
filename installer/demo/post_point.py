"""The point of the post: a counter program of its own, and the postal employee who works at it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future

from installer.demo.counter_hands import CounterHands
from installer.demo.office import Office
from installer.demo.orders import Orders
from installer.demo.pace import Pace
from installer.demo.post_hands import PostHands
from installer.demo.remote import RemoteProgram
from installer.demo.watched import Watched
from resources.sample_ward.load import SampleStaff

POST_POINT = "post-point"
"""The name of its program and folders."""

_IDLE_SECONDS = 0.2


class PostPoint:
    """One postal employee on a thread of its own between `start` and `stop`, who does what comes up.

    Attributes: `staff`, `hands` and `post`, what is done at this window as at any counter, and only here.
    """

    def __init__(self, staff: SampleStaff, office: Office, pace: Pace) -> None:
        self.staff = staff
        self._pace = pace
        program = office.start_counter(POST_POINT, RemoteProgram)
        self.hands = CounterHands(program, office.folders.screens)
        self.post = PostHands(self.hands, office.folders.forms)
        self._orders = Orders()
        self._home_time = threading.Event()
        self._thread = Watched(POST_POINT, self._work, pace)

    def start(self) -> None:
        """Begins to work."""
        self._thread.start()

    def ask(self, order: Callable[[], None]) -> Future[None]:
        """Has `order` done after everything that was asked before; the answer says when it is done."""
        return self._orders.ask(order)

    def stop(self) -> None:
        """Lets the employee go home, and waits for it; raises what went wrong."""
        self._home_time.set()
        self._thread.finish()

    def _work(self) -> None:
        self.hands.program.wait_ready()
        self.hands.sign_in(self.staff, None)
        while not self._home_time.is_set():
            self._orders.do_all()
            self._pace.wait(_IDLE_SECONDS)

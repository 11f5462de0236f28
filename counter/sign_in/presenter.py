"""Signing in, choosing the counter, unlocking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from counter.messages import Messages
from counter.ports import CounterChoice, CounterOffice, DossierRow, Officer
from counter.presenter import Presenter
from counter.session import Session, SessionState, serves_a_counter
from counter.words import translate
from shared.domain.units import receives_papers
from shared.failures import Failure, Refusal, Sentence
from shared.qt.lanes import Lanes

Step = Literal["name", "counter", "locked"]


@dataclass(frozen=True, slots=True)
class SignInState:
    """What the page shows (trang đăng nhập): the counters to choose from, and what went wrong last.

    `by_pin`: the locked screen asks for the PIN, not for the password. `released`: the labels that wait in their line
    again because the counter was just closed. `left`: the dossiers that should be handed over before it closes;
    somebody wants to leave it all the same, and is shown them.
    """

    counters: tuple[CounterChoice, ...] = ()
    problem: Sentence | None = None
    busy: bool = False
    by_pin: bool = False
    released: tuple[str, ...] = ()
    left: tuple[DossierRow, ...] = ()


_ONLY_THE_PASSWORD = ("pin_locked", "pin_not_set")
"""Refusals after which a PIN is of no more use."""


class SignInPresenter(Presenter):
    """Leads from the name to the open counter.

    Attributes: `state`, `step`.
    """

    def __init__(self, office: CounterOffice, lanes: Lanes, messages: Messages, session: Session) -> None:
        super().__init__(office, lanes, messages)
        self._session = session
        self._pin_is_spent = False
        self._leave: Callable[[], None] | None = None
        self.state = SignInState()

    @property
    def step(self) -> Step:
        """Which step is shown."""
        session = self._session.state
        if session.locked:
            return "locked"
        return "name" if session.officer is None else "counter"

    @property
    def officer(self) -> Officer | None:
        """Who has signed in."""
        return self._session.state.officer

    def sign_in(self, name: str, password: str) -> None:
        """Signs in, or unlocks by password the screen of the officer who is signed in."""
        if self.state.busy:
            return
        self._become(replace(self.state, busy=True, problem=None))
        if self.step == "locked":
            self._ask(lambda: self._office.verify(name, password), self._verified, self._refused)
        else:
            self._ask(lambda: self._enter(name, password), self._entered, self._refused)

    def unlock(self, pin: str) -> None:
        """Unlocks the screen by the PIN of the officer who is signed in."""
        if self.step != "locked" or self.state.busy:
            return
        self._become(replace(self.state, busy=True, problem=None))
        self._ask(lambda: self._office.unlock(pin), lambda _: self._unlocked(), self._pin_refused)

    def ask_for_the_password(self) -> None:
        """Lets the officer unlock by password, who has forgotten the PIN."""
        self._become(replace(self.state, by_pin=False, problem=None))

    def choose(self, counter: str) -> None:
        """Opens a counter."""
        chosen = next((each for each in self.state.counters if each.id == counter), None)
        if chosen is None or self.state.busy:
            return
        self._become(replace(self.state, busy=True, problem=None))
        self._ask(lambda: self._office.open_counter(counter), lambda _: self._opened(chosen), self._refused)

    def work_without_counter(self) -> None:
        """Goes to the rooms without calling numbers."""
        self._session.become(replace(self._session.state, settled=True))

    def lock(self) -> None:
        """Hides the rooms until the officer has typed the PIN; the password if there is none, or no more."""
        officer = self._session.state.officer
        if officer is not None and not self._session.state.locked:
            self.state = SignInState(self.state.counters, by_pin=officer.has_pin and not self._pin_is_spent)
            self._session.become(replace(self._session.state, locked=True))
            self.changed.emit()

    def sign_out(self) -> None:
        """Closes the counter and leaves, once it is known what was not handed over."""
        self._after_a_look(self._sign_out)

    def change_counter(self) -> None:
        """Closes the counter, if one is open, and offers the choice again; the same look comes before."""
        self._after_a_look(self._change_counter)

    def leave_anyway(self) -> None:
        """Closes the counter although dossiers are left in it."""
        leave, self._leave = self._leave, None
        self._become(replace(self.state, left=()))
        if leave is not None:
            leave()

    def stay(self) -> None:
        """The counter stays open."""
        self._leave = None
        if self.state.left:
            self._become(replace(self.state, left=()))

    def _after_a_look(self, leave: Callable[[], None]) -> None:
        """Shows what should be handed over before `leave`; nothing of it stands behind a locked screen."""
        session = self._session.state
        receives = session.officer is not None and receives_papers(session.officer.unit_kind)
        if session.locked or not session.settled or not receives:
            leave()
        else:
            self._ask(self._office.not_handed_over, lambda left: self._looked(left, leave), lambda _: leave())

    def _looked(self, left: tuple[DossierRow, ...], leave: Callable[[], None]) -> None:
        if left:
            self._leave = leave
            self._become(replace(self.state, left=left))
        else:
            leave()

    def _sign_out(self) -> None:
        """Leaves; what stands against it is said where it can be seen."""
        self._ask(self._office.sign_out, self._left, self._refused if self.step == "locked" else None)

    def _change_counter(self) -> None:
        if self._session.state.counter is None:
            self._choose_again(())
        else:
            self._ask(self._office.close_counter, self._choose_again)

    def _enter(self, name: str, password: str) -> tuple[Officer, tuple[CounterChoice, ...]]:
        officer = self._office.sign_in(name, password)
        return officer, self._office.counters() if serves_a_counter(officer) else ()

    def _entered(self, answer: tuple[Officer, tuple[CounterChoice, ...]]) -> None:
        officer, counters = answer
        self.state = SignInState(counters)
        self._pin_is_spent = False
        self._session.become(SessionState(officer, settled=not counters))
        self.changed.emit()

    def _verified(self, officer: Officer) -> None:
        owner = self._session.state.officer
        if owner is not None and officer.id != owner.id:
            self._refused(
                Refusal(
                    "another_officer",
                    f"Máy này đang do {owner.name} sử dụng. Người đó mở khóa, hoặc bấm Đổi người để kết thúc phiên.",
                    f"{owner.name} is working here. They unlock it, or choose Change person to end their session.",
                )
            )
            return
        self._pin_is_spent = False
        self._unlocked()

    def _unlocked(self) -> None:
        self.state = replace(self.state, busy=False)
        self._session.become(replace(self._session.state, locked=False))
        self.changed.emit()

    def _pin_refused(self, failure: Failure) -> None:
        if failure.code in _ONLY_THE_PASSWORD:
            self._pin_is_spent = True
            self.state = replace(self.state, by_pin=False)
        self._refused(failure)

    def _opened(self, counter: CounterChoice) -> None:
        self.state = replace(self.state, busy=False, released=())
        self._session.become(replace(self._session.state, counter=counter, settled=True))
        self.changed.emit()
        self._messages.done(lambda: translate("SignIn", "Đã mở quầy {number}.").format(number=counter.number))

    def _choose_again(self, released: tuple[str, ...]) -> None:
        self.state = replace(self.state, released=released, problem=None)
        self._session.become(replace(self._session.state, counter=None, settled=False))
        self.changed.emit()

    def _left(self, released: tuple[str, ...]) -> None:
        self.state = SignInState(released=released)
        self._session.become(SessionState())
        self.changed.emit()

    def _refused(self, failure: Failure) -> None:
        self._become(replace(self.state, busy=False, problem=failure.sentence))

    def _become(self, state: SignInState) -> None:
        self.state = state
        self.changed.emit()

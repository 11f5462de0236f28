"""The page of the register (Sổ theo dõi hồ sơ, Form 07): which field, which days, printed on a lane of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from counter.deadlines.state import day_of
from counter.messages import Messages
from counter.ports import CounterOffice, PaperPrinter
from counter.ports.deadlines import PaperToPrint, RegisterScope
from counter.presenter import Busy, Presenter
from counter.words import translate, typed_day
from shared.failures import Sentence
from shared.qt.lanes import Lanes


@dataclass(frozen=True, slots=True)
class RegisterState:
    """What is chosen for the register. `first`, `last` are None while no date is understood.

    `size`: how many dossiers it would hold, None while that is not known; `why_not`: why it cannot be printed.
    """

    scopes: tuple[RegisterScope, ...] = ()
    chosen: str = "all"
    typed_first: str = ""
    typed_last: str = ""
    first: date | None = None
    last: date | None = None
    size: int | None = None
    why_not: Sentence | None = None
    busy: bool = False

    @property
    def scope(self) -> RegisterScope | None:
        """The field or fields chosen."""
        return next((each for each in self.scopes if each.id == self.chosen), None)


class RegisterPresenter(Busy[RegisterState], Presenter):
    """Prints the register. Attributes: `state`."""

    def __init__(self, office: CounterOffice, printer: PaperPrinter, lanes: Lanes, messages: Messages) -> None:
        super().__init__(office, lanes, messages)
        self._printer = printer
        self.state = RegisterState()

    def open(self, today: date) -> None:
        """Offers this month up to `today`, unless days were chosen before."""
        if self.state.first is None or self.state.last is None:
            first = today.replace(day=1)
            self._become(
                replace(self.state, first=first, last=today, typed_first=typed_day(first), typed_last=typed_day(today))
            )
        self._ask(self._office.register_scopes, self._offered)

    def choose(self, scope: str) -> None:
        """Takes the field or fields."""
        self._change(replace(self.state, chosen=scope))

    def type_first(self, text: str) -> None:
        """Takes the first day as it is typed."""
        self._change(replace(self.state, typed_first=text, first=day_of(text)))

    def type_last(self, text: str) -> None:
        """Takes the last day as it is typed."""
        self._change(replace(self.state, typed_last=text, last=day_of(text)))

    def print(self) -> None:
        """Reads the dossiers on the database lane, then draws and prints on the printing lane."""
        state = self.state
        scope, first, last = state.scope, state.first, state.last
        if scope is None or first is None or last is None or state.busy:
            return
        self._become(replace(state, busy=True))
        self._ask(lambda: self._office.register(scope, first, last), self._draw, self._refused)

    def _draw(self, paper: PaperToPrint) -> None:
        self._lanes.printing.submit(
            lambda: self._printer.print_form(paper.name, paper.render()), lambda _: self._printed(), self._refused
        )

    def _printed(self) -> None:
        self._become(replace(self.state, busy=False))
        self._messages.done(lambda: translate("Deadlines", "Đã in Sổ theo dõi hồ sơ."))

    def _offered(self, scopes: tuple[RegisterScope, ...]) -> None:
        self._change(replace(self.state, scopes=scopes))

    def _change(self, state: RegisterState) -> None:
        self._become(replace(state, size=None, why_not=None))
        scope, first, last = state.scope, state.first, state.last
        if scope is None or first is None or last is None:
            return

        def of_this(answer: Sentence | None, size: int | None) -> None:
            now = self.state
            if (now.scope, now.first, now.last) == (scope, first, last):
                self._become(replace(now, size=size, why_not=answer))

        self._ask(
            lambda: self._office.register_size(scope, first, last),
            lambda size: of_this(None, size),
            lambda failure: of_this(failure.sentence, None),
        )

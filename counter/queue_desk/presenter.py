"""Calling numbers: one claim at a time, offline when the server is silent, every deed on the database lane."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from counter.messages import Messages
from counter.ports import Claimed, CounterOffice, QueueLine
from counter.queue_desk.by_hand import ByHand
from counter.queue_desk.desk_state import DeskState
from counter.queue_desk.situation import Situation
from counter.session import Session
from counter.words import translate
from shared.failures import EnvironmentFailure, Failure
from shared.qt.lanes import Lanes

__all__ = ["DeskState", "QueueDeskPresenter"]


class QueueDeskPresenter(ByHand):
    """The keys F2 to F7."""

    def __init__(
        self,
        office: CounterOffice,
        line: QueueLine,
        lanes: Lanes,
        messages: Messages,
        session: Session,
        new_key: Callable[[], str],
    ) -> None:
        super().__init__(office, lanes, messages, session, new_key)
        self._line = line
        session.changed.connect(self._session_changed)

    def call_next(self) -> None:
        """F2: claims the next number. While one claim runs, or somebody is served, there is no second one."""
        if not self._may_call():
            return
        self._become(replace(self.state, calling=True, mode="keys", unsure_slip=""))
        key = self._new_key()
        self._lanes.line.submit(
            lambda: self._line.claim(key),
            lambda answer: self._claimed(key, answer),
            lambda failure: self._claim_failed(key, failure),
        )

    def recall(self) -> None:
        """F3: calls the same number once more."""
        self._act(
            self._office.recall, lambda label: self._said(translate("QueueDesk", "Đã gọi lại số {label}."), label)
        )

    def absent(self) -> None:
        """F4: the citizen did not come."""
        self._step(self._office.absent, translate("QueueDesk", "Số {label} được ghi vắng mặt."))

    def park(self) -> None:
        """F5: puts the number aside."""
        self._step(self._office.park, translate("QueueDesk", "Đã tạm gác số {label}."))

    def call_parked(self, ticket: str) -> None:
        """Calls a parked number back."""
        if self.open and self.state.serving is None and not self.state.undoing:
            self._do(
                lambda: self._office.call_parked(ticket),
                lambda: self._messages.done(lambda: translate("QueueDesk", "Đã gọi lại số tạm gác.")),
            )
        elif self.open:
            self._messages.note(lambda: translate("QueueDesk", "Hãy hoàn tất hoặc tạm gác số đang phục vụ trước."))

    def choose_line(self) -> None:
        """F6: asks which line the number goes to; once more to leave it."""
        if self.open and self.state.serving is not None:
            self._switch("line")

    def toggle_coming_back(self) -> None:
        """Whether the number to be sent on comes back to this counter."""
        self._become(replace(self.state, coming_back=not self.state.coming_back))

    def transfer(self, line: str) -> None:
        """Sends the number on to `line`, to come back here when that was asked for."""
        if self.state.coming_back:
            send = self._office.transfer_and_return
            pattern = translate("QueueDesk", "Đã chuyển số {label} sang hàng {line}; xong sẽ quay lại quầy này.")
        else:
            send, pattern = self._office.transfer, translate("QueueDesk", "Đã chuyển số {label} sang hàng {line}.")
        self._become(replace(self.state, mode="keys", coming_back=False))
        self._step(lambda: send(line), pattern.replace("{line}", line))

    def finish(self) -> None:
        """F7: the service is over; the number goes back to where it was sent from, or on to its next matter."""
        self._step(self._office.finish, _finished_words(self.state))

    def undo(self, ticket: str, step: str, label: str) -> None:
        """Takes a step back: the number is served here again, unless something has followed."""
        if not self.open or self.state.undoing:
            return
        if self.state.calling:
            self._messages.note(lambda: translate("QueueDesk", "Đang gọi số tiếp; chưa hoàn tác được."))
            return
        self._become(replace(self.state, undoing=True))

        def take_back() -> Situation:
            self._office.undo(ticket, step)
            return self._office.situation()

        self._ask(take_back, lambda situation: self._undone(label, situation), self._undo_failed)

    def _undone(self, label: str, situation: Situation) -> None:
        self._become(replace(self.state, undoing=False))
        self._looked(situation)
        self._said(translate("QueueDesk", "Đã hoàn tác: tiếp tục phục vụ số {label}."), label)

    def _undo_failed(self, failure: Failure) -> None:
        self._become(replace(self.state, undoing=False))
        self._messages.failed(failure)
        self.refresh()

    def undo_call(self) -> None:
        """Takes the call back: the number waits again at its place."""
        self._act(
            self._office.undo_call,
            lambda label: self._said(translate("QueueDesk", "Đã hoàn tác: số {label} chờ lại ở vị trí cũ."), label),
        )

    def toggle_pause(self) -> None:
        """Pauses the counter, or goes on."""
        if not self.open:
            return
        paused = self.state.paused
        self._do(self._office.resume if paused else self._office.pause, lambda: self._paused(not paused))

    def _paused(self, paused: bool) -> None:  # noqa: FBT001  # the new state itself
        self._become(replace(self.state, paused=paused))
        serving = self.state.serving
        if paused and serving is not None:
            pattern = translate("QueueDesk", "Quầy tạm nghỉ sau số {label}: số này được phục vụ tiếp cho đến khi xong.")
            self._note(pattern.format(label=serving.label))

    def _claimed(self, key: str, answer: bytes | None) -> None:
        if answer is None:
            self._ask(lambda: self._office.call_offline(key), self._called_offline, self._call_failed)
        else:
            self._ask(lambda: self._office.take_claim(answer), self._called, self._call_failed)

    def _claim_failed(self, key: str, failure: Failure) -> None:
        if isinstance(failure, EnvironmentFailure):
            self._claimed(key, None)
        else:
            self._call_failed(failure)

    def _called(self, claimed: Claimed) -> None:
        self._show_called(claimed, translate("QueueDesk", "Đã gọi số {label}."))

    def _called_offline(self, claimed: Claimed) -> None:
        self._show_called(
            claimed, translate("QueueDesk", "Máy chủ không trả lời; đã gọi số {label} từ dữ liệu tại máy.")
        )

    def _show_called(self, claimed: Claimed, pattern: str) -> None:
        self._become(replace(self.state, calling=False))
        if claimed.ticket is None:
            self._messages.note(lambda: translate("QueueDesk", "Không còn ai chờ ở các hàng của quầy này."))
        else:
            self._said(pattern, claimed.ticket.label, self.undo_call)
        self.refresh()

    def _call_failed(self, failure: Failure) -> None:
        self._become(replace(self.state, calling=False))
        self._messages.failed(failure)
        self.refresh()

    def _act(self, work: Callable[[], None], say: Callable[[str], None]) -> None:
        """Does something with the number being served, and says its label afterwards."""
        serving = self.state.serving
        if self.open and serving is not None:
            self._do(work, lambda: say(serving.label))

    def _step(self, work: Callable[[], str], pattern: str) -> None:
        """Ends or interrupts the service of the number, and offers the way back."""
        serving = self.state.serving
        if not self.open or serving is None:
            return

        def done(step: str) -> None:
            self._said(pattern, serving.label, lambda: self.undo(serving.id, step, serving.label))
            self.refresh()

        self._ask_once("with the number", work, done)

    def _session_changed(self) -> None:
        if self._session.state.counter is None:
            self._become(DeskState())
        self.refresh()


def _finished_words(state: DeskState) -> str:
    if state.situation is not None and state.situation.closed_return:
        said = translate("QueueDesk", "Đã xong ở đây: quầy {number} đã đóng, {label} chờ lại ở hàng của mình.")
        return said.replace("{number}", state.situation.closed_return)
    if state.situation is not None and state.situation.returns:
        said = translate("QueueDesk", "Đã xong ở đây: {label} quay lại quầy {number}.")
        return said.replace("{number}", state.situation.returns[0])
    further = state.serving.further if state.serving else ()
    if not further:
        return translate("QueueDesk", "Đã hoàn tất số {label}.")
    return translate("QueueDesk", "Xong một việc: {label} chuyển sang hàng {line}.").replace("{line}", further[0])

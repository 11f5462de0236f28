"""What the desk does besides the line's own order: the number on a slip, a walk-in, a conflict."""

from __future__ import annotations

from dataclasses import replace

from counter.lead.conflict_row import ConflictRow
from counter.queue_desk.desk_work import DeskWork
from counter.words import translate
from shared.domain.ticket import Ticket
from shared.failures import Failure


class ByHand(DeskWork):
    """The part of the desk's presenter that calls particular people."""

    def undo_call(self) -> None:
        """Takes the call back: the number waits again at its place."""
        raise NotImplementedError

    def ask_slip(self) -> None:
        """F11: asks for the number on a slip; once more to leave it."""
        if self.state.mode == "slip" or self._may_call():
            self._switch("slip")

    def call_by_slip(self, slip: str) -> None:
        """Calls the number typed or scanned; one that this machine does not know only when it is given twice."""
        typed = " ".join(slip.split())
        if not typed or not self._may_call():
            return
        sure = typed.casefold() == self.state.unsure_slip.casefold()
        key = self._new_key()
        self._become(replace(self.state, calling=True))
        self._ask(
            lambda: self._office.call_by_slip(key, typed, sure=sure),
            self._called_by_slip,
            lambda failure: self._slip_refused(typed, failure),
        )

    def ask_walk_in(self) -> None:
        """F12: asks for the line of somebody who stands here without a number; once more to leave it."""
        if self.state.mode == "walk_in" or self._may_call():
            self._switch("walk_in")

    def serve_walk_in(self, line: str) -> None:
        """Gives somebody who stands here a number of `line`, and serves them."""
        if not self._may_call():
            return
        key = self._new_key()
        self._become(replace(self.state, calling=True, mode="keys"))
        self._ask(lambda: self._office.serve_walk_in(key, line), self._walk_in_served, self._by_hand_failed)

    def show_conflicts(self) -> None:
        """Ctrl+F3: the conflicts of this counter in the keys' place; once more to leave them."""
        situation = self.state.situation
        if self.state.mode == "conflicts" or (situation is not None and situation.conflicts):
            self._switch("conflicts")

    def settle(self, conflict: ConflictRow, choice: str) -> None:
        """Settles a conflict."""
        self._do(
            lambda: self._office.settle_conflict(conflict.prefix, conflict.subject, conflict.code, choice),
            lambda: self._messages.done(lambda: translate("Conflicts", "Đã ghi nhận cách giải quyết.")),
        )

    def _called_by_slip(self, called: Ticket) -> None:
        self._become(replace(self.state, calling=False, mode="keys", unsure_slip=""))
        unknown = translate("QueueDesk", "Đã gọi số {label} theo phiếu; máy này sẽ ghép với phiếu thật khi có tin.")
        known = translate("QueueDesk", "Đã gọi số {label} theo phiếu.")
        self._said(unknown if called.read_at else known, called.label, self.undo_call)
        self.refresh()

    def _slip_refused(self, typed: str, failure: Failure) -> None:
        unsure = typed if failure.code == "slip_unknown" else ""
        self._become(replace(self.state, calling=False, unsure_slip=unsure))
        if not unsure:
            self._messages.failed(failure)

    def _walk_in_served(self, served: Ticket) -> None:
        self._become(replace(self.state, calling=False))
        # No way back: the number would wait in the line for somebody who never took it.
        self._said(translate("QueueDesk", "Đang phục vụ khách chưa lấy số: số {label}."), served.label)
        self.refresh()

    def _by_hand_failed(self, failure: Failure) -> None:
        self._become(replace(self.state, calling=False))
        self._messages.failed(failure)
        self.refresh()

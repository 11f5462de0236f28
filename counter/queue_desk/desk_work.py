"""What everything at the desk rests on: the state, asking the office, saying what was done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from counter.messages import Messages, WayBack
from counter.ports import CounterOffice
from counter.presenter import Keeping, Presenter
from counter.queue_desk.desk_state import DeskState, Mode
from counter.queue_desk.situation import Situation
from counter.session import Session
from counter.words import translate
from shared.qt.lanes import Lanes


class DeskWork(Keeping[DeskState], Presenter):
    """The base of the desk's presenter.

    Attributes: `state`.
    """

    def __init__(
        self,
        office: CounterOffice,
        lanes: Lanes,
        messages: Messages,
        session: Session,
        new_key: Callable[[], str],
    ) -> None:
        super().__init__(office, lanes, messages)
        self._session = session
        self._new_key = new_key
        self.state = DeskState()

    @property
    def open(self) -> bool:
        """Whether a counter is open here and its officer is at work."""
        return self._session.state.working and self._session.state.counter is not None

    def refresh(self) -> None:
        """Looks at the queue again."""
        if self.open:
            self._look(self._office.situation, self._looked)

    def _may_call(self) -> bool:
        """Whether a number may be called now; says why not."""
        if not self.open or self.state.calling or self.state.undoing:
            return False
        serving = self.state.serving
        if serving is not None:
            pattern = translate("QueueDesk", "Đang phục vụ số {label}. Nhấn F7 để hoàn tất trước khi gọi số tiếp.")
            self._note(pattern.format(label=serving.label))
            return False
        if self.state.paused:
            self._note(translate("QueueDesk", "Quầy đang tạm nghỉ. Chọn Làm tiếp trước khi gọi số."))
            return False
        return True

    def _switch(self, mode: Mode) -> None:
        """Puts `mode` in the keys' place, or the keys back when it is there already."""
        wanted: Mode = "keys" if self.state.mode == mode else mode
        self._become(replace(self.state, mode=wanted, coming_back=False, unsure_slip=""))

    def _note(self, text: str) -> None:
        self._messages.note(lambda: text)

    def _said(self, pattern: str, label: str, way_back: Callable[[], None] | None = None) -> None:
        text = pattern.format(label=label)
        offered = WayBack(lambda: translate("QueueDesk", "Hoàn tác"), way_back) if way_back else None
        self._messages.done(lambda: text, offered)

    def _do(self, work: Callable[[], None], done: Callable[[], None]) -> None:
        def finished(_: None) -> None:
            done()
            self.refresh()

        self._ask_once("with the number", work, finished)

    def _looked(self, situation: Situation) -> None:
        if self._session.state.counter is None or situation == self.state.situation:
            return
        mode = self.state.mode
        gone = (mode == "line" and situation.serving is None) or (mode == "conflicts" and not situation.conflicts)
        self._become(replace(self.state, situation=situation, mode="keys" if gone else mode))

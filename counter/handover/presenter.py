"""Handing over: the list that is made, the giver's signature, the count and the receiver's signature."""

from __future__ import annotations

from dataclasses import replace

from counter.handover.state import HandoverState, Mark, Page, is_incoming
from counter.messages import WayBack
from counter.ports import DossierRow, HandoverRow, Officer, Unit
from counter.presenter import RoomPresenter, Surroundings
from counter.words import translate
from shared.failures import Failure, Refusal

_Gathered = tuple[tuple[DossierRow, ...], tuple[Unit, ...], tuple[HandoverRow, ...]]


class HandoverPresenter(RoomPresenter):
    """Both sides of a handover.

    Attributes: `state`.
    """

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.state = HandoverState()
        around.session.changed.connect(self._session_changed)

    @property
    def officer(self) -> Officer | None:
        """Who works here."""
        return self._session.state.officer

    def refresh(self) -> None:
        """Looks again at what is held here and which handovers are open."""
        if self._session.state.working:
            self._look(self._gather, self._gathered)

    def show_page(self, page: Page) -> None:
        """Goes to making a list, or to the records."""
        self._become(replace(self.state, page=page))
        self.refresh()

    def scanned(self, text: str) -> None:
        """Takes a scanned or typed code: onto the list being made, or into the count of the opened handover."""
        if not text.strip():
            return
        counting = self.state.page == "records" and self.state.opened is not None
        done = self._count if counting else self._pick_row
        self._ask(lambda: self._office.find_dossier(text.strip()), done)

    def pick(self, dossier: str) -> None:
        """Puts a dossier on the list."""
        if dossier not in self.state.picked and any(row.id == dossier for row in self.state.held):
            self._become(replace(self.state, picked=(*self.state.picked, dossier)))

    def pick_all(self) -> None:
        """Puts everything held here on the list."""
        rest = tuple(row.id for row in self.state.left_rows)
        self._become(replace(self.state, picked=(*self.state.picked, *rest)))

    def unpick(self, dossier: str) -> None:
        """Takes a dossier off the list."""
        self._become(replace(self.state, picked=tuple(each for each in self.state.picked if each != dossier)))

    def choose_receiver(self, unit: str) -> None:
        """Takes the unit that receives."""
        self._become(replace(self.state, receiver=unit))

    def offer(self) -> None:
        """The giver signs."""
        receiver, picked = self.state.receiver, tuple(row.id for row in self.state.picked_rows)
        if self.state.busy:
            return
        if receiver is None or not picked:
            self._messages.problem(
                lambda: translate("Handover", "Hãy đưa hồ sơ vào danh sách và chọn bên nhận trước khi ký giao.")
            )
            return
        self._become(replace(self.state, busy=True))
        self._ask(lambda: self._office.offer(receiver, picked), self._offered, self._refused)

    def open(self, handover: str) -> None:
        """Looks at a handover and the dossiers on it."""
        row = next((each for each in self.state.handovers if each.id == handover), None)
        if row is not None:
            self._ask(lambda: self._office.handover_dossiers(handover), lambda rows: self._opened(row, rows))

    def toggle_missing(self, dossier: str) -> None:
        """Marks a dossier as not there, or takes the mark away."""
        opened = self.state.opened
        if opened is not None and opened.state == "offered":
            self._mark(dossier, "listed" if self.state.mark_of(dossier) == "missing" else "missing")

    def miss_what_was_not_scanned(self) -> None:
        """Marks everything that the scanner has not seen as not there."""
        marks: list[tuple[str, Mark]] = [
            (row.id, "scanned" if self.state.mark_of(row.id) == "scanned" else "missing") for row in self.state.rows
        ]
        self._become(replace(self.state, marks=tuple(marks)))

    def accept(self) -> None:
        """The officer signed in receives and signs."""
        self._accept(None)

    def accept_here(self, name: str, password: str) -> None:
        """Another person proves who they are on this screen, and signs as the receiver."""
        if self.state.opened is not None and not self.state.busy:
            self._become(replace(self.state, busy=True))
            self._ask(lambda: self._office.verify(name, password), self._verified, self._refused)

    def cancel(self) -> None:
        """The giver takes the list back."""
        opened = self.state.opened
        if opened is None or self.state.busy:
            return
        self._become(replace(self.state, busy=True))
        self._ask(lambda: self._office.cancel_handover(opened.id), lambda _: self._cancelled(opened), self._refused)

    def print_record(self) -> None:
        """Prints the record of the opened handover."""
        opened = self.state.opened
        if opened is None:
            return
        self._ask(
            lambda: self._printer.print_form(opened.number, self._office.handover_record(opened.id)),
            lambda _: self._messages.done(
                lambda: translate("Handover", "Đã in Biên bản giao nhận {number}.").format(number=opened.number)
            ),
        )

    def _gather(self) -> _Gathered:
        return self._office.held_here(), self._office.units(), self._office.handovers()

    def _gathered(self, answer: _Gathered) -> None:
        held, units, handovers = answer
        state = self.state
        known = {row.id for row in held}
        receiver = state.receiver if any(unit.id == state.receiver for unit in units) else None
        opened = next((row for row in handovers if state.opened is not None and row.id == state.opened.id), None)
        self._become(
            replace(
                state,
                held=held,
                units=units,
                handovers=handovers,
                picked=tuple(each for each in state.picked if each in known),
                receiver=receiver or (units[0].id if units else None),
                opened=opened or state.opened,
            )
        )

    def _pick_row(self, row: DossierRow) -> None:
        if row.id in self.state.picked:
            self._messages.note(
                lambda: translate("Handover", "Hồ sơ {code} đã có trong danh sách.").format(code=row.code)
            )
        elif any(held.id == row.id for held in self.state.held):
            self.pick(row.id)
            self._messages.done(
                lambda: translate("Handover", "Đã thêm hồ sơ {code}.").format(code=row.code),
                WayBack(lambda: translate("Handover", "Bỏ ra"), lambda: self.unpick(row.id)),
            )
        else:
            self._messages.problem(
                lambda: translate("Handover", "Hồ sơ {code} không do đơn vị này giữ; hiện ở: {holder}.").format(
                    code=row.code, holder=row.holder_name
                )
            )

    def _count(self, row: DossierRow) -> None:
        if any(listed.id == row.id for listed in self.state.rows):
            self._mark(row.id, "scanned")
        elif row.code not in self.state.extra:
            self._become(replace(self.state, extra=(*self.state.extra, row.code)))
            self._messages.problem(
                lambda: translate("Handover", "Hồ sơ {code} không có trong danh sách; đã ghi là thừa.").format(
                    code=row.code
                )
            )

    def _mark(self, dossier: str, mark: Mark) -> None:
        marks = {**dict(self.state.marks), dossier: mark}
        self._become(replace(self.state, marks=tuple(marks.items())))

    def _accept(self, receiver: Officer | None) -> None:
        opened = self.state.opened
        if opened is None or (self.state.busy and receiver is None):
            return
        missing, extra = self.state.missing, self.state.extra
        self._become(replace(self.state, busy=True))
        self._ask(
            lambda: self._office.accept(opened.id, missing, extra, receiver),
            lambda row: self._accepted(row, len(missing)),
            self._refused,
        )

    def _verified(self, receiver: Officer) -> None:
        opened = self.state.opened
        if opened is not None and not is_incoming(opened, receiver):
            self._refused(
                Refusal(
                    "other_party",
                    f"{receiver.name} không thuộc bên nhận ({opened.receiver_name}).",
                    f"{receiver.name} does not belong to the receiver ({opened.receiver_name}).",
                )
            )
            return
        self._accept(receiver)

    def _offered(self, row: HandoverRow) -> None:
        self._become(replace(self.state, busy=False, picked=(), page="records"))
        self._messages.done(
            lambda: translate("Handover", "Đã ký giao {count} hồ sơ, biên bản {number}; chờ bên nhận ký.").format(
                count=row.count, number=row.number
            )
        )
        self._ask(lambda: self._office.handover_dossiers(row.id), lambda rows: self._opened(row, rows))
        self.refresh()

    def _opened(self, row: HandoverRow, rows: tuple[DossierRow, ...]) -> None:
        same = self.state.opened is not None and self.state.opened.id == row.id and row.state == "offered"
        marks, extra = (self.state.marks, self.state.extra) if same else ((), ())
        self._become(replace(self.state, opened=row, rows=rows, marks=marks, extra=extra))

    def _accepted(self, row: HandoverRow, missing: int) -> None:
        self._become(replace(self.state, busy=False, opened=row, extra=()))
        count = row.count - missing
        self._messages.done(
            lambda: translate("Handover", "Hai bên đã ký: {count} hồ sơ được giao, biên bản {number}.").format(
                count=count, number=row.number
            )
        )
        self.refresh()

    def _cancelled(self, row: HandoverRow) -> None:
        self._become(replace(self.state, busy=False, opened=None, rows=(), marks=(), extra=()))
        self._messages.done(
            lambda: translate("Handover", "Đã hủy biên bản {number}; hồ sơ vẫn do bên giao giữ.").format(
                number=row.number
            )
        )
        self.refresh()

    def _refused(self, failure: Failure) -> None:
        self._become(replace(self.state, busy=False))
        self._messages.failed(failure)

    def _session_changed(self) -> None:
        if self._session.state.officer is None:
            self._become(HandoverState())

    def _become(self, state: HandoverState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()

"""Handing over: the list that is made, the giver's signature, the count, the receiver's signature, what differs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from counter.handover.count_draft import from_draft, joined_with, to_draft
from counter.handover.giving import Giving
from counter.handover.on_paper import OnPaper
from counter.handover.receipts import PrintsReceipts
from counter.handover.settling import SettlesDifferences
from counter.handover.state import HandoverState, Page
from counter.ports import HandoverRow, OpenedHandover, PaperRow, Unit
from counter.presenter import Surroundings
from counter.reception.drafts import Drafts
from counter.words import translate
from shared.domain.carried_note import read_whole

_Gathered = tuple[str | None, tuple[PaperRow, ...], int, tuple[Unit, ...], tuple[HandoverRow, ...]]


class HandoverPresenter(Giving, SettlesDifferences, OnPaper, PrintsReceipts):
    """Both sides of a handover. Attributes: `state`."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self._drafts = Drafts(around.office, around.lanes, around.messages.failed, "count")
        self._drafts.pause.timeout.connect(self.save_draft)
        around.session.changed.connect(self._session_changed)

    def refresh(self) -> None:
        """Looks again at what is held here and which handovers are open."""
        if self._session.state.working:
            self._look(self._gather_all, self._gathered_all)

    def show_page(self, page: Page) -> None:
        """Goes to making a list, or to the records; from an opened record back to all of them."""
        if page == "records" and self.state.page == "records":
            self.close_record()
        self._become(replace(self.state, page=page, answer=None))
        self.refresh()

    def scanned(self, text: str) -> None:
        """Takes a scanned or typed code: a record, onto the list being made, or into the count of the opened list."""
        if not text.strip() or self.take_record_code(text):
            return
        note = read_whole(text)
        if note is not None:
            self._ways.note_scanned.emit(text)
            text = note.note.number
        if self.state.page == "records" and self.may_count:
            self.count_scanned(text)
        elif self.state.page == "give":
            self.give_scanned(text)
        else:
            self.open_by_paper(text, is_note=note is not None)

    def save_draft(self) -> None:
        """Keeps what has been counted on the opened list, at every pause."""
        count = self.state.unfinished
        self._drafts.save(None if count is None else to_draft(count), lambda: None)

    def _become(self, state: HandoverState) -> None:
        before, count, entered = self.state.counted_on, self.state.unfinished, self.state.entered
        if before is not None and state.counted_on is None and state.opened and state.opened.row.id == before:
            self._drafts.drop()  # signed or taken back, here or elsewhere
        elif state.counted_on != before:
            self.save_draft()
        super()._become(state)
        if state.counted_on != before:
            self._drafts.of(state.counted_on)
            self._drafts.load(partial(self._draft_loaded, state.counted_on))
        elif before is not None and self.state.unfinished != count:
            self._drafts.touch()
        if state.entered != entered and state.entered:
            self.look_for_receipts()

    def _cancelled(self, row: HandoverRow) -> None:
        self._drafts.drop()
        super()._cancelled(row)

    def _draft_loaded(self, handover: str | None, draft: Mapping[str, object], _: object) -> None:
        if handover is not None and handover == self.state.counted_on and not self.state.busy:
            count = joined_with(from_draft(draft), self.state.unfinished)
            self._become(replace(self.state, marks=count.marks, extra=count.extra, money=count.money))

    def _gather_all(self) -> _Gathered:
        receiver, office = self.state.receiver, self._office
        here, besides = office.papers_here(receiver), office.fees_besides(receiver)
        return receiver, here, besides, office.units(), office.handovers()

    def _gathered_all(self, answer: _Gathered) -> None:
        asked, held, besides, units, handovers = answer
        state = self.state
        if asked != state.receiver:
            self.refresh()
            return
        fits = {row.id for row in held if row.fit != "never"}
        dropped = [row for row in held if row.id in state.picked and row.id not in fits]
        receiver = state.receiver if any(unit.id == state.receiver for unit in units) else None
        wanted = tuple(row for row in held if row.id in state.wanted)
        receiver = receiver or _usual(wanted or held, units)
        going = tuple(row.id for row in wanted if row.goes_to == receiver)
        self._become(
            replace(
                state,
                held=held,
                besides_vnd=besides,
                units=units,
                handovers=handovers,
                picked=(*(each for each in state.picked if each in fits), *going),
                receiver=receiver,
                wanted=(),
            )
        )
        if dropped:
            codes = ", ".join(row.code for row in dropped)
            self._messages.problem(
                lambda: translate("Handover", "Đã bỏ khỏi danh sách vì không giao cho bên nhận này: {codes}.").format(
                    codes=codes
                )
            )
        if self.state.receiver != asked:
            self.refresh()
        self._follow(handovers)

    def _follow(self, handovers: tuple[HandoverRow, ...]) -> None:
        """Shows the opened record anew: the other side may have signed or settled something, a note been entered."""
        opened = self.state.opened
        now = next((row for row in handovers if opened is not None and row.id == opened.row.id), None)
        if opened is None or now is None or self.state.busy:
            return
        if self.state.to_print and not self.state.printing:
            self.look_for_receipts()
        if now != opened.row:
            self._show_anew(now.id)
        elif now.state == "accepted" and _waits_to_be_entered(opened):
            self._ask(lambda: self._office.open_handover(now.id), self._entered_since)

    def _entered_since(self, opened: OpenedHandover) -> None:
        if self.state.opened is not None and self.state.opened.row == opened.row:
            self._become(replace(self.state, opened=opened))

    def _session_changed(self) -> None:
        if self._session.state.officer is None:
            self._become(HandoverState())


def _waits_to_be_entered(opened: OpenedHandover) -> bool:
    """Whether a note that was taken with the list is no dossier yet."""
    left = {each.id for each in opened.counted if each.mark in ("missing", "refused")}
    return any(row.kind == "consignment" and not row.dossier and row.id not in left for row in opened.papers)


def _usual(held: tuple[PaperRow, ...], units: tuple[Unit, ...]) -> str | None:
    """The unit that the most pressing papers are for, else the first."""
    known = {unit.id for unit in units}
    usual = next((row.goes_to for row in held if row.goes_to in known), None)
    return usual or (units[0].id if units else None)

"""Making a list: scan or pick, choose the receiver, sign as the giver."""

from __future__ import annotations

from dataclasses import replace

from counter.handover.base import HandoverBase
from counter.handover.state import papers_of, putting_aside
from counter.messages import WayBack
from counter.ports import HandoverRow, PaperRow
from counter.words import translate
from shared.failures import Refusal, Sentence


class Giving(HandoverBase):
    """The giver's side."""

    def pick(self, paper: str) -> None:
        """Puts a paper that is held here on the list."""
        if paper not in self.state.picked and any(row.id == paper for row in self.state.held):
            self._become(replace(self.state, picked=(*self.state.picked, paper), ask_again=""))

    def pick_all(self) -> None:
        """Puts everything that should go now on the list, and leaves what may wait until the next morning.

        What is here is looked at anew before: the screen may be older than what has just been done in another room.
        """
        receiver = self.state.receiver
        self._ask(lambda: self._office.papers_here(receiver), lambda held: self._pick_proposed(receiver, held))

    def _pick_proposed(self, receiver: str | None, held: tuple[PaperRow, ...]) -> None:
        if receiver == self.state.receiver:
            seen = replace(self.state, held=held, ask_again="", answer=None)
            rest = tuple(row.id for row in seen.proposed_rows)
            self._become(replace(seen, picked=(*seen.picked, *rest)))

    def pick_these(self, papers: tuple[str, ...]) -> None:
        """Begins a list with those of them that go where the first one goes; the others stay in sight."""
        cleared = replace(self.state, page="give", picked=(), receiver=None, receiver_chosen=False, answer=None)
        self._become(replace(cleared, wanted=papers))
        self.refresh()

    def unpick(self, paper: str) -> None:
        """Takes a paper off the list."""
        if paper in self.state.picked:
            code = next((row.code for row in self.state.picked_rows if row.id == paper), "")
            left = tuple(each for each in self.state.picked if each != paper)
            self._answered(replace(self.state, picked=left, ask_again=""), "taken_off", code=code)

    def choose_receiver(self, unit: str) -> None:
        """Takes the unit that receives; what does not suit it leaves the list once the office has answered."""
        if unit != self.state.receiver:
            self._become(replace(self.state, receiver=unit, receiver_chosen=True, ask_again="", answer=None))
            self.refresh()

    def offer(self) -> None:
        """The giver signs for everything that has been scanned."""
        self._after_scans(self._offer)

    def _offer(self) -> None:
        receiver, rows = self.state.receiver, self.state.picked_rows
        if self.state.busy:
            return
        if receiver is None or not rows:
            self._messages.problem(
                lambda: translate("Handover", "Hãy đưa hồ sơ vào danh sách và chọn bên nhận trước khi ký giao.")
            )
            return
        dossiers, besides = papers_of(rows)
        self._become(replace(self.state, busy=True))
        self._ask(lambda: self._office.offer(receiver, dossiers, besides), self._offered, self._refused)

    def print_list(self) -> None:
        """Prints the list before anybody has signed."""
        receiver, rows = self.state.receiver, self.state.picked_rows
        if receiver is None or not rows:
            return
        papers = tuple((row.kind, row.id) for row in rows)
        self._ask(
            lambda: self._printer.print_form("danh-sach-ban-giao", self._office.handover_list(receiver, papers)),
            lambda _: self._messages.done(
                lambda: translate("Handover", "Đã in danh sách bàn giao gồm {count} hồ sơ.").format(count=len(papers))
            ),
        )

    def give_scanned(self, text: str) -> None:
        """A scanned or typed code while the list is being made."""
        code = text.strip().upper()
        here = next((row for row in self.state.held if row.code == code), None)
        if here is not None:
            self._given(here)
        else:
            receiver = self.state.receiver
            self._ask(lambda: self._office.find_paper(text, receiver), self._found)

    def _found(self, found: PaperRow) -> None:
        by_id = next((row for row in self.state.held if row.id == found.id), None)
        self._given(by_id or next((row for row in self.state.held if row.code == found.code), found))

    def _given(self, row: PaperRow) -> None:
        state = self.state
        if row.id in state.picked:
            self._answered(state, "twice", row)
            self._messages.note(
                lambda: translate("Handover", "Hồ sơ {code} đã có trong danh sách.").format(code=row.code)
            )
        elif not row.here and not state.picked:
            self._count_on_its_list(row, lambda: self._elsewhere(row))
        elif not row.here:
            self._elsewhere(row)
        elif self._turns_to(row):
            self.refresh()
            receiver = self.state.receiver
            self._ask(lambda: self._office.find_paper(row.code, receiver), self._found)
        elif row.fit == "fits" or state.ask_again == row.id:
            self._put(row)
        else:
            self._does_not_fit(row)

    def _elsewhere(self, row: PaperRow) -> None:
        self._answered(self.state, "elsewhere", row)
        self._messages.problem(
            lambda: translate("Handover", "Hồ sơ {code} không do đơn vị này giữ; hiện ở: {holder}.").format(
                code=row.code, holder=row.holder_name
            )
        )

    def _does_not_fit(self, row: PaperRow) -> None:
        """Says why; what is only unusual goes onto the list when it is scanned once more."""
        unusual = row.fit == "unusual"
        again = replace(self.state, ask_again=row.id if unusual else "")
        self._answered(again, "unusual" if unusual else "unsuitable", row)
        why = row.why or Sentence(row.code, row.code)
        vi, en = (" Quét lần nữa để vẫn đưa vào danh sách.", " Scan it once more to list it all the same.")
        self._messages.failed(
            Refusal("does_not_fit", why.vi + (vi if unusual else ""), why.en + (en if unusual else ""))
        )

    def _turns_to(self, row: PaperRow) -> bool:
        """The first paper of a list says who receives, while nobody has chosen."""
        if self.state.receiver_chosen or self.state.picked or not row.goes_to:
            return False
        if row.goes_to == self.state.receiver or all(unit.id != row.goes_to for unit in self.state.units):
            return False
        self._become(replace(self.state, receiver=row.goes_to))
        return True

    def _put(self, row: PaperRow) -> None:
        held = self.state.held if any(each.id == row.id for each in self.state.held) else (*self.state.held, row)
        picked = (*self.state.picked, row.id)
        self._answered(replace(self.state, held=held, picked=picked, ask_again=""), "added", row)
        self._messages.done(
            lambda: translate("Handover", "Đã thêm hồ sơ {code}.").format(code=row.code),
            WayBack(lambda: translate("Handover", "Bỏ ra"), lambda: self.unpick(row.id)),
        )

    def _offered(self, row: HandoverRow) -> None:
        # The record that was looked at before goes at once: whoever prints now wants the one just signed.
        signed = replace(putting_aside(self.state), busy=False, picked=(), page="records", receiver_chosen=False)
        self._become(signed)
        self._messages.done(
            lambda: translate("Handover", "Đã ký giao {count} hồ sơ, biên bản {number}; chờ bên nhận ký.").format(
                count=row.count, number=row.number
            )
        )
        self._show_opened(row.id)
        self.refresh()

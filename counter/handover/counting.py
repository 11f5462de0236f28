"""Looking at a record, counting what came, and the second signature."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from counter.handover.base import HandoverBase
from counter.handover.state import (
    LISTED,
    HandoverState,
    Mark,
    counting_anew,
    is_incoming,
    is_outgoing,
    opening,
    putting_aside,
)
from counter.messages import WayBack
from counter.ports import HandoverRow, Officer, OpenedHandover, PaperRow, Signer
from counter.words import translate
from shared.domain.handover import RefusalReason
from shared.failures import Failure, Refusal

_ONLY_THE_PASSWORD = ("pin_locked", "pin_not_set")
_CODE = re.compile(r"[A-Z][0-9]{2}(\.[0-9]{2,3})*-[0-9]{6}-[0-9]{4,}|PG-[0-9]{6}-[0-9]{4,}")


class Counting(HandoverBase):
    """The receiver's side, on the receiver's own machine or on the giver's screen."""

    @property
    def may_count(self) -> bool:
        """Whether the opened list still waits for the receiver, and one of both sides looks at it."""
        opened, officer = self.state.opened, self.officer
        waits = opened is not None and opened.row.state == "offered"
        return waits and opened is not None and (is_incoming(opened.row, officer) or is_outgoing(opened.row, officer))

    @property
    def receives(self) -> bool:
        """Whether the unit of whoever works here is the receiver."""
        return self.state.opened is not None and is_incoming(self.state.opened.row, self.officer)

    def open(self, handover: str) -> None:
        """Looks at a handover and the papers on it."""
        if any(each.id == handover for each in self.state.handovers):
            self._show_opened(handover)

    def close_record(self) -> None:
        """Goes back to the list of records; what was counted on an unsigned list is kept."""
        self._become(putting_aside(self.state))

    def choose_paper(self, paper: str | None) -> None:
        """Takes the paper whose mark is to be made."""
        self._become(replace(self.state, chosen=paper))

    def toggle_missing(self, paper: str) -> None:
        """Marks a paper as not there, or takes the mark away."""
        if self.may_count:
            self._mark(paper, LISTED if self.state.mark_of(paper).kind == "missing" else Mark("missing"))

    def mark(self, paper: str, mark: Mark) -> None:
        """Takes the receiver's mark on one paper."""
        if self.may_count:
            self._mark(paper, mark)

    def refuse(self, paper: str, reason: RefusalReason, words: str) -> None:
        """The receiver does not take this paper."""
        self.mark(paper, Mark("refused", reason, words))

    def miss_what_was_not_scanned(self) -> None:
        """Marks everything that has no mark yet as not there."""
        unseen = {identity: Mark("missing") for identity in self.state.marked("listed")}
        self._become(replace(self.state, marks={**self.state.marks, **unseen}, sure=False))

    def set_money(self, text: str) -> None:
        """Takes the amount as it is typed."""
        self._become(replace(self.state, money=text))

    def drop_extra(self, code: str) -> None:
        """Takes a code back that was scanned by mistake."""
        self._become(replace(self.state, extra=tuple(each for each in self.state.extra if each != code)))

    def choose_signer(self, signer: str) -> None:
        """Takes the person who will sign on this screen."""
        if signer != self.state.signer:
            known = next((each for each in self.state.signers if each.id == signer), None)
            self._become(replace(self.state, signer=signer, by_password=known is not None and not known.has_pin))

    def ask_for_the_password(self) -> None:
        """Lets the person sign by password who has forgotten the PIN."""
        self._become(replace(self.state, by_password=not self.state.by_password))

    def accept(self) -> None:
        """The officer signed in receives and signs."""
        self._after_scans(lambda: self._accept(None))

    def accept_here(self, secret: str) -> None:
        """The chosen person of the receiver proves who they are on this screen, and signs."""
        self._after_scans(lambda: self._accept_here(secret))

    def _accept_here(self, secret: str) -> None:
        signer, state = self.state.chosen_signer(), self.state
        if state.opened is None or state.busy or self._asks_whether_sure():
            return
        if signer is None or not secret:
            self._messages.problem(lambda: translate("Handover", "Hãy chọn người nhận và nhập mã PIN của người đó."))
            return
        by: Literal["pin", "password"] = "password" if state.by_password else "pin"
        self._become(replace(state, busy=True))
        self._ask(lambda: self._office.prove(signer.id, secret, by), self._accept, self._not_proved)

    def accept_on_paper(self, name: str) -> None:
        """The giver records that `name` of an agency without a machine has signed the printed record."""
        self._after_scans(lambda: self._accept_on_paper(name))

    def _accept_on_paper(self, name: str) -> None:
        opened, state = self.state.opened, self.state
        if opened is None or state.busy or self._asks_whether_sure():
            return
        count = state.count
        self._become(replace(self.state, busy=True))
        self._ask(
            lambda: self._office.accept_on_paper(opened.row.id, count, name),
            lambda row: self._accepted(row, len(count.missing) + len(count.refused)),
            self._refused,
        )

    def cancel(self) -> None:
        """The giver takes the list back: the first press asks, the second does it."""
        opened = self.state.opened
        if opened is None or self.state.busy:
            return
        if not self.state.cancelling:
            self._become(replace(self.state, cancelling=True))
            return
        self._become(replace(self.state, busy=True, cancelling=False))
        row = opened.row
        self._ask(lambda: self._office.cancel_handover(row.id), lambda _: self._cancelled(row), self._refused)

    def keep(self) -> None:
        """The list stays after all."""
        self._become(replace(self.state, cancelling=False))

    def print_record(self) -> None:
        """Prints the record of the opened handover."""
        opened = self.state.opened
        if opened is None or opened.heard is not None:
            return
        row = opened.row
        self._ask(
            lambda: self._printer.print_form(row.number, self._office.handover_record(row.id)),
            lambda _: self._messages.done(
                lambda: translate("Handover", "Đã in Biên bản giao nhận {number}.").format(number=row.number)
            ),
        )

    def count_scanned(self, text: str) -> None:
        """A scanned or typed code while a list is counted."""
        code = text.strip().upper()
        listed = self._listed_with(code)
        if listed is not None:
            self._count(listed)
            return
        self._ask(lambda: self._office.find_paper(text, None), self._count, lambda no: self._not_known(code, no))

    def _listed_with(self, code: str) -> PaperRow | None:
        rows = self.state.opened.papers if self.state.opened is not None else ()
        return next((row for row in rows if row.code == code), None)

    def _not_known(self, code: str, failure: Failure) -> None:
        """This machine knows nothing of it: by its whole code it can be written down as extra all the same."""
        if failure.code == "no_such_dossier" and _CODE.fullmatch(code):
            self._count_extra(code)
        else:
            self._messages.failed(failure)

    def _count(self, found: PaperRow) -> None:
        rows = self.state.opened.papers if self.state.opened is not None else ()
        row = next((each for each in rows if each.id == found.id), None) or self._listed_with(found.code)
        if row is None:
            self._count_extra(found.code)
            return
        if self.state.mark_of(row.id).kind in ("scanned", "damaged"):
            self._answered(replace(self.state, chosen=row.id), "counted_twice", row)
            return
        before = self.state.mark_of(row.id)
        marks = {**self.state.marks, row.id: Mark("scanned")}
        self._answered(replace(self.state, marks=marks, chosen=row.id), "scanned", row)
        self._messages.done(
            lambda: translate("Handover", "Đã đếm hồ sơ {code}.").format(code=row.code),
            WayBack(lambda: translate("Handover", "Bỏ đếm"), lambda: self._mark(row.id, before)),
        )

    def _count_extra(self, code: str) -> None:
        if code not in self.state.extra:
            self._answered(replace(self.state, extra=(*self.state.extra, code)), "extra", code=code)
            self._messages.problem(
                lambda: translate("Handover", "Hồ sơ {code} không có trong danh sách; đã ghi là thừa.").format(
                    code=code
                ),
            )

    def _mark(self, paper: str, mark: Mark) -> None:
        marks: Mapping[str, Mark] = {**self.state.marks, paper: mark}
        self._become(replace(self.state, marks=marks, sure=False))

    def _asks_whether_sure(self) -> bool:
        """Whether the count was begun and not finished, which is said once before somebody signs for all of it."""
        left = self.state.half_counted
        if not left or self.state.sure:
            return False
        self._become(replace(self.state, sure=True))
        self._messages.problem(
            lambda: translate(
                "Handover", "Còn {left} hồ sơ chưa đếm. Đếm tiếp, đánh dấu thiếu, hoặc ký lần nữa để nhận đủ."
            ).format(left=left)
        )
        return True

    def _accept(self, receiver: Officer | None) -> None:
        opened = self.state.opened
        if opened is None or (receiver is None and (self.state.busy or self._asks_whether_sure())):
            return
        if self.state.fees and self.state.counted_vnd is None:
            self._refused(
                Refusal(
                    "money_not_counted",
                    "Có tiền thu hộ kèm theo; hãy đếm và ghi số tiền nhận.",
                    "Fees travel with this list; please count the money and enter it.",
                )
            )
            return
        count = self.state.count
        self._become(replace(self.state, busy=True))
        self._ask(
            lambda: self._office.accept(opened.row.id, count, receiver),
            lambda row: self._accepted(row, len(count.missing) + len(count.refused)),
            self._refused,
        )

    def _not_proved(self, failure: Failure) -> None:
        if failure.code in _ONLY_THE_PASSWORD:
            self._become(replace(self.state, by_password=True))
        self._refused(failure)

    def _accepted(self, row: HandoverRow, left: int) -> None:
        self._become(counting_anew(replace(self.state, busy=False)))
        count = row.count - left
        self._messages.done(
            lambda: translate("Handover", "Hai bên đã ký: {count} hồ sơ được giao, biên bản {number}.").format(
                count=count, number=row.number
            )
        )
        self._show_opened(row.id)
        self.refresh()

    def _cancelled(self, row: HandoverRow) -> None:
        self._become(counting_anew(replace(self.state, busy=False, opened=None)))
        self._messages.done(
            lambda: translate("Handover", "Đã hủy biên bản {number}; hồ sơ vẫn do bên giao giữ.").format(
                number=row.number
            )
        )
        self.refresh()

    def _show_opened(self, handover: str) -> None:
        self._ask(lambda: self._office.open_handover(handover), self._opened)

    def _show_anew(self, handover: str) -> None:
        self._ask(lambda: self._office.open_handover(handover), self._opened_anew)

    def _opened(self, opened: OpenedHandover) -> None:
        self._take_up(replace(self.state, page="records"), opened)

    def _opened_anew(self, opened: OpenedHandover) -> None:
        """The answer may come when somebody has gone back to the list already: it opens nothing then."""
        if self.state.opened is not None and self.state.opened.row.id == opened.row.id:
            self._take_up(self.state, opened)

    def _take_up(self, state: HandoverState, opened: OpenedHandover) -> None:
        same = state.opened is not None and state.opened.row.id == opened.row.id and opened.row.state == "offered"
        self._become(replace(state, opened=opened) if same else opening(state, opened))
        if not same and self.may_count and not self.receives:
            receiver = opened.row.receiver
            self._ask(lambda: self._office.signers(receiver), self._signers_known)

    def _signers_known(self, signers: tuple[Signer, ...]) -> None:
        first = signers[0] if signers else None
        by_password = first is not None and not first.has_pin
        self._become(replace(self.state, signers=signers, signer=first.id if first else None, by_password=by_password))

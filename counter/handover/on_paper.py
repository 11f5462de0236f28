"""What opens a list: its number, its codes one after the other where nobody has heard of it, a paper that is on it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from counter.handover.counting import Counting
from counter.handover.state import is_incoming
from counter.ports import OpenedHandover, PaperRow
from counter.words import translate
from shared.domain import carried_note
from shared.domain.carried_list import PREFIX, CarriedList, from_codes
from shared.domain.paper_code import Gathered, Piece, gather, read_piece
from shared.failures import Failure, Refusal

_NUMBER = re.compile(r"BG-([0-9]{6}-)?[0-9]{4,}")


class OnPaper(Counting):
    """What a scan does while no list is open."""

    def take_record_code(self, text: str) -> bool:
        """Whether `text` is a record's number or one of its codes, which is then dealt with."""
        number = text.strip().upper()
        if _NUMBER.fullmatch(number):
            self._ask(lambda: self._office.handover_numbered(number), self._opened)
            return True
        piece = read_piece(text)
        if piece is None or piece.prefix not in (PREFIX, carried_note.PREFIX):
            return False
        if piece.prefix == carried_note.PREFIX and self.state.page == "records" and not self.may_count:
            self._ways.note_scanned.emit(text)
        else:
            self._gather(piece)
        return True

    def open_by_paper(self, text: str, *, is_note: bool) -> None:
        """Opens the list on which the paper of `text` waits for this unit, and counts it.

        A note that this machine does not know is dealt with where notes are entered; nothing is said about it here.
        """

        def not_known(failure: Failure) -> None:
            if not is_note:
                self._messages.failed(failure)

        self._ask(
            lambda: self._office.find_paper(text, None),
            lambda row: self._count_on_its_list(row, lambda: None if is_note else self._waits_nowhere(row)),
            not_known,
        )

    def scanned(self, text: str) -> None:
        """Takes a scanned or typed code."""
        raise NotImplementedError

    def _count_on_its_list(self, row: PaperRow, otherwise: Callable[[], None]) -> None:
        if not row.waits_on:
            otherwise()
            return
        read = self.state.read

        def found(opened: OpenedHandover) -> None:
            if opened.row.state != "offered" or not is_incoming(opened.row, self.officer):
                otherwise()
                return
            self._opened(opened)
            if read and not self.state.read:
                self._become(replace(self.state, read=read))
            self._count(row)

        self._ask(lambda: self._office.open_handover(row.waits_on), found)

    def _waits_nowhere(self, row: PaperRow) -> None:
        self._answered(self.state, "elsewhere", row)
        self._messages.problem(
            lambda: translate("Handover", "Hồ sơ {code} không có trong biên bản nào chờ ký nhận tại đây.").format(
                code=row.code
            )
        )

    def _gather(self, piece: Piece) -> None:
        gathered = gather(self.state.gathered, piece)
        if gathered.missing:
            self._answered(replace(self.state, page="records", gathered=gathered), "piece")
            return
        self._become(replace(self.state, gathered=None))
        try:
            if gathered.prefix == carried_note.PREFIX:
                self._note_read(gathered)
            else:
                self._list_read(from_codes(gathered))
        except ValueError:
            self._messages.failed(
                Refusal(
                    "misread_codes",
                    "Các mã vừa quét không ghép được với nhau. Hãy quét lại từ mã 1.",
                    "The codes do not go together. Please scan them again from code 1.",
                )
            )

    def _note_read(self, gathered: Gathered) -> None:
        """A note of the post: it goes by its number, and what its codes tell is kept for the signature."""
        note = carried_note.from_codes(gathered)
        self._become(replace(self.state, read=(*self.state.read, note)))
        self.scanned(note.note.number)

    def _list_read(self, heard: CarriedList) -> None:
        self._messages.done(
            lambda: translate("Handover", "Đã đọc danh sách trên giấy {number}.").format(number=heard.number)
        )
        self._ask(lambda: self._office.heard_list(heard), self._opened)

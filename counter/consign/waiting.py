"""Notes that the office has signed for and that are no dossiers yet (chờ vào sổ): entered by themselves, or by hand.

What has arrived is entered at the beat, on the machine that signed for it. Without a network the codes on the note's
paper are enough: they can be scanned in the rooms where papers are received.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from counter.ports import PrintedForm
from counter.ports.consign import EnteredNote, ReceiptToPrint, WaitingEntry
from counter.presenter import Keeping, RoomPresenter, Surroundings
from counter.words import translate
from shared.domain.carried_note import PREFIX
from shared.domain.paper_code import Gathered, gather, read_piece
from shared.domain.permission import may
from shared.domain.units import receives_papers
from shared.failures import Failure, Refusal

_NOT_SIGNED = "not_submitted"
_BEATS = 5
"""So many beats lie between two looks: nobody waits for it."""


@dataclass(frozen=True, slots=True)
class WaitingState:
    """What waits, the oldest first, and the codes of one note that have been read so far.

    `read`: notes whose paper was read while nobody has signed for them yet; they are entered with the signature.
    `receipts`: dossiers that the post brought and whose Form 01 is to be printed; `printing`: how many still are.
    """

    entries: tuple[WaitingEntry, ...] = ()
    gathered: Gathered | None = None
    read: tuple[Gathered, ...] = ()
    receipts: tuple[ReceiptToPrint, ...] = ()
    printing: int = 0

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to say."""
        return not self.entries and not self.receipts and not self.printing


_Look = tuple[tuple[EnteredNote, ...], tuple[Gathered, ...], tuple[WaitingEntry, ...], tuple[ReceiptToPrint, ...]]


class WaitingPresenter(Keeping[WaitingState], RoomPresenter):
    """Enters notes, and prints the receipts of what was entered.

    Attributes: `state`. A receipt that was issued and did not come out of the printer is kept, to be printed as it was.
    """

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.state = WaitingState()
        self._issued: dict[str, tuple[ReceiptToPrint, PrintedForm]] = {}
        self._beats = 0
        around.session.changed.connect(self._session_changed)
        around.ways.note_scanned.connect(self.scanned)

    def beat(self) -> None:
        """Enters what has arrived and looks at what waits, once in a while."""
        self._beats += 1
        if self._beats % _BEATS == 1:
            self.refresh()

    def refresh(self) -> None:
        """Enters what has arrived and looks at what waits."""
        if self._here:
            read = self.state.read
            self._look(lambda: self._look_around(read), lambda answer: self._looked(read, answer))

    def scanned(self, text: str) -> None:
        """One of the codes on a note's paper; with the last of them the note is entered."""
        piece = read_piece(text)
        if piece is None or piece.prefix != PREFIX or not self._here:
            return
        gathered = gather(self.state.gathered, piece)
        if gathered.missing:
            self._become(replace(self.state, gathered=gathered))
            left = ", ".join(str(place) for place in gathered.missing)
            self._messages.note(
                lambda: translate("Consign", "Đã đọc mã {place}/{count} của phiếu gửi; quét tiếp mã {left}.").format(
                    place=piece.place, count=piece.count, left=left
                )
            )
            return
        self._become(replace(self.state, gathered=None))
        self._ask(
            lambda: self._office.enter_paper(gathered),
            lambda entered: self._entered((entered,)),
            lambda failure: self._not_yet(gathered, failure),
        )

    def enter(self, note: str) -> None:
        """Enters one of those that wait, or says what is in the way."""
        self._ask_once("enter", lambda: self._office.enter_note(note), lambda entered: self._entered((entered,)))

    def print_receipts(self) -> None:
        """Prints Form 01 of everything that the post brought, one after the other."""
        if self.state.printing:
            return
        receipts = self.state.receipts
        self._become(replace(self.state, printing=len(receipts)))
        self._print_next(receipts)

    def show_dossier(self, dossier: str) -> None:
        """Goes to the dossier that a note is to complete."""
        self._ways.dossier_wanted.emit(dossier)

    @property
    def _here(self) -> bool:
        session = self._session.state
        officer = session.officer
        works = session.working and officer is not None
        return works and officer is not None and receives_papers(officer.unit_kind) and may(officer.role, "receive")

    def _look_around(self, read: tuple[Gathered, ...]) -> _Look:
        entered, still = list(self._office.enter_arrived()), []
        for codes in read:
            try:
                entered.append(self._office.enter_paper(codes))
            except Refusal as refusal:
                if refusal.code == _NOT_SIGNED:
                    still.append(codes)
        return tuple(entered), tuple(still), self._office.waiting_entries(), self._office.receipts_to_print()

    def _print_next(self, receipts: tuple[ReceiptToPrint, ...]) -> None:
        if not receipts:
            self._become(replace(self.state, printing=0))
            self._messages.done(lambda: translate("Consign", "Đã in các Giấy tiếp nhận của hồ sơ từ bưu điện."))
            self.refresh()
            return

        def print_one() -> None:
            _, form = self._issued.get(receipts[0].dossier) or (None, self._office.form_01(receipts[0].dossier))
            self._issued[receipts[0].dossier] = receipts[0], form
            self._printer.print_form(form.name, form.pdf)

        def printed() -> None:
            self._issued.pop(receipts[0].dossier, None)
            left = tuple(each for each in self.state.receipts if each != receipts[0])
            self._become(replace(self.state, receipts=left, printing=len(receipts) - 1))
            self._print_next(receipts[1:])

        self._ask(print_one, lambda _: printed(), self._not_printed)

    def _not_printed(self, failure: Failure) -> None:
        self._become(replace(self.state, printing=0))
        self._messages.failed(failure)

    def _looked(self, read: tuple[Gathered, ...], answer: _Look) -> None:
        entered, still, waiting, receipts = answer
        if entered:
            self._say(entered)
        since = tuple(each for each in self.state.read if each not in read)
        kept = tuple(receipt for receipt, _ in self._issued.values() if receipt not in receipts)
        self._become(replace(self.state, entries=waiting, receipts=(*kept, *receipts), read=(*still, *since)))

    def _not_yet(self, codes: Gathered, failure: Failure) -> None:
        """Whoever counts a list reads the notes before signing for them: they are kept until then."""
        if failure.code != _NOT_SIGNED:
            self._messages.failed(failure)
            return
        self._become(replace(self.state, read=(*(each for each in self.state.read if each != codes), codes)))
        self._messages.note(lambda: translate("Consign", "Đã đọc phiếu gửi; hồ sơ tự vào sổ khi ký nhận biên bản."))

    def _entered(self, entered: tuple[EnteredNote, ...]) -> None:
        self._say(entered)
        self.refresh()

    def _say(self, entered: tuple[EnteredNote, ...]) -> None:
        first = entered[0]
        if len(entered) == 1:
            self._messages.done(
                lambda: translate("Consign", "Phiếu gửi {number} đã vào sổ: {code}.").format(
                    number=first.number, code=first.code
                )
            )
            return
        self._messages.done(
            lambda: translate("Consign", "Hồ sơ từ bưu điện vừa vào sổ: {count}.").format(count=len(entered))
        )

    def _session_changed(self) -> None:
        self._beats = 0
        if not self._here:
            self._issued.clear()
            self._become(WaitingState())

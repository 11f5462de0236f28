"""Returning a result: the receipt is scanned, the collector named, the result returned, the visit rated."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from counter.ports import AuthorisedCollector, DossierRow, ResultCard, Returned, ReturnProof
from counter.presenter import Busy, RoomPresenter, Surroundings
from counter.words import translate
from shared.domain.dossier import Collector
from shared.domain.identity_card import read_identity_card
from shared.domain.text import tidy
from shared.failures import Refusal

_QR_PIXELS = 296


@dataclass(frozen=True, slots=True)
class Collecting:
    """Who collects and what was shown (người nhận kết quả), as typed. The person's data stay on this screen.

    `name`, `identity_number`, `paper`: of an authorised person. `receipt_lost`, `identity_seen`, `originals_back`:
    what the officer has ticked.
    """

    collector: Collector = "applicant"
    name: str = ""
    identity_number: str = ""
    paper: str = ""
    receipt_lost: bool = False
    identity_seen: bool = False
    originals_back: bool = False

    def proof(self) -> ReturnProof:
        """What goes to the office."""
        person = AuthorisedCollector(tidy(self.name), "".join(self.identity_number.split()), tidy(self.paper))
        return ReturnProof(
            authorised=person if self.collector == "authorised" else None,
            receipt_lost=self.receipt_lost,
            identity_seen=self.identity_seen,
            originals_back=self.originals_back,
        )


@dataclass(frozen=True, slots=True)
class ResultsState:
    """The room of results (phòng trả kết quả). `rating_qr`: the PNG that the citizen scans after the return."""

    ready: tuple[DossierRow, ...] = ()
    card: ResultCard | None = None
    collecting: Collecting = Collecting()
    returned: Returned | None = None
    rating_qr: bytes = b""
    busy: bool = False

    @property
    def collector(self) -> Collector:
        """Who collects."""
        return self.collecting.collector


class ResultsPresenter(Busy[ResultsState], RoomPresenter):
    """Returns results. Attributes: `state`."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.state = ResultsState()
        around.session.changed.connect(self._session_changed)

    def refresh(self) -> None:
        """Looks again at the results that wait, and at what the dossier at hand still has to pay."""
        if not self._session.state.working:
            return
        self._look(self._office.ready_results, lambda ready: self._become(replace(self.state, ready=ready)))
        card = self.state.card
        if card is not None and self.state.returned is None and not self.state.busy:
            code = card.row.code
            self._ask(lambda: self._office.result_card(code), self._looked_again)

    def scanned(self, text: str) -> None:
        """Opens the dossier of a scanned receipt or a typed code; an identity card names the authorised person."""
        if self.state.card is not None and "|" in text:
            self._card_scanned(text)
        elif text.strip():
            self._ask(lambda: self._office.result_card(text.strip()), self._opened)

    def open(self, code: str) -> None:
        """Opens a dossier of the list."""
        if self.state.card is None or self.state.card.row.code != code:
            self.scanned(code)

    def choose_collector(self, collector: Collector) -> None:
        """Takes who collects."""
        self.set(collector=collector)

    def choose_recorded(self, place: int) -> None:
        """Takes somebody whom the applicant authorised at reception."""
        card = self.state.card
        if card is not None and place < len(card.collectors):
            person = card.collectors[place]
            self.set(
                collector="authorised",
                name=person.name,
                identity_number=person.identity_number,
                paper=person.paper,
            )

    def set(self, **changes: Any) -> None:  # the word for it
        """Takes what was typed or ticked into fields of `Collecting`."""
        self._become(replace(self.state, collecting=replace(self.state.collecting, **changes)))

    def pay(self) -> None:
        """Goes to the cash room with the dossier at hand."""
        if self.state.card is not None:
            self._ways.fee_wanted.emit(self.state.card.row.code)

    def return_result(self) -> None:
        """The result changes hands."""
        card, collecting = self.state.card, self.state.collecting
        if card is None or not card.may_return or self.state.busy or self.state.returned is not None:
            return
        self._become(replace(self.state, busy=True))
        self._ask(lambda: self._return(card.row.id, collecting), self._returned, self._refused)

    def next(self) -> None:  # the word for it
        """Puts the returned dossier away."""
        self._become(replace(self.state, card=None, returned=None, rating_qr=b"", collecting=Collecting()))
        self.refresh()

    def _return(self, dossier: str, collecting: Collecting) -> tuple[Returned, bytes]:
        returned = self._office.return_result(dossier, collecting.collector, collecting.proof())
        from shared.documents.qr import qr_png  # with the first code: it would slow every start

        return returned, qr_png(returned.rating_url, _QR_PIXELS)

    def _card_scanned(self, text: str) -> None:
        try:
            card = read_identity_card(text)
        except Refusal as refusal:
            self._messages.failed(refusal)
            return
        self.set(collector="authorised", name=card.name, identity_number=card.number)
        done = translate("Results", "Đã điền người nhận từ thẻ căn cước: xin đối chiếu với người đến nhận.")
        self._messages.done(lambda: done)

    def _opened(self, card: ResultCard) -> None:
        self._become(replace(self.state, card=card, returned=None, rating_qr=b"", collecting=Collecting()))

    def _looked_again(self, card: ResultCard) -> None:
        held = self.state.card
        if held is not None and held.row.id == card.row.id and self.state.returned is None:
            self._become(replace(self.state, card=card))

    def _returned(self, answer: tuple[Returned, bytes]) -> None:
        returned, picture = answer
        self._become(replace(self.state, busy=False, returned=returned, rating_qr=picture))
        self._messages.done(lambda: translate("Results", "Đã trả kết quả hồ sơ {code}.").format(code=returned.code))
        self.refresh()

    def _session_changed(self) -> None:
        if self._session.state.officer is None:
            self._become(ResultsState())

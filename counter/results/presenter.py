"""Returning a result: the receipt is scanned, the collector named, the result returned, the visit rated."""

from __future__ import annotations

from dataclasses import dataclass, replace

from counter.messages import Messages
from counter.ports import CounterOffice, DossierRow, ResultCard, Returned
from counter.presenter import Presenter
from counter.session import Session
from counter.words import translate
from shared.domain.dossier import Collector
from shared.failures import Failure
from shared.qt.lanes import Lanes

_QR_PIXELS = 296


@dataclass(frozen=True, slots=True)
class ResultsState:
    """The room of results (phòng trả kết quả). `rating_qr`: the PNG that the citizen scans after the return."""

    ready: tuple[DossierRow, ...] = ()
    card: ResultCard | None = None
    collector: Collector = "applicant"
    returned: Returned | None = None
    rating_qr: bytes = b""
    busy: bool = False


class ResultsPresenter(Presenter):
    """Returns results. Attributes: `state`."""

    def __init__(self, office: CounterOffice, lanes: Lanes, messages: Messages, session: Session) -> None:
        super().__init__(office, lanes, messages)
        self._session = session
        self.state = ResultsState()
        session.changed.connect(self._session_changed)

    def refresh(self) -> None:
        """Looks again at the results that wait at the counter."""
        if self._session.state.working:
            self._look(self._office.ready_results, lambda ready: self._become(replace(self.state, ready=ready)))

    def scanned(self, text: str) -> None:
        """Opens the dossier of a scanned receipt or a typed code."""
        if text.strip():
            self._ask(lambda: self._office.result_card(text.strip()), self._opened)

    def open(self, code: str) -> None:
        """Opens a dossier of the list."""
        if self.state.card is None or self.state.card.row.code != code:
            self.scanned(code)

    def choose_collector(self, collector: Collector) -> None:
        """Takes who collects."""
        self._become(replace(self.state, collector=collector))

    def return_result(self) -> None:
        """The result changes hands."""
        card, collector = self.state.card, self.state.collector
        if card is None or not card.may_return or self.state.busy:
            return
        self._become(replace(self.state, busy=True))
        self._ask(lambda: self._return(card.row.id, collector), self._returned, self._refused)

    def next(self) -> None:  # the word for it
        """Puts the returned dossier away."""
        self._become(replace(self.state, card=None, returned=None, rating_qr=b"", collector="applicant"))
        self.refresh()

    def _return(self, dossier: str, collector: Collector) -> tuple[Returned, bytes]:
        returned = self._office.return_result(dossier, collector)
        from shared.documents.qr import qr_png  # with the first code: it would slow every start

        return returned, qr_png(returned.rating_url, _QR_PIXELS)

    def _opened(self, card: ResultCard) -> None:
        self._become(replace(self.state, card=card, returned=None, rating_qr=b"", collector="applicant"))

    def _returned(self, answer: tuple[Returned, bytes]) -> None:
        returned, picture = answer
        self._become(replace(self.state, busy=False, returned=returned, rating_qr=picture))
        self._messages.done(lambda: translate("Results", "Đã trả kết quả hồ sơ {code}.").format(code=returned.code))
        self.refresh()

    def _refused(self, failure: Failure) -> None:
        self._become(replace(self.state, busy=False))
        self._messages.failed(failure)

    def _session_changed(self) -> None:
        if self._session.state.officer is None:
            self._become(ResultsState())

    def _become(self, state: ResultsState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()

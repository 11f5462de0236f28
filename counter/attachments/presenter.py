"""The scans of one dossier: taken, told apart by the paper they show, looked at, taken out again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from counter.attachments.state import AttachmentsState, Shown, next_paper
from counter.attachments.watched_folder import WatchedFolder
from counter.messages import Messages, WayBack
from counter.ports import CounterOffice
from counter.ports.attachments import AttachmentRow, KeptScan
from counter.presenter import Keeping, Presenter
from counter.session import Session
from counter.words import translate
from shared.domain.permission import may
from shared.failures import Failure
from shared.qt.lanes import Lanes

PICTURE_WIDTH, PICTURE_HEIGHT = 420, 594
"""Twice the size at which a page is shown, for sharp letters."""


class AttachmentsPresenter(Keeping[AttachmentsState], Presenter):
    """Scans of the dossier that `show_dossier` names.

    Attributes: `state`; `folder`, where the scanner puts its files, or None; `seen`, whether anybody looks.
    """

    def __init__(
        self,
        office: CounterOffice,
        lanes: Lanes,
        messages: Messages,
        session: Session,
        folder: WatchedFolder | None = None,
    ) -> None:
        super().__init__(office, lanes, messages)
        self._session = session
        self.folder = folder
        self.seen = False
        self.state = AttachmentsState()
        if folder is not None:
            folder.changed.connect(self.changed)
        session.changed.connect(self._session_changed)

    def show_dossier(self, dossier: str | None, papers: tuple[str, ...]) -> None:
        """Shows the scans of `dossier`, whose checklist has `papers`; None: of no dossier."""
        if (dossier, papers) == (self.state.dossier, self.state.papers):
            return
        self._become(AttachmentsState(dossier, papers, document=next_paper(papers, ()), may_attach=self._may_attach()))
        self.refresh()

    def refresh(self) -> None:
        """Looks again where the scans are; called at every beat while they are seen."""
        dossier = self.state.dossier
        if dossier is not None and self._session.state.officer is not None:
            self._look(lambda: (dossier, self._office.attachments(dossier)), self._looked)

    def beat(self) -> None:
        """Looks again if anybody looks at it."""
        if self.seen:
            self.refresh()

    def take(self, paths: Sequence[str]) -> None:
        """Takes files: one alone as the paper that was said to be next, several as papers to be told apart later."""
        if len(paths) == 1:
            self._take(paths[0], self.state.document)
        else:
            self.take_unsaid(paths)

    def take_unsaid(self, paths: Sequence[str]) -> None:
        """Takes files of which nobody has said what they show; where there is only one paper, it is that one."""
        document = self.state.papers[0] if len(self.state.papers) == 1 else ""
        for path in paths:
            self._take(path, document)

    def take_offer(self) -> None:
        """Takes the oldest file that the scanner's folder offers."""
        if self.folder is not None and self.folder.state.offers:
            self.take([self.folder.state.offers[0].path])

    def pass_offer_over(self) -> None:
        """Does not want the oldest file that the folder offers; it stays where it is."""
        if self.folder is not None and self.folder.state.offers:
            self.folder.settled(self.folder.state.offers[0].path)

    def set_document(self, document: str) -> None:
        """The paper that the next scan shows."""
        self._become(replace(self.state, document=document))

    def choose(self, attachment: str) -> None:
        """Chooses a scan and shows its first page."""
        if attachment != self.state.chosen:
            self._become(replace(self.state, chosen=attachment, shown=Shown(attachment)))
            self._paint()

    def turn(self, by: int) -> None:
        """Shows another page of the chosen scan."""
        row = self.state.row(self.state.chosen)
        page = self.state.shown.page + by
        if row is not None and 0 <= page < row.pages:
            self._become(replace(self.state, shown=Shown(row.id, page)))
            self._paint()

    def describe(self, document: str) -> None:
        """Says which paper the chosen scan shows."""
        row = self.state.row(self.state.chosen)
        if row is not None and row.document != document:
            self._ask(lambda: self._office.describe_attachment(row.id, document), lambda _: self.refresh())

    def withdraw(self) -> None:
        """Takes the chosen scan out; for ten seconds it can be put back."""
        row = self.state.row(self.state.chosen)
        if row is not None and self.state.may_attach:
            self._ask(lambda: self._office.withdraw_attachment(row.id), lambda _: self._withdrawn(row))

    def _take(self, path: str, document: str) -> None:
        dossier = self.state.dossier
        if dossier is None or not self.state.may_attach:
            return
        coming = (*self.state.coming, document)
        following = next_paper(self.state.papers, self.state.rows, coming)
        self._become(replace(self.state, coming=coming, document=following))

        def failed(failure: Failure) -> None:
            self._not_taken(dossier, document, Path(path).name, failure)

        def kept(scan: KeptScan) -> None:
            self._ask(
                lambda: self._office.attach_kept(dossier, scan, document),
                lambda row: self._attached(dossier, row, path),
                failed,
            )

        self._lanes.files.submit(self._reading(path), kept, failed)

    def _reading(self, path: str) -> Callable[[], KeptScan]:
        return lambda: self._office.keep_scan(Path(path))

    def _attached(self, dossier: str, row: AttachmentRow, path: str) -> None:
        if self.folder is not None:
            self.folder.settled(path)
        if dossier != self.state.dossier:
            return
        rows = (*(each for each in self.state.rows if each.id != row.id), row)
        self._become(replace(self.state, rows=rows, known=True, coming=_without(self.state.coming, row.document)))
        self.choose(row.id)
        self._messages.done(lambda: translate("Scans", "Đã đính kèm bản quét; bản quét đã lưu trên máy này."))

    def _not_taken(self, dossier: str, document: str, name: str, failure: Failure) -> None:
        if dossier == self.state.dossier:
            coming = _without(self.state.coming, document)
            following = next_paper(self.state.papers, self.state.rows, coming)
            self._become(replace(self.state, coming=coming, document=following))
        self._messages.failed(failure, about=name)

    def _withdrawn(self, row: AttachmentRow) -> None:
        rows = tuple(each for each in self.state.rows if each.id != row.id)
        self._become(replace(self.state, rows=rows, chosen="", shown=Shown()))
        way_back = WayBack(lambda: translate("Scans", "Hoàn tác"), lambda: self._put_back(row))
        self._messages.done(lambda: translate("Scans", "Đã gỡ bản quét khỏi hồ sơ."), way_back)
        self.refresh()

    def _put_back(self, row: AttachmentRow) -> None:
        self._ask(lambda: self._office.put_back_attachment(row.id), lambda _: self.refresh())

    def _looked(self, answer: tuple[str, tuple[AttachmentRow, ...]]) -> None:
        dossier, rows = answer
        if dossier != self.state.dossier:
            self.refresh()
            return
        state = replace(self.state, rows=rows, known=True)
        if not self.state.known or state.document not in self.state.papers:
            state = replace(state, document=next_paper(state.papers, rows))
        if state.row(state.chosen) is None:
            state = replace(state, chosen="", shown=Shown())
        self._become(state)
        if self.seen and not state.chosen and rows:
            self.choose(rows[0].id)
        row = state.row(state.shown.attachment)
        if row is not None and state.shown.waits and (row.here or row.safe):
            self._paint()

    def _paint(self) -> None:
        row, page = self.state.row(self.state.chosen), self.state.shown.page
        if row is None:
            return

        def painted(picture: bytes) -> None:
            self._painted(Shown(row.id, page, picture))

        def failed(failure: Failure) -> None:
            self._painted(Shown(row.id, page, waits=failure.code == "scan_not_here"))
            if failure.code != "scan_not_here":
                self._messages.failed(failure)

        work = self._painting(row, page)
        self._lanes.files.submit(work, painted, failed)

    def _painting(self, row: AttachmentRow, page: int) -> Callable[[], bytes]:
        return lambda: self._office.attachment_picture(row, page, PICTURE_WIDTH, PICTURE_HEIGHT)

    def _painted(self, shown: Shown) -> None:
        if (shown.attachment, shown.page) == (self.state.shown.attachment, self.state.shown.page):
            self._become(replace(self.state, shown=shown))

    def _may_attach(self) -> bool:
        officer = self._session.state.officer
        return officer is not None and may(officer.role, "attach")

    def _session_changed(self) -> None:
        if self._session.state.officer is None:
            self._become(AttachmentsState())
        else:
            self._become(replace(self.state, may_attach=self._may_attach()))


def _without(coming: tuple[str, ...], document: str) -> tuple[str, ...]:
    """`coming` without one `document`."""
    at = coming.index(document) if document in coming else len(coming)
    return coming[:at] + coming[at + 1 :]

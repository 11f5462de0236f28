"""Attachments, against the journal of this machine and the scans beside it."""

from __future__ import annotations

from pathlib import Path

from counter.ports.attachments import AttachmentRow, KeptScan
from counter.wiring.work import CounterWork
from shared.actions import attach_scan as actions
from shared.domain.attachment import LARGEST_SCAN, MEDIA_TYPES, Attachment, file_too_large
from shared.domain.office import Office
from shared.domain.office_names import staff_name
from shared.failures import EnvironmentFailure, Refusal
from shared.journal.dossier_queries import personal_records
from shared.journal.journal import Reader
from shared.journal.read_model import ATTACHMENTS
from shared.qt.scans import DeviceScans
from shared.scans.attachment_queries import attachments_of
from shared.scans.pictures import page_picture
from shared.scans.progress import ScanProgress, noted, nothing_of
from shared.scans.scan_file import ScanFacts, inspect


class AttachmentsRoom(CounterWork):
    """Attachments."""

    def attachments(self, dossier: str) -> tuple[AttachmentRow, ...]:
        """The scans of `dossier`, in the order they came; of those whose place is not known the server is asked."""
        self.acting("look_up")
        office = self.office()
        with self.journal.reading() as reader:
            rows = _rows(reader, attachments_of(reader, dossier), office)
        for row in rows:
            if not row.safe and not row.here:
                self._scans().copying.ask_about(row.content, row.size)
        return rows

    def attach(self, dossier: str, path: Path, document: str) -> AttachmentRow:
        """Takes a PDF or picture."""
        return self.attach_kept(dossier, self.keep_scan(path), document)

    def keep_scan(self, path: Path) -> KeptScan:
        """Reads, checks and keeps the file; called off the database lane, it asks the database nothing."""
        body = _read(path)
        facts = inspect(body)
        self._scans().store.put_file(facts.content, body)
        return KeptScan(facts.content, facts.media_type, facts.pages, facts.size, path.name)

    def attach_kept(self, dossier: str, scan: KeptScan, document: str) -> AttachmentRow:
        """Makes a kept file part of `dossier`."""
        officer = self.acting("attach")
        media_type = next(each for each in MEDIA_TYPES if each == scan.media_type)
        facts = ScanFacts(scan.content, media_type, scan.pages, scan.size)
        state = actions.attach_scan(
            self.journal, dossier, facts, file_name=scan.file_name, document=document, officer=officer.id
        )
        self.program.committed()
        office = self.office()
        with self.journal.reading() as reader:
            return _rows(reader, (state,), office)[0]

    def describe_attachment(self, attachment: str, document: str) -> None:
        """Says which paper of the checklist a scan shows."""
        actions.describe_scan(self.journal, attachment, document, officer=self.acting("attach").id)
        self.program.committed()

    def withdraw_attachment(self, attachment: str) -> None:
        """Takes a scan out again."""
        actions.withdraw_scan(self.journal, attachment, officer=self.acting("attach").id)
        self.program.committed()

    def put_back_attachment(self, attachment: str) -> None:
        """Takes `withdraw_attachment` back."""
        actions.put_back_scan(self.journal, attachment, officer=self.acting("attach").id)
        self.program.committed()

    def attachment_content(self, attachment: str) -> bytes:
        """The whole file."""
        self.acting("look_up")
        with self.journal.reading() as reader:
            state = reader.state(ATTACHMENTS, attachment)
        if state is None:
            raise Refusal("no_such_attachment", "Máy này không có bản quét đó.", "There is no such scan here.")
        return self._whole(state.content, state.size)

    def attachment_picture(self, row: AttachmentRow, page: int, width: int, height: int) -> bytes:
        """A page as a PNG; a file that is not here is fetched from now on."""
        self.acting("look_up")
        media_type = next(each for each in MEDIA_TYPES if each == row.media_type)
        return page_picture(self._whole(row.content, row.size), media_type, page, width, height)

    def _whole(self, content: str, size: int) -> bytes:
        scans = self._scans()
        body = None if scans.store.missing(content, size) else scans.store.file(content, size)
        if body is None:
            scans.copying.want(content, size)
            raise EnvironmentFailure(
                "scan_not_here",
                "Bản quét đang được tải từ máy chủ về; xin chờ một lát.",
                "The scan is being fetched from the server; please wait a moment.",
            )
        return body

    def _scans(self) -> DeviceScans:
        scans = self.program.scans
        assert scans is not None, "a counter has scans"
        return scans


def _rows(reader: Reader, states: tuple[Attachment, ...], office: Office) -> tuple[AttachmentRow, ...]:
    names = personal_records(reader, [each.personal for each in states if each.personal])
    places = noted(reader.connection, reader.office, [each.content for each in states])
    return tuple(
        _row(
            each,
            places.get(each.content) or nothing_of(each.content, each.size),
            names.get(each.personal or ""),
            office,
        )
        for each in states
    )


def _row(state: Attachment, place: ScanProgress, personal: object, office: Office) -> AttachmentRow:
    name = personal.get("file_name", "") if isinstance(personal, dict) else ""
    return AttachmentRow(
        id=state.id,
        document=state.document,
        file_name=str(name),
        media_type=state.media_type,
        pages=state.pages,
        size=state.size,
        added_at=state.added_at,
        added_by=staff_name(office, state.added_by),
        here=place.is_here,
        safe=place.is_safe,
        content=state.content,
        pieces=place.pieces,
        arrived=place.here,
        sent=place.safe,
    )


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            body = file.read(LARGEST_SCAN + 1)
    except OSError as problem:
        raise EnvironmentFailure(
            "file_unreadable",
            "Không đọc được tệp đã chọn. Hãy kiểm tra tệp còn ở đó và thử lại.",
            "The file cannot be read. Check that it is still there and try again.",
        ) from problem
    if len(body) > LARGEST_SCAN:
        raise file_too_large()
    return body

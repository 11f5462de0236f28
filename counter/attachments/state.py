"""What the part for scans shows."""

from __future__ import annotations

from dataclasses import dataclass

from counter.ports.attachments import AttachmentRow


@dataclass(frozen=True, slots=True)
class Shown:
    """The page of a scan that is shown (trang đang xem). `picture`: PNG, empty while it is not painted.

    `waits`: its pieces are on their way from the server.
    """

    attachment: str = ""
    page: int = 0
    picture: bytes = b""
    waits: bool = False


@dataclass(frozen=True, slots=True)
class AttachmentsState:
    """The scans of one dossier (bản quét của hồ sơ).

    `papers` are those of its checklist, `document` the one that the next scan shows ("": none of them). `known`: the
    rows have been read. `coming`: the papers of the files that are being read and attached. `may_attach`: whether the
    officer may change anything.
    """

    dossier: str | None = None
    papers: tuple[str, ...] = ()
    rows: tuple[AttachmentRow, ...] = ()
    known: bool = False
    document: str = ""
    chosen: str = ""
    shown: Shown = Shown()
    coming: tuple[str, ...] = ()
    may_attach: bool = False

    def row(self, attachment: str) -> AttachmentRow | None:
        """The row of a scan."""
        return next((row for row in self.rows if row.id == attachment), None)


def next_paper(papers: tuple[str, ...], rows: tuple[AttachmentRow, ...], coming: tuple[str, ...] = ()) -> str:
    """The first paper of the checklist that no scan shows yet; "" when each has one, or there is no checklist.

    `coming` are the papers of scans that are being attached.
    """
    shown = {*(row.document for row in rows), *coming}
    return next((paper for paper in papers if paper not in shown), "")

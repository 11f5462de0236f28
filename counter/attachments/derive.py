"""The words of the part for scans."""

from __future__ import annotations

from counter.attachments.state import AttachmentsState
from counter.attachments.watched_folder import FolderState
from counter.parts.rows import Row
from counter.ports.attachments import AttachmentRow
from counter.words import short_moment, translate


def size_words(size: int, language: str) -> str:
    """ "420 KB" or "1,4 MB" ("1.4 MB" in English)."""
    if size < 1024 * 1024:
        return f"{max(round(size / 1024), 1)} KB"
    words = f"{size / 1024 / 1024:.1f} MB"
    return words if language == "en" else words.replace(".", ",")


def paper_words(document: str) -> str:
    """The paper that a scan shows."""
    return document or translate("Scans", "Chưa rõ là giấy tờ nào")


def pages_words(pages: int) -> str:
    """How many pages."""
    return translate("Scans", "{count} trang").format(count=pages)


def place_words(row: AttachmentRow) -> str:
    """Where the file is safe."""
    if row.safe:
        return translate("Scans", "✓ An toàn ở máy chủ")
    if row.here and row.sent:
        return translate("Scans", "Đang gửi {sent}/{pieces}").format(sent=row.sent, pieces=row.pieces)
    if row.here:
        return translate("Scans", "Chờ gửi · đã lưu ở máy này")
    if row.arrived:
        return translate("Scans", "Đang tải {arrived}/{pieces}").format(arrived=row.arrived, pieces=row.pieces)
    return translate("Scans", "Ở quầy khác · chưa lên máy chủ")


def derive_row(row: AttachmentRow, language: str) -> Row:
    """The row of a scan in the list."""
    facts = (row.file_name, pages_words(row.pages), size_words(row.size, language))
    who = f"{short_moment(row.added_at, language)} {row.added_by}"
    return Row(paper_words(row.document), " · ".join(part for part in (*facts, who) if part), place_words(row))


def derive_title(state: AttachmentsState) -> str:
    """The title, with the number of scans."""
    if not state.rows:
        return translate("Scans", "Bản quét")
    return translate("Scans", "Bản quét ({count})").format(count=len(state.rows))


def derive_hint(state: AttachmentsState) -> str:
    """One sentence below the title."""
    if state.dossier is None:
        return translate("Scans", "Chưa chọn hồ sơ nào.")
    if state.coming:
        return translate("Scans", "Đang đọc tệp… còn {count}").format(count=len(state.coming))
    if not state.may_attach:
        return "" if state.rows else translate("Scans", "Hồ sơ này chưa có bản quét.")
    if not state.rows:
        return translate("Scans", "Chưa có bản quét. Kéo tệp PDF hoặc ảnh thả vào đây, hoặc chọn tệp.")
    return translate("Scans", "Kéo thêm tệp PDF hoặc ảnh thả vào đây, hoặc chọn tệp.")


def derive_offer(folder: FolderState) -> str:
    """What the scanner's folder offers; "" for nothing."""
    if not folder.readable:
        return translate("Scans", "Không đọc được thư mục của máy quét. Hãy kiểm tra thư mục hoặc đường mạng.")
    if not folder.offers:
        return ""
    first = folder.offers[0].name
    if len(folder.offers) == 1:
        return translate("Scans", "Bản quét mới: {name}").format(name=first)
    more = len(folder.offers) - 1
    return translate("Scans", "Bản quét mới: {name}, và {more} tệp nữa").format(name=first, more=more)


def derive_page(state: AttachmentsState) -> str:
    """Which page of the chosen scan is shown, or why none is."""
    row = state.row(state.chosen)
    if row is None:
        return translate("Scans", "Chọn một bản quét để xem.") if state.rows else ""
    if state.shown.waits and not (row.safe or row.here):
        return translate("Scans", "Quầy đã quét chưa gửi xong.")
    if state.shown.waits:
        return translate("Scans", "Đang tải từ máy chủ về…")
    return translate("Scans", "Trang {page}/{pages}").format(page=state.shown.page + 1, pages=row.pages)

"""The sheet with the database's key that goes into the office's safe."""

from __future__ import annotations

import io

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from server.operation.key_on_paper import lines_of
from shared.documents.fonts import form_family
from shared.documents.qr import draw_qr

_WORDS = (
    "Không có khóa này thì không ai đọc được bản sao lưu, kể cả đơn vị.",
    "Cất tờ này trong két, tách khỏi nơi để bản sao lưu; không chụp ảnh, không gửi qua mạng.",
    "Khôi phục: motcua-server backup-key --enter --data <thư mục mới>, nhập tám dòng dưới đây,",
    "rồi motcua-server restore <tệp sao lưu> --data <thư mục mới>.",
)
_WORDS_IN_ENGLISH = "The key of the server's database and backups. Keep it in the safe, apart from the backups."


def key_paper(key: bytes) -> bytes:
    """The sheet as a PDF: eight lines to type and a QR code that holds the same."""
    family = form_family()
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=True)
    canvas.setTitle("Khóa cơ sở dữ liệu")
    left, y = 30 * mm, A4[1] - 30 * mm
    canvas.setFont(family.bold, 18)
    canvas.drawString(left, y, "KHÓA CƠ SỞ DỮ LIỆU MÁY CHỦ MỘT CỬA")
    y -= 9 * mm
    canvas.setFont(family.regular, 12)
    for sentence in (*_WORDS, _WORDS_IN_ENGLISH):
        canvas.drawString(left, y, sentence)
        y -= 6.5 * mm
    y -= 8 * mm
    lines = lines_of(key)
    canvas.setFont("Courier-Bold", 20)
    for line in lines:
        canvas.drawString(left, y, line)
        y -= 10 * mm
    y -= 2 * mm
    canvas.setFont(family.regular, 12)
    canvas.drawString(left, y, "Hai ký tự cuối của mỗi dòng để kiểm tra khi nhập lại.")
    size = 60
    y -= (size + 8) * mm
    draw_qr(canvas, "\n".join(lines), left - 6, y, size)
    canvas.drawString(left, y - 6 * mm, "Ngày in: ……/……/…………      Người cất giữ: …………………………………………")
    canvas.showPage()
    canvas.save()
    return out.getvalue()

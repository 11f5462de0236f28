"""The scanner beside a counter: it puts a page into the folder that the counter watches."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas


def scan_a_page(folder: Path, name: str) -> Path:
    """Writes a PDF of one page into `folder`; answers it."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{name}.pdf"
    page = Canvas(str(folder / f"{name}.part"), pagesize=A4)
    width, height = A4
    page.setFont("Helvetica-Bold", 20)
    page.drawCentredString(width / 2, height - 90, "MAU / SAMPLE")
    page.setFont("Helvetica", 12)
    for line in range(24):
        page.line(70, height - 150 - 24 * line, width - 70, height - 150 - 24 * line)
    page.drawCentredString(width / 2, 60, "Giay to thu nghiem / a paper for trying things out")
    page.save()
    (folder / f"{name}.part").rename(file)
    return file

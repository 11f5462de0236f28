"""The slip that staff print to see whether the printer prints (phiếu in thử): letters, a line, a code, the time."""

from __future__ import annotations

from datetime import datetime

from reportlab.platypus import Spacer

from shared.documents.fonts import slip_family
from shared.documents.paper_text import markup
from shared.documents.slip_paper import Cut, centred_code, centred_text, office_heading, render_strip
from shared.documents.vietnamese_words import local_or_refuse

_EVERY_MARK = "ă â đ ê ô ơ ư ả ã á à ạ 0123456789"
_NO_NUMBER = "Phiếu này không phải là số thứ tự."


def render_trial_slip(device_name: str, office_name: str, at: datetime) -> bytes:
    """The slip as a PDF of one page, 80 mm wide; nobody can take it for a number."""
    family = slip_family()
    time = f"{local_or_refuse(at):%H:%M:%S %d/%m/%Y}"
    parts = [
        office_heading(office_name, family),
        Spacer(1, 6),
        Cut(),
        Spacer(1, 6),
        centred_text("PHIẾU IN THỬ / TEST PRINT", family.bold, 14),
        Spacer(1, 4),
        centred_text(markup(device_name, family), family.regular, 11),
        centred_text(time, family.bold, 11),
        Spacer(1, 6),
        centred_text(_EVERY_MARK, family.regular, 11),
        Spacer(1, 6),
        centred_code(time, family),
        Spacer(1, 6),
        centred_text(_NO_NUMBER, family.regular, 9.5),
        Cut(),
    ]
    return render_strip(parts, "Phiếu in thử", "Phiếu in thử", family)

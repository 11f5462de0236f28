"""Slip and Form 01 as PDF bytes, beside a bare page of the same library with one line in the same embedded typeface."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from shared.documents.documents_table import SubmittedDocument
from shared.documents.fonts import form_family, slip_family
from shared.documents.form_01_receipt import Form01, render_form_01
from shared.documents.ticket_slip import TicketSlip, render_ticket_slip
from tests.bench.figures import NO_AIM, Aim, Rounds, Row, in_milliseconds, in_turn, seconds_of, without_old_garbage

_LINE = "Trung tâm Phục vụ hành chính công phường Mẫu"
_ROUNDS = Rounds(40, 3)
_FORM_MILLISECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Size:
    """How often each paper is made."""

    rounds: Rounds = _ROUNDS


def measure(size: Size = Size()) -> list[Row]:
    """A row for each paper."""
    return [
        _row("print a slip", lambda: render_ticket_slip(_slip()), slip_family().regular, size, None),
        _row("print Form 01", lambda: render_form_01(_form()), form_family().regular, size, _FORM_MILLISECONDS),
    ]


def _row(name: str, paper: Callable[[], bytes], face: str, size: Size, longest: float | None) -> Row:
    with without_old_garbage():
        ours, floor = in_turn(lambda: seconds_of(paper), lambda: seconds_of(lambda: bare_page(face)), size.rounds)
    taken = in_milliseconds(ours)
    return Row(
        name=name,
        what="values to PDF bytes",
        measured=taken,
        floor=in_milliseconds(floor),
        floor_is=f"one page with one line of {face}, embedded, by reportlab",
        aim=NO_AIM if longest is None else Aim(f"<= {longest:g} ms", taken.median <= longest),
        details={"bytes": f"{len(paper()):,} (floor {len(bare_page(face)):,})"},
    )


def bare_page(face: str) -> bytes:
    """A page with one line of `face`."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setFont(face, 12)
    canvas.drawString(72, 700, _LINE)
    canvas.save()
    return out.getvalue()


def _slip() -> TicketSlip:
    return TicketSlip(
        office_name=_LINE,
        label="A012",
        line_name_vi="Hộ tịch – Chứng thực",
        line_name_en="Civil status – Certification",
        people_ahead=7,
        wait_text_vi="15–25 phút",
        wait_text_en="15–25 min",
        issued_at=datetime(2026, 11, 23, 1, 5, tzinfo=UTC),
        follow_url="https://motcua.phuong-mau.example/t/AAAAAAAAAAAAAAAAAAAAAAAAAA",
    )


def _form() -> Form01:
    return Form01(
        managing_body="Ủy ban nhân dân phường Mẫu",
        office_name=_LINE,
        form_number="700001/2026",
        place="Phường Mẫu",
        issued_on=date(2026, 11, 23),
        dossier_code="H99.99.01-261123-7001",
        applicant_name="Nguyễn Thị Mẫu",
        identity_number="000000000000",
        address="Số 1, Đường Mẫu 1, Phường Mẫu, Thành phố Thử",
        phone="0900000000",
        email="",
        procedure_name="Thủ tục đăng ký khai sinh",
        documents=(
            SubmittedDocument("Tờ khai đăng ký khai sinh theo mẫu", 1, 0),
            SubmittedDocument("Giấy chứng sinh", 1, 0),
        ),
        sets=1,
        time_limit_text="trong ngày làm việc",
        received_at=datetime(2026, 11, 23, 1, 5, tzinfo=UTC),
        due_at=datetime(2026, 11, 23, 10, 0, tzinfo=UTC),
        result_place="Quầy số 3",
        receiver_name="Trần Văn Thử",
        look_up_url="https://motcua.phuong-mau.example/d/AAAAAAAAAAAAAAAAAAAAAAAAAA",
    )

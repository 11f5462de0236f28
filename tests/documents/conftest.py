"""Sample papers, one of each kind."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from shared.documents.documents_table import SubmittedDocument
from shared.documents.form_01_receipt import Form01
from shared.documents.handover_record import HandedOverDossier, HandoverRecord, Party
from shared.documents.ticket_slip import TicketSlip

OFFICE = "Trung tâm Phục vụ hành chính công phường Hải Châu"


@pytest.fixture
def slip() -> TicketSlip:
    """A slip of everyday length."""
    return TicketSlip(
        office_name=OFFICE,
        label="A012",
        line_name_vi="Hộ tịch, chứng thực",
        line_name_en="Civil status, certification",
        people_ahead=7,
        wait_text_vi="15–25 phút",
        wait_text_en="15–25 min",
        issued_at=datetime(2026, 9, 8, 1, 5, tzinfo=UTC),
        follow_url="https://motcua.example.vn/t/7Kq2xV9bTn4M",
    )


@pytest.fixture
def form() -> Form01:
    """A Form 01 of everyday length."""
    return Form01(
        managing_body="Ủy ban nhân dân phường Hải Châu",
        office_name=OFFICE,
        form_number="128/2026-TTPVHCC",
        place="Hải Châu",
        issued_on=date(2026, 9, 8),
        dossier_code="H17.32.5-260908-0128",
        applicant_name="Nguyễn Thị Hường",
        identity_number="048186004217",
        address="K45/12 đường Trần Cao Vân, phường Hải Châu, thành phố Đà Nẵng",
        phone="0905123456",
        email="huong@example.vn",
        procedure_name="Đăng ký khai sinh",
        documents=(
            SubmittedDocument("Tờ khai đăng ký khai sinh", 1, 0),
            SubmittedDocument("Giấy chứng nhận kết hôn của cha, mẹ", 0, 2),
        ),
        sets=1,
        time_limit_text="05 ngày làm việc",
        received_at=datetime(2026, 9, 8, 1, 5, tzinfo=UTC),
        due_at=datetime(2026, 9, 15, 9, 30, tzinfo=UTC),
        result_place="Quầy số 3",
        receiver_name="Lê Quang Bình",
        look_up_url="https://motcua.example.vn/h/H17.32.5-260908-0128",
    )


@pytest.fixture
def record() -> HandoverRecord:
    """A handover of three dossiers that went as listed, signed by both sides."""
    dossiers = tuple(
        HandedOverDossier(
            dossier_code=f"H15.50.05.13-260908-{number:04d}",
            procedure_name="Cấp giấy phép xây dựng nhà ở riêng lẻ",
            sets=1,
            papers=number,
        )
        for number in (4, 5, 6)
    )
    return HandoverRecord(
        managing_body="Ủy ban nhân dân phường Hải Châu",
        office_name=OFFICE,
        record_number="45/BBGN-TTPVHCC",
        place="Hải Châu",
        handed_over_at=datetime(2026, 9, 8, 9, 45, tzinfo=UTC),
        giver=Party(name="Lê Quang Bình", unit=OFFICE, signed_at=datetime(2026, 9, 8, 9, 48, tzinfo=UTC)),
        receiver=Party(
            name="Phạm Thị Thu Hà",
            unit="Phòng Kinh tế, Hạ tầng và Đô thị",
            signed_at=datetime(2026, 9, 8, 9, 50, tzinfo=UTC),
        ),
        dossiers=dossiers,
        missing=(),
        extra=(),
        reference="motcua:handover:01998f3e-7c1a-7d00-8f2b-6b1f3a9c2d10",
    )

"""Sample forms 02 to 07 of everyday length, under the versions that the sample office dates, and how they break."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from resources.sample_ward.load import sample_office_document
from shared.documents.dated_form import FormHeading, form_number
from shared.documents.form_02_supplement import Form02
from shared.documents.form_03_refusal import Form03
from shared.documents.form_04_apology import Form04
from shared.documents.form_05_stop_notice import Form05
from shared.documents.form_06_control_slip import ControlStep, Form06
from shared.documents.form_07_register import Form07, RegisterRow
from shared.domain.office import form_on, office_from_document
from shared.domain.office_record import FormName
from tests.documents.reading import page_texts

SAMPLE_OFFICE = office_from_document(sample_office_document())
TODAY = date(2026, 9, 8)
OLD_DAY = date(2025, 9, 1)
CODE = "H17.32.5-260908-0128"
OFFICE = "Trung tâm Phục vụ hành chính công phường Hải Châu"
AGENCY = "Phòng Kinh tế, Hạ tầng và Đô thị phường Hải Châu"
NAME, NUMBER = "Nguyễn Thị Hường", "048186004217"
ADDRESS = "K45/12 đường Trần Cao Vân, phường Hải Châu, thành phố Đà Nẵng"
URL = "https://motcua.example.vn/d/ABCDEFGHIJKLMNOPQRSTUVWX23"
RECEIVED = datetime(2026, 9, 8, 1, 5, tzinfo=UTC)
DUE = datetime(2026, 9, 15, 9, 30, tzinfo=UTC)


def heading(form: FormName, day: date = TODAY) -> FormHeading:
    """The heading of `form` for a dossier received on `day`."""
    version = form_on(SAMPLE_OFFICE, form, day)
    assert version is not None
    return FormHeading(
        version=version,
        managing_body="Ủy ban nhân dân phường Hải Châu",
        office_name=OFFICE,
        number=form_number(form, "15", "TTPVHCC"),
        place="Hải Châu",
        issued_on=TODAY,
    )


def supplement() -> Form02:
    """A request for two papers."""
    return Form02(
        heading=heading("supplement_request"),
        dossier_code=CODE,
        applicant_name=NAME,
        procedure_name="Đăng ký khai sinh",
        address=ADDRESS,
        phone="0905123456",
        email="huong@example.vn",
        requests=("Giấy chứng sinh: bổ sung bản chính", "Tờ khai: ghi lại mục 4, ký và ghi rõ họ tên"),
        reason="Giấy chứng sinh nộp là bản chụp không có chứng thực.",
        contact_name="Lê Quang Bình",
        contact_phone="0236 3 123 456",
        guide_name="Lê Quang Bình",
        look_up_url=URL,
    )


def refusal() -> Form03:
    """A refusal for two reasons."""
    return Form03(
        heading=heading("refusal"),
        dossier_code=CODE,
        applicant_name=NAME,
        identity_number=NUMBER,
        address=ADDRESS,
        phone="0905123456",
        email="huong@example.vn",
        procedure_name="Cấp giấy phép xây dựng nhà ở riêng lẻ",
        reasons=(
            "Thửa đất nằm trong hành lang bảo vệ đê điều, không thuộc đối tượng được cấp phép.",
            "Hồ sơ không thuộc thẩm quyền giải quyết của Ủy ban nhân dân phường.",
        ),
        receiver_name="Lê Quang Bình",
        look_up_url=URL,
    )


def apology() -> Form04:
    """An apology with a new date ten days later."""
    return Form04(
        heading=heading("apology"),
        dossier_code=CODE,
        applicant_name=NAME,
        identity_number=NUMBER,
        agency_name=AGENCY,
        procedure_name="Cấp giấy phép xây dựng nhà ở riêng lẻ",
        received_on=TODAY,
        promised_at=DUE,
        reason="Chưa có ý kiến của cơ quan phối hợp về chỉ giới đường đỏ.",
        new_date=date(2026, 9, 25),
        head_name="Trần Minh Khôi",
        look_up_url=URL,
    )


def stop_notice() -> Form05:
    """A dossier stopped on request, one paper given back."""
    return Form05(
        heading=heading("stop_notice"),
        dossier_code=CODE,
        applicant_name=NAME,
        identity_number=NUMBER,
        address=ADDRESS,
        phone="0905123456",
        email="",
        procedure_name="Đăng ký khai sinh",
        received_at=RECEIVED,
        requested_at=RECEIVED + timedelta(days=1),
        request_paper="Đơn đề nghị dừng giải quyết do người nộp hồ sơ ký tại quầy",
        stopped_at=RECEIVED + timedelta(days=1, minutes=10),
        returned_papers=("Giấy chứng sinh, 01 bản chính",),
        fee_text="",
        officer_name="Lê Quang Bình",
        look_up_url=URL,
    )


def step(order: int) -> ControlStep:
    """The `order`-th change of hands of a dossier."""
    return ControlStep(
        giver_unit="Bộ phận TN&TKQ",
        receiver_unit=f"Phòng chuyên môn số {order}",
        handed_over_at=RECEIVED + timedelta(hours=order),
        giver_name="Lê Quang Bình",
        receiver_name="Phạm Thị Thu Hà",
        outcome="on_time",
        note="Đủ thành phần",
    )


def control_slip() -> Form06:
    """A slip with one change of hands and two rows to write on."""
    return Form06(
        heading=heading("control_slip"),
        dossier_code=CODE,
        agency=AGENCY,
        cooperating_agency="",
        received_on=TODAY,
        due_at=DUE,
        steps=(step(1),),
        blank_steps=2,
        look_up_url=URL,
    )


def entry(order: int) -> RegisterRow:
    """The `order`-th dossier of a register."""
    return RegisterRow(
        dossier_code=f"H17.32.5-260908-{order:04d}",
        procedure_name="Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con",
        applicant_name=NAME,
        address=ADDRESS,
        phone="0905123456",
        agency=AGENCY,
        received_at=RECEIVED,
        due_at=DUE if order % 3 else None,
        returned_at=DUE if order % 2 else None,
        return_way="Trực tiếp tại Bộ phận Một cửa",
    )


def register(rows: int = 3) -> Form07:
    """A register of so many dossiers."""
    return Form07(
        heading=heading("register"),
        scope="Lĩnh vực Hộ tịch, từ ngày 01/9/2026 đến ngày 30/9/2026",
        rows=tuple(entry(order) for order in range(1, rows + 1)),
    )


def pages_say(content: bytes, code: str) -> bool:
    """Whether each page of several says of which paper it is and which of how many."""
    pages = page_texts(content)
    feet = [f"{code} · Trang {number}/{len(pages)}" for number in range(1, len(pages) + 1)]
    return len(pages) > 1 and all(foot in text for foot, text in zip(feet, pages, strict=True))

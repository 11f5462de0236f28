"""A made-up office in memory with fixed answers: for the gallery of screens and for tests. Nobody in it is real."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from kiosk.journeys.take_number.missed_appointment import MissedAppointment
from kiosk.ports import Group, Home, IssuedTicket, NumberWish, ProcedureChoice, Progress, Ratable, Step, Tile
from kiosk.sample_procedures import SampleGuide as SampleGuide
from kiosk.sample_staff import SampleStaffRoom as SampleStaffRoom
from shared.clock import HO_CHI_MINH
from shared.domain.appointment import appointment_code
from shared.domain.machine import PrinterState
from shared.domain.rating import About
from shared.failures import EnvironmentFailure, Refusal, Sentence

SAMPLE_NOW = datetime(2026, 11, 23, 8, 5, tzinfo=HO_CHI_MINH).astimezone(UTC)
PREFIX = "H99.99.01-"
RECEIPT = "https://motcua.phuong-mau.example/d/AAAAAAAAAAAAAAAAAAAAAAAAAA"
LATE_RECEIPT = "https://motcua.phuong-mau.example/d/BBBBBBBBBBBBBBBBBBBBBBBBBB"
RETURNED_RECEIPT = "https://motcua.phuong-mau.example/d/CCCCCCCCCCCCCCCCCCCCCCCCCC"
SLIP = "https://motcua.phuong-mau.example/t/DDDDDDDDDDDDDDDDDDDDDDDDDD"
CODE = "H99.99.01-261118-0007"
FOLLOW = "https://motcua.phuong-mau.example/t/EEEEEEEEEEEEEEEEEEEEEEEEEE"
APPOINTMENT = "LH-260017"
EARLY_APPOINTMENT = "LH-260018"
LATE_APPOINTMENT = "LH-260019"
CARD = "001099012345||Nguyễn Thị Mẫu|01011990|Nữ|Số 1, Đường Mẫu 1, Phường Mẫu|01012024"
"""The code of an identity card of nobody."""

_TILES = (
    Tile("A", "Hộ tịch – Chứng thực", "Civil status – Certification", "civil_status", 7, 20, 35, 2),
    Tile("B", "Đất đai – Xây dựng – Môi trường", "Land – Construction – Environment", "land", 3, 25, 45, 1),
    Tile("C", "Cư trú – Căn cước", "Residence – Identity card", "identity", 1, 0, 5, 1),
    Tile("D", "Lao động – Xã hội", "Labour – Social affairs", "social", 0, 0, 5, 1),
    Tile(
        "E",
        "Hộ kinh doanh – Văn hóa – Giáo dục",
        "Household business – Culture – Education",
        "business",
        12,
        75,
        125,
        1,
    ),
    Tile("F", "Trả kết quả", "Collect a result", "results", 2, None, None, 0),
)
_GROUPS = (
    Group("elderly", "Người cao tuổi", "Older person (60 or more)"),
    Group("pregnant", "Phụ nữ mang thai", "Pregnant woman"),
    Group("disabled", "Người khuyết tật", "Person with a disability"),
)
_FULL = Sentence(
    "Hôm nay đã phát hết số của hàng này. Mời Ông/Bà trở lại lúc 07:30 ngày 24/11/2026.",
    "This line has no more numbers today. Please come back at 07:30 on 24/11/2026.",
)
_OVER = Sentence(
    "Hiện tại chưa đến giờ lấy số hoặc đã hết giờ. Mời Ông/Bà trở lại lúc 13:30 hôm nay.",
    "Numbers are not given at this hour. Please come back at 13:30 today.",
)
_LONG_NAME = (
    "Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan, tổ chức có thẩm quyền của Việt Nam; cơ quan, tổ "
    "chức có thẩm quyền của nước ngoài; cơ quan, tổ chức có thẩm quyền của Việt Nam liên kết với cơ quan, tổ chức có "
    "thẩm quyền của nước ngoài cấp hoặc chứng nhận"
)
_PROCEDURES = (
    ProcedureChoice(
        "1.001193",
        "Thủ tục đăng ký khai sinh",
        (
            "Tờ khai đăng ký khai sinh theo mẫu",
            "Giấy chứng sinh",
            "Giấy tờ tùy thân: hộ chiếu, thẻ căn cước hoặc giấy tờ khác có ảnh còn giá trị sử dụng (xuất trình)",
            "Giấy tờ có giá trị chứng minh thông tin về cư trú (chỉ khi không khai thác được từ cơ sở dữ liệu)",
        ),
        "Ngay sau khi nhận đủ giấy tờ theo quy định",
        "Miễn lệ phí",
    ),
    ProcedureChoice("2.000815", _LONG_NAME, ("Bản chính giấy tờ, văn bản", "Bản sao cần chứng thực"), "Trong ngày", ""),
    *(
        ProcedureChoice(f"9.{number:06d}", f"Thủ tục mẫu số {number}", ("Tờ khai theo mẫu",), "5 ngày làm việc", "")
        for number in range(1, 31)
    ),
)


def _at(day: int, hour: int, minute: int) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=HO_CHI_MINH).astimezone(UTC)


_ON_THE_WAY = Progress(
    id="0198c0de-0000-7000-8000-000000000001",
    code=CODE,
    procedure_name="Cấp bản sao trích lục hộ tịch, bản sao giấy khai sinh",
    steps=(
        Step("Tiếp nhận hồ sơ", "Dossier received", _at(18, 9, 12), "done"),
        Step("Bàn giao cho bộ phận chuyên môn", "Handed over to the department", _at(18, 15, 30), "done"),
        Step("Giải quyết hồ sơ", "Being dealt with", _at(18, 15, 42), "now"),
        Step("Có kết quả", "Result ready", None, "next"),
        Step("Trả kết quả", "Result returned", None, "next"),
    ),
    now_vi="Văn phòng HĐND và UBND phường đang giải quyết hồ sơ",
    now_en="The People's Council and People's Committee Office is dealing with the dossier",
    due_at=_at(26, 16, 30),
    late=False,
    as_of=None,
)
_RETURNED = replace(
    _ON_THE_WAY,
    steps=tuple(replace(step, at=_at(20, 10, 0), state="done") for step in _ON_THE_WAY.steps),
    now_vi="Đã trả kết quả cho Ông/Bà",
    now_en="The result has been returned to you",
)


@dataclass(slots=True)
class SampleOffice:
    """The port filled with fixed answers. `issued`, `arrived` (journey and code) and `ratings` remember what was done.

    `full` and `over`: the letters of lines that give no more numbers today or at this hour.
    """

    open: bool = True
    range_used_up: bool = False
    disk_full: bool = False
    full: str = ""
    over: str = ""
    most_matters: int = 3
    card_wanted: bool = False
    issued: list[NumberWish] = field(default_factory=list)
    arrived: list[tuple[str, str]] = field(default_factory=list)
    ratings: list[tuple[About, str, int, tuple[str, ...]]] = field(default_factory=list)

    def home(self) -> Home:
        """The sample ward, on a Monday morning."""
        return Home(
            "Trung tâm Phục vụ hành chính công phường Mẫu",
            "Public Administration Service Centre of Mẫu Ward",
            self.open,
            "Mở cửa lại lúc 13 giờ 30 hôm nay",
            "Opens again at 13:30 today",
            "0900 000 000",
            SAMPLE_NOW,
            self.most_matters,
            self.card_wanted,
        )

    def tiles(self) -> tuple[Tile, ...]:
        """Six lines, from nobody waiting to a long queue, one of them without an open counter."""
        return tuple(self._tile(tile) for tile in _TILES)

    def groups(self) -> tuple[Group, ...]:
        """Three groups."""
        return _GROUPS

    def procedures(self, letter: str) -> tuple[ProcedureChoice, ...]:
        """Many for the reception lines, none where results are collected."""
        return () if letter == "F" else _PROCEDURES

    def take_number(self, wish: NumberWish) -> IssuedTicket:
        """The same number for the same journey, the next one for another."""
        if self.range_used_up:
            raise Refusal(
                "range_used_up",
                "Máy lấy số đã phát hết số của hàng này hôm nay. Xin liên hệ cán bộ tại quầy.",
                "This kiosk has given out all of today's numbers for this line. Please ask an officer.",
            )
        if self.disk_full:
            raise EnvironmentFailure(
                "disk_full",
                "Ổ đĩa đã đầy nên chưa cấp được số. Xin báo cán bộ tại quầy.",
                "The disk is full, so no number could be issued. Please tell an officer.",
            )
        if self.card_wanted and wish.holder is None:
            raise Refusal(
                "card_wanted",
                "Mời Ông/Bà quét mã QR trên thẻ căn cước để lấy số.",
                "Please scan the QR code on your identity card to take a number.",
            )
        if wish.journey not in (each.journey for each in self.issued):
            self.issued.append(wish)
        return self._ticket([each.journey for each in self.issued].index(wish.journey) + 12, wish.letters)

    def check_in(self, journey: str, text: str) -> IssuedTicket:
        """One appointment that is due in line B, one that is early, one that has passed."""
        code = appointment_code(text)
        if code == appointment_code(EARLY_APPOINTMENT):
            raise Refusal(
                "appointment_early",
                "Lịch hẹn của Ông/Bà lúc 10:00. Mời Ông/Bà trở lại từ 09:30.",
                "Your appointment is at 10:00. Please come back from 09:30.",
            )
        if code == appointment_code(LATE_APPOINTMENT):
            late = Refusal(
                "appointment_late",
                "Lịch hẹn lúc 07:30 ngày 23/11/2026 đã qua. Mời Ông/Bà lấy số thứ tự như bình thường.",
                "The appointment at 07:30 on 23/11/2026 has passed. Please take an ordinary number.",
            )
            raise MissedAppointment(late, "B")
        if code is None or code != appointment_code(APPOINTMENT):
            raise Refusal(
                "no_such_appointment",
                "Không tìm thấy lịch hẹn với mã này. Mời Ông/Bà lấy số thứ tự hoặc hỏi cán bộ.",
                "No appointment was found for this code. Please take a number or ask an officer.",
            )
        if self.arrived and self.arrived[0][0] != journey:
            raise Refusal(
                "appointment_used",
                "Lịch hẹn này đã được dùng để lấy số.",
                "This appointment has been checked in already.",
            )
        self.arrived = [(journey, code)]
        return self._ticket(40, ("B",))

    def card_mark(self, text: str) -> str:
        """A mark for the sample card only."""
        if text != CARD:
            raise Refusal(
                "identity_card_broken",
                "Mã QR trên thẻ đọc không đủ hoặc bị hỏng. Xin quét lại hoặc nhập tay.",
                "The card's QR code was read incompletely or is damaged. Please scan again or type the details.",
            )
        return "0" * 32

    def find_dossier(self, text: str) -> Progress:
        """One dossier on its way, one that is late and not quite up to date, one that is finished."""
        if text == SLIP:
            raise Refusal(
                "not_a_dossier",
                "Đây là mã của phiếu số thứ tự, không phải của hồ sơ.",
                "This is the code of a ticket, not of a dossier.",
            )
        if text in (RECEIPT, CODE):
            return _ON_THE_WAY
        if text == LATE_RECEIPT:
            return replace(_ON_THE_WAY, late=True, due_at=_at(20, 17, 0), as_of=SAMPLE_NOW - timedelta(hours=1))
        if text == RETURNED_RECEIPT:
            return _RETURNED
        raise Refusal(
            "no_such_dossier",
            "Không tìm thấy hồ sơ này. Xin kiểm tra lại mã trên giấy hẹn.",
            "No such dossier was found. Please check the code on the receipt.",
        )

    def code_prefix(self) -> str:
        """The sample ward's agency code."""
        return PREFIX

    def ratable(self, text: str) -> Ratable:
        """The visit of ticket A012 and the dossier of the receipt."""
        if text in (SLIP, "A012"):
            about: About = "ticket"
            ratable = Ratable(about, "ticket-12", "Lượt phục vụ số A012", "Visit with ticket A012")
        elif text in (RECEIPT, CODE):
            ratable = Ratable("dossier", _ON_THE_WAY.id, f"Hồ sơ {CODE}", f"Dossier {CODE}")
        else:
            raise Refusal(
                "nothing_to_rate",
                "Không tìm thấy lượt phục vụ này. Xin kiểm tra lại số trên phiếu.",
                "This visit was not found. Please check the number on the slip.",
            )
        if ratable.about_id in (each[1] for each in self.ratings):
            raise Refusal(
                "already_rated",
                "Lượt phục vụ này đã được đánh giá. Cảm ơn Ông/Bà.",
                "This visit has been rated already. Thank you.",
            )
        return ratable

    def rate(self, about: About, about_id: str, score: int, reasons: tuple[str, ...]) -> None:
        """Remembers the rating."""
        self.ratings.append((about, about_id, score, reasons))

    def _tile(self, tile: Tile) -> Tile:
        if tile.letter in self.full:
            return replace(tile, giving="full", told=_FULL)
        return replace(tile, giving="over", told=_OVER) if tile.letter in self.over else tile

    def _ticket(self, number: int, letters: tuple[str, ...]) -> IssuedTicket:
        tile, *further = (next(each for each in _TILES if each.letter == letter) for letter in letters)
        return IssuedTicket(
            id=f"ticket-{number}",
            label=f"{tile.letter}{number:03d}",
            line_name_vi=tile.name_vi,
            line_name_en=tile.name_en,
            people_ahead=tile.waiting,
            wait_low=tile.wait_low,
            wait_high=tile.wait_high,
            follow_url=FOLLOW,
            slip=b"%PDF-sample",
            then_vi=tuple(each.name_vi for each in further),
            then_en=tuple(each.name_en for each in further),
        )


@dataclass(slots=True)
class SamplePrinter:
    """A printer that keeps what it prints, or has no paper."""

    out_of_paper: bool = False
    printed: list[str] = field(default_factory=list)

    def print_slip(self, name: str, pdf: bytes) -> None:
        """Keeps the name; EnvironmentFailure `no_paper` without paper."""
        if self.out_of_paper or not pdf:
            raise EnvironmentFailure("no_paper", "Máy in hết giấy.", "The printer is out of paper.")
        self.printed.append(name)

    def condition(self) -> PrinterState:
        """Ready, or out of paper."""
        return "paper_out" if self.out_of_paper else "ready"

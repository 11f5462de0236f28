"""A made-up office in memory with fixed answers: for the gallery of screens and for tests. Nobody in it is real."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from kiosk.ports import Group, Home, IssuedTicket, ProcedureChoice, Progress, Ratable, Step, Tile
from shared.clock import HO_CHI_MINH
from shared.domain.rating import About
from shared.failures import EnvironmentFailure, Refusal

SAMPLE_NOW = datetime(2026, 11, 23, 8, 5, tzinfo=HO_CHI_MINH).astimezone(UTC)
PREFIX = "H99.99.01-"
RECEIPT = "https://motcua.phuong-mau.example/d/AAAAAAAAAAAAAAAAAAAAAAAAAA"
LATE_RECEIPT = "https://motcua.phuong-mau.example/d/BBBBBBBBBBBBBBBBBBBBBBBBBB"
RETURNED_RECEIPT = "https://motcua.phuong-mau.example/d/CCCCCCCCCCCCCCCCCCCCCCCCCC"
SLIP = "https://motcua.phuong-mau.example/t/DDDDDDDDDDDDDDDDDDDDDDDDDD"
CODE = "H99.99.01-261118-0007"
FOLLOW = "https://motcua.phuong-mau.example/t/EEEEEEEEEEEEEEEEEEEEEEEEEE"

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
    """The port filled with fixed answers. `issued` and `ratings` remember what the screens did."""

    open: bool = True
    range_used_up: bool = False
    disk_full: bool = False
    issued: list[tuple[str, str, str | None, str | None]] = field(default_factory=list)
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
        )

    def tiles(self) -> tuple[Tile, ...]:
        """Six lines, from nobody waiting to a long queue, one of them without an open counter."""
        return _TILES

    def groups(self) -> tuple[Group, ...]:
        """Three groups."""
        return _GROUPS

    def procedures(self, letter: str) -> tuple[ProcedureChoice, ...]:
        """Many for the reception lines, none where results are collected."""
        return () if letter == "F" else _PROCEDURES

    def take_number(self, journey: str, letter: str, group: str | None, procedure: str | None) -> IssuedTicket:
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
        journeys = [each[0] for each in self.issued]
        if journey not in journeys:
            self.issued.append((journey, letter, group, procedure))
            journeys.append(journey)
        number = journeys.index(journey) + 12
        tile = next(each for each in _TILES if each.letter == letter)
        return IssuedTicket(
            f"ticket-{number}",
            f"{letter}{number:03d}",
            tile.name_vi,
            tile.name_en,
            tile.waiting,
            tile.wait_low,
            tile.wait_high,
            FOLLOW,
            b"%PDF-sample",
        )

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

"""The procedures of the made-up office: fixed answers for the gallery of screens and for tests."""

from __future__ import annotations

from kiosk.ports import ProcedureField, ProcedureHit, ProcedureHits, ProcedurePage
from shared.domain.guidance import Paper
from shared.domain.procedure_search import ProcedureIndex, SearchEntry
from shared.failures import Refusal, Sentence

_LINES = {
    "A": ("Hộ tịch – Chứng thực", "Civil status – Certification", "civil_status", (1, 3, 4)),
    "B": ("Đất đai – Xây dựng – Môi trường", "Land – Construction – Environment", "land", (2,)),
    "C": ("Cư trú – Căn cước", "Residence – Identity card", "identity", (1,)),
    "D": ("Lao động – Xã hội", "Labour – Social affairs", "social", (3,)),
    "E": ("Hộ kinh doanh – Văn hóa – Giáo dục", "Household business – Culture – Education", "business", (2, 4)),
}
_FIELDS = {
    "Hộ tịch": ("A", 24),
    "Chứng thực": ("A", 12),
    "Nuôi con nuôi": ("A", 4),
    "Hòa giải ở cơ sở": ("A", 4),
    "Đất đai": ("B", 19),
    "Đăng ký biện pháp bảo đảm": ("B", 3),
    "Hoạt động xây dựng": ("B", 6),
    "Hạ tầng kỹ thuật": ("B", 1),
    "Đường bộ": ("B", 1),
    "Môi trường": ("B", 1),
    "Tài nguyên nước": ("B", 1),
    "Trồng trọt": ("B", 1),
    "Cư trú": ("C", 10),
    "Căn cước": ("C", 4),
    "Bảo trợ xã hội": ("D", 8),
    "Người có công": ("D", 9),
    "Trẻ em": ("D", 3),
    "Giảm nghèo": ("D", 5),
    "Đăng ký hộ kinh doanh": ("E", 7),
    "Giáo dục": ("E", 4),
    "Di sản văn hóa": ("E", 1),
    "Văn hóa cơ sở": ("E", 1),
    "Thể dục thể thao": ("E", 1),
}
_LONG = (
    "Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan, tổ chức có thẩm quyền của Việt Nam; cơ quan, tổ "
    "chức có thẩm quyền của nước ngoài; cơ quan, tổ chức có thẩm quyền của Việt Nam liên kết với cơ quan, tổ chức có "
    "thẩm quyền của nước ngoài cấp hoặc chứng nhận"
)
_NAMES = (
    ("1.001193", "Thủ tục đăng ký khai sinh", "Hộ tịch"),
    ("2.000528", "Thủ tục đăng ký khai sinh có yếu tố nước ngoài", "Hộ tịch"),
    ("1.004884", "Thủ tục đăng ký lại khai sinh", "Hộ tịch"),
    ("1.000689", "Thủ tục đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con", "Hộ tịch"),
    ("1.003583", "Thủ tục đăng ký khai sinh lưu động", "Hộ tịch"),
    ("1.004873", "Thủ tục cấp Giấy xác nhận tình trạng hôn nhân", "Hộ tịch"),
    ("1.000894", "Thủ tục đăng ký kết hôn", "Hộ tịch"),
    ("1.000656", "Thủ tục đăng ký khai tử", "Hộ tịch"),
    ("2.000815", _LONG, "Chứng thực"),
    ("1.001612", "Đăng ký thành lập hộ kinh doanh", "Đăng ký hộ kinh doanh"),
    ("1.004194", "Đăng ký tạm trú", "Cư trú"),
)
_ELSEWHERE = (
    ("1.000110", "Đăng ký khai sinh có yếu tố nước ngoài tại khu vực biên giới"),
    ("1.000094", "Thủ tục đăng ký kết hôn có yếu tố nước ngoài tại khu vực biên giới"),
)
_PAPERS = (
    Paper("Tờ khai đăng ký khai sinh", Sentence("1 bản chính", "1 original"), "Nộp trực tiếp"),
    Paper("Mẫu điện tử tương tác đăng ký khai sinh", Sentence("1 bản điện tử", "1 electronic copy"), "", online=True),
    Paper(
        "Giấy chứng sinh",
        Sentence("1 bản chính", "1 original"),
        "Không có: văn bản của người làm chứng xác nhận việc sinh; không có nữa: giấy cam đoan về việc sinh",
    ),
    Paper(
        "Biên bản về việc trẻ bị bỏ rơi do cơ quan có thẩm quyền lập",
        Sentence("1 bản chính", "1 original"),
        "Khi khai sinh cho trẻ bị bỏ rơi",
    ),
    Paper("Văn bản ủy quyền", Sentence("1 bản chính", "1 original"), "Nếu ủy quyền"),
    Paper(
        "Giấy tờ tùy thân: hộ chiếu, thẻ căn cước hoặc giấy tờ khác có ảnh, còn giá trị sử dụng",
        Sentence("chỉ xuất trình, không phải nộp", "to be shown, not handed in"),
        "",
    ),
    Paper("Giấy chứng nhận kết hôn của cha, mẹ", Sentence("", ""), "", "Cơ sở dữ liệu hộ tịch điện tử"),
)
_INDEX = ProcedureIndex(
    [
        *(SearchEntry(code, name, field, received_here=True) for code, name, field in _NAMES),
        *(SearchEntry(code, name, "", received_here=False) for code, name in _ELSEWHERE),
    ]
)


class SampleGuide:
    """The procedure guide filled with fixed answers. `asked` remembers the texts that were searched for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def fields(self) -> tuple[ProcedureField, ...]:
        """The fields of the sample ward."""
        return tuple(
            ProcedureField(name, letter, _LINES[letter][2], count) for name, (letter, count) in _FIELDS.items()
        )

    def search(self, text: str, field: str) -> ProcedureHits:
        """What is found among a dozen procedures."""
        self.asked.append(text)
        if not text.strip() and not field:
            return ProcedureHits((), 0)
        found = _INDEX.search(text, 48, field)
        hits = tuple(
            ProcedureHit(each.code, each.name, each.field, _letter(each.field), each.received_here)
            for each in found.entries
        )
        return ProcedureHits(hits, found.total, found.nearby)

    def page(self, code: str) -> ProcedurePage:
        """One with many papers, one with a long name and few, one that is not received here."""
        here = next((each for each in _NAMES if each[0] == code), None)
        away = next((each for each in _ELSEWHERE if each[0] == code), None)
        if here is not None:
            return _received(*here)
        if away is not None:
            return _not_received(*away)
        raise Refusal("no_such_procedure", "Không tìm thấy thủ tục này.", "This procedure was not found.")

    def sheet(self, code: str) -> bytes:
        """Something to print."""
        return f"%PDF-{code}".encode()


def _letter(field: str) -> str:
    return _FIELDS[field][0] if field else ""


def _received(code: str, name: str, field: str) -> ProcedurePage:
    letter = _letter(field)
    line_vi, line_en, _, counters = _LINES[letter]
    return ProcedurePage(
        code=code,
        name=name,
        field=field,
        received_here=True,
        papers=_PAPERS if field == "Hộ tịch" else _PAPERS[4:6],
        time_limit_text="Ngay sau khi nhận đủ giấy tờ theo quy định",
        fee_text="Miễn lệ phí đăng ký khai sinh đúng hạn; không đúng hạn phải nộp lệ phí",
        result="Giấy khai sinh",
        letter=letter,
        line_name_vi=line_vi,
        line_name_en=line_en,
        counters=counters,
        take_along_url=f"https://motcua.phuong-mau.example/p/{code}",
    )


def _not_received(code: str, name: str) -> ProcedurePage:
    return ProcedurePage(
        code=code,
        name=name,
        field="",
        received_here=False,
        papers=(),
        time_limit_text="",
        fee_text="",
        result="",
        letter="",
        line_name_vi="",
        line_name_en="",
        counters=(),
        take_along_url="https://dichvucong.gov.vn",
    )

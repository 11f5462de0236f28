"""Who may do what (phân quyền): one table of roles and acts, and the one rule that reads it.

The counters ask it before they write anything, the server before it answers a claim.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from shared.domain.office_record import Role, StaffMember
from shared.failures import Refusal, Sentence

Act = Literal[
    "open_desk",
    "call",
    "receive",
    "hand_over",
    "consign",
    "prepare_delivery",
    "deliver",
    "see_custody",
    "coordinate",
    "ask_supplement",
    "apologise",
    "refuse",
    "stop",
    "close",
    "decide_result",
    "return_result",
    "attach",
    "collect_fee",
    "watch_deadlines",
    "look_up",
    "lead",
    "edit_calendar",
    "settle_conflict",
    "administer",
]


@dataclass(frozen=True, slots=True)
class Permission:
    """Which roles may do one act (quyền thực hiện). `basis` is the law that says so, "" for the office's own order."""

    name: Sentence
    roles: tuple[Role, ...]
    basis: str = ""


ROLE_NAMES: dict[Role, Sentence] = {
    "officer": Sentence("công chức một cửa", "an officer of the one-stop office"),
    "team_leader": Sentence("phụ trách bộ phận", "the team leader"),
    "postal": Sentence("nhân viên bưu điện", "a postal employee"),
    "department": Sentence("cán bộ phòng chuyên môn", "somebody of a department"),
    "administrator": Sentence("quản trị viên", "the administrator"),
}

_ONE_STOP: tuple[Role, ...] = ("officer", "team_leader", "postal")
"""Who works at the counters; postal employees may, Decree 118/2025 Art. 7(4), 9(7), 10(2)(c), 10(3)(b)."""

_WHO_APPRAISE: tuple[Role, ...] = ("officer", "team_leader", "department")
"""Who judges a dossier: postal employees receive and return, they do not appraise."""

PERMISSIONS: dict[Act, Permission] = {
    "open_desk": Permission(Sentence("mở quầy", "open a counter"), _ONE_STOP),
    "call": Permission(Sentence("gọi số", "call numbers"), _ONE_STOP),
    "receive": Permission(
        Sentence("tiếp nhận hồ sơ", "receive dossiers"),
        _ONE_STOP,
        "Decree 118/2025 Art. 7(4), 9(7), 10(2)(c), 10(3)(b)",
    ),
    "hand_over": Permission(
        Sentence("bàn giao hồ sơ", "hand dossiers over"), (*_ONE_STOP, "department"), "Decree 118/2025 Art. 18"
    ),
    "consign": Permission(
        Sentence("lập phiếu gửi hồ sơ", "make consignment notes"), ("postal",), "Decision 45/2016/QĐ-TTg Art. 6"
    ),
    "prepare_delivery": Permission(
        Sentence("lập phiếu chuyển phát", "prepare deliveries"), _ONE_STOP, "Decision 45/2016/QĐ-TTg Art. 9"
    ),
    "deliver": Permission(
        Sentence("phát kết quả", "deliver results"), ("postal",), "Decision 45/2016/QĐ-TTg Art. 9, 10"
    ),
    "see_custody": Permission(Sentence("xem giấy tờ đang ở đâu", "see where papers are"), (*_ONE_STOP, "department")),
    "coordinate": Permission(
        Sentence("chuyển cơ quan phối hợp", "ask coordinating agencies"), _WHO_APPRAISE, "Decree 118/2025 Art. 19(4)"
    ),
    "ask_supplement": Permission(
        Sentence("yêu cầu bổ sung hồ sơ", "ask for missing papers"), _WHO_APPRAISE, "Decree 118/2025 Art. 16(3), 19(5)"
    ),
    "apologise": Permission(
        Sentence("xin lỗi và hẹn lại ngày trả", "apologise and appoint another day"),
        _WHO_APPRAISE,
        "Decree 118/2025 Art. 19(6)",
    ),
    "refuse": Permission(
        Sentence("từ chối hồ sơ", "refuse dossiers"), _WHO_APPRAISE, "Decree 118/2025 Art. 17(1)(c), 19(3)"
    ),
    "stop": Permission(
        Sentence("dừng thực hiện thủ tục", "stop a procedure"), ("officer", "team_leader"), "Decree 118/2025 Art. 21"
    ),
    "close": Permission(
        Sentence("đóng hồ sơ", "close dossiers"), ("officer", "team_leader"), "Decree 118/2025 Art. 19(5)"
    ),
    "decide_result": Permission(
        Sentence("ghi nhận kết quả giải quyết", "record a decision"), ("department",), "Decree 118/2025 Art. 19"
    ),
    "return_result": Permission(
        Sentence("trả kết quả", "return results"), _ONE_STOP, "Decree 118/2025 Art. 7(4), 10(3)(b), 22"
    ),
    "attach": Permission(Sentence("đính kèm bản quét", "attach scans"), _ONE_STOP, "Decree 118/2025 Art. 17(1)(c)"),
    "collect_fee": Permission(Sentence("thu phí, lệ phí", "collect fees"), _ONE_STOP, "Decree 118/2025 Art. 24"),
    "watch_deadlines": Permission(Sentence("theo dõi thời hạn", "watch the deadlines"), _WHO_APPRAISE),
    "look_up": Permission(Sentence("tra cứu hồ sơ", "look dossiers up"), (*_ONE_STOP, "department")),
    "lead": Permission(Sentence("điều hành bộ phận", "lead the office"), ("team_leader",)),
    "edit_calendar": Permission(Sentence("sửa lịch làm việc", "edit the calendar"), ("team_leader", "administrator")),
    "settle_conflict": Permission(
        Sentence("giải quyết mâu thuẫn dữ liệu", "settle conflicts"), ("officer", "team_leader")
    ),
    "administer": Permission(Sentence("quản trị hệ thống", "administer the system"), ("administrator",)),
}
"""The whole table. The administrator keeps the system and does none of the office's acts."""


def may(role: Role, act: Act) -> bool:
    """Whether somebody of `role` may do `act`."""
    return role in PERMISSIONS[act].roles


def refuse_unless_allowed(member: StaffMember | None, act: Act) -> None:
    """Refusal `not_allowed`, which says who may, unless `member` may do `act`; None is nobody of this office."""
    if member is not None and may(member.role, act):
        return
    name = PERMISSIONS[act].name
    vi, en = _who_may(act)
    if member is None:
        raise Refusal(
            "not_allowed",
            f"Tài khoản này không có trong danh sách cán bộ của đơn vị. Chỉ {vi} được {name.vi}.",
            f"This account is not among the office's staff. Only {en} may {name.en}.",
        )
    raise Refusal("not_allowed", f"Chỉ {vi} được {name.vi}.", f"Only {en} may {name.en}.")


def _who_may(act: Act) -> tuple[str, str]:
    names = [ROLE_NAMES[role] for role in PERMISSIONS[act].roles]
    return _enumerated([name.vi for name in names], "hoặc"), _enumerated([name.en for name in names], "or")


def _enumerated(names: list[str], last_word: str) -> str:
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} {last_word} {names[-1]}"

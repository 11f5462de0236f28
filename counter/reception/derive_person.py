"""The words about whoever applies: what does not fit, what they gave before, how many of their dossiers came before."""

from __future__ import annotations

from counter.ports import OpenDossier
from counter.reception.before import other_procedures, refilled, same_procedure
from counter.reception.form_state import without_blanks
from counter.reception.state import FormState
from counter.reception.typed import Typed
from counter.words import day_words, translate
from shared.clock import local
from shared.domain.procedure import Procedure
from shared.domain.tax_code import organisation_number

_SHORTEST_TAX_CODE = 10
_MOST_SHOWN = 3


def derive_person_title(typed: Typed) -> str:
    """Who stands above the fields: the applicant, who with an authorised submitter is somebody else."""
    if typed.authorised:
        return translate("Reception", "Người ủy quyền (chủ hồ sơ)")
    return translate("Reception", "Người nộp hồ sơ")


def derive_nth(typed: Typed) -> str:
    """That this is a further dossier of the same applicant, or ""."""
    if typed.nth < 2:
        return ""
    return translate("Reception", "Hồ sơ thứ {number} của {name}").format(number=typed.nth, name=typed.name)


def derive_unfit(typed: Typed, procedure: Procedure | None) -> str:
    """That the catalogue names other applicants than this kind, or ""; a warning only."""
    if procedure is None or not procedure.applicants:
        return ""
    if typed.kind == "applicant" and "citizen" not in procedure.applicants:
        return translate("Reception", "Theo danh mục, thủ tục này dành cho tổ chức; xin kiểm tra lại.")
    if typed.kind == "organisation" and "organisation" not in procedure.applicants:
        return translate("Reception", "Theo danh mục, thủ tục này dành cho cá nhân; xin kiểm tra lại.")
    return ""


def derive_number_warning(typed: Typed) -> str:
    """What is odd about an organisation's number, or ""; never a reason not to receive."""
    number = without_blanks(typed.identity_number)
    if typed.kind != "organisation" or len(number) < _SHORTEST_TAX_CODE:
        return ""
    kind = organisation_number(number)
    if kind == "check_digit_wrong":
        return translate(
            "Reception", "Số cuối của mã số thuế không khớp các số trước; xin đối chiếu. Vẫn tiếp nhận được."
        )
    if kind == "unknown":
        return translate(
            "Reception",
            "Mã số thuế thường có 10 số, hoặc 10 số và 3 số của chi nhánh; xin đối chiếu. Vẫn tiếp nhận được.",
        )
    return ""


def derive_refill(state: FormState, language: str) -> tuple[str, str]:
    """What would be filled in as last time, in words, and the words of the button; ("", "") when nothing would be."""
    values = refilled(state.typed, state.before)
    if state.before is None or not values:
        return "", ""
    day = day_words(local(state.before.given_at).date(), language)
    words = {
        "name": translate("Reception", "họ tên {value}"),
        "birth": translate("Reception", "ngày sinh {value}"),
        "representative": translate("Reception", "người đại diện {value}"),
        "address": translate("Reception", "địa chỉ {value}"),
        "phone": translate("Reception", "số điện thoại {value}"),
        "email": translate("Reception", "thư điện tử {value}"),
    }
    listed = ", ".join(words[name].format(value=value) for name, value in values.items())
    return (
        translate("Reception", "Lần trước đã cho: {listed}.").format(listed=listed),
        translate("Reception", "Điền lại như lần trước ({day})").format(day=day),
    )


def derive_duplicate(state: FormState, language: str) -> str:
    """That there is an open dossier of the same procedure already, or ""."""
    found = same_procedure(state.typed, state.before)
    if not found:
        return ""
    return translate("Reception", "Người này đang có {count} hồ sơ cùng thủ tục: {listed}.").format(
        count=len(found), listed=_listed(found, language)
    )


def derive_others_open(state: FormState, language: str) -> str:
    """The applicant's open dossiers of other procedures, or ""."""
    found = other_procedures(state.typed, state.before)
    if not found:
        return ""
    return translate("Reception", "Hồ sơ khác đang giải quyết ({count}): {listed}.").format(
        count=len(found), listed=_listed(found, language)
    )


def _listed(found: tuple[OpenDossier, ...], language: str) -> str:
    words = translate("Reception", "{code}, nộp {day}")
    shown = [
        words.format(code=each.code, day=day_words(local(each.received_at).date(), language))
        for each in found[:_MOST_SHOWN]
    ]
    return "; ".join([*shown, "…"] if len(found) > _MOST_SHOWN else shown)

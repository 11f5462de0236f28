"""The words of the cash room."""

from __future__ import annotations

from dataclasses import dataclass

from counter.cash.brought_list import BroughtLine
from counter.cash.state import CashState, FeeSum, FeeTyped, work_out
from counter.parts.rows import Row
from counter.ports import BroughtRow, FeeCard, PaymentRow
from counter.post_words import difference_words
from counter.words import day_words, money_words, read_amount, short_moment, time_of_day, translate
from shared.clock import business_date
from shared.domain.cash_up import CashUp
from shared.domain.payment import PaymentWay


@dataclass(frozen=True, slots=True)
class DueProps:
    """What stands on the card of a dossier that pays (thẻ thu phí). `lines`: (what, how much), the last in bold."""

    code: str
    applicant: str
    procedure: str
    source: str
    warning: str
    lines: tuple[tuple[str, str], ...]
    amount: str
    deed: str
    may_take: bool
    asks_why: bool
    change: str
    short: str


def derive_due(card: FeeCard, typed: FeeTyped, language: str) -> DueProps:
    """The words for a dossier that pays."""
    money = work_out(card, typed)
    remains = money.remains_vnd
    return DueProps(
        code=card.row.code,
        applicant=card.row.applicant_name,
        procedure=card.row.procedure_name,
        source=_source(card, money, language),
        warning=" ".join(each.in_language(language) for each in card.warnings),
        lines=_lines(money, language),
        amount=money_words(remains, language) if remains is not None else "",
        deed=_deed(money, language),
        may_take=not money.wrong and (bool(money.amount_vnd) or money.is_waived),
        asks_why=money.is_above,
        change="" if money.change_vnd is None else money_words(money.change_vnd, language),
        short=_short(money, typed, language),
    )


def _source(card: FeeCard, money: FeeSum, language: str) -> str:
    if card.choice is None:
        return translate("Cash", "Thủ tục này không còn trong danh mục; hãy nhập số tiền.")
    if money.applied is not None:
        rule = money.applied
        return f"{rule.name_en if language == 'en' else rule.name_vi} · {rule.basis}"
    if card.choice.scale is not None:
        return f"{card.choice.text} · {card.choice.basis}"
    return card.choice.text or translate("Cash", "Danh mục không nêu mức thu; hãy nhập số tiền.")


def _lines(money: FeeSum, language: str) -> tuple[tuple[str, str], ...]:
    lines = []
    if money.applied is not None and money.full_vnd is not None and money.due_vnd is not None:
        lines.append((translate("Cash", "Mức thu"), money_words(money.full_vnd, language)))
        less = money.full_vnd - money.due_vnd
        lines.append((translate("Cash", "Được giảm"), f"−{money_words(less, language)}"))
    if money.due_vnd is not None:
        lines.append((translate("Cash", "Phải thu"), money_words(money.due_vnd, language)))
    if money.paid_vnd:
        lines.append((translate("Cash", "Đã thu"), money_words(money.paid_vnd, language)))
    if money.paid_vnd and money.remains_vnd is not None:
        over = money.paid_vnd - (money.due_vnd or 0)
        if over > 0:
            lines.append((translate("Cash", "Thu thừa"), money_words(over, language)))
        else:
            lines.append((translate("Cash", "Còn phải thu"), money_words(money.remains_vnd, language)))
    return tuple(lines)


def _deed(money: FeeSum, language: str) -> str:
    if money.is_waived:
        return translate("Cash", "Ghi miễn phí")
    if not money.amount_vnd:
        return translate("Cash", "Không có gì phải thu") if money.remains_vnd == 0 else translate("Cash", "Thu tiền")
    return translate("Cash", "Thu {amount}").format(amount=money_words(money.amount_vnd, language))


def _short(money: FeeSum, typed: FeeTyped, language: str) -> str:
    """How much is missing of what was handed over."""
    if typed.way != "cash" or "given" in money.wrong or money.amount_vnd is None:
        return ""
    given = read_amount(typed.given)
    if given is None or given >= money.amount_vnd:
        return ""
    return translate("Cash", "Còn thiếu {amount}").format(amount=money_words(money.amount_vnd - given, language))


def way_words(way: PaymentWay) -> str:
    """How the money came."""
    return {
        "cash": translate("Cash", "Tiền mặt"),
        "transfer": translate("Cash", "Chuyển khoản"),
        "waived": translate("Cash", "Miễn"),
        "post": translate("Cash", "Bưu điện thu hộ"),
    }[way]


def derive_payment_row(row: PaymentRow, language: str, today: object) -> Row:
    """A payment in the list: code and amount; below, when, how, the receipt."""
    when = time_of_day(row.at) if business_date(row.at) == today else short_moment(row.at, language)
    receipt = _receipt_words(row)
    amount = money_words(row.amount_vnd, language)
    return Row(row.code, " · ".join((amount, way_words(row.way), when)), receipt, urgent=row.lacks_receipt)


def _receipt_words(row: PaymentRow) -> str:
    if row.state == "withdrawn":
        return translate("Cash", "✗ Đã hoàn trả")
    if row.way == "waived":
        return translate("Cash", "✓ Đã miễn")
    return f"✓ {row.receipt}" if row.receipt else translate("Cash", "⚠ Chưa có biên lai")


def derive_payment_lines(row: PaymentRow, language: str) -> tuple[tuple[str, str], ...]:
    """What is known of a payment."""
    return (
        (translate("Cash", "Số tiền"), money_words(row.amount_vnd, language)),
        (translate("Cash", "Hình thức"), way_words(row.way)),
        (translate("Cash", "Lúc"), short_moment(row.at, language)),
        (translate("Cash", "Người thu"), row.officer_name),
        (translate("Cash", "Biên lai"), _receipt_words(row)),
    )


@dataclass(frozen=True, slots=True)
class CashUpProps:
    """The words of the cash-up (chốt thu). `difference` and whether it is one; `problems`: what must be seen to."""

    day: str
    total: str
    ways: tuple[tuple[str, str], ...]
    procedures: tuple[tuple[str, str], ...]
    books: tuple[tuple[str, str], ...]
    difference: str
    differs: bool
    problems: tuple[str, ...]
    is_empty: bool
    drawer: tuple[tuple[str, str], ...] = ()
    brought: tuple[BroughtLine, ...] = ()


def derive_cash_up(state: CashState, language: str) -> CashUpProps | None:
    """The words of the cash-up, None before it is here."""
    if state.takings is None:
        return None
    shown = state.takings.cash_up
    difference, differs = _difference(state, language)
    problems = []
    if shown.lacking:
        codes = ", ".join(each.dossier_code for each in shown.lacking)
        problems.append(translate("Cash", "⚠ Chưa có số biên lai: {codes}").format(codes=codes))
    twice = translate("Cash", "⚠ Biên lai ghi hai lần: {receipt}")
    problems += [twice.format(receipt=receipt) for receipt in state.takings.twice]
    return CashUpProps(
        day=day_words(shown.day, language),
        total=money_words(shown.total_vnd, language),
        ways=tuple((way_words(_way(each.key)), money_words(each.amount_vnd, language)) for each in shown.by_way),
        procedures=tuple((each.key, money_words(each.amount_vnd, language)) for each in shown.by_procedure),
        books=tuple(
            (each.key or translate("Cash", "Chưa có biên lai"), money_words(each.amount_vnd, language))
            for each in shown.by_book
        ),
        difference=difference,
        differs=differs,
        problems=tuple(problems),
        is_empty=not shown.entries and not state.takings.brought,
        drawer=_drawer(shown, language) if state.takings.brought else (),
        brought=tuple(_brought(each, language) for each in state.takings.brought),
    )


def _drawer(shown: CashUp, language: str) -> tuple[tuple[str, str], ...]:
    """What must lie in the drawer, and from where it came."""
    return (
        (translate("Cash", "Tiền mặt thu tại quầy"), money_words(shown.cash_vnd, language)),
        (translate("Cash", "Bưu điện nộp theo biên bản"), money_words(shown.brought_vnd, language)),
        (translate("Cash", "Phải có trong ngăn tiền"), money_words(shown.drawer_vnd, language)),
    )


def _brought(row: BroughtRow, language: str) -> BroughtLine:
    """One record: who brought the money; what was declared and counted, and what differs."""
    money = row.money
    amounts = translate("Cash", "khai {due} · đếm được {counted}").format(
        due=money_words(money.due_vnd, language), counted=money_words(money.counted_vnd, language)
    )
    return BroughtLine(f"{money.number} · {row.giver_name}", amounts, difference_words(money, language), money.is_open)


def _way(key: str) -> PaymentWay:
    return key if key in ("cash", "post") else "transfer"  # type: ignore[return-value]  # two of the names


def _difference(state: CashState, language: str) -> tuple[str, bool]:
    if state.takings is None or not state.counted.strip():
        return "", False
    try:
        counted = read_amount(state.counted)
    except ValueError:
        return translate("Cash", "Không đọc được số tiền này."), True
    difference = (counted or 0) - state.takings.cash_up.drawer_vnd
    amount = money_words(abs(difference), language)
    if difference > 0:
        return translate("Cash", "▲ Thừa {amount}").format(amount=amount), True
    if difference < 0:
        return translate("Cash", "▼ Thiếu {amount}").format(amount=amount), True
    return translate("Cash", "✓ Khớp"), False

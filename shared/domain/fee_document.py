"""Checks what an office's document says of fees: its dated rules and the account they are transferred to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from shared.domain.fee import FeeRule, FeeScale
from shared.domain.strict_document import DocumentError
from shared.domain.vietqr import Transfer, vietqr_text

if TYPE_CHECKING:
    from shared.domain.office_record import BankAccount


def check_fee_rules(rules: Sequence[FeeRule]) -> None:
    """`DocumentError` at the first rule that says nothing, too much or something impossible."""
    for place, rule in enumerate(rules):
        path = f"fee_rules[{place}]"
        if not rule.id or sum(each.id == rule.id for each in rules) > 1:
            raise DocumentError(f"{path}.id", "trống hoặc trùng", "is empty or there twice")
        if not rule.procedures:
            raise DocumentError(f"{path}.procedures", "không được để trống", "must not be empty")
        for name in ("name_vi", "name_en", "basis"):
            if not getattr(rule, name).strip():
                raise DocumentError(f"{path}.{name}", "không được để trống", "must not be empty")
        said = [value for value in (rule.amount_vnd, rule.scale, rule.percent_off) if value is not None]
        if len(said) != 1:
            raise DocumentError(
                path,
                "phải có đúng một trong: amount_vnd, scale, percent_off",
                "must have exactly one of: amount_vnd, scale, percent_off",
            )
        if rule.amount_vnd is not None and rule.amount_vnd < 0:
            raise DocumentError(f"{path}.amount_vnd", "không được âm", "must not be negative")
        if rule.percent_off is not None and not 1 <= rule.percent_off <= 100:
            raise DocumentError(f"{path}.percent_off", "phải từ 1 đến 100", "must be 1 to 100")
        if rule.valid_from is not None and rule.valid_to is not None and rule.valid_to < rule.valid_from:
            raise DocumentError(f"{path}.valid_to", "trước valid_from", "is before valid_from")
        if rule.scale is not None:
            _check_scale(rule.scale, f"{path}.scale")


def _check_scale(scale: FeeScale, path: str) -> None:
    begins = [step.from_unit for step in scale.steps]
    if not begins or begins[0] != 1 or begins != sorted(set(begins)):
        raise DocumentError(f"{path}.steps", "phải tăng dần, bắt đầu từ 1", "must rise and begin with 1")
    if any(step.amount_vnd < 0 for step in scale.steps) or (scale.most_vnd is not None and scale.most_vnd < 1):
        raise DocumentError(path, "số tiền không hợp lệ", "has an impossible amount")
    if not scale.unit_vi or not scale.piece_vi:
        raise DocumentError(path, "thiếu đơn vị tính", "names no unit")


def check_bank(bank: BankAccount | None) -> None:
    """`DocumentError` when the account could not stand in a VietQR code or has no name."""
    if bank is None:
        return
    try:
        vietqr_text(Transfer(bank.bin, bank.account))
    except ValueError:
        raise DocumentError(
            "bank", "mã ngân hàng hoặc số tài khoản không hợp lệ", "has an impossible bank code or account"
        ) from None
    if not bank.holder.strip() or not bank.bank_name.strip():
        raise DocumentError("bank", "thiếu tên", "has no name")

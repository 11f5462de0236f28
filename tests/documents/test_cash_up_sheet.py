"""The cash-up sheet and the payment slip, read back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from shared.documents.cash_up_sheet import CashUpSheet, render_cash_up_sheet
from shared.documents.payment_slip import PaymentSlip, render_payment_slip
from shared.documents.vietnamese_words import money_in_words
from shared.domain.cash_up import CashUp, cash_up
from shared.domain.payment import FeePart, Payment, Receipt
from shared.domain.vietqr import Transfer, read_vietqr, vietqr_text
from tests.documents.reading import MM, codes_of, every_text_is_embedded, inks_of, page_texts, text_of

AT = datetime(2026, 11, 23, 2, 10, tzinfo=UTC)
DAY = date(2026, 11, 23)


def payment(number: int, amount: int, receipt: Receipt | None, way: str = "cash") -> Payment:
    return Payment(
        id=f"payment-{number}",
        dossier=f"dossier-{number}",
        dossier_code=f"H99.99.01-261123-{1000 + number}",
        procedure="2.000815",
        procedure_name="Chứng thực bản sao từ bản chính",
        amount_vnd=amount,
        due_vnd=amount,
        parts=(FeePart("Phí chứng thực bản sao từ bản chính: 2 bản, mỗi bản 12 trang", amount),),
        way="cash" if way == "cash" else "transfer",
        officer="staff-1",
        counter="quay-1",
        at=AT,
        receipt=receipt,
    )


PAYMENTS = (
    payment(1, 28_000, Receipt("01AB-26E", "0000012")),
    payment(2, 8_000, Receipt("01AB-26E", "0000013"), "transfer"),
    payment(3, 16_000, None),
)


def sheet(shown: CashUp, counted: int | None = None) -> str:
    return text_of(render(shown, counted))


def render(shown: CashUp, counted: int | None = None) -> bytes:
    return render_cash_up_sheet(
        CashUpSheet(
            managing_body="Ủy ban nhân dân phường Mẫu",
            office_name="Trung tâm Phục vụ hành chính công phường Mẫu",
            place="Phường Mẫu",
            scope="Toàn bộ phận",
            cash_up=shown,
            counted_vnd=counted,
            made_by="Nguyễn Thị Thử",
            made_at=AT,
        )
    )


def test_the_sheet_lists_every_payment_and_adds_up_in_figures_and_words() -> None:
    text = sheet(cash_up(DAY, PAYMENTS, ()))
    for expected in (
        "BẢNG KÊ THU PHÍ, LỆ PHÍ TRONG NGÀY",
        "Ngày 23 tháng 11 năm 2026 · Toàn bộ phận",
        "H99.99.01-261123-1001",
        "Tổng cộng: 52.000 đồng (Năm mươi hai nghìn đồng).",
        "Trong đó: tiền mặt 44.000 đồng; chuyển khoản 8.000 đồng.",
        "Nguyễn Thị Thử",
    ):
        assert expected in text


def test_the_sheet_says_which_receipts_go_with_it_and_which_are_missing() -> None:
    text = sheet(cash_up(DAY, PAYMENTS, ()))
    assert "Kèm theo biên lai ký hiệu 01AB-26E số 0000012, 0000013 ngày 23 tháng 11 năm 2026." in text
    assert "Chưa ghi số biên lai: H99.99.01-261123-1003." in text


@pytest.mark.parametrize(
    ("counted", "said"),
    [
        (44_000, "44.000 đồng, khớp với bảng kê"),
        (43_999, "43.999 đồng, thiếu 1 đồng"),
        (45_500, "45.500 đồng, thừa 1.500 đồng"),
        (None, "Tiền mặt đếm được: ...."),
    ],
)
def test_a_difference_is_written_as_it_is(counted: int | None, said: str) -> None:
    assert said in sheet(cash_up(DAY, PAYMENTS, ()), counted)


def test_what_went_back_stands_with_a_minus() -> None:
    back = replace(PAYMENTS[0], state="withdrawn", withdrawn_at=AT, withdrawn_by="staff-1")
    text = sheet(cash_up(DAY, (), (back,)))
    assert "Hoàn trả: Phí chứng thực" in text
    assert "-28.000" in text
    assert "Âm hai mươi tám nghìn đồng" in text


def test_an_empty_day_is_said_in_a_sentence() -> None:
    assert "Trong ngày không phát sinh khoản thu nào." in sheet(cash_up(DAY, (), ()))


def test_a_long_day_goes_on_over_several_sheets_with_its_head() -> None:
    content = render(cash_up(DAY, tuple(payment(each, 2000, None) for each in range(1, 120)), ()))
    pages = page_texts(content)
    assert len(pages) > 2
    assert all("Mã hồ sơ" in page for page in pages[:-1])
    assert every_text_is_embedded(content)


SLIP = PaymentSlip(
    office_name="Trung tâm Phục vụ hành chính công phường Mẫu",
    dossier_code="H99.99.01-261123-1002",
    procedure_name="Chứng thực bản sao từ bản chính",
    parts=(("Phí chứng thực bản sao", 28_000),),
    amount_vnd=28_000,
    qr_text=vietqr_text(Transfer("999999", "000000000001", 28_000, "H99.99.01-261123-1002")),
    account=("Ngân hàng Mẫu", "000000000001", "UBND PHUONG MAU"),
    issued_at=AT,
)


def test_the_code_on_the_slip_asks_for_the_amount_of_this_dossier() -> None:
    content = render_payment_slip(SLIP)
    (code,) = codes_of(content, 203)
    assert read_vietqr(code) == Transfer("999999", "000000000001", 28_000, "H99.99.01-261123-1002")


def test_the_slip_says_the_amount_and_that_it_is_no_receipt() -> None:
    content = render_payment_slip(SLIP)
    text = text_of(content)
    for expected in ("28.000 đồng", "(Hai mươi tám nghìn đồng)", "không thay cho biên lai", "09:10 23/11/2026"):
        assert expected in text
    (ink,) = inks_of(content)
    assert round(ink.page_width / MM) == 80
    assert ink.left >= 3.5 * MM


def test_without_an_account_the_slip_has_no_code() -> None:
    assert codes_of(render_payment_slip(replace(SLIP, qr_text="", account=())), 203) == []


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "Không đồng"),
        (1000, "Một nghìn đồng"),
        (21_005, "Hai mươi mốt nghìn không trăm linh năm đồng"),
        (1_000_000, "Một triệu đồng"),
        (105_000, "Một trăm linh năm nghìn đồng"),
    ],
)
def test_amounts_are_written_out_as_people_read_them(amount: int, words: str) -> None:
    assert money_in_words(amount) == words

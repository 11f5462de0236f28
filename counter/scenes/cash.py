"""Fees and the cash-up: every screen, each brought about on a fresh stage."""

from __future__ import annotations

from dataclasses import replace

from counter.ports import FeeForm
from counter.stage import Scene, Stage
from shared.domain.payment import FeePart, PaymentWay

_CERTIFIED, _EXTRACT = "dossier-2", "dossier-4"


def cash_page(stage: Stage) -> None:
    """Nobody pays yet."""
    stage.serve()
    stage.window.show_room("cash")


def cash_due(stage: Stage) -> None:
    """Certified copies: pages and copies counted, cash handed over, the change."""
    cash_page(stage)
    cash = stage.window.presenters.cash
    cash.scanned(stage.office.book.dossiers[_CERTIFIED].code)
    stage.settle()
    cash.set(units=12, pieces=2)
    cash.set(given="50.000", series="01AB-26E", number="0000012")


def cash_transfer(stage: Stage) -> None:
    """The VietQR code of a transfer."""
    cash_page(stage)
    cash = stage.window.presenters.cash
    cash.scanned(stage.office.book.dossiers[_EXTRACT].code)
    stage.settle()
    cash.choose_way("transfer")


def cash_rule(stage: Stage) -> None:
    """A dated rule with its condition, which the officer has ticked: nothing is left to pay."""
    cash_page(stage)
    book = stage.office.book
    changed = {"procedure": "1.004222", "procedure_name": "Đăng ký thường trú", "fee_vnd": 20000}
    book.dossiers[_EXTRACT] = replace(book.dossiers[_EXTRACT], **changed)  # type: ignore[arg-type]  # by name
    cash = stage.window.presenters.cash
    cash.scanned(book.dossiers[_EXTRACT].code)
    stage.settle()
    cash.toggle("dinh-danh-muc-2")


def cash_taken(stage: Stage) -> None:
    """The money is in, the change goes back, the receipt is still to be recorded."""
    cash_due(stage)
    stage.window.presenters.cash.set(number="")
    stage.settle()
    stage.window.presenters.cash.take()


def cash_payments(stage: Stage) -> None:
    """What was taken today, one without its receipt chosen."""
    cash_page(stage)
    _take_two(stage)
    cash = stage.window.presenters.cash
    cash.show_page("taken")
    stage.settle()
    cash.choose(cash.state.payments[0].id)


def cash_up_page(stage: Stage) -> None:
    """The drawer is counted and does not agree."""
    cash_page(stage)
    _take_two(stage)
    cash = stage.window.presenters.cash
    cash.show_page("cash_up")
    stage.settle()
    cash.set_counted("27.500")


def cash_up_empty(stage: Stage) -> None:
    """A day without money."""
    cash_page(stage)
    stage.window.presenters.cash.show_page("cash_up")


def _take_two(stage: Stage) -> None:
    sums = ((_CERTIFIED, 28000, "Phí chứng thực bản sao từ bản chính", "0000012"), (_EXTRACT, 8000, "Phí, lệ phí", ""))
    for dossier, amount, name, number in sums:
        way: PaymentWay = "cash" if number else "transfer"
        form = FeeForm(dossier, amount, amount, (FeePart(name, amount),), way, "01AB-26E" if number else "", number)
        stage.office.collect(form)


SCREENS: tuple[Scene, ...] = (
    cash_page,
    cash_due,
    cash_transfer,
    cash_rule,
    cash_taken,
    cash_payments,
    cash_up_page,
    cash_up_empty,
)

"""Fees of the sample office: payments in memory."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from counter.ports import DayTakings, FeeCard, FeeForm, PaymentRow, SlipForm
from counter.rows import brought_rows, payment_row
from counter.sample.room import SampleRoom
from shared.clock import business_date, midnight
from shared.documents.cash_up_sheet import CashUpSheet, render_cash_up_sheet
from shared.documents.payment_slip import PaymentSlip, render_payment_slip
from shared.domain import payment as payments
from shared.domain.cash_up import CashUp, cash_up
from shared.domain.fee import fees_of
from shared.domain.handover import Handover
from shared.domain.office import procedure_on
from shared.domain.office_names import unit_name
from shared.domain.payment import Collect, Payment, RecordReceipt, Withdraw, read_receipt
from shared.domain.post_money import brought, received_between
from shared.failures import Refusal, Sentence


class SampleFees(SampleRoom):
    """Fees of the sample office."""

    def fee_card(self, text: str) -> FeeCard:
        """The dossier of a scanned or typed text."""
        found = self._rows.find(text)
        day = business_date(found.received_at)
        procedure = procedure_on(self._ward, found.procedure, day)
        return FeeCard(
            row=self._rows.row(found),
            choice=None if procedure is None else fees_of(procedure, self._ward.fee_rules, day),
            account=found.fee_account,
            payments=self.payments_of(found.id),
            bank=self._ward.bank,
            warnings=tuple(Sentence(each.vi, each.en) for each in found.conflicts if each.code.startswith("fee_")),
        )

    def collect(self, form: FeeForm) -> PaymentRow:
        """Takes money."""
        found = self.book.dossiers[form.dossier]
        receipt = read_receipt(form.series, form.number)
        command = Collect(
            id=self.book.new_id("payment"),
            dossier=found.id,
            dossier_code=found.code,
            procedure=found.procedure,
            procedure_name=found.procedure_name,
            amount_vnd=form.amount_vnd,
            due_vnd=form.due_vnd,
            paid_vnd=found.fee_account.paid_vnd,
            parts=form.parts,
            way=form.way,
            counter="quay-1",
            receipt=receipt,
            over_reason=form.over_reason,
        )
        if any(receipt and each.receipt and receipt.key == each.receipt.key for each in self.book.payments.values()):
            raise Refusal("receipt_used", "Biên lai này đã ghi cho hồ sơ khác.", "This receipt is used already.")
        self.book.write(payments.decide(None, command), self._officer_now().id)
        return self._payment_row(self.book.payments[command.id])

    def record_receipt(self, payment: str, series: str, number: str) -> PaymentRow:
        """Records a receipt."""
        receipt = read_receipt(series, number)
        if receipt is None:
            raise Refusal("no_receipt", "Chưa nhập số biên lai.", "The number of the receipt is missing.")
        facts = payments.decide(self.book.payments[payment], RecordReceipt(receipt))
        self.book.write(facts, self._officer_now().id)
        return self._payment_row(self.book.payments[payment])

    def give_back(self, payment: str, reason: str) -> PaymentRow:
        """Gives money back."""
        officer = self._officer_now()
        self.book.write(payments.decide(self.book.payments[payment], Withdraw(reason, officer.unit)), officer.id)
        return self._payment_row(self.book.payments[payment])

    def payments_of(self, dossier: str) -> tuple[PaymentRow, ...]:
        """The payments of a dossier."""
        return tuple(self._payment_row(each) for each in self.book.payments.values() if each.dossier == dossier)

    def payments_today(self) -> tuple[PaymentRow, ...]:
        """Every payment, the last one first."""
        return tuple(self._payment_row(each) for each in reversed(self.book.payments.values()))

    def day_takings(self, day: date | None, *, everybody: bool) -> DayTakings:
        """The cash-up of a day."""
        today = business_date(self._clock.now())
        came = tuple(brought(each, self._until(day or today)) for each in self._lists(day or today))
        return DayTakings(
            self._cash_up(day or today, everybody=everybody), today, brought=brought_rows(self._ward, came)
        )

    def cash_up_sheet(self, day: date, counted_vnd: int | None, *, everybody: bool) -> bytes:
        """The sheet."""
        return render_cash_up_sheet(
            CashUpSheet(
                managing_body=self._ward.managing_body,
                office_name=self._ward.name,
                place=self._ward.place,
                scope="Toàn bộ phận" if everybody else f"Người thu: {self._officer_now().name}",
                cash_up=self._cash_up(day, everybody=everybody),
                counted_vnd=counted_vnd,
                made_by=self._officer_now().name,
                made_at=self._clock.now(),
                brought=tuple(
                    (unit_name(self._ward, each.giver), brought(each, self._until(day))) for each in self._lists(day)
                ),
            )
        )

    def payment_slip(self, form: SlipForm) -> bytes:
        """The slip."""
        found, bank = self.book.dossiers[form.dossier], self._ward.bank
        return render_payment_slip(
            PaymentSlip(
                office_name=self._ward.name,
                dossier_code=found.code,
                procedure_name=found.procedure_name,
                parts=tuple((part.name, part.amount_vnd) for part in form.parts),
                amount_vnd=form.amount_vnd,
                qr_text=form.qr_text,
                account=(bank.bank_name, bank.account, bank.holder) if bank else (),
                issued_at=self._clock.now(),
            )
        )

    def _cash_up(self, day: date, *, everybody: bool) -> CashUp:
        mine = [each for each in self.book.payments.values() if everybody or each.officer == self._officer_now().id]
        taken = [each for each in mine if business_date(each.at) == day]
        back = [each for each in mine if each.withdrawn_at and business_date(each.withdrawn_at) == day]
        ends = self._until(day)
        received = sum(received_between(each, midnight(day), ends) for each in self._lists(day))
        return cash_up(day, taken, back, received)

    def _until(self, day: date) -> datetime:
        return midnight(day + timedelta(days=1))

    def _lists(self, day: date) -> list[Handover]:
        """The lists that brought money on `day`."""
        from_post = (each for each in self.book.handovers.values() if each.giver_kind == "post" and each.accepted_at)
        return [each for each in from_post if each.accepted_at and business_date(each.accepted_at) == day]

    def _payment_row(self, payment: Payment) -> PaymentRow:
        return payment_row(payment, self._officer_now().name)

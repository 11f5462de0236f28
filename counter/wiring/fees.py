"""Fees, against the journal of this machine."""

from __future__ import annotations

from datetime import date, timedelta

from counter.ports import DayTakings, FeeCard, FeeForm, PaymentRow, SlipForm
from counter.rows import brought_rows, payment_row
from counter.wiring.finding import dossier_of
from counter.wiring.work import CounterWork
from shared.actions import collect_fee
from shared.actions.collect_fee import Takings
from shared.clock import business_date, midnight
from shared.domain.cash_up import CashUp, cash_up
from shared.domain.dossier import Dossier
from shared.domain.fee import FeeChoice, fees_of
from shared.domain.office import Office, procedure_on
from shared.domain.office_names import staff_name, unit_name
from shared.domain.payment import Payment, read_receipt
from shared.domain.post_money import Brought, received_between
from shared.domain.units import units_of_kind
from shared.failures import Refusal, Sentence
from shared.journal.journal import Reader
from shared.journal.payment_queries import (
    payments_given_back,
    payments_of_dossier,
    payments_taken,
    payments_with_receipt,
    payments_without_receipt,
)
from shared.journal.post_day_queries import brought_between
from shared.journal.read_model import DOSSIERS, milliseconds


class FeesRoom(CounterWork):
    """Fees, payments, the day's cash-up."""

    def fee_card(self, text: str) -> FeeCard:
        """The dossier of a scanned receipt or a typed code at the moment of paying."""
        self.acting("look_up")
        with self.journal.reading() as reader:
            office = self.program.reference.read(reader.connection)
            found = dossier_of(reader, office, text)
            return FeeCard(
                row=self.rows(reader, (found,), office)[0],
                choice=_choice(office, found),
                account=found.fee_account,
                payments=_payment_rows(office, payments_of_dossier(reader, found.id)),
                bank=office.bank,
                warnings=tuple(Sentence(each.vi, each.en) for each in found.conflicts if each.code in _ABOUT_FEES),
            )

    def collect(self, form: FeeForm) -> PaymentRow:
        """Takes the money."""
        officer = self.acting("collect_fee")
        takings = Takings(
            amount_vnd=form.amount_vnd,
            due_vnd=form.due_vnd,
            parts=form.parts,
            way=form.way,
            receipt=read_receipt(form.series, form.number),
            over_reason=form.over_reason,
        )
        counter = self.desk.counter if self.desk else ""
        taken = collect_fee.collect_fee(self.journal, form.dossier, takings, counter=counter, officer=officer.id)
        self.program.committed()
        return payment_row(taken, staff_name(self.office(), taken.officer))

    def record_receipt(self, payment: str, series: str, number: str) -> PaymentRow:
        """Records the number of a receipt."""
        officer = self.acting("collect_fee")
        receipt = read_receipt(series, number)
        if receipt is None:
            raise Refusal("no_receipt", "Chưa nhập số biên lai.", "The number of the receipt is missing.")
        recorded = collect_fee.record_receipt(self.journal, payment, receipt, officer=officer.id)
        self.program.committed()
        return payment_row(recorded, staff_name(self.office(), recorded.officer))

    def give_back(self, payment: str, reason: str) -> PaymentRow:
        """Gives the money back."""
        officer = self.acting("collect_fee")
        returned = collect_fee.give_back(self.journal, payment, reason, officer=officer.id, unit=officer.unit)
        self.program.committed()
        return payment_row(returned, staff_name(self.office(), returned.officer))

    def payments_of(self, dossier: str) -> tuple[PaymentRow, ...]:
        """Every payment of a dossier, oldest first."""
        self.acting("look_up")
        with self.journal.reading() as reader:
            office = self.program.reference.read(reader.connection)
            return _payment_rows(office, payments_of_dossier(reader, dossier))

    def payments_today(self) -> tuple[PaymentRow, ...]:
        """The payments of today, the last one first, then those of earlier days that still lack a receipt."""
        self.acting("look_up")
        begins, ends = _day_bounds(business_date(self.journal.now()))
        with self.journal.reading() as reader:
            office = self.program.reference.read(reader.connection)
            today = payments_taken(reader, begins, ends, None)
            earlier = [each for each in payments_without_receipt(reader) if milliseconds(each.at) < begins]
        return _payment_rows(office, (*reversed(today), *earlier))

    def day_takings(self, day: date | None, *, everybody: bool) -> DayTakings:
        """The cash-up of `day` (None: today), of the officer signed in or of the whole office."""
        self.acting("look_up")
        today = business_date(self.journal.now())
        with self.journal.reading() as reader:
            office = self.program.reference.read(reader.connection)
            shown, brought = self._cash_up(reader, office, day or today, everybody=everybody)
            return DayTakings(shown, today, _receipts_used_twice(reader, shown), brought_rows(office, brought))

    def cash_up_sheet(self, day: date, counted_vnd: int | None, *, everybody: bool) -> bytes:
        """The cash-up sheet as PDF."""
        # Imported with the first sheet: what draws PDFs would slow every start.
        from shared.documents.cash_up_sheet import CashUpSheet, render_cash_up_sheet

        officer = self.acting("collect_fee")
        with self.journal.reading() as reader:
            office = self.program.reference.read(reader.connection)
            shown, brought = self._cash_up(reader, office, day, everybody=everybody)
        return render_cash_up_sheet(
            CashUpSheet(
                managing_body=office.managing_body,
                office_name=office.name,
                place=office.place,
                scope="Toàn bộ phận" if everybody else f"Người thu: {officer.name}",
                cash_up=shown,
                counted_vnd=counted_vnd,
                made_by=officer.name,
                made_at=self.journal.now(),
                brought=tuple((unit_name(office, each.giver), each) for each in brought),
            )
        )

    def payment_slip(self, form: SlipForm) -> bytes:
        """The payment slip as PDF, 80 mm wide."""
        from shared.documents.payment_slip import PaymentSlip, render_payment_slip

        with self.journal.reading() as reader:
            office = self.program.reference.read(reader.connection)
            found = reader.state(DOSSIERS, form.dossier)
        if found is None:
            raise Refusal("no_such_dossier", "Không tìm thấy hồ sơ này.", "There is no such dossier.")
        bank = office.bank
        return render_payment_slip(
            PaymentSlip(
                office_name=office.name,
                dossier_code=found.code,
                procedure_name=found.procedure_name,
                parts=tuple((part.name, part.amount_vnd) for part in form.parts),
                amount_vnd=form.amount_vnd,
                qr_text=form.qr_text,
                account=(bank.bank_name, bank.account, bank.holder) if bank else (),
                issued_at=self.journal.now(),
            )
        )

    def _cash_up(
        self, reader: Reader, office: Office, day: date, *, everybody: bool
    ) -> tuple[CashUp, tuple[Brought, ...]]:
        officer = None if everybody else self.signed_in().id
        begins, ends = _day_bounds(day)
        taken = payments_taken(reader, begins, ends, officer)
        back = payments_given_back(reader, begins, ends, officer)
        of_day = midnight(day), midnight(day + timedelta(days=1))
        lists = [
            (each, money)
            for each, money in brought_between(reader, units_of_kind(office, "post"), *of_day)
            if officer is None or each.accepted_by == officer
        ]
        received = sum(received_between(each, *of_day) for each, _ in lists)
        return cash_up(day, taken, back, received), tuple(money for _, money in lists)


_ABOUT_FEES = ("fee_collected_twice",)


def _choice(office: Office, found: Dossier) -> FeeChoice | None:
    """By the rule of the day on which the dossier was received."""
    day = business_date(found.received_at)
    procedure = procedure_on(office, found.procedure, day)
    return None if procedure is None else fees_of(procedure, office.fee_rules, day)


def _day_bounds(day: date) -> tuple[int, int]:
    return milliseconds(midnight(day)), milliseconds(midnight(day + timedelta(days=1)))


def _payment_rows(office: Office, payments: tuple[Payment, ...]) -> tuple[PaymentRow, ...]:
    return tuple(payment_row(each, staff_name(office, each.officer)) for each in payments)


def _receipts_used_twice(reader: Reader, shown: CashUp) -> tuple[str, ...]:
    found = {}
    for entry in shown.entries:
        receipt = entry.payment.receipt
        if receipt is None or receipt.key in found or entry.given_back:
            continue
        users = payments_with_receipt(reader, receipt)
        if len(users) > 1:
            codes = ", ".join(each.dossier_code for each in users)
            found[receipt.key] = f"{receipt.series} số {receipt.number}: {codes}"
    return tuple(found.values())

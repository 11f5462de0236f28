"""The day's fees and the cash-up: a dossier pays, receipts are recorded, the drawer is counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from counter.cash.state import CashState, FeeTyped, Page, Way, qr_text_of, to_fee_form, work_out
from counter.messages import WayBack
from counter.ports import DayTakings, FeeCard, PaymentRow, SlipForm
from counter.presenter import Busy, RoomPresenter, Surroundings
from counter.words import read_amount, translate

QR_PIXELS = 250


class CashPresenter(Busy[CashState], RoomPresenter):
    """Collects fees. Attributes: `state`."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.state = CashState()
        self._today: date | None = None
        around.session.changed.connect(self._session_changed)
        around.ways.fee_wanted.connect(self.open)

    @property
    def today(self) -> date | None:
        """The day of the latest look."""
        return self._today

    def refresh(self) -> None:
        """Looks again at today's payments, and at the cash-up while it is shown."""
        if not self._session.state.working:
            return
        day, everybody = self.state.day, self.state.everybody

        def look() -> tuple[tuple[PaymentRow, ...], DayTakings]:
            return self._office.payments_today(), self._office.day_takings(day, everybody=everybody)

        self._look(look, lambda answer: self._looked(day, answer, everybody=everybody))

    def show_page(self, page: Page) -> None:
        """Collecting, what was taken, or the cash-up."""
        self._become(replace(self.state, page=page))
        self.refresh()

    def open(self, code: str) -> None:
        """Shows the cash room with the dossier of `code`: the way here from other rooms."""
        self._ways.room_wanted.emit("cash")
        self.scanned(code)

    def scanned(self, text: str) -> None:
        """Opens the dossier of a scanned receipt or a typed code."""
        if text.strip():
            self._ask(lambda: self._office.fee_card(text.strip()), self._opened)

    def set(self, **changes: Any) -> None:  # the word for it
        """Takes what was typed into fields of `FeeTyped`."""
        if {"units", "pieces"} & set(changes):
            changes["counted"] = True
        typed = replace(self.state.typed, **changes)
        if typed != self.state.typed:
            self._become(replace(self.state, typed=typed))
            self._draw_code()

    def toggle(self, rule: str) -> None:
        """Answers the question of a rule: yes or no."""
        ticked = self.state.typed.ticked ^ {rule}
        self.set(ticked=ticked, counted=True, amount="")

    def choose_way(self, way: Way) -> None:
        """Cash or transfer."""
        self.set(way=way)

    def take(self) -> None:
        """Takes the money."""
        state = self.state
        form = to_fee_form(state.card, state.typed) if state.card and state.taken is None else None
        if state.card is None or form is None or state.busy:
            return
        change = work_out(state.card, state.typed).change_vnd if state.typed.way == "cash" else None
        self._become(replace(state, busy=True))
        self._ask(lambda: self._office.collect(form), lambda taken: self._taken(taken, change), self._refused)

    def next(self) -> None:  # the word for it
        """Puts the dossier away."""
        self._become(
            replace(self.state, card=None, typed=self._blank(), taken=None, change_vnd=None, qr=b"", qr_text="")
        )
        self.refresh()

    def to_reception(self) -> None:
        """Puts the dossier away and goes back to reception, to its next form."""
        self.next()
        self._ways.next_form_wanted.emit()

    def print_slip(self) -> None:
        """Prints what is to be paid, with its code, for the citizen."""
        state = self.state
        if state.card is None or state.taken is not None:
            return
        form = to_fee_form(state.card, state.typed)
        if form is None or not form.amount_vnd:
            return
        code = state.card.row.code
        slip = SlipForm(form.dossier, form.parts, form.amount_vnd, qr_text_of(state.card, state.typed))
        self._ask(
            lambda: self._printer.print_form(code, self._office.payment_slip(slip)),
            lambda _: self._messages.done(
                lambda: translate("Cash", "Đã in phiếu nộp phí hồ sơ {code}.").format(code=code)
            ),
        )

    def choose(self, payment: str | None) -> None:
        """Chooses a payment of the list."""
        if payment == self.state.chosen:
            return
        row = next((each for each in self.state.payments if each.id == payment), None)
        series = row.series if row and row.series else self.state.typed.series
        self._become(replace(self.state, chosen=payment, series=series, number="", reason=""))

    def set_about(self, **changes: Any) -> None:
        """Takes the series, number or reason that was typed about the chosen payment."""
        self._become(replace(self.state, **changes))

    def record_receipt(self) -> None:
        """Records the number of the chosen payment's receipt."""
        state = self.state
        if state.chosen is None or state.busy:
            return
        chosen, series, number = state.chosen, state.series, state.number
        self._become(replace(state, busy=True))
        self._ask(lambda: self._office.record_receipt(chosen, series, number), self._recorded, self._refused)

    def give_back(self) -> None:
        """Gives the money of the chosen payment back, with the reason typed."""
        state = self.state
        if state.chosen is None or state.busy:
            return
        chosen, reason = state.chosen, state.reason
        self._become(replace(state, busy=True))
        self._ask(lambda: self._office.give_back(chosen, reason), self._given_back, self._refused)

    def move_day(self, days: int) -> None:
        """Another day of the cash-up; not beyond today."""
        today = self._today
        if today is None:
            return
        day = min((self.state.day or today) + timedelta(days=days), today)
        self._become(replace(self.state, day=None if day == today else day, counted=""))
        self.refresh()

    def show_everybody(self, *, everybody: bool) -> None:
        """Everybody's payments, or one's own."""
        self._become(replace(self.state, everybody=everybody))
        self.refresh()

    def set_counted(self, text: str) -> None:
        """Takes the cash that was counted."""
        self._become(replace(self.state, counted=text))

    def print_sheet(self) -> None:
        """Prints the cash-up sheet."""
        state, today = self.state, self._today
        if today is None or state.takings is None:
            return
        try:
            counted = read_amount(state.counted)
        except ValueError:
            return
        day, everybody = state.day or today, state.everybody
        self._ask(
            lambda: self._printer.print_form(
                f"bang-ke-{day:%y%m%d}", self._office.cash_up_sheet(day, counted, everybody=everybody)
            ),
            lambda _: self._messages.done(lambda: translate("Cash", "Đã in bảng kê thu phí.")),
        )

    def print_again(self) -> None:
        """Ctrl+P: the slip, or the sheet."""
        if self.state.page == "cash_up":
            self.print_sheet()
        else:
            self.print_slip()

    def _looked(self, day: date | None, answer: tuple[tuple[PaymentRow, ...], DayTakings], *, everybody: bool) -> None:
        payments, takings = answer
        self._today = takings.today
        state = replace(self.state, payments=payments)
        if (day, everybody) == (state.day, state.everybody):
            state = replace(state, takings=takings)
        self._become(state)
        if state.page == "taken" and state.chosen_row is None and payments:
            self.choose(next((row for row in payments if row.lacks_receipt), payments[0]).id)

    def _opened(self, card: FeeCard) -> None:
        typed = self._blank()
        self._become(
            replace(self.state, page="collect", card=card, typed=typed, taken=None, change_vnd=None, qr=b"", qr_text="")
        )
        self._draw_code()

    def _blank(self) -> FeeTyped:
        return FeeTyped(series=self.state.typed.series, way=self.state.typed.way)

    def _draw_code(self) -> None:
        card, typed = self.state.card, self.state.typed
        text = qr_text_of(card, typed) if card and typed.way == "transfer" else ""
        if text == self.state.qr_text:
            return
        self._become(replace(self.state, qr_text=text, qr=b""))
        if text:
            self._ask(lambda: _code_picture(text), lambda picture: self._drawn(text, picture))

    def _drawn(self, text: str, picture: bytes) -> None:
        if text == self.state.qr_text:
            self._become(replace(self.state, qr=picture))

    def _taken(self, taken: PaymentRow, change: int | None) -> None:
        self._become(
            replace(self.state, busy=False, taken=taken, change_vnd=change, chosen=taken.id, qr=b"", qr_text="")
        )
        way_back = WayBack(lambda: translate("Cash", "Hoàn tác"), lambda: self._take_back(taken))
        self._messages.done(
            lambda: translate("Cash", "Đã ghi khoản thu của hồ sơ {code}.").format(code=taken.code), way_back
        )
        self.refresh()

    def _take_back(self, taken: PaymentRow) -> None:
        reason = "Ghi nhầm, hoàn tác ngay sau khi ghi"
        self._ask(lambda: self._office.give_back(taken.id, reason), self._given_back)

    def _recorded(self, row: PaymentRow) -> None:
        typed = replace(self.state.typed, series=row.series)
        self._become(replace(self.state, busy=False, number="", typed=typed))
        self._messages.done(lambda: translate("Cash", "Đã ghi biên lai {receipt}.").format(receipt=row.receipt))
        self.refresh()

    def _given_back(self, row: PaymentRow) -> None:
        self._become(replace(self.state, busy=False, reason="", taken=None, change_vnd=None))
        self._messages.done(lambda: translate("Cash", "Đã hoàn trả khoản thu của hồ sơ {code}.").format(code=row.code))
        if self.state.card is not None and self.state.card.row.id == row.dossier:
            self.scanned(row.code)
        self.refresh()

    def _session_changed(self) -> None:
        if self._session.state.officer is None:
            self._become(CashState())


def _code_picture(text: str) -> bytes:
    from shared.documents.qr import qr_png  # with the first code: it would slow every start

    return qr_png(text, QR_PIXELS)

"""What officers do besides reception: scans, the till, a dossier's page, the deadlines, the leader's plots."""

from __future__ import annotations

from pathlib import Path

from installer.demo.counter_hands import CounterHands
from installer.demo.scanner import scan_a_page
from installer.demo.till import SERIES, Till, amount_in, amount_words

_SHOWN_SECONDS = 20.0
_REASON = "Cần thêm giấy tờ để đối chiếu"
_LOOK_SECONDS = 3.0
_LATE = "Cơ quan phối hợp trả lời chậm"


class BackRooms:
    """The hands of one officer in those rooms. `hands`: where the officer sits."""

    def __init__(self, hands: CounterHands) -> None:
        self._hands = hands
        self._desk = hands.program

    # Beside reception and results.

    def attach_scan(self, folder: Path, name: str) -> None:
        """The scanner has read a paper of the dossier just received: what it put into its folder is attached."""
        desk = self._desk
        scan_a_page(folder, name)
        desk.click("received_scans_take", patience=_SHOWN_SECONDS)
        desk.wait_for("received_scans_list", "rows", contains=name)

    def authorised_collects(self) -> None:
        """Whoever handed the dossier in collects the result, as was written down at reception."""
        self._desk.click("collector_authorised")
        self._desk.click("recorded_collector_0")

    # Money.

    def has_open_fee(self) -> bool:
        """Whether the result that is shown waits for a fee."""
        return self._desk.exists("pay_before_return")

    def collect_open_fee(self, till: Till) -> None:
        """The result on the screen has a fee open: it is taken, by turns in cash and by transfer, with its receipt."""
        desk, turn = self._desk, till.next_turn()
        desk.click("pay_before_return")
        desk.wait("fee_code")
        desk.click(f"pay_{turn.way}")
        if turn.way == "cash":
            desk.type(str(turn.given), into="fee_given")
            desk.wait_for("fee_change", is_not="–")
        self._hands.type_anew(SERIES, "fee_series")
        self._hands.type_anew(turn.receipt, "fee_number")
        self._hands.photograph(f"fee_{turn.way}")
        desk.click("take_fee")
        desk.wait("taken_title")
        till.took(turn, amount_in(str(desk.read("taken_title"))))

    def cash_up(self, till: Till) -> int:
        """Waits until every payment of the office is here, counts the drawer, prints the sheet; answers its total."""
        desk = self._desk
        desk.click("room_cash")
        desk.click("cash_page_cash_up")
        desk.click("cash_all")
        desk.wait_for("cash_total", is_=amount_words(till.total), patience=_SHOWN_SECONDS)
        desk.type(str(till.cash), into="counted_cash")
        desk.wait_for("cash_difference", contains="Khớp")
        self._hands.photograph("cash_up")
        desk.click("print_cash_up")
        desk.wait_for("message_text", contains="Đã in bảng kê")
        return amount_in(str(desk.read("cash_total")))

    # A dossier's page.

    def open_dossier(self, code: str) -> None:
        """Finds a dossier by its whole code."""
        desk = self._desk
        desk.click("room_dossiers")
        desk.key("F8")
        desk.type(code)
        desk.key("Return")
        desk.wait_for("dossier_code", is_=code)

    def ask_for_supplement(self, code: str) -> None:
        """Form 02: a paper is lacking."""
        self.open_dossier(code)
        self._hands.photograph("dossier_page")
        desk = self._desk
        desk.click("part_steps")
        desk.click("step_request_supplement")
        desk.click("step_paper_0")
        desk.type(_REASON, into="step_reason")
        desk.click("step_review")
        desk.wait("step_summary")
        self._hands.photograph("supplement_asked")
        desk.click("step_do")
        desk.wait_for("message_text", contains="Đã in Phiếu yêu cầu bổ sung")

    def take_supplement(self) -> None:
        """The citizen brings what was asked for of the dossier that is open, and gets a Form 01 with a new promise."""
        desk = self._desk
        desk.click("step_take_supplement")
        desk.click("step_paper_0")
        desk.click("step_review")
        desk.click("step_do")
        desk.wait_for("message_text", contains="Đã in Giấy tiếp nhận")

    # Deadlines.

    def apologise(self, code: str) -> None:
        """Form 04 for a dossier that will not be ready in time."""
        desk = self._desk
        desk.click("room_deadlines")
        desk.click("scope_office")
        if not desk.becomes("figure_apologise", "visible", patience=_LOOK_SECONDS, is_=True):
            # Who goes there too fast for the first look is shown the list.
            desk.click("deadline_summary")
        desk.wait("figure_apologise")
        self._hands.photograph("deadlines")
        desk.click("figure_apologise")
        desk.wait_for("deadline_rows", "rows", contains=code)
        desk.click("deadline_rows", text=code)
        desk.click("apologise")
        desk.wait_for("apology_day", is_not="")
        desk.type(_LATE, into="apology_reason")
        self._hands.photograph("apology")
        desk.click("send_apologies")
        desk.wait_shows("Đã xin lỗi")

    # The team leader.

    def look_at_the_plots(self) -> None:
        """How the morning went, on three pages."""
        desk = self._desk
        desk.click("room_lead")
        for page in ("now", "waits", "day"):
            desk.click(f"lead_{page}")
            self._hands.photograph(f"lead_{page}")

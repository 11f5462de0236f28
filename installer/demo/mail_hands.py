"""What an officer does at the office's window about the post: the bag that comes in, the results that go out."""

from __future__ import annotations

from installer.demo.counter_hands import CounterHands

_SHOWN_SECONDS = 40.0
_SEAL_BROKEN = "Niêm phong"


class MailHands:
    """The hands of one officer. `hands`: where the officer sits."""

    def __init__(self, hands: CounterHands) -> None:
        self._hands = hands
        self._desk = hands.program

    def open_bag(self, codes: tuple[str, ...]) -> None:
        """Scans the codes on the record that came with a bag: its list opens, whether or not there is a line."""
        desk = self._desk
        desk.click("room_handover")
        desk.click("handover_records")
        for code in codes:
            desk.scan(code)
        desk.wait("accept")

    def count_bag(self, there: tuple[tuple[str, ...], ...], refused: tuple[str, ...], money: int) -> None:
        """Scans the codes of every note that is there, refuses one, notes the rest as missing, counts the money."""
        desk = self._desk
        for at, codes in enumerate((*there, refused), start=1):
            for code in codes:
                desk.scan(code)
            desk.wait_for("counted_count", contains=f"{at} /")
        desk.click("mark_refused_paper")
        desk.choose("refusal_reason", _SEAL_BROKEN)
        desk.click("miss_the_rest")
        self._hands.type_anew(str(money), "money_counted")
        desk.wait_for("money_difference", contains="Khớp")
        self._hands.photograph("bag_counted")

    def sign_for_bag(self) -> None:
        """The second signature, and the record on paper."""
        desk = self._desk
        desk.click("accept")
        desk.wait_gone("accept")
        self._hands.print_record()
        self._hands.photograph("bag_signed")

    def print_receipts(self) -> None:
        """Prints the receipts of everything that the post has brought."""
        self._desk.click("print_receipts", patience=_SHOWN_SECONDS)
        self._desk.wait_gone("print_receipts", patience=_SHOWN_SECONDS)

    def prepare_delivery(self, code: str, label: str, photograph: str = "") -> None:
        """The result of the dossier goes by post: how far, and under which label."""
        desk = self._desk
        desk.click("room_delivery")
        desk.click("delivery_to_send")
        if photograph:
            self._hands.photograph(f"{photograph}_waiting")
        desk.scan(code)
        desk.wait_for("prepare_code", contains=code)
        desk.click("scope_commune")
        self._hands.type_anew(label, "prepare_tracking")
        if photograph:
            self._hands.photograph(photograph)
        desk.click("prepare_delivery")
        desk.wait_gone("prepare_delivery")

    def total_on_the_map(self) -> str:
        """What stands above the custody map: how many papers there are, how many of them on their way."""
        self._desk.click("room_custody")
        return str(self._desk.wait_for("custody_total", contains="giấy tờ"))

    def map_says(self, total: str) -> None:
        """Waits until the custody map of this machine says the same."""
        self._desk.click("room_custody")
        self._desk.wait_for("custody_total", is_=total, patience=_SHOWN_SECONDS)

"""What an officer does at a counter: keys, clicks, scans."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from installer.demo.citizens import Errand, Visit
from installer.demo.offered import OfferedProcedure
from installer.demo.remote import RemoteProgram
from resources.sample_ward.load import SampleCitizen, SampleStaff

_NOBODY = "–"
_RECEIPT_IS_OUT = "Trao Giấy tiếp nhận cho người nộp; mã QR trên giấy dùng để tra cứu và nhận kết quả."
_WHOLE = "accessibleName"
"""The property that has all of a long text of which the screen shows the first lines."""
_CALLING_SECONDS = 6.0
_SYNC_SECONDS = 30.0
_LOOK_AGAIN_SECONDS = 3.0
_A_MOMENT_SECONDS = 1.0
_PAPERS_BROUGHT = 2
_DOCUMENT = re.compile(r"document_\d+")


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled form of reception, as read back from the screen (phiếu đang nhập)."""

    procedure: str
    name: str
    identity_number: str
    phone: str
    documents: tuple[str, ...]


Habit = Literal["keys", "mouse"]

_BUTTONS = {
    "F2": "call_next",
    "F3": "recall",
    "F4": "absent",
    "F5": "park",
    "F6": "transfer",
    "F7": "finish",
    "Ctrl+Return": "receive",
    "Ctrl+N": "new_dossier",
    "Ctrl+P": "print_again",
}
"""What each key presses."""


class CounterHands:
    """One officer at one counter program, who likes the keys or the mouse. `screens`: where photographs go."""

    def __init__(self, program: RemoteProgram, screens: Path, habit: Habit = "keys") -> None:
        self.program = program
        self._screens = screens
        self._habit = habit

    def sign_in(self, staff: SampleStaff, counter: int | None) -> None:
        """Signs in, and opens counter number `counter` unless the person works without one."""
        desk = self.program
        desk.wait("sign_in_name", patience=30)
        self.type_anew(staff.sign_in, "sign_in_name")
        desk.type(staff.password, into="sign_in_password")
        desk.key("Return")
        if counter is not None:
            desk.click(f"counter_{counter}")
        elif staff.role == "team_leader":
            desk.click("no_counter")
        desk.wait("officer_name")

    def sign_out(self) -> None:
        """Ends the work; the counter closes, whatever is left in it to be handed over."""
        self.program.click("sign_out")
        if not self.program.becomes("sign_in_name", "visible", patience=_A_MOMENT_SECONDS, is_=True):
            self.program.click("close_anyway")
        self.program.wait("sign_in_name")

    def sign_out_when_sent(self, patience: float) -> None:
        """Ends the work once the bottom lines say that both servers have everything."""
        self.sign_out()
        self.wait_until_sent(patience)
        self.program.wait_for("sync_province", contains="Tỉnh đã nhận đủ", patience=patience)

    def wait_until_sent(self, patience: float) -> None:
        """Looks at the bottom line until it says that the office's server has everything from here."""
        self.program.wait_for("sync_text", contains="an toàn tại bộ phận", patience=patience)

    def back_to_reception(self) -> None:
        """Goes on with the day's work."""
        self.program.click("room_reception")

    def photograph(self, name: str) -> Path:
        """Photographs the window; answers where the picture is."""
        file = self._screens / f"{name}.png"
        self.program.picture(file)
        return file

    def type_anew(self, text: str, into: str) -> None:
        """Types over what the last person left in the field."""
        self.program.click(into)
        self.program.key("Ctrl+A")
        self.program.type(text)

    def _press(self, key: str) -> None:
        if self._habit == "keys":
            self.program.key(key)
        else:
            self.program.click(_BUTTONS[key])

    # The queue.

    def somebody_waits(self, patience: float) -> bool:
        """Whether the desk shows a next number within `patience` seconds."""
        return self.program.becomes("next_number", is_not=_NOBODY, patience=patience)

    def call(self) -> str | None:
        """F2; answers the label that is now being served, or None when another counter was quicker."""
        self._press("F2")
        if self.program.becomes("serving_number", is_not=_NOBODY, patience=_CALLING_SECONDS):
            return self.serving()
        return None

    def serving(self) -> str | None:
        """The label being served."""
        label = str(self.program.read("serving_number"))
        return None if label == _NOBODY else label

    def call_by_slip(self, label: str) -> None:
        """Types the number on somebody's slip, a second time where this machine does not know it yet."""
        self.program.click("call_slip")
        self.program.type(label, into="slip_number")
        self.program.key("Return")
        if self.program.becomes("slip_question", patience=_LOOK_AGAIN_SECONDS, contains="chưa biết"):
            self.photograph("number_on_a_slip")
            self.program.key("Return")
        self.program.wait_for("serving_number", is_=label)

    def recall(self) -> None:
        """F3."""
        self._press("F3")
        self.program.wait_for("message_text", contains="Đã gọi lại")

    def absent(self, label: str) -> None:
        """F4: the citizen did not come."""
        self._press("F4")
        self._served_no_more(label)

    def transfer(self, label: str, line: str) -> None:
        """F6 and the line."""
        self._press("F6")
        self.program.click(f"transfer_{line}")
        self._served_no_more(label)

    def finish(self, label: str) -> None:
        """F7: the service is over."""
        self._press("F7")
        self._served_no_more(label)

    def _served_no_more(self, label: str) -> None:
        self.program.wait_for("serving_number", is_not=label)

    # Reception.

    def fill_reception(self, visit: Visit, errand: Errand, offered: OfferedProcedure) -> None:
        """Fills the form: procedure by search, applicant by card, the papers that were brought ticked."""
        citizen = visit.citizen
        desk = self.program
        desk.click("room_reception")
        if desk.exists("new_dossier"):
            self._press("Ctrl+N")
        self.choose_procedure(errand, offered)
        if visit.submitter is not None:
            self._enter_submitter(visit.submitter)
        desk.click("card_scan")
        desk.scan(citizen.qr_11)
        if visit.submitter is None:
            desk.wait_for("applicant_summary", _WHOLE, contains=citizen.name)
        else:
            desk.wait_for("applicant_name", is_=citizen.name)
        desk.type(citizen.phone, into="phone")
        for paper in offered.papers[:_PAPERS_BROUGHT]:
            desk.click(f"document_{paper}")
        if not offered.papers:
            desk.type("Đơn đề nghị; Bản sao giấy tờ kèm theo", into="named_documents")

    def choose_procedure(self, errand: Errand, offered: OfferedProcedure) -> None:
        """F8, a few letters, the row of the procedure."""
        desk = self.program
        desk.key("F8")
        desk.type(errand.typed)
        desk.wait("procedure_list")
        desk.click("procedure_list", text=offered.name)
        if not desk.becomes("chosen_procedure", _WHOLE, patience=_LOOK_AGAIN_SECONDS, is_=offered.name):
            # The list was filled anew under the finger: a person looks and presses again.
            desk.click("procedure_list", text=offered.name)
            desk.wait_for("chosen_procedure", _WHOLE, is_=offered.name)

    def _enter_submitter(self, submitter: SampleCitizen) -> None:
        """An authorised person stands at the counter: the card first, then the paper by which they are authorised."""
        desk = self.program
        desk.click("authorised")
        desk.click("card_scan")
        desk.scan(submitter.qr_11)
        desk.wait_for("submitter_name", is_=submitter.name)
        desk.type("Giấy ủy quyền số 12 ngày 20/11/2026", into="submitter_paper")

    def filled(self) -> Filled:
        """What stands in the form now; what the card filled in is opened for it."""
        desk = self.program
        if desk.exists("edit_applicant"):
            desk.click("edit_applicant")
        ticked = [name for name in desk.names() if _DOCUMENT.fullmatch(name) and desk.read(name, "checked")]
        return Filled(
            procedure=str(desk.read("chosen_procedure", _WHOLE)),
            name=str(desk.read("applicant_name")),
            identity_number=str(desk.read("identity_number")),
            phone=str(desk.read("phone")),
            documents=tuple(ticked),
        )

    def receive(self) -> str:
        """Ctrl+Enter; answers the code of the dossier."""
        self._press("Ctrl+Return")
        self.program.wait("received_code")
        return str(self.program.read("received_code"))

    def ask_for_receipt(self) -> None:
        """The citizen wants a Form 01 where the procedure prints none by itself: its result comes at once."""
        if self.program.read("received_hint") != _RECEIPT_IS_OUT:
            self._press("Ctrl+P")
            self.program.wait_for("received_hint", is_=_RECEIPT_IS_OUT)

    # Handing over.

    def offer(self, receiver: str, receipts: tuple[str, ...]) -> None:
        """Scans the receipts onto a list for the unit called `receiver`, and signs."""
        desk = self.program
        desk.click("room_handover")
        desk.click("handover_give")
        for place, receipt in enumerate(receipts, start=1):
            desk.scan(receipt)
            desk.wait_for("picked_count", contains=str(place))
        desk.choose("receiver", receiver)
        desk.click("offer")
        desk.wait("handover_dossiers")

    def sign_here(self, receiver: SampleStaff, there: tuple[str, ...], *, some_missing: bool) -> None:
        """The receiver counts `there` on the giver's screen, chooses the own name, and signs with the PIN."""
        self._count(there, some_missing=some_missing)
        self.program.choose("signer", receiver.name)
        self.program.type(receiver.pin, into="signer_secret")
        self.program.click("accept_here")
        self.program.wait_gone("signer_secret")

    def accept_incoming(self, there: tuple[str, ...]) -> None:
        """Opens the handover that waits for this unit, counts and signs."""
        desk = self.program
        desk.click("room_handover")
        desk.click("handover_records")
        desk.wait("incoming_0", patience=_SYNC_SECONDS)
        desk.click("incoming_0")
        desk.wait("accept")
        self._count(there, some_missing=False)
        desk.click("accept")
        desk.wait_gone("accept")

    def print_record(self) -> str:
        """Ctrl+P: the record of the handover that is shown; answers what the window says then, with its number."""
        self.program.click("print_record")
        return str(self.program.wait_for("message_text", contains="Đã in"))

    def _count(self, there: tuple[str, ...], *, some_missing: bool) -> None:
        for receipt in there:
            self.program.scan(receipt)
        if some_missing:
            self.program.click("miss_the_rest")

    # Results.

    def mark_ready(self, code: str, receipt: str) -> None:
        """The deciding unit has the result of this dossier."""
        desk = self.program
        desk.click("room_deciding")
        desk.scan(receipt)
        desk.wait_shows(code)
        desk.click("mark_granted")
        desk.wait_for("message_text", contains=code)

    def show_result(self, code: str, receipt: str) -> None:
        """Scans the receipt, again until its result has arrived here."""
        desk = self.program
        desk.click("room_results")
        desk.scan(receipt)
        desk.wait_for("result_code", is_=code, patience=_SYNC_SECONDS)

    def return_result(self) -> None:
        """Returns the result that is shown."""
        self.program.click("return_result")
        self.program.wait("next_result")

    def next_result(self) -> None:
        """The rating has been asked for: on to the next."""
        self.program.click("next_result")

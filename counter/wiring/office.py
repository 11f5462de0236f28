"""Fills the counter's ports: all its rooms on one journal, and the line to the server for the call."""

from __future__ import annotations

from counter.wiring.attachments import AttachmentsRoom
from counter.wiring.calendar import CalendarRoom
from counter.wiring.consign import ConsignRoom
from counter.wiring.custody import CustodyRoom
from counter.wiring.deadlines import DeadlinesRoom
from counter.wiring.deciding import DecidingRoom
from counter.wiring.delivery import DeliveryRoom
from counter.wiring.dossiers import DossiersRoom
from counter.wiring.fees import FeesRoom
from counter.wiring.forms import FormsRoom
from counter.wiring.handover import HandoverRoom
from counter.wiring.lead import LeadRoom
from counter.wiring.post_day import PostDayRoom
from counter.wiring.queue_desk import QueueRoom
from counter.wiring.reception import ReceptionRoom
from counter.wiring.results import ResultsRoom
from counter.wiring.sign_in import SignInRoom
from counter.wiring.steps import StepsRoom
from shared.failures import EnvironmentFailure, Refusal
from shared.qt.device_program import DeviceProgram
from shared.replication.claim_messages import NOT_HEARD_YET, ClaimAnswer, ClaimQuestion
from shared.replication.refusals import ServerRefused

_SENDING_SECONDS = 1.0
"""How long somebody at the counter waits until what it called by itself has reached the server."""


class JournalCounterOffice(
    SignInRoom,
    QueueRoom,
    ReceptionRoom,
    HandoverRoom,
    ResultsRoom,
    DossiersRoom,
    StepsRoom,
    FormsRoom,
    DeadlinesRoom,
    FeesRoom,
    LeadRoom,
    CalendarRoom,
    AttachmentsRoom,
    CustodyRoom,
    ConsignRoom,
    DeliveryRoom,
    DecidingRoom,
    PostDayRoom,
):
    """The office as the journal of this counter knows it."""


class ServerQueueLine:
    """Asks the server for the next ticket of the counter that is open."""

    def __init__(self, program: DeviceProgram, office: JournalCounterOffice) -> None:
        self._program = program
        self._office = office

    def claim(self, key: str) -> bytes | None:
        """Claims the next ticket: its event, empty bytes when nobody waits, None when the server stays silent.

        Refusal `not_allowed` when the server knows that the officer may not call, whatever this machine knows.
        """
        press = self._office.press(key)
        called = self._program.lanes.database.run_and_wait(self._office.called_alone)
        question = ClaimQuestion(press.key, press.counter, press.desk, press.officer, press.lines, called)
        try:
            answer = self._ask(question)
        except ServerRefused as refused:
            if refused.reason == "not_allowed":
                raise Refusal(refused.reason, refused.sentence.vi, refused.sentence.en) from refused
            return None
        except EnvironmentFailure:
            return None
        return answer.event or b""

    def _ask(self, question: ClaimQuestion) -> ClaimAnswer:
        """The server's answer; a server that has not heard of this counter's own calls gets them first, and once."""
        try:
            return self._program.line.claim(question)
        except ServerRefused as refused:
            if refused.reason != NOT_HEARD_YET or not self._program.send_now(_SENDING_SECONDS):
                raise
        return self._program.line.claim(question)

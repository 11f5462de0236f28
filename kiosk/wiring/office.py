"""Fills the kiosk's port with the journal: every answer comes from this machine's own database."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from kiosk.ports import Group, Home, IssuedTicket, ProcedureChoice, Progress, Ratable, Step, Tile
from shared.actions.addresses import follow_url, read_address
from shared.actions.expected_wait import WaitModel
from shared.actions.rate import ratable_by_token, rate
from shared.actions.take_number import NumberRequest, refuse_when_closed, reopening, take_number
from shared.clock import business_date
from shared.domain.dossier import Dossier
from shared.domain.dossier_progress import is_late, milestones, now_in_words
from shared.domain.numbering import parse_dossier_code
from shared.domain.office import Office, line_by_letter, procedure_on, procedures_on
from shared.domain.procedures import Procedure
from shared.domain.rating import About, Rate
from shared.domain.ticket import Ticket
from shared.failures import Refusal
from shared.journal.dossier_queries import dossier_by_code, dossier_by_token
from shared.journal.journal import Reader
from shared.journal.queue_queries import ticket_by_label, waiting_by_line
from shared.journal.read_model import events_of
from shared.qt.device_program import DeviceProgram

if TYPE_CHECKING:
    from shared.documents.ticket_slip import TicketSlip

_STALE_AFTER = timedelta(minutes=5)


class JournalKioskOffice:
    """The office as the journal of this kiosk knows it."""

    def __init__(self, program: DeviceProgram) -> None:
        self._program = program
        self._journal = program.journal

    def home(self) -> Home:
        """Name, opening state, time."""
        office, now = self._office(), self._journal.now()
        try:
            refuse_when_closed(office, now)
            is_open, reopens = True, ("", "")
        except Refusal as refusal:
            if refusal.code != "office_closed":
                raise
            is_open, reopens = False, reopening(office, now)
        return Home(office.name, office.name_en, is_open, reopens[0], reopens[1], office.hotline, now)

    def tiles(self) -> tuple[Tile, ...]:
        """The lines with people waiting and the expected wait."""
        office, now = self._office(), self._journal.now()
        date = business_date(now).isoformat()
        with self._journal.reading() as reader:
            model = WaitModel(reader, office, date, now)
            waiting = waiting_by_line(reader, date)
        tiles = []
        for line in office.lines:
            wait = model.of_line(line.letter)
            serving = sum(line.letter in counter.lines for counter in model.counters)
            tiles.append(
                Tile(
                    letter=line.letter,
                    name_vi=line.name_vi,
                    name_en=line.name_en,
                    icon=line.icon,
                    waiting=waiting.get(line.letter, 0),
                    wait_low=wait.low_minutes if wait else None,
                    wait_high=wait.high_minutes if wait else None,
                    counters_open=serving,
                )
            )
        return tuple(tiles)

    def groups(self) -> tuple[Group, ...]:
        """The priority groups of this office."""
        return tuple(Group(group.id, group.name_vi, group.name_en) for group in self._office().priority_groups)

    def procedures(self, letter: str) -> tuple[ProcedureChoice, ...]:
        """The procedures served in the line `letter`."""
        office = self._office()
        line = line_by_letter(office, letter)
        fields = line.fields if line else ()
        today = business_date(self._journal.now())
        return tuple(_choice(each) for each in procedures_on(office, today) if each.field in fields)

    def take_number(self, journey: str, letter: str, group: str | None, procedure: str | None) -> IssuedTicket:
        """Issues the number of this journey, after COMMIT, with its slip."""
        office = self._office()
        request = NumberRequest(journey, letter, group, procedure)
        ticket = take_number(self._journal, office, self._program.node, request)
        self._program.committed()
        return _issued(office, ticket)

    def find_dossier(self, text: str) -> Progress:
        """The dossier behind a scanned address or a typed code."""
        office = self._office()
        address = read_address(text)
        if address is not None and address.kind == "t":
            raise Refusal(
                "not_a_dossier",
                "Đây là phiếu số thứ tự. Mời Ông/Bà quét mã trên Giấy tiếp nhận hồ sơ.",
                "This is a queue slip. Please scan the code on the receipt of your dossier.",
            )
        with self._journal.reading() as reader:
            if address is not None:
                dossier = dossier_by_token(reader, address.token)
            else:
                dossier = dossier_by_code(reader, str(parse_dossier_code(text, office.agency_code)))
            if dossier is None:
                raise Refusal(
                    "no_such_dossier",
                    "Chưa tìm thấy hồ sơ với mã này. Mời Ông/Bà kiểm tra lại mã hoặc hỏi tại quầy.",
                    "No dossier was found for this code. Please check the code or ask at a counter.",
                )
            return self._progress(reader, dossier)

    def code_prefix(self) -> str:
        """The office's part of a dossier code."""
        return f"{self._office().agency_code}-"

    def ratable(self, text: str) -> Ratable:
        """What a scanned slip or receipt, or a typed label or code, lets the citizen rate."""
        office = self._office()
        with self._journal.reading() as reader:
            found = ratable_by_token(reader, self._token_of(reader, office, text))
        if found.rated:
            raise Refusal(
                "already_rated",
                "Lượt phục vụ này đã được đánh giá. Cảm ơn Ông/Bà.",
                "This visit has been rated already. Thank you.",
            )
        if found.about == "ticket":
            return Ratable("ticket", found.about_id, f"Lượt phục vụ số {found.name}", f"Visit with number {found.name}")
        return Ratable("dossier", found.about_id, f"Hồ sơ {found.name}", f"Dossier {found.name}")

    def rate(self, about: About, about_id: str, score: int, reasons: tuple[str, ...]) -> None:
        """Gives the one rating."""
        rate(self._journal, Rate(about, about_id, score, reasons, "kiosk"))
        self._program.committed()

    def _office(self) -> Office:
        with self._journal.reading() as reader:
            return self._program.reference.read(reader.connection)

    def _token_of(self, reader: Reader, office: Office, text: str) -> str:
        """The token of a scanned address, or of the ticket or dossier that was typed; "" when there is none."""
        address = read_address(text)
        if address is not None:
            return address.token
        label = text.strip().upper().replace(" ", "")
        ticket = ticket_by_label(reader, business_date(self._journal.now()).isoformat(), label)
        if ticket is not None:
            return ticket.token
        try:
            dossier = dossier_by_code(reader, str(parse_dossier_code(text, office.agency_code)))
        except Refusal:
            return ""
        return dossier.token if dossier else ""

    def _progress(self, reader: Reader, dossier: Dossier) -> Progress:
        facts = [event.recorded() for event in events_of(reader.connection, reader.office, dossier.id)]
        now_here = now_in_words(dossier)
        return Progress(
            id=dossier.id,
            code=dossier.code,
            procedure_name=dossier.procedure_name,
            steps=tuple(Step(each.name.vi, each.name.en, each.at, each.state) for each in milestones(dossier, facts)),
            now_vi=now_here.vi,
            now_en=now_here.en,
            due_at=dossier.due_at,
            late=is_late(dossier, self._journal.now()),
            as_of=self._stale_since(),
        )

    def _stale_since(self) -> datetime | None:
        progress = self._program.progress
        if progress.online or progress.last_contact is None:
            return None
        return progress.last_contact if self._journal.now() - progress.last_contact > _STALE_AFTER else None


def _choice(procedure: Procedure) -> ProcedureChoice:
    return ProcedureChoice(
        code=procedure.code,
        name=procedure.name,
        documents=tuple(document.name for document in procedure.documents),
        time_limit_text=procedure.time_limit_text,
        fee_text=procedure.fee_text,
    )


def _issued(office: Office, ticket: Ticket) -> IssuedTicket:
    # Imported with the first slip: what draws PDFs would slow every start.
    from shared.documents.ticket_slip import render_ticket_slip

    line = line_by_letter(office, ticket.line)
    name_vi, name_en = (line.name_vi, line.name_en) if line else ("", "")
    url = follow_url(office, ticket.token)
    return IssuedTicket(
        id=ticket.id,
        label=ticket.label,
        line_name_vi=name_vi,
        line_name_en=name_en,
        people_ahead=ticket.people_ahead,
        wait_low=ticket.wait_low,
        wait_high=ticket.wait_high,
        follow_url=url,
        slip=render_ticket_slip(_slip(office, ticket, name_vi, name_en, url)),
    )


def _slip(office: Office, ticket: Ticket, name_vi: str, name_en: str, url: str) -> TicketSlip:
    from shared.documents.ticket_slip import TicketSlip

    group = next((each for each in office.priority_groups if each.id == ticket.priority), None)
    issued_on = business_date(ticket.issued_at)
    procedure = procedure_on(office, ticket.procedure, issued_on) if ticket.procedure else None
    wait_vi, wait_en = wait_in_words(ticket.wait_low, ticket.wait_high)
    return TicketSlip(
        office_name=office.name,
        label=ticket.label,
        line_name_vi=name_vi,
        line_name_en=name_en,
        people_ahead=ticket.people_ahead,
        wait_text_vi=wait_vi,
        wait_text_en=wait_en,
        issued_at=ticket.issued_at,
        follow_url=url,
        priority_note=group.name_vi if group else None,
        procedure_name=procedure.name if procedure else None,
        documents_to_bring=tuple(document.name for document in procedure.documents) if procedure else (),
    )


def wait_in_words(low: int | None, high: int | None) -> tuple[str, str]:
    """The expected wait in words (Vietnamese, English)."""
    if low is None or high is None:
        return "Quầy chưa mở", "The counter is not open yet"
    if high <= 5:
        return "dưới 5 phút", "less than 5 minutes"
    return f"khoảng {low}–{high} phút", f"about {low}–{high} minutes"

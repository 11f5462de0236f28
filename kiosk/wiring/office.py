"""Fills the kiosk's port with the journal: every answer comes from this machine's own database."""

from __future__ import annotations

from datetime import datetime, timedelta

from kiosk.journeys.take_number.missed_appointment import MissedAppointment
from kiosk.ports import Group, Home, IssuedTicket, NumberWish, ProcedureChoice, Progress, Ratable, Step, Tile
from kiosk.wiring.issued import issued_ticket
from shared.actions.addresses import read_address
from shared.actions.expected_wait import WaitModel
from shared.actions.rate import ratable_by_token, rate
from shared.actions.service_times import ServiceTimes
from shared.actions.take_number import NumberRequest, check_in, take_number
from shared.clock import business_date
from shared.domain.appointment import appointment_code
from shared.domain.card_mark import card_mark
from shared.domain.dossier import Dossier
from shared.domain.dossier_progress import is_late, milestones, now_in_words
from shared.domain.identity_card import read_identity_card
from shared.domain.numbering import parse_dossier_code
from shared.domain.office import Office, line_by_letter, procedures_on
from shared.domain.procedures import Procedure
from shared.domain.rating import About, Rate
from shared.domain.ticket_hours import come_back_in_words, line_hours, office_hours
from shared.failures import Refusal
from shared.journal.appointment_queries import appointment_by_code
from shared.journal.dossier_queries import dossier_by_code, dossier_by_token
from shared.journal.journal import Reader
from shared.journal.queue_queries import given_by_line, ticket_by_label
from shared.journal.read_model import events_of
from shared.qt.device_program import DeviceProgram

_STALE_AFTER = timedelta(minutes=5)


class JournalKioskOffice:
    """The office as the journal of this kiosk knows it."""

    def __init__(self, program: DeviceProgram) -> None:
        self._program = program
        self._journal = program.journal
        self._times = ServiceTimes()

    def home(self) -> Home:
        """Name, opening state, time."""
        office, now = self._office(), self._journal.now()
        hours = office_hours(office, now)
        reopens_vi, reopens_en = come_back_in_words(hours, office, now)
        return Home(
            office_name_vi=office.name,
            office_name_en=office.name_en,
            open=hours.giving == "open",
            reopens_vi=reopens_vi,
            reopens_en=reopens_en,
            hotline=office.hotline,
            now=now,
            most_matters=min(office.tickets.most_matters, len(office.lines)),
            card_wanted=office.tickets.one_number_per_card,
        )

    def tiles(self) -> tuple[Tile, ...]:
        """The lines with people waiting, the expected wait, and whether they give numbers now."""
        office, now = self._office(), self._journal.now()
        date = business_date(now).isoformat()
        with self._journal.reading() as reader:
            model = WaitModel(reader, office, date, now, self._times)
            given = given_by_line(reader, date)
        tiles = []
        for line in office.lines:
            wait = model.of_line(line.letter)
            serving = sum(line.letter in counter.lines for counter in model.counters)
            hours = line_hours(office, line, given.get(line.letter, 0), now)
            tiles.append(
                Tile(
                    letter=line.letter,
                    name_vi=line.name_vi,
                    name_en=line.name_en,
                    icon=line.icon,
                    waiting=model.waiting_in(line.letter),
                    wait_low=wait.low_minutes if wait else None,
                    wait_high=wait.high_minutes if wait else None,
                    counters_open=serving,
                    giving=hours.giving,
                    told=hours.told,
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

    def take_number(self, wish: NumberWish) -> IssuedTicket:
        """Issues the number of the wish's journey, after COMMIT, with its slip."""
        office = self._office()
        first, *further = wish.letters
        request = NumberRequest(wish.journey, first, wish.group, wish.procedure, tuple(further), wish.holder)
        ticket = take_number(self._journal, office, self._program.node, request, self._times)
        self._program.committed()
        return issued_ticket(office, ticket, None)

    def check_in(self, journey: str, text: str) -> IssuedTicket:
        """Checks the appointment in and issues its number; `MissedAppointment` when it is too late for it."""
        office = self._office()
        code = appointment_code(text) or ""
        try:
            ticket = check_in(self._journal, office, self._program.node, journey, code, self._times)
        except Refusal as refusal:
            if refusal.code != "appointment_late":
                raise
            with self._journal.reading() as reader:
                missed = appointment_by_code(reader, code)
            raise MissedAppointment(refusal, missed.line if missed else "") from refusal
        self._program.committed()
        with self._journal.reading() as reader:
            kept = appointment_by_code(reader, code)
        return issued_ticket(office, ticket, kept.at if kept else None)

    def card_mark(self, text: str) -> str:
        """The day's mark of a scanned card; "" in an office that has no key because it wants none."""
        number = read_identity_card(text).number
        key = self._office().tickets.card_key
        return card_mark(number, key, business_date(self._journal.now()).isoformat()) if key else ""

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

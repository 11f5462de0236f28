"""Fills the board's port with the journal: every answer comes from this machine's own database."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from kiosk.board.calls_shown import BELOW
from kiosk.board.ports import BoardView, Call, CounterNow, LineNow, PastCall
from shared.clock import business_date, midnight
from shared.domain.office import Counter, Office
from shared.domain.office_record import BoardNotice
from shared.domain.ticket import Ticket
from shared.domain.ticket_hours import come_back_in_words, office_hours
from shared.failures import Refusal, Sentence
from shared.journal.board_queries import (
    called_tickets,
    last_called_before,
    last_said,
    latest_desks,
    newest_event_of_others,
)
from shared.journal.journal import Reader
from shared.journal.queue_queries import waiting_by_line
from shared.journal.read_model import milliseconds
from shared.qt.device_program import DeviceProgram

_IN_CONTACT = timedelta(minutes=1)
"""A long poll answers within this while the server is there."""


class JournalBoardOffice:
    """The office as the journal of this board, or of the kiosk beside it, knows it."""

    def __init__(self, program: DeviceProgram) -> None:
        self._program = program
        self._journal = program.journal
        self._started_at = program.journal.now()

    def view(self) -> BoardView:
        """What is to be shown now, in one consistent reading."""
        now = self._journal.now()
        today = business_date(now)
        with self._journal.reading() as reader:
            office = self._program.reference.read(reader.connection)
            counters = {counter.id: counter for counter in office.counters}
            called = tuple(_calls(reader, called_tickets(reader, today.isoformat()), counters))
            past = last_called_before(reader, today.isoformat(), BELOW)
            return BoardView(
                office=Sentence(office.name, office.name_en),
                date=today.isoformat(),
                told=_told(office, now),
                called=tuple(reversed(called)),
                past=tuple(_past_calls(past, counters)),
                counters=_counters(reader, office, today, called),
                lines=_lines(reader, office, today),
                notices=tuple(
                    Sentence(each.text_vi, each.text_en) for each in office.board.notices if _on(each, today)
                ),
                rules=office.board,
                as_of=self._out_of_contact_since(reader, now),
                not_in_province=self._program.progress.not_in_province,
            )

    def _out_of_contact_since(self, reader: Reader, now: datetime) -> datetime | None:
        progress = self._program.progress
        if progress.last_contact is not None:
            in_contact = progress.online and now - progress.last_contact <= _IN_CONTACT
            return None if in_contact else progress.last_contact
        if progress.problem is None:
            return None
        # Not heard since the start: the data is as old as the last that came in an earlier run.
        return newest_event_of_others(reader, self._journal.device) or self._started_at


def _told(office: Office, now: datetime) -> Sentence | None:
    """When to come back; None while numbers are given, and when the calendar does not say."""
    try:
        hours = office_hours(office, now)
    except Refusal:
        return None
    return None if hours.giving == "open" else Sentence(*come_back_in_words(hours, office, now))


def _calls(reader: Reader, tickets: tuple[Ticket, ...], counters: Mapping[str, Counter]) -> list[Call]:
    found = []
    for ticket in tickets:
        counter, said = counters.get(ticket.counter or ""), last_said(reader, ticket)
        if counter is None or said is None or ticket.called_at is None:
            continue
        found.append(
            Call(
                key=f"{ticket.id}/{counter.id}/{ticket.calls}",
                label=ticket.label,
                counter_number=counter.number,
                counter_name=counter.name,
                since=ticket.called_at,
                at=said.at,
                recalled=said.recalled,
            )
        )
    return found


def _past_calls(tickets: tuple[Ticket, ...], counters: Mapping[str, Counter]) -> list[PastCall]:
    found = []
    for ticket in tickets:
        counter = counters.get(ticket.counter or "")
        if counter is not None and ticket.called_at is not None:
            found.append(PastCall(ticket.label, counter.number, ticket.called_at, missed=ticket.state == "absent"))
    return found


def _counters(reader: Reader, office: Office, today: date, called: tuple[Call, ...]) -> tuple[CounterNow, ...]:
    desks = latest_desks(reader, milliseconds(midnight(today)))
    serving = {call.counter_number: call.label for call in called}
    found = []
    for counter in sorted(office.counters, key=lambda each: each.number):
        desk = desks.get(counter.id)
        label = serving.get(counter.number)
        if desk is None:
            found.append(CounterNow(counter.number, counter.name, "closed", counter.lines, label))
        else:
            found.append(CounterNow(counter.number, counter.name, desk.state, desk.lines, label))
    return tuple(found)


def _lines(reader: Reader, office: Office, today: date) -> tuple[LineNow, ...]:
    waiting = waiting_by_line(reader, today.isoformat())
    return tuple(
        LineNow(line.letter, Sentence(line.name_vi, line.name_en), waiting.get(line.letter, 0)) for line in office.lines
    )


def _on(notice: BoardNotice, today: date) -> bool:
    return (notice.valid_from or today) <= today <= (notice.valid_to or today)

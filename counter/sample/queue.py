"""The queue of the sample office."""

from __future__ import annotations

import json

from counter.lead.conflict_words import ticket_conflict_row
from counter.ports import Claimed, CounterChoice
from counter.queue_desk.situation import SHOWN_WAITING, LineCount, NextUp, Notice, Situation
from counter.queue_desk.waiting import (
    closed_return,
    further_names,
    line_name,
    machine_notices,
    return_numbers,
    waiting_of,
)
from counter.sample.book import SampleBook
from shared.domain import ticket as tickets
from shared.domain.machine import Machine
from shared.domain.numbering import next_walk_in_number, parse_ticket_label, ticket_label
from shared.domain.office import Office
from shared.domain.queue_order import Next, choose_next
from shared.domain.ticket import (
    Call,
    CallMode,
    Command,
    Finish,
    Issue,
    MarkAbsent,
    Park,
    Recall,
    Release,
    Ticket,
    Transfer,
    Undo,
    UndoCall,
)
from shared.domain.ticket_slip import WHY, ReadOff, read_off, stand_in_id
from shared.failures import Refusal


class SampleQueue:
    """Tickets at one counter.

    Attributes: `machines`, what the office's machines have said of themselves; `closed_counters`, by their ids.
    """

    def __init__(self, book: SampleBook, office: Office) -> None:
        self._book, self._office = book, office
        self._streak = 0
        self.counter: CounterChoice | None = None
        self.officer = ""
        self.machines: tuple[Machine, ...] = ()
        self.closed_counters: tuple[str, ...] = ()

    def counters(self) -> tuple[CounterChoice, ...]:
        """The counters of the office."""
        return tuple(CounterChoice(each.id, str(each.number), each.name, each.lines) for each in self._office.counters)

    def situation(self) -> Situation:
        """The queue for the open counter."""
        counter = self._open()
        serving, following = self._serving(), self._next()
        return Situation(
            serving=serving,
            serving_line_name=line_name(self._office, serving.line) if serving else "",
            next_up=self._next_up(following) if following else None,
            lines=tuple(
                LineCount(each, line_name(self._office, each), len(self._waiting(each))) for each in counter.lines
            ),
            elsewhere=tuple(
                LineCount(each.letter, each.name_vi, len(self._waiting(each.letter)))
                for each in self._office.lines
                if each.letter not in counter.lines
            ),
            parked=tuple(
                each for each in self._book.tickets.values() if each.state == "parked" and each.counter == counter.id
            ),
            notices=tuple(
                Notice(conflict.vi, conflict.en)
                for each in self._book.tickets.values()
                for conflict in each.conflicts
                if counter.id in (each.counter, *conflict.parties)
            ),
            further=further_names(self._office, serving),
            returns=return_numbers(self._office, serving),
            waiting=waiting_of(self._office, self._waiting(*counter.lines)[:SHOWN_WAITING]),
            machines=machine_notices(self.machines),
            closed_return=self._closed_return(serving),
            conflicts=tuple(
                ticket_conflict_row(self._office, each, conflict)
                for each in self._book.tickets.values()
                for conflict in each.conflicts
                if counter.id in (each.counter, *conflict.parties)
            ),
        )

    def next_claim(self, key: str) -> bytes:
        """What the server would answer to a claim."""
        following = self._next()
        return json.dumps({"key": key, "ticket": following.ticket.id if following else None}).encode()

    def take_claim(self, claimed: bytes) -> Claimed:
        """Takes the server's answer in."""
        answer = json.loads(claimed)
        return Claimed(self._call(answer["ticket"], answer["key"], "claimed") if answer["ticket"] else None)

    def call_offline(self, key: str) -> Claimed:
        """Calls from what is known here."""
        following = self._next()
        return Claimed(self._call(following.ticket.id, key, "offline") if following else None)

    def call_parked(self, ticket: str) -> None:
        """Calls a parked ticket back."""
        self._call(ticket, f"parked-{ticket}", "offline", tickets.PARKED)

    def call_by_slip(self, key: str, slip: str, *, sure: bool) -> Ticket:
        """Calls the number on a slip."""
        letter, number = parse_ticket_label(slip)
        label, date = ticket_label(letter, number), self._book.now().date().isoformat()
        known = next((each for each in self._book.tickets.values() if each.label == label), None)
        if known is None and not sure:
            raise Refusal("slip_unknown", f"Máy này chưa biết số {label}.", f"{label} is not known here yet.")
        if known is None:
            command = ReadOff(date, letter, number, label, self._open().id)
            self._book.write(read_off(None, command), self.officer)
            known = self._book.tickets[stand_in_id(date, label)]
        call = Call(self._open().id, "desk-1", key, "offline", WHY)
        self._book.write(tickets.decide(known, call), self.officer)
        return self._book.tickets[known.id]

    def serve_walk_in(self, key: str, line: str) -> Ticket:
        """A number of the counter's own, served at once."""
        identity, given = self._book.new_id("walk-in"), sum(each.number > 9000 for each in self._book.tickets.values())
        number, date = next_walk_in_number(9100 + given if given else None, 1), self._book.now().date().isoformat()
        label = ticket_label(line, number)
        issue = Issue(identity, date, line, number, label, "TOKENWALKIN", 0, None, None)
        self._book.write(tickets.decide(None, issue), self.officer)
        return self._call(identity, key, "offline", tickets.WALK_IN)

    def recall(self) -> None:
        """Calls once more."""
        self._do(Recall(self._open().id))

    def absent(self) -> str:
        """Marks the citizen absent."""
        name = self._book.new_id("step")
        self._do(MarkAbsent(self._open().id, self._book.now(), self._office.no_show, name))
        return name

    def park(self) -> str:
        """Puts aside."""
        name = self._book.new_id("step")
        self._do(Park(self._open().id, name))
        return name

    def transfer(self, line: str) -> str:
        """Sends on to another line."""
        name = self._book.new_id("step")
        self._do(Transfer(self._open().id, line, step=name))
        return name

    def transfer_and_return(self, line: str) -> str:
        """Sends on to another line, to come back here."""
        name = self._book.new_id("step")
        self._do(Transfer(self._open().id, line, return_to=self._open().id, step=name))
        return name

    def finish(self) -> str:
        """Ends the service."""
        name = self._book.new_id("step")
        self._do(Finish(self._open().id, name, self.closed_counters))
        return name

    def undo_call(self) -> None:
        """Takes the call back."""
        self._do(UndoCall(self._open().id))

    def undo(self, ticket: str, step: str) -> None:
        """Takes a step back."""
        if self._serving() is not None:
            raise Refusal("serving_another", "Đang phục vụ một số khác.", "Another ticket is being served.")
        self._book.write(tickets.decide(self._book.tickets[ticket], Undo(self._open().id, step)), self.officer)

    def release(self) -> tuple[str, ...]:
        """What closing the counter gives back to the lines, as labels."""
        serving, counter = self._serving(), self._open().id
        if serving is not None:
            raise Refusal(
                "still_serving",
                f"Đang phục vụ số {serving.label}. Hãy hoàn tất (F7), tạm gác (F5) hoặc chuyển (F6) trước.",
                f"{serving.label} is being served. Finish (F7), park (F5) or transfer (F6) it first.",
            )
        every = {each.label: tickets.decide(each, Release(counter)) for each in self._book.tickets.values()}
        for facts in every.values():
            self._book.write(facts, self.officer)
        return tuple(label for label, facts in every.items() if facts)

    def _closed_return(self, serving: Ticket | None) -> str:
        open_ones = [each.id for each in self._office.counters if each.id not in self.closed_counters]
        return closed_return(self._office, serving, open_ones)

    def _open(self) -> CounterChoice:
        if self.counter is None:
            raise Refusal("no_counter", "Chưa mở quầy.", "No counter is open.")
        return self.counter

    def _serving(self) -> Ticket | None:
        counter = self._open().id
        return next(
            (each for each in self._book.tickets.values() if each.state == "called" and each.counter == counter), None
        )

    def _do(self, command: Command) -> None:
        serving = self._serving()
        self._book.write(tickets.decide(serving, command), self.officer)

    def _call(self, ticket: str, key: str, mode: CallMode, why: str | None = None) -> Ticket:
        called = self._book.tickets[ticket]
        self._streak = self._streak + 1 if called.priority else 0
        self._book.write(tickets.decide(called, Call(self._open().id, "desk-1", key, mode, why)), self.officer)
        return self._book.tickets[ticket]

    def _waiting(self, *letters: str) -> list[Ticket]:
        waiting = [each for each in self._book.tickets.values() if each.state == "waiting" and each.line in letters]
        return sorted(waiting, key=lambda each: each.issued_at)

    def _next(self) -> Next[Ticket] | None:
        waiting = self._waiting(*self._open().lines)
        return choose_next(
            transferred=next((each for each in waiting if each.target_counter == self._open().id), None),
            priority=next((each for each in waiting if each.priority), None),
            ordinary=next((each for each in waiting if not each.priority), None),
            priority_streak=self._streak,
            bound=self._office.priority_bound,
        )

    def _next_up(self, following: Next[Ticket]) -> NextUp:
        ticket = following.ticket
        name = line_name(self._office, ticket.line)
        return NextUp(ticket.label, name, following.why, ticket.issued_at, ticket.priority)

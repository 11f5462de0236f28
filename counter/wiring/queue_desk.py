"""The queue at this counter, against the journal of this machine."""

from __future__ import annotations

from collections.abc import Callable

from counter.lead.conflict_words import ticket_conflict_row
from counter.ports import Claimed
from counter.queue_desk.situation import SHOWN_WAITING, LineCount, NextUp, Notice, Situation
from counter.queue_desk.waiting import (
    closed_return,
    further_names,
    line_name,
    machine_notices,
    return_numbers,
    waiting_of,
)
from counter.wiring.work import CounterWork
from shared.actions.act import act
from shared.actions.call_next import (
    ClaimRule,
    Press,
    call_offline,
    call_parked,
    next_ticket,
    release_orphaned_claims,
)
from shared.actions.close_desk import release_from_closed
from shared.actions.serve_walk_in import serve_walk_in
from shared.actions.slip_call import call_by_slip, match_slips
from shared.actions.take_back import take_back
from shared.domain import ticket
from shared.domain.fact import Conflict
from shared.domain.office import Office, line_by_letter
from shared.failures import Refusal
from shared.journal.event import read_event
from shared.journal.journal import Reader
from shared.journal.queue_desk_queries import machines_that_need_hands, waiting_for
from shared.journal.queue_queries import open_desks, ticket_conflicts_at, tickets_at, waiting_by_line
from shared.journal.read_model import TICKETS
from shared.replication.claim_messages import CalledAlone
from shared.replication.log_marks import last_unsent
from shared.replication.sender import OwnLog


class QueueRoom(CounterWork):
    """Calls and everything that follows a call."""

    def situation(self) -> Situation:
        """The queue for this counter."""
        office, desk = self.office(), self.open_desk()
        self._put_in_order()
        with self.journal.reading() as reader:
            served = tickets_at(reader, self.today(), desk.counter, "called")
            parked = tickets_at(reader, self.today(), desk.counter, "parked")
            waiting = waiting_by_line(reader, self.today())
            chosen = next_ticket(reader, self._rule(office), self.today(), self.press("preview"))
            people = waiting_for(reader, self.today(), desk.counter, desk.lines, SHOWN_WAITING)
            notices = ticket_conflicts_at(reader, self.today(), desk.counter)
            machines = machines_that_need_hands(reader)
            open_counters = self._open_counters(reader)
        serving = served[-1] if served else None
        return Situation(
            serving=serving,
            serving_line_name=line_name(office, serving.line) if serving else "",
            next_up=(
                NextUp(
                    chosen.ticket.label,
                    line_name(office, chosen.ticket.line),
                    chosen.why,
                    chosen.ticket.issued_at,
                    chosen.ticket.priority,
                )
                if chosen
                else None
            ),
            lines=tuple(LineCount(letter, line_name(office, letter), waiting.get(letter, 0)) for letter in desk.lines),
            elsewhere=tuple(
                LineCount(line.letter, line.name_vi, waiting.get(line.letter, 0))
                for line in office.lines
                if line.letter not in desk.lines
            ),
            parked=parked,
            notices=tuple(_notice(office, found, conflict) for found, conflict in notices),
            further=further_names(office, serving),
            returns=return_numbers(office, serving),
            waiting=waiting_of(office, people),
            machines=machine_notices(machines),
            closed_return=closed_return(office, serving, open_counters),
            conflicts=tuple(ticket_conflict_row(office, found, conflict) for found, conflict in notices),
        )

    def take_claim(self, claimed: bytes) -> Claimed:
        """Takes the server's answer to a call into the journal; empty bytes mean that nobody waits."""
        if not claimed:
            return Claimed(None)
        event = read_event(claimed)
        with self.journal.writing() as writer:
            writer.take_in([event])
            return Claimed(writer.state(TICKETS, event.subject))

    def call_offline(self, key: str) -> Claimed:
        """Calls the next from what this machine knows; the event says so."""
        self.acting("call")
        called = call_offline(self.journal, self._rule(self.office()), self.press(key))
        self.program.committed()
        return Claimed(called)

    def call_parked(self, ticket: str) -> None:
        """Calls a parked ticket back to this counter."""
        self.acting("call")
        call_parked(self.journal, self.press(self.journal.identities.token()), ticket)
        self.program.committed()

    def call_by_slip(self, key: str, slip: str, *, sure: bool) -> ticket.Ticket:
        """Calls the number typed or scanned off a slip; one unknown here only when the officer is `sure`."""
        self.acting("call")
        called = call_by_slip(self.journal, self.office(), self.today(), self.press(key), slip, sure=sure)
        self.program.committed()
        return called

    def serve_walk_in(self, key: str, line: str) -> ticket.Ticket:
        """Gives somebody who stands here without a number one of `line`, and serves them at once."""
        self.acting("call")
        node, press = self.program.node, self.press(key)
        served = serve_walk_in(self.journal, self.office(), node, self.today(), press, line)
        self.program.committed()
        return served

    def recall(self) -> None:
        """Calls the ticket being served once more."""
        self._act_on_ticket(self._serving(), ticket.Recall(self.open_desk().counter))

    def absent(self) -> str:
        """The citizen did not come. Refusal `too_early` before the office's minimum of calls and seconds."""
        rule, counter = self.office().no_show, self.open_desk().counter
        return self._step(lambda name: ticket.MarkAbsent(counter, self.journal.now(), rule, name))

    def park(self) -> str:
        """Puts the ticket being served aside."""
        counter = self.open_desk().counter
        return self._step(lambda name: ticket.Park(counter, name))

    def transfer(self, line: str) -> str:
        """Sends the ticket being served on to another line."""
        self._refuse_unserved(line)
        counter = self.open_desk().counter
        return self._step(lambda name: ticket.Transfer(counter, line, step=name))

    def transfer_and_return(self, line: str) -> str:
        """Sends it on to another line, from where it comes back to this counter."""
        self._refuse_unserved(line)
        counter = self.open_desk().counter
        return self._step(lambda name: ticket.Transfer(counter, line, return_to=counter, step=name))

    def finish(self) -> str:
        """The service is over; the ticket goes back to where it was sent from, then on to its next matter."""
        counter = self.open_desk().counter
        with self.journal.reading() as reader:
            open_counters = self._open_counters(reader)
        closed = tuple(each.id for each in self.office().counters if each.id not in open_counters)
        return self._step(lambda name: ticket.Finish(counter, name, closed))

    def undo_call(self) -> None:
        """Takes the call of the ticket being served back."""
        self._act_on_ticket(self._serving(), ticket.UndoCall(self.open_desk().counter))

    def undo(self, ticket: str, step: str) -> None:
        """Takes a step back. Refusals `followed` when something came after it, `serving_another`."""
        take_back(self.journal, self.open_desk().counter, self.acting("call").id, ticket, step)
        self.program.committed()

    def press(self, key: str) -> Press:
        """One press of the call key at this counter."""
        desk = self.open_desk()
        return Press(key, desk.counter, desk.id, self.signed_in().id, desk.lines)

    def called_alone(self) -> CalledAlone | None:
        """The last call that this counter made by itself and of which the server is not known to have heard.

        On the database lane.
        """
        journal = self.journal
        log = OwnLog(journal.office, journal.device, journal.epoch)
        with journal.reading() as reader:
            seq = last_unsent(reader.connection, log, "ticket.called")
        return None if seq is None else CalledAlone(log.epoch, seq)

    def _put_in_order(self) -> None:
        """What this counter can put right by itself: lost claims, slips known by now, numbers of closed counters."""
        desk, date, officer = self.open_desk(), self.today(), self.signed_in().id
        with self.journal.reading() as reader:
            called = tickets_at(reader, date, desk.counter, "called")
            open_counters = self._open_counters(reader)
        done = len(called) > 1 and release_orphaned_claims(self.journal, date, desk.counter, officer)
        done = match_slips(self.journal, date, desk.counter, officer) or done
        done = release_from_closed(self.journal, date, open_counters, desk.lines, officer) or done
        if done:
            self.program.committed()

    def _open_counters(self, reader: Reader) -> tuple[str, ...]:
        return tuple(each.counter for each in open_desks(reader, self.start_of_today()))

    def _serving(self) -> ticket.Ticket:
        with self.journal.reading() as reader:
            served = tickets_at(reader, self.today(), self.open_desk().counter, "called")
        if not served:
            raise Refusal("nobody_served", "Chưa có số nào đang được phục vụ.", "Nobody is being served.")
        return served[-1]

    def _step(self, command: Callable[[str], ticket.Command]) -> str:
        """Does what `command` says with the ticket being served, under a new name; answers the name."""
        name = self.journal.identities.token()
        self._act_on_ticket(self._serving(), command(name))
        return name

    def _refuse_unserved(self, line: str) -> None:
        if line_by_letter(self.office(), line) is None:
            raise Refusal("no_such_line", "Hàng chờ này không còn phục vụ.", "This line is not served any more.")

    def _act_on_ticket(self, served: ticket.Ticket, command: ticket.Command) -> None:
        act(self.journal, TICKETS, ticket.decide, served.id, command, self.acting("call").id)
        self.program.committed()

    def _rule(self, office: Office) -> ClaimRule:
        return ClaimRule(office.priority_bound)


def _notice(office: Office, found: ticket.Ticket, conflict: Conflict) -> Notice:
    """A conflict with the counters it concerns, as people call them, and the one that serves the ticket now."""
    numbers = {counter.id: str(counter.number) for counter in office.counters}
    parties = [numbers.get(party, party) for party in conflict.parties]
    serving = numbers.get(found.counter or "", "")
    if not parties or not serving:
        return Notice(conflict.vi, conflict.en)
    return Notice(
        f"{conflict.vi} Quầy {' và '.join(parties)}: quầy {serving} phục vụ.",
        f"{conflict.en} Counters {' and '.join(parties)}: counter {serving} serves it.",
    )

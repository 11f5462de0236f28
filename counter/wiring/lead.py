"""How the office is doing, against the journal of this machine."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from counter.lead.conflict_words import NAMED_CODES, conflict_row
from counter.ports.lead import CounterNow, HalfHour, LeadFigures, LineNow, Satisfaction
from counter.queue_desk.waiting import line_name, machine_notices
from counter.wiring.work import CounterWork
from shared.actions.service_times import Measured, ServiceTimes
from shared.actions.settle_conflict import settle_conflict
from shared.domain.desk import Desk
from shared.domain.handover import Handover
from shared.domain.office import Office
from shared.domain.office_names import staff_name
from shared.domain.settling import Settle
from shared.domain.staffing import LineRate, observed_minutes, people_needed
from shared.domain.waits_of_day import Waited, half_hours, wait_figures
from shared.journal import lead_queries
from shared.journal.board_queries import latest_desks
from shared.journal.journal import Reader
from shared.journal.lead_queries import Visit
from shared.journal.paper_queries import papers_by_id
from shared.journal.queue_desk_queries import machines_that_need_hands
from shared.journal.queue_queries import tickets_at, waiting_by_line
from shared.qt.device_program import DeviceProgram

_SHOWN_CONFLICTS = 30
_LONGEST_HOLIDAY_DAYS = 14


class LeadRoom(CounterWork):
    """How the office is doing now, and the settling of conflicts."""

    def __init__(self, program: DeviceProgram) -> None:
        super().__init__(program)
        self._service_times = ServiceTimes()

    def lead_figures(self) -> LeadFigures:
        """How the office is doing. Refusal `not_allowed` for whoever does not lead it."""
        self.acting("lead")
        office, now, since = self.office(), self.journal.now(), self.start_of_today()
        midnight = datetime.fromtimestamp(since / 1000, UTC)
        with self.journal.reading() as reader:
            desks = latest_desks(reader, since)
            visits = lead_queries.visits_of(reader, self.today())
            waiting = waiting_by_line(reader, self.today())
            oldest = lead_queries.oldest_waiting(reader, self.today())
            counters = self._counters(reader, office, desks)
            measured = self._measured(reader, office, now)
            scores = lead_queries.scores_since(reader, midnight)
            dossiers = lead_queries.dossiers_today(reader, midnight, now)
            machines = machines_that_need_hands(reader)
            conflicts = tuple(
                conflict_row(office, *each, _codes_on(reader, each[2]))
                for each in lead_queries.open_conflicts(reader, _SHOWN_CONFLICTS)
            )
        waited = [Waited(visit.issued_at, visit.first_called_at) for visit in visits]
        whole = wait_figures(waited)
        sync = self.program.progress
        return LeadFigures(
            at=now,
            heard=sync.last_contact,
            online=sync.online,
            counters=counters,
            lines=_lines(office, waiting, oldest, desks),
            staffing=people_needed(
                _rates(office, visits, waiting, measured, now), sum(each.state == "open" for each in counters)
            ),
            half_hours=tuple(
                HalfHour(each.start, each.arrived, each.waits.called, each.waits.mean, each.waits.ninth)
                for each in half_hours(waited, now)
            ),
            called=whole.called,
            mean_wait=whole.mean,
            ninth_wait=whole.ninth,
            satisfaction=Satisfaction(scores.get(3, 0), scores.get(2, 0), scores.get(1, 0)),
            received=tuple(sorted((staff_name(office, who), count) for who, count in dossiers.received.items())),
            returned=dossiers.returned,
            returned_late=dossiers.returned_late,
            overdue=dossiers.overdue,
            agencies_late=dossiers.agencies_late,
            machines=machine_notices(machines),
            conflicts=conflicts,
        )

    def settle_conflict(self, prefix: str, subject: str, code: str, choice: str) -> None:
        """Settles a conflict. Refusals `no_such_conflict` (settled already), `no_such_choice`, `not_allowed`."""
        officer = self.acting("settle_conflict")
        settle_conflict(self.journal, officer.id, Settle(subject, prefix, code, choice))
        self.program.committed()

    def _counters(self, reader: Reader, office: Office, desks: Mapping[str, Desk]) -> tuple[CounterNow, ...]:
        found: list[CounterNow] = []
        for each in office.counters:
            desk = desks.get(each.id)
            if desk is None or desk.state == "closed":
                since = desk.since if desk else None
                found.append(CounterNow(str(each.number), each.name, "closed", since=since))
                continue
            served = tickets_at(reader, self.today(), each.id, "called")
            last = served[-1] if served else None
            found.append(
                CounterNow(
                    number=str(each.number),
                    name=each.name,
                    state=desk.state,
                    officer=staff_name(office, desk.officer),
                    serving=last.label if last else "",
                    line_name=line_name(office, last.line) if last else "",
                    called_at=last.called_at if last else None,
                    since=desk.since,
                )
            )
        return tuple(found)

    def _measured(self, reader: Reader, office: Office, now: datetime) -> Measured:
        day = date.fromisoformat(self.today())
        return self._service_times.of(reader, office, self.today(), _day_before(office, day), now)


def _day_before(office: Office, day: date) -> date | None:
    """The last day before `day` on which the office served; None where the calendar does not say."""
    calendar = office.calendar
    earlier = (day - timedelta(days=days) for days in range(1, _LONGEST_HOLIDAY_DAYS + 1))
    return next((each for each in earlier if each >= calendar.covers_from and calendar.sessions_on(each)), None)


def _lines(
    office: Office, waiting: Mapping[str, int], oldest: Mapping[str, datetime], desks: Mapping[str, Desk]
) -> tuple[LineNow, ...]:
    numbers = {each.id: str(each.number) for each in office.counters}
    open_desks = [desk for desk in desks.values() if desk.state != "closed"]
    return tuple(
        LineNow(
            letter=line.letter,
            name=line.name_vi,
            waiting=waiting.get(line.letter, 0),
            oldest=oldest.get(line.letter),
            served_by=tuple(
                sorted(numbers.get(desk.counter, desk.counter) for desk in open_desks if line.letter in desk.lines)
            ),
        )
        for line in office.lines
    )


def _rates(
    office: Office, visits: tuple[Visit, ...], waiting: Mapping[str, int], measured: Measured, now: datetime
) -> tuple[LineRate, ...]:
    first = (now - visits[0].issued_at).total_seconds() / 60 if visits else None
    over = observed_minutes(first)
    begin = now - timedelta(minutes=over)
    return tuple(
        LineRate(
            line=line.letter,
            arrived=sum(visit.line == line.letter and visit.issued_at >= begin for visit in visits),
            over_minutes=over,
            service_minutes=measured.services[line.letter].mean,
            waiting=waiting.get(line.letter, 0),
        )
        for line in office.lines
    )


def _codes_on(reader: Reader, state: object) -> tuple[str, ...]:
    """The codes of the first papers on a handover's list; none for anything else."""
    if not isinstance(state, Handover):
        return ()
    return tuple(each.paper.code for each in papers_by_id(reader, state.papers[:NAMED_CODES]))

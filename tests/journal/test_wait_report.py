"""The report about promised waits: what was told on the slip, beside the time until the first call."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from shared.clock import SetClock
from shared.domain import ticket
from shared.domain.fact import Fact
from shared.journal.journal import Journal
from shared.journal.wait_report import WHOLE_OFFICE, KeptPromises, kept_promises

MONDAY = date(2026, 11, 23)
EIGHT = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


class Office:
    """People who take a number at eight and are called after so many minutes."""

    def __init__(self, journal: Journal, clock: SetClock) -> None:
        self.journal, self.clock = journal, clock
        self.numbers = 0

    def person(self, line: str, told: tuple[int, int] | None, day: date = MONDAY) -> str:
        """Takes a number; answers the ticket's id."""
        self.numbers += 1
        subject = f"t{self.numbers}"
        command = ticket.Issue(
            id=subject,
            date=day.isoformat(),
            line=line,
            number=self.numbers,
            label=f"{line}{self.numbers:03}",
            token=f"TOKEN{subject}",
            people_ahead=0,
            wait_low=told[0] if told else None,
            wait_high=told[1] if told else None,
        )
        self.clock.set(EIGHT + (day - MONDAY))
        self._write(*ticket.decide(None, command))
        return subject

    def called(self, subject: str, after: float, *then: str) -> None:
        """Calls the ticket `after` minutes, and what happens a minute later."""
        self.clock.set(EIGHT + timedelta(minutes=after))
        call = {"counter": "quay-1", "desk": "d", "key": f"{subject}/{after}", "mode": "offline"}
        self._write(Fact(subject, "ticket.called", call))
        self.clock.advance(timedelta(minutes=1))
        for kind in then:
            line = {"line": "B", "to_counter": None} if kind == "transferred" else {}
            self._write(Fact(subject, f"ticket.{kind}", {"counter": "quay-1", **line}))

    def report(self, first: date = MONDAY, last: date = MONDAY) -> dict[str, KeptPromises]:
        """The rows, by line."""
        with self.journal.reading() as reader:
            return {row.line: row for row in kept_promises(reader, first, last)}

    def _write(self, *facts: Fact) -> None:
        with self.journal.writing() as writer:
            writer.append("staff-1", facts)


@pytest.fixture
def office(journal: Journal, clock: SetClock) -> Office:
    return Office(journal, clock)


def test_without_numbers_there_is_nothing_to_report(office: Office) -> None:
    assert office.report() == {}


def test_a_wait_within_the_range_is_held_and_its_edges_belong_to_it(office: Office) -> None:
    for minutes in (10, 14, 20):
        office.called(office.person("A", (10, 20)), minutes, "done")
    row = office.report()["A"]
    assert (row.promised, row.called, row.held, row.sooner, row.later) == (3, 3, 3, 0, 0)
    assert (row.held_share, row.mean_width, row.median_wait) == (1.0, 10.0, 14.0)
    assert (row.median_error, row.ninth_error) == (None, None)


def test_the_error_is_what_lies_beyond_the_range(office: Office) -> None:
    for minutes in (4, 15, 28, 41):
        office.called(office.person("A", (10, 20)), minutes, "done")
    row = office.report()["A"]
    assert (row.held, row.sooner, row.later, row.held_share) == (1, 1, 2, 0.25)
    assert row.median_error == pytest.approx(8.0)
    assert row.ninth_error == pytest.approx(8 + 0.8 * 13)


def test_the_first_call_counts_whatever_became_of_the_ticket(office: Office) -> None:
    office.called(office.person("A", (0, 10)), 5, "absent")
    sent_on = office.person("A", (0, 10))
    office.called(sent_on, 6, "transferred")
    office.called(sent_on, 50, "done")
    undone = office.person("A", (0, 10))
    office.called(undone, 7, "call_undone")
    rows = office.report()
    assert rows.keys() == {"A", WHOLE_OFFICE}
    assert (rows["A"].called, rows["A"].held, rows["A"].median_wait) == (3, 3, 6.0)


def test_tickets_never_called_and_numbers_without_a_promise_are_counted_apart(office: Office) -> None:
    office.person("A", (10, 20))
    office.called(office.person("A", None), 12, "done")
    row = office.report()["A"]
    assert (row.promised, row.never_called, row.unpromised, row.called) == (1, 1, 1, 0)
    assert (row.held_share, row.median_wait, row.mean_width) == (None, None, 10.0)


def test_every_line_has_a_row_and_the_office_one_at_the_end(office: Office) -> None:
    office.called(office.person("C", (0, 10)), 5, "done")
    office.called(office.person("A", (0, 20)), 40, "done")
    rows = office.report()
    assert list(rows) == ["A", "C", WHOLE_OFFICE]
    whole = rows[WHOLE_OFFICE]
    assert (whole.called, whole.held, whole.later, whole.mean_width) == (2, 1, 1, 15.0)


def test_only_the_dates_asked_for_count(office: Office) -> None:
    for days in range(3):
        office.person("A", (0, 10), MONDAY + timedelta(days=days))
    assert office.report()["A"].promised == 1
    assert office.report(MONDAY, MONDAY + timedelta(days=1))["A"].promised == 2
    assert office.report(MONDAY - timedelta(days=9), MONDAY - timedelta(days=1)) == {}

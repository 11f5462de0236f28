"""A counter whose clock is wrong: by a day, by years. It works on, says sensible things, and follows the server's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from counter.ports import FeeForm
from counter.ports.calendar import CalendarEntry
from counter.sample.content import MORNING
from counter.wiring.office import JournalCounterOffice
from shared.clock import SetClock
from shared.domain.dossier import GivenDocument
from shared.domain.payment import FeePart
from shared.failures import Refusal
from shared.journal.verify import verify
from tests.counter.counters import STAFF, askable, counter_at, hand_over, procedure_of_a_department, reception_form

PROCEDURE = procedure_of_a_department()
JUMPS = {
    "a day ahead": MORNING + timedelta(days=1),
    "a day behind": MORNING - timedelta(days=1),
    "at the beginning of time": datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC),
    "a minute before a year ends": datetime(2026, 12, 31, 16, 59, tzinfo=UTC),
    "in a year that no calendar reaches": datetime(2041, 5, 6, 2, 0, tzinfo=UTC),
    "at the end of time": datetime(9998, 12, 30, 2, 0, tzinfo=UTC),
}


@pytest.fixture
def counter(qtbot: QtBot, tmp_path: Path, clock: SetClock) -> Iterator[JournalCounterOffice]:
    with counter_at(tmp_path, 1, clock) as office:
        office.officer = STAFF["phutrach"]
        yield office


def fee(dossier: str) -> FeeForm:
    return FeeForm(dossier, 5000, 5000, (FeePart("Lệ phí", 5000),), "cash")


@pytest.mark.parametrize("jump", JUMPS)
def test_every_room_answers_in_words_whatever_the_clock_says(
    counter: JournalCounterOffice, clock: SetClock, jump: str
) -> None:
    begun = [counter.receive(reception_form(PROCEDURE)).id for _ in range(4)]
    counter.request_supplement(begun[0], (askable(PROCEDURE)[1],), "Thiếu")
    paid = counter.collect(fee(begun[1])).id
    counter.form_01(begun[1])
    clock.set(JUMPS[jump])
    day = JUMPS[jump].date()
    deeds = [
        lambda: counter.open_counter("quay-1"),
        lambda: counter.serve_walk_in("k", "A"),
        lambda: counter.situation(),
        lambda: counter.finish(),
        lambda: counter.promise(PROCEDURE.code),
        lambda: counter.receive(reception_form(PROCEDURE)),
        lambda: counter.take_supplement(begun[0], (GivenDocument(askable(PROCEDURE)[1], 1, 0),)),
        lambda: counter.close_unanswered(begun[0]),
        lambda: counter.send_apology(begun[1], "Chờ", counter.suggested_new_day(begun[1])),
        lambda: counter.step_sheet(begun[2]),
        lambda: counter.request_supplement(begun[2], (askable(PROCEDURE)[1],), "Thiếu"),
        lambda: counter.refuse(begun[3], "Sai thẩm quyền"),
        lambda: counter.deadlines("office"),
        lambda: counter.deadline_list(counter.deadlines("office")),
        lambda: counter.register(counter.register_scopes()[0], day, day),
        lambda: counter.day_takings(None, everybody=True),
        lambda: counter.cash_up_sheet(day, 0, everybody=True),
        lambda: counter.give_back(paid, "Nhầm"),
        lambda: counter.payments_today(),
        lambda: counter.calendar_month(None),
        lambda: counter.set_calendar_day(day, CalendarEntry("closed", (), "Tập huấn", "TB")),
        lambda: counter.lead_figures(),
        lambda: counter.form_01(begun[2]),
        lambda: counter.dossier_page(begun[0]),
        lambda: counter.search_dossiers("chim"),
        lambda: counter.handovers(),
        lambda: hand_over(counter, begun[1], "thu", "tuphap"),
    ]
    for deed in deeds:
        with suppress(Refusal):
            deed()
    with counter.journal.reading() as reader:
        assert verify(reader.connection, counter.journal.office, frozenset({counter.journal.device})).findings == ()


def test_the_offset_to_the_server_corrects_promise_cash_up_and_the_year_of_a_number(
    counter: JournalCounterOffice, clock: SetClock
) -> None:
    right = counter.promise(PROCEDURE.code)
    clock.set(MORNING - timedelta(days=400))
    counter.journal.clock_offset = timedelta(days=400)
    received = counter.receive(reception_form(PROCEDURE))
    assert received.due_at == right.due_at
    counter.collect(fee(received.id))
    assert counter.day_takings(None, everybody=True).cash_up.total_vnd == 5000
    assert counter.day_takings(None, everybody=True).today == MORNING.date()
    assert counter.calendar_month(None).today == MORNING.date()
    assert counter.deadlines("office").today == MORNING.date()
    printed = counter.request_supplement(received.id, (askable(PROCEDURE)[1],), "Thiếu")
    assert printed.name.endswith("-2026")
    assert received.code.split("-")[1] == f"{MORNING:%y%m%d}"


def test_the_numbers_of_forms_begin_again_with_the_year_in_vietnam_not_in_greenwich(
    counter: JournalCounterOffice, clock: SetClock
) -> None:
    clock.set(datetime(2026, 12, 31, 8, 0, tzinfo=UTC))
    first, second, third = [counter.receive(reception_form(PROCEDURE)).id for _ in range(3)]
    assert counter.refuse(first, "Một").name == "mau-03-100001-2026"
    clock.set(datetime(2026, 12, 31, 16, 59, tzinfo=UTC))
    assert counter.refuse(second, "Hai").name == "mau-03-100002-2026"
    clock.set(datetime(2026, 12, 31, 17, 1, tzinfo=UTC))
    assert counter.refuse(third, "Ba").name == "mau-03-100001-2027"


def test_a_clock_put_back_after_midnight_gives_no_number_twice(counter: JournalCounterOffice, clock: SetClock) -> None:
    codes = []
    for instant in (MORNING, MORNING + timedelta(days=1), MORNING, MORNING - timedelta(days=365), MORNING):
        clock.set(instant)
        codes.append(counter.receive(reception_form(PROCEDURE)).code)
    assert len(set(codes)) == len(codes)

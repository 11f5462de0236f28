"""Two counters without a line do the same to one dossier: three nodes fold one state; what does not fit is named."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from counter.ports import FeeForm, StopForm
from counter.ports.attachments import AttachmentRow
from counter.ports.calendar import CalendarEntry
from counter.sample.content import MORNING
from counter.wiring.office import JournalCounterOffice
from shared.clock import SetClock
from shared.domain.dossier import GivenDocument
from shared.domain.fact import Fact
from shared.domain.payment import FeePart
from shared.domain.ticket import Ticket
from shared.domain.ticket_slip import SERVES
from shared.journal import tables
from shared.journal.event import Event
from shared.journal.journal import PersonalRecord
from shared.journal.read_model import PROJECTIONS, TICKETS
from shared.journal.verify import verify
from tests.counter.counters import (
    STAFF,
    askable,
    counter_at,
    hand_over,
    procedure_of_a_department,
    reception_form,
    written,
)
from tests.counter.whole_life import LAND
from tests.scans import samples

PROCEDURE = procedure_of_a_department()
LACKING = askable(PROCEDURE)[1]
DAY = date(2026, 12, 24)


@dataclass
class Apart:
    """Two counters that both know the dossier, and a third node that hears everything later. `day` is this case's."""

    one: JournalCounterOffice
    other: JournalCounterOffice
    third: JournalCounterOffice
    clock: SetClock
    folder: Path
    day: date = DAY
    dossier: str = ""
    payment: str = ""
    scan: str = ""

    @property
    def nodes(self) -> tuple[JournalCounterOffice, ...]:
        return (self.one, self.other, self.third)


@pytest.fixture(scope="module")
def apart(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Apart]:
    folder, clock = tmp_path_factory.mktemp("apart"), SetClock(MORNING)
    with ExitStack() as opened:
        counters = [opened.enter_context(counter_at(folder, index, clock)) for index in (1, 2, 3)]
        for each in counters:
            each.officer = STAFF["phutrach"]
        yield Apart(counters[0], counters[1], counters[2], clock, folder)


def missing_at(source: JournalCounterOffice, target: JournalCounterOffice) -> list[Event]:
    known = {each.hash for each in written(target)}
    return [each for each in written(source) if each.hash not in known]


def people_of(source: JournalCounterOffice) -> list[PersonalRecord]:
    with source.journal.reading() as reader:
        rows = reader.connection.execute(select(tables.personal.c.hash, tables.personal.c.body)).all()
    return [PersonalRecord(hash_, bytes(body)) for hash_, body in rows if body is not None]


def deliver(target: JournalCounterOffice, events: Sequence[Event], people: Sequence[PersonalRecord]) -> None:
    with target.journal.writing() as writer:
        writer.take_in(list(events), people)


def exchange(apart: Apart, chance: random.Random) -> None:
    """Everybody hears everything; the third node in pieces of both logs, whichever comes first."""
    from_one, from_other = missing_at(apart.one, apart.third), missing_at(apart.other, apart.third)
    people = [*people_of(apart.one), *people_of(apart.other)]
    mine: dict[str, list[Event]] = {"counter-1": [], "counter-2": [], "counter-3": []}
    for event in {each.hash: each for each in (*from_one, *from_other)}.values():
        mine[event.device].append(event)
    deliver(apart.one, missing_at(apart.other, apart.one), people)
    deliver(apart.other, missing_at(apart.one, apart.other), people)
    logs = [log for log in mine.values() if log]
    while logs:
        log = chance.choice(logs)
        piece = chance.randrange(1, 4)
        deliver(apart.third, log[:piece], people)
        del log[:piece]
        logs = [each for each in logs if each]


def states(office: JournalCounterOffice) -> dict[str, dict[str, bytes]]:
    """Every folded document by its table and subject."""
    with office.journal.reading() as reader:
        return {
            prefix: {
                str(subject): bytes(document)
                for subject, document in reader.connection.execute(
                    select(projection.table.c.subject, projection.table.c.document)
                )
            }
            for prefix, projection in PROJECTIONS.items()
        }


def conflicts(office: JournalCounterOffice) -> set[tuple[str, str]]:
    """The (subject, code) that the team leader sees."""
    with office.journal.reading() as reader:
        rows = reader.connection.execute(select(tables.conflict.c.subject, tables.conflict.c.code)).all()
    return {(str(subject), str(code)) for subject, code in rows}


def fee(dossier: str, number: str = "") -> FeeForm:
    series = "01AB-26E" if number else ""
    return FeeForm(dossier, 5000, 5000, (FeePart("Lệ phí", 5000),), "cash", series, number)


def stop(at: JournalCounterOffice, case: Apart) -> object:
    asked = StopForm("applicant", "Ai Đó", "signed_request", "Đơn", at.journal.now())
    return at.stop(case.dossier, asked)


def closed(at: JournalCounterOffice, case: Apart, reason: str) -> None:
    at.set_calendar_day(case.day, CalendarEntry("closed", (), reason, "TB"))


def attach(at: JournalCounterOffice, case: Apart) -> AttachmentRow:
    paper = case.folder / "to-khai.pdf"
    paper.write_bytes(samples.pdf(1))
    return at.attach(case.dossier, paper, "")


Deed = Callable[[JournalCounterOffice, Apart], object]


def ask(at: JournalCounterOffice, case: Apart) -> object:
    return at.request_supplement(case.dossier, (LACKING,), "Thiếu")


def bring(at: JournalCounterOffice, case: Apart) -> object:
    return at.take_supplement(case.dossier, (GivenDocument(LACKING, 1, 0),))


def pay(at: JournalCounterOffice, case: Apart) -> None:
    case.payment = at.collect(fee(case.dossier)).id


def ready(at: JournalCounterOffice, case: Apart) -> None:
    hand_over(at, case.dossier, "thu", "tuphap")
    at.officer = STAFF["tuphap"]
    at.mark_result_ready(case.dossier, "granted")
    hand_over(at, case.dossier, "tuphap", "thu")
    at.officer = STAFF["phutrach"]


def scanned(at: JournalCounterOffice, case: Apart) -> None:
    case.scan = attach(at, case).id


def land(at: JournalCounterOffice, case: Apart) -> None:
    case.dossier = at.receive(replace(reception_form(PROCEDURE), procedure=LAND)).id


def apologise(days: int) -> Deed:
    def deed(at: JournalCounterOffice, case: Apart) -> object:
        return at.send_apology(case.dossier, "Chờ ý kiến", MORNING.date() + timedelta(days=days))

    return deed


NOTHING: tuple[Deed, ...] = ()
CASES: dict[str, tuple[tuple[Deed, ...], Deed, Deed, set[str]]] = {
    "two supplements": (NOTHING, ask, ask, {"supplement_twice"}),
    "two apologies": (NOTHING, apologise(11), apologise(14), {"apologised_twice"}),
    "two refusals": (
        NOTHING,
        lambda o, c: o.refuse(c.dossier, "Một"),
        lambda o, c: o.refuse(c.dossier, "Hai"),
        {"after_end"},
    ),
    "stopped and refused": (NOTHING, stop, lambda o, c: o.refuse(c.dossier, "Một"), {"after_end"}),
    "asked for papers and refused": (NOTHING, ask, lambda o, c: o.refuse(c.dossier, "Một"), {"", "after_end"}),
    "asked for papers and apologised": (NOTHING, ask, apologise(11), {"nothing_to_put_off", ""}),
    "two fees": (
        NOTHING,
        lambda o, c: o.collect(fee(c.dossier)),
        lambda o, c: o.collect(fee(c.dossier)),
        {"fee_collected_twice"},
    ),
    "one fee given back twice": (
        (pay,),
        lambda o, c: o.give_back(c.payment, "Một"),
        lambda o, c: o.give_back(c.payment, "Hai"),
        {"given_back_twice"},
    ),
    "two receipts for one fee": (
        (pay,),
        lambda o, c: o.record_receipt(c.payment, f"01AB-{c.day:%j}E", "12"),
        lambda o, c: o.record_receipt(c.payment, f"01AB-{c.day:%j}E", "13"),
        {"receipts_differ"},
    ),
    "one supplement taken twice": ((ask,), bring, bring, {"supplement_not_awaited"}),
    "a supplement taken, then stopped elsewhere": ((ask,), bring, stop, {"", "after_end", "supplement_not_awaited"}),
    "one result returned twice": (
        (ready,),
        lambda o, c: o.return_result(c.dossier, "applicant"),
        lambda o, c: o.return_result(c.dossier, "applicant"),
        {"after_return"},
    ),
    "one day edited twice": (
        NOTHING,
        lambda o, c: closed(o, c, "Tập huấn"),
        lambda o, c: o.set_calendar_day(
            c.day, CalendarEntry("hours", o.calendar_month(c.day).days[0].sessions, "Giờ khác", "TB")
        ),
        {"edited_at_once"},
    ),
    "one day entered alike": (NOTHING, lambda o, c: closed(o, c, "Một"), lambda o, c: closed(o, c, "Một"), set()),
    "one file attached twice": (NOTHING, attach, attach, set()),
    "a scan taken out twice": (
        (scanned,),
        lambda o, c: o.withdraw_attachment(c.scan),
        lambda o, c: o.withdraw_attachment(c.scan),
        set(),
    ),
    "one appointment met twice": (
        (land,),
        lambda o, c: o.meet_appointment(c.dossier),
        lambda o, c: o.meet_appointment(c.dossier),
        {"appointment_met_twice"},
    ),
    "one duty shown twice": (
        (land, lambda o, c: o.meet_appointment(c.dossier)),
        lambda o, c: o.show_duty(c.dossier, "Một"),
        lambda o, c: o.show_duty(c.dossier, "Hai"),
        {"duty_not_awaited"},
    ),
}


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("seed", [1, 2])
def test_what_two_counters_did_apart_becomes_one_state(apart: Apart, name: str, seed: int) -> None:
    before, mine, theirs, named = CASES[name]
    chance = random.Random(f"{name} {seed}")
    exchange(apart, chance)
    apart.day = DAY + timedelta(days=7 * list(CASES).index(name) + (7 * len(CASES) if seed == 2 else 0))
    apart.dossier = apart.one.receive(reception_form(PROCEDURE)).id
    for deed in before:
        deed(apart.one, apart)
    exchange(apart, chance)
    known = conflicts(apart.one)
    at_one, at_other = (mine, theirs) if seed == 1 else (theirs, mine)
    at_one(apart.one, apart)
    at_other(apart.other, apart)
    exchange(apart, chance)
    assert states(apart.one) == states(apart.other) == states(apart.third)
    assert conflicts(apart.one) == conflicts(apart.other) == conflicts(apart.third)
    new = {code for _, code in conflicts(apart.one) - known}
    assert new == named if len(named) < 2 else (new or {""}) <= named
    for node in apart.nodes:
        with node.journal.reading() as reader:
            assert verify(reader.connection, node.journal.office, frozenset({node.journal.device})).findings == ()


@pytest.mark.parametrize("seed", [1, 2])
def test_a_conflict_settled_both_ways_apart_is_settled_one_way_everywhere(apart: Apart, seed: int) -> None:
    chance = random.Random(seed)
    exchange(apart, chance)
    for counter, each in (("quay-1", apart.one), ("quay-3", apart.other)):
        if each.desk is None:
            each.open_counter(counter)
    ticket = f"ticket-{seed}"
    data = {"date": apart.one.today(), "line": "A", "number": seed, "label": f"A00{seed}", "token": f"TOKEN{seed}"}
    with apart.one.journal.writing() as writer:
        writer.append("citizen", [Fact(ticket, "ticket.issued", {**data, "people_ahead": 0})])
    exchange(apart, chance)
    for each in (apart.one, apart.other):
        assert each.call_offline(f"{ticket} {each.journal.device}").ticket is not None
    exchange(apart, chance)
    assert (ticket, "called_twice") in conflicts(apart.third)
    (served,) = {str(_ticket(each, ticket).counter) for each in apart.nodes}
    elsewhere = "quay-3" if served == "quay-1" else "quay-1"
    leaders = [(apart.one, "accepted"), (apart.other, SERVES + elsewhere)]
    for at, choice in leaders[:: 1 if seed == 1 else -1]:
        at.settle_conflict("ticket", ticket, "called_twice", choice)
    exchange(apart, chance)
    assert states(apart.one) == states(apart.other) == states(apart.third)
    assert (ticket, "called_twice") not in conflicts(apart.one)
    for each in (apart.one, apart.other):
        if _ticket(each, ticket).counter == each.open_desk().counter:
            each.finish()
    exchange(apart, chance)
    assert {_ticket(each, ticket).state for each in apart.nodes} == {"done"}


def _ticket(at: JournalCounterOffice, ticket: str) -> Ticket:
    with at.journal.reading() as reader:
        found = reader.state(TICKETS, ticket)
    assert found is not None
    return found

"""The map over a real journal is right after every step of a dossier's life, and read again only when it may differ."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from counter.sample.content import MORNING
from counter.wiring.office import JournalCounterOffice
from shared.actions import hand_over
from shared.clock import SetClock
from shared.domain import consignment
from shared.domain.consignment import Make
from shared.domain.custody import ONE_STOP
from shared.domain.dossier import GivenDocument
from shared.domain.handover import Handover, PaperKind, Settle
from shared.failures import Refusal
from tests.counter.counters import STAFF, WARD, counter_at, procedure_of_a_department, reception_form

POST, UNIT = "buu-dien-mau", "van-phong"
Spots = dict[tuple[str, str | None], int]


@pytest.fixture
def counter(tmp_path: Path, clock: SetClock) -> Iterator[JournalCounterOffice]:
    with counter_at(tmp_path, clock=clock, sign_in="thu") as office:
        office.open_counter("quay-1")
        yield office


def received(counter: JournalCounterOffice) -> str:
    counter.officer = STAFF["thu"]
    return counter.receive(reception_form(procedure_of_a_department())).id


def give(
    counter: JournalCounterOffice, giver: str, receiver: str, items: list[str], kind: PaperKind = "dossier"
) -> Handover:
    return hand_over.offer(
        counter.journal,
        counter.program.node,
        giver=STAFF[giver].unit,
        receiver=STAFF[receiver].unit,
        officer=STAFF[giver].id,
        papers=tuple((kind, item) for item in items),
        office=WARD,
    )


def take(counter: JournalCounterOffice, listed: Handover, receiver: str, missing: tuple[str, ...] = ()) -> None:
    person = STAFF[receiver]
    hand_over.accept(counter.journal, listed.id, unit=person.unit, officer=person.id, missing=missing)


def note_made(counter: JournalCounterOffice) -> str:
    identity = counter.journal.identities.subject()
    command = Make(
        id=identity,
        number="PG-261123-09001",
        purpose="application",
        post=POST,
        procedure="2.000815",
        procedure_name="Chứng thực bản sao",
        field="Chứng thực",
        documents=(GivenDocument("Bản chính giấy tờ", 1, 0),),
        sets=1,
        return_way="post",
        fee_vnd=0,
        applicant={"name": "Nguyễn Thị Mẫu", "address": "Thôn Mẫu"},
    )
    with counter.journal.writing() as writer:
        writer.append(STAFF["buutu"].id, consignment.decide(None, command))
    return identity


def where(counter: JournalCounterOffice) -> Spots:
    return {(each.holder, each.transit_to): each.count for each in counter.custody_map().spots}


def alarms(counter: JournalCounterOffice) -> list[tuple[str, str]]:
    return [(each.kind, each.holder) for each in counter.custody_map().alarms]


def test_the_map_is_right_after_every_step(counter: JournalCounterOffice, clock: SetClock) -> None:
    assert where(counter) == {}
    dossier = received(counter)
    assert where(counter) == {(ONE_STOP, None): 1}
    listed = give(counter, "thu", "tuphap", [dossier])
    assert where(counter) == {(ONE_STOP, UNIT): 1}
    clock.advance(timedelta(minutes=20))
    take(counter, listed, "tuphap")
    assert where(counter) == {(UNIT, None): 1}
    note = note_made(counter)
    assert where(counter) == {(UNIT, None): 1, (POST, None): 1}
    brought = give(counter, "buutu", "thu", [note], "consignment")
    assert where(counter) == {(UNIT, None): 1, (POST, ONE_STOP): 1}
    take(counter, brought, "thu")
    assert where(counter) == {(UNIT, None): 1, (ONE_STOP, None): 1}
    counter.officer = STAFF["tuphap"]
    counter.mark_result_ready(dossier, "granted")
    take(counter, give(counter, "tuphap", "thu", [dossier]), "thu")
    counter.officer = STAFF["thu"]
    assert where(counter) == {(ONE_STOP, None): 2}
    counter.return_result(dossier, "applicant")
    assert where(counter) == {(ONE_STOP, None): 1}, "the citizen has the other"
    found = counter.hands_of("dossier", dossier)
    assert found.with_citizen
    assert [hand.unit for hand in found.hands] == [ONE_STOP, UNIT, ONE_STOP, "citizen"]
    assert found.hands[1].by == STAFF["tuphap"].name
    assert found.hands[1].given_by == STAFF["thu"].name
    assert found.hands[1].record == listed.number


def test_a_list_waits_too_long_and_a_paper_is_lost(counter: JournalCounterOffice, clock: SetClock) -> None:
    dossier, missing = received(counter), received(counter)
    listed = give(counter, "thu", "tuphap", [dossier, missing])
    assert alarms(counter) == []
    clock.advance(timedelta(minutes=121))
    assert alarms(counter) == [("unsigned", ONE_STOP)]
    (alarm,) = counter.custody_map().alarms
    assert (alarm.transit_to, alarm.record, alarm.count, alarm.by) == (UNIT, listed.number, 2, STAFF["thu"].name)
    take(counter, listed, "tuphap", (missing,))
    assert alarms(counter) == []
    hand_over.settle_difference(
        counter.journal, listed.id, Settle(ONE_STOP, "missing", missing, "lost"), officer=STAFF["thu"].id
    )
    assert alarms(counter) == [("lost", ONE_STOP)]
    assert counter.hands_of("dossier", missing).lost_by == STAFF["thu"].name
    (lost,) = [row for row in counter.papers_at(ONE_STOP, None).rows if row.lost]
    assert lost.id == missing
    page = counter.dossier_page(missing)
    assert page.dossier.lost is not None
    assert counter.dossier_page(dossier).record == listed.number
    assert counter.dossier_page(dossier).held_by == STAFF["tuphap"].name


def test_what_the_post_keeps_overnight_is_told_to_the_post_and_to_the_office(
    counter: JournalCounterOffice, clock: SetClock
) -> None:
    note_made(counter)
    clock.set(MORNING.replace(hour=16))
    assert alarms(counter) == []
    clock.set(MORNING + timedelta(days=2))
    assert alarms(counter) == [("kept", POST)]
    assert [each.own for each in counter.custody_map().alarms] == [True]
    counter.officer = STAFF["buutu"]
    assert [each.own for each in counter.custody_map().alarms] == [True]
    counter.officer = STAFF["tuphap"]
    assert [each.own for each in counter.custody_map().alarms] == [False]


def test_one_paper_is_found_by_its_code_and_a_note_by_its_number(counter: JournalCounterOffice) -> None:
    dossier = received(counter)
    note_made(counter)
    code = counter.dossier_page(dossier).dossier.code
    found = counter.where_is(code)
    assert (found.holder, found.paper.by, found.paper.record) == (ONE_STOP, STAFF["thu"].name, "")
    assert counter.where_is("pg-261123-09001").holder == POST
    with pytest.raises(Refusal) as refused:
        counter.where_is("H99.99.01-261123-9999")
    assert refused.value.code == "no_such_dossier"
    with pytest.raises(Refusal) as refused:
        counter.hands_of("consignment", "nothing")
    assert refused.value.code == "no_such_paper"


def test_nothing_is_read_again_while_nothing_has_happened(counter: JournalCounterOffice, clock: SetClock) -> None:
    received(counter)
    first = counter.custody_map()
    assert counter.custody_map() is first
    clock.advance(timedelta(minutes=1))
    later = counter.custody_map()
    assert later is not first
    received(counter)
    assert counter.custody_map() is not later


def test_who_may_not_see_it_is_refused(counter: JournalCounterOffice) -> None:
    counter.officer = STAFF["quantri"]
    with pytest.raises(Refusal) as refused:
        counter.custody_map()
    assert refused.value.code == "not_allowed"


def test_nothing_personal_is_on_the_map(counter: JournalCounterOffice) -> None:
    dossier = received(counter)
    note_made(counter)
    name = counter.dossier_page(dossier).row.applicant_name
    shown = repr((counter.custody_map(), counter.papers_at(ONE_STOP, None), counter.hands_of("dossier", dossier)))
    shown += repr(counter.papers_at(POST, None))
    assert name
    assert name not in shown
    assert "Nguyễn Thị Mẫu" not in shown

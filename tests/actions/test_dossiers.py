from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.event import listen

from shared.actions import hand_over
from shared.actions.act import act
from shared.actions.rate import ratable_by_token, rate
from shared.actions.receive_dossier import Reception, receive_dossier
from shared.clock import HO_CHI_MINH, SetClock, local
from shared.domain import dossier, rating
from shared.domain.dossier import ONE_STOP, Dossier, GivenDocument, MarkResultReady, Return
from shared.domain.office import Office
from shared.failures import Refusal
from shared.journal import tables
from shared.journal.dossier_queries import dossier_by_code, dossiers_by_id, personal_records
from shared.journal.event import read_event
from shared.journal.journal import Journal
from shared.journal.node import Node
from shared.journal.read_model import DOSSIERS
from shared.journal.verify import verify
from tests.actions.journals import dossier_in

from .conftest import MakeJournal

RECEPTION = Reception(
    procedure="1.001193",
    channel="in_person",
    documents=(GivenDocument("Giấy chứng sinh", 1, 0),),
    sets=1,
    fee_vnd=0,
    return_way="one_stop",
    counter="quay-1",
    ticket=None,
    applicant={"name": "Nguyễn Thị Thử", "identity_number": "000190000001"},
)


def receive(journal: Journal, office: Office, node: Node, **changes: object) -> Dossier:
    return receive_dossier(journal, office, node, replace(RECEPTION, **changes), "staff-1")  # type: ignore[arg-type]


def test_a_dossier_gets_a_code_of_this_devices_range_and_its_promise(
    journal: Journal, office: Office, node: Node
) -> None:
    first, second = receive(journal, office, node), receive(journal, office, node)
    assert first.code == f"{office.agency_code}-261123-1001"
    assert second.code == f"{office.agency_code}-261123-1002"
    assert first.due_at is not None
    assert local(first.due_at) == datetime(2026, 11, 23, 17, 0, tzinfo=HO_CHI_MINH)
    assert second.form_number == first.form_number + 1


def test_what_is_personal_stays_out_of_the_dossier(journal: Journal, office: Office, node: Node) -> None:
    received = receive(journal, office, node)
    assert "Nguyễn" not in repr(received)
    assert received.applicant is not None
    with journal.reading() as reader:
        record = personal_records(reader, [received.applicant])[received.applicant]
    assert record == RECEPTION.applicant


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"procedure": "9.999999"}, "no_such_procedure"),
        ({"applicant": {"name": "  "}}, "no_applicant"),
        ({"documents": ()}, "no_documents"),
        ({"sets": 0}, "no_sets"),
    ],
)
def test_an_unfinished_form_is_refused_and_uses_no_number(
    journal: Journal, office: Office, node: Node, changes: dict[str, object], code: str
) -> None:
    with pytest.raises(Refusal) as refused:
        receive(journal, office, node, **changes)
    assert refused.value.code == code
    assert receive(journal, office, node).code.endswith("-1001")


def test_without_a_calendar_nothing_is_promised(journal: Journal, office: Office, node: Node) -> None:
    calendar = replace(
        office.calendar, covers_from=date(2020, 1, 1), covers_to=date(2020, 12, 31), closed={}, make_up={}
    )
    with pytest.raises(Refusal) as refused:
        receive(journal, replace(office, calendar=calendar), node)
    assert refused.value.code == "calendar_empty"


def hand(journal: Journal, node: Node, giver: str, receiver: str, *ids: str, missing: tuple[str, ...] = ()) -> None:
    offered = hand_over.offer(journal, node, giver=giver, receiver=receiver, dossiers=ids, officer="staff-1")
    hand_over.accept(journal, offered.id, unit=receiver, missing=missing, extra=(), officer="staff-5")


def test_a_dossier_goes_the_whole_round(journal: Journal, office: Office, node: Node, clock: SetClock) -> None:
    received = receive(journal, office, node)
    stages = [received.stage]
    hand(journal, node, ONE_STOP, "van-phong", received.id)
    stages.append(dossier_in(journal, received.id).stage)
    act(journal, DOSSIERS, dossier.decide, received.id, MarkResultReady("van-phong", "granted"), "staff-5")
    stages.append(dossier_in(journal, received.id).stage)
    hand(journal, node, "van-phong", ONE_STOP, received.id)
    stages.append(dossier_in(journal, received.id).stage)
    act(journal, DOSSIERS, dossier.decide, received.id, Return("applicant"), "staff-1")
    stages.append(dossier_in(journal, received.id).stage)
    assert stages == ["received", "processing", "result_ready", "result_at_counter", "returned"]
    with journal.reading() as reader:
        assert verify(reader.connection, office.id).holds
        assert dossier_by_code(reader, received.code) == dossier_in(journal, received.id)


def test_what_was_not_there_stays_with_the_giver(journal: Journal, office: Office, node: Node) -> None:
    there, missing = receive(journal, office, node), receive(journal, office, node)
    hand(journal, node, ONE_STOP, "van-phong", there.id, missing.id, missing=(missing.id,))
    with journal.reading() as reader:
        held = [each.holder for each in dossiers_by_id(reader, (there.id, missing.id))]
    assert held == ["van-phong", ONE_STOP]
    assert dossier_in(journal, missing.id).transit is None


def test_between_the_signatures_a_dossier_is_in_transit_and_can_be_taken_back(
    journal: Journal, office: Office, node: Node
) -> None:
    received = receive(journal, office, node)
    offered = hand_over.offer(
        journal, node, giver=ONE_STOP, receiver="kinh-te", dossiers=(received.id,), officer="staff-1"
    )
    assert dossier_in(journal, received.id).stage == "in_transit"
    with pytest.raises(Refusal) as refused:
        hand_over.offer(journal, node, giver=ONE_STOP, receiver="van-phong", dossiers=(received.id,), officer="staff-1")
    assert refused.value.code == "not_held_here"
    with pytest.raises(Refusal) as refused:
        hand_over.accept(journal, offered.id, unit="van-phong", missing=(), extra=(), officer="staff-5")
    assert refused.value.code == "other_party"
    hand_over.cancel(journal, offered.id, unit=ONE_STOP, officer="staff-1")
    assert dossier_in(journal, received.id).stage == "received"


def test_a_result_that_is_not_at_the_counter_cannot_be_returned(journal: Journal, office: Office, node: Node) -> None:
    received = receive(journal, office, node)
    with pytest.raises(Refusal) as refused:
        act(journal, DOSSIERS, dossier.decide, received.id, Return("applicant"), "staff-1")
    assert refused.value.code == "not_ready"


def test_one_rating_for_a_dossier(journal: Journal, office: Office, node: Node) -> None:
    received = receive(journal, office, node)
    command = rating.Rate("dossier", received.id, 3, ("attitude",), "kiosk")
    rate(journal, command)
    with pytest.raises(Refusal) as refused:
        rate(journal, replace(command, score=1, channel="phone"))
    assert refused.value.code == "already_rated"
    with journal.reading() as reader:
        assert ratable_by_token(reader, received.token).rated


def test_a_restored_backup_uses_no_code_and_no_form_number_twice(
    make_journal: MakeJournal, office: Office, node: Node
) -> None:
    original, restored = make_journal("original"), make_journal("restored")
    first = [receive(original, office, node) for _ in range(2)]
    offered = hand_over.offer(
        original, node, giver=ONE_STOP, receiver="van-phong", dossiers=(first[0].id,), officer="staff-1"
    )
    with original.reading() as reader:
        bodies = reader.connection.execute(select(tables.event.c.body).order_by(tables.event.c.seq)).scalars().all()
    with restored.writing() as writer:
        writer.take_in([read_event(bytes(body)) for body in bodies])
    again = receive(restored, office, node)
    assert again.code not in [each.code for each in first]
    assert again.form_number not in [each.form_number for each in first]
    second = hand_over.offer(
        restored, node, giver=ONE_STOP, receiver="van-phong", dossiers=(again.id,), officer="staff-1"
    )
    assert second.number != offered.number


def test_receiving_asks_every_table_by_a_key_that_stays_narrow_with_the_years(
    journal: Journal, office: Office, node: Node
) -> None:
    asked: list[tuple[str, object]] = []

    def note(_connection: object, _cursor: object, statement: str, parameters: object, *_: object) -> None:
        asked.append((statement, parameters))

    receive(journal, office, node)
    listen(journal.engine, "after_cursor_execute", note)
    receive(journal, office, node)
    with journal.engine.connect() as connection:
        plans = [
            str(step[3])
            for statement, parameters in tuple(asked)
            if statement.startswith(("SELECT", "UPDATE"))
            for step in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)  # type: ignore[arg-type]
        ]
    assert [plan for plan in plans if "SCAN" in plan and "CONSTANT ROW" not in plan] == []
    assert [plan for plan in plans if plan.endswith(" (office=?)") and "SEARCH office" not in plan] == []
    assert [plan for plan in plans if "dossier_received" in plan] == []
    assert any("dossier_form_number (office=? AND form_number=?)" in plan for plan in plans)


def test_an_authorised_submitter_needs_a_name_and_a_paper(journal: Journal, office: Office, node: Node) -> None:
    for submitter in (None, {"name": "A", "paper": " "}, {"name": "", "paper": "số 1"}, "A"):
        with pytest.raises(Refusal) as refused:
            receive(
                journal,
                office,
                node,
                submitted_by="authorised",
                applicant={**RECEPTION.applicant, "submitter": submitter},
            )
        assert refused.value.code == "no_authorisation"
    submitter = {"name": "Lê Thị Giả", "paper": "số 1, ngày 20/11/2026"}
    received = receive(
        journal, office, node, submitted_by="authorised", applicant={**RECEPTION.applicant, "submitter": submitter}
    )
    assert dossier_in(journal, received.id).submitted_by == "authorised"
    assert dossier_in(journal, receive(journal, office, node).id).submitted_by == "applicant"

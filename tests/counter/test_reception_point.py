"""A reception point of the office and a dossier of another ward, over a real journal, to the papers they print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from counter.ports import Count, Officer
from counter.wiring.office import JournalCounterOffice
from shared.clock import SetClock
from shared.domain.custody import ONE_STOP
from shared.domain.dossier import Dossier, GivenDocument
from shared.failures import Refusal
from shared.journal.read_model import DOSSIERS
from tests.counter.counters import STAFF, askable, counter_at, procedure_of_a_department, reception_form
from tests.documents.reading import text_of

POINT, ELSEWHERE, UNIT = "diem-tiep-nhan-ben-thu", "phuong-ban", "van-phong"
PROCEDURE = procedure_of_a_department()
THERE, HERE, DECIDER = STAFF["benthu"], STAFF["thu"], STAFF["tuphap"]


@pytest.fixture
def counter(qtbot: QtBot, tmp_path: Path, clock: SetClock) -> Iterator[JournalCounterOffice]:
    with counter_at(tmp_path, 1, clock) as office:
        yield office


def state(counter: JournalCounterOffice, identity: str) -> Dossier:
    with counter.journal.reading() as reader:
        found = reader.state(DOSSIERS, identity)
    assert found is not None
    return found


def hands(counter: JournalCounterOffice, identity: str, giver: Officer, receiver: Officer) -> None:
    counter.officer = giver
    given = counter.offer(receiver.unit, (identity,))
    counter.officer = receiver
    counter.accept(given.id, Count(), None)


@pytest.fixture
def at_the_point(counter: JournalCounterOffice) -> str:
    counter.officer = THERE
    return counter.receive(reception_form(PROCEDURE)).id


def test_what_a_reception_point_receives_is_held_there_and_its_form_01_says_so(
    counter: JournalCounterOffice, at_the_point: str
) -> None:
    found = state(counter, at_the_point)
    assert (found.holder, found.holder_kind, found.home, found.stage) == (POINT, "satellite", POINT, "received")
    assert [each.id for each in counter.held_here()] == [at_the_point]
    assert "Đăng ký nhận kết quả tại: Điểm tiếp nhận Bến Thử" in text_of(counter.form_01(at_the_point).pdf)
    counter.officer = HERE
    assert counter.held_here() == ()


def test_it_goes_by_the_office_to_the_department_and_back_to_the_point(
    counter: JournalCounterOffice, at_the_point: str
) -> None:
    hands(counter, at_the_point, THERE, HERE)
    assert state(counter, at_the_point).stage == "received"
    hands(counter, at_the_point, HERE, DECIDER)
    assert state(counter, at_the_point).stage == "processing"
    counter.mark_result_ready(at_the_point, "granted")
    hands(counter, at_the_point, DECIDER, THERE)
    assert state(counter, at_the_point).stage == "result_at_counter"
    counter.officer = HERE
    assert counter.ready_results() == ()
    assert counter.result_card(state(counter, at_the_point).code).reason_vi == "Kết quả đang ở Điểm tiếp nhận Bến Thử."
    with pytest.raises(Refusal):
        counter.return_result(at_the_point, "applicant")
    counter.officer = THERE
    assert [each.id for each in counter.ready_results()] == [at_the_point]
    counter.return_result(at_the_point, "applicant")
    assert state(counter, at_the_point).stage == "returned"


def test_a_supplement_is_taken_at_the_point_that_received_the_dossier(
    counter: JournalCounterOffice, at_the_point: str
) -> None:
    hands(counter, at_the_point, THERE, DECIDER)
    lacking = askable(PROCEDURE)[1]
    counter.request_supplement(at_the_point, (lacking,), "Thiếu chữ ký")
    counter.officer = THERE
    counter.take_supplement(at_the_point, (GivenDocument(lacking, 1, 0),))
    assert not state(counter, at_the_point).awaits_supplement


def test_the_point_sees_what_it_has_not_passed_on_in_time(
    counter: JournalCounterOffice, at_the_point: str, clock: SetClock
) -> None:
    """Decree 118/2025 Art. 18."""
    clock.advance(timedelta(days=2))
    for scope in ("mine", "unit", "office"):
        found = counter.deadlines(scope)  # type: ignore[arg-type]  # one of the scopes
        assert found.scope == scope
        assert "hand_over" in next(each for each in found.rows if each.id == at_the_point).groups


def test_form_01_of_another_wards_dossier_has_no_date_until_that_ward_has_it(
    counter: JournalCounterOffice, clock: SetClock
) -> None:
    """Art. 17(3) as amended by Decree 309 Art. 8(3); Art. 20(1)(a)."""
    counter.officer = HERE
    received = counter.receive(replace(reception_form(PROCEDURE), competent=ELSEWHERE))
    assert (received.due_at, received.competent_name) == (None, "Trung tâm Phục vụ hành chính công phường Bản")
    said = text_of(counter.form_01(received.id).pdf)
    assert "tính từ khi Trung tâm Phục vụ hành chính công phường Bản nhận được hồ sơ" in said
    assert "Không quy định" not in said
    given = counter.offer(ELSEWHERE, (received.id,))
    clock.advance(timedelta(hours=1))
    counter.accept_on_paper(given.id, Count(), "Lý Văn Giả")
    found = state(counter, received.id)
    assert found.competent is not None
    assert (found.holder, found.competent.reached_at) == (ELSEWHERE, clock.now())
    assert found.due_at is not None
    again = counter.form_01(received.id)
    assert not again.copy
    assert "Không quy định" not in text_of(again.pdf)
    back = counter.back_from_agency(received.id, "Lý Văn Giả", clock.now(), "granted")
    assert back.stage == "result_at_counter"
    assert state(counter, received.id).holder == ONE_STOP

"""Search and page of a dossier at a counter with a real journal, over the whole life of a dossier."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from counter.dossiers.derive_page import derive_facts, derive_timeline
from counter.ports import Applicant, Count, ReceptionForm
from counter.ports.dossiers import DossierPage
from counter.sample.content import MORNING
from counter.wiring import dossiers
from counter.wiring.office import JournalCounterOffice
from shared.actions.rate import rate
from shared.clock import SetClock
from shared.domain.dossier import GivenDocument
from shared.domain.rating import Rate
from shared.failures import EnvironmentFailure, Refusal
from shared.journal import tables
from tests.counter.counters import STAFF, counter_at

DEPARTMENT = next(each for each in STAFF.values() if each.role == "department")
FORM = ReceptionForm(
    procedure="1.004884",
    applicant=Applicant("Trần Thị Mẫu", "000190001234", date(1990, 10, 3), "Thôn Mẫu", "0900 000 975", ""),
    channel="in_person",
    documents=(GivenDocument("Tờ khai", 1, 0),),
    sets=1,
    fee_vnd=8000,
    return_way="one_stop",
    ticket=None,
)


@pytest.fixture
def counter(qtbot: QtBot, tmp_path: Path, clock: SetClock) -> Iterator[JournalCounterOffice]:
    with counter_at(tmp_path, clock=clock, sign_in="thu") as office:
        yield office


def hand_over(counter: JournalCounterOffice, dossier: str) -> None:
    """The officer signed in hands it to the department, or the other way round."""
    giver = counter.signed_in()
    to_department = giver.unit == "one_stop"
    offered = counter.offer(DEPARTMENT.unit if to_department else "one_stop", (dossier,))
    counter.accept(offered.id, Count(), DEPARTMENT if to_department else STAFF["thu"])


def whole_life(counter: JournalCounterOffice, clock: SetClock) -> str:
    dossier = counter.receive(FORM).id
    clock.advance(timedelta(minutes=10))
    hand_over(counter, dossier)
    counter.officer = DEPARTMENT
    clock.advance(timedelta(hours=1))
    counter.request_supplement(dossier, ("Tờ khai",), "Thiếu chữ ký của Trần Thị Mẫu")
    hand_over(counter, dossier)
    counter.officer = STAFF["thu"]
    clock.advance(timedelta(hours=1))
    counter.take_supplement(dossier, (GivenDocument("Tờ khai", 1, 0),))
    hand_over(counter, dossier)
    counter.officer = DEPARTMENT
    counter.mark_result_ready(dossier, "granted")
    hand_over(counter, dossier)
    counter.officer = STAFF["thu"]
    clock.advance(timedelta(hours=1))
    counter.return_result(dossier, "applicant")
    rate(counter.journal, Rate("dossier", dossier, 1, ("attitude",), "kiosk"))
    return dossier


def words(page: DossierPage) -> list[str]:
    return [each.words.vi for each in page.timeline]


def test_the_page_tells_the_whole_life_with_who_when_and_where(counter: JournalCounterOffice, clock: SetClock) -> None:
    page = counter.dossier_page(whole_life(counter, clock))
    told = "\n".join(words(page))
    in_order = (
        "Tiếp nhận hồ sơ (nộp trực tiếp)",
        "ký giao cho",
        "Bên nhận ký nhận hồ sơ",
        "Yêu cầu bổ sung: Tờ khai",
        "Đã nhận đủ giấy tờ bổ sung",
        "Có kết quả: đồng ý giải quyết",
        "Trả kết quả cho người nộp hồ sơ",
        "Người dân đã đánh giá",
    )
    places = [told.index(each) for each in in_order]
    assert places == sorted(places)
    received, rated = page.timeline[0], page.timeline[-1]
    assert (received.at, received.who, received.where.vi) == (MORNING, STAFF["thu"].name, "Bộ phận Một cửa")
    assert (rated.who, rated.where.vi) == ("", "")
    assert any(each.who == DEPARTMENT.name for each in page.timeline)
    assert page.row.stage == "returned"
    assert page.applicant is not None
    assert page.applicant.phone == "0900 000 975"
    assert page.applicant.birth_date == date(1990, 10, 3)


def test_what_is_personal_is_among_the_facts_and_never_in_the_timeline(
    counter: JournalCounterOffice, clock: SetClock
) -> None:
    page = counter.dossier_page(whole_life(counter, clock))
    assert "Trần Thị Mẫu" not in repr(page.timeline)
    assert page.reasons.supplement == "Thiếu chữ ký của Trần Thị Mẫu"
    for language in ("vi", "en"):
        facts = "\n".join(each.words for each in derive_facts(page, language))
        assert "000190001234" in facts
        assert "Thiếu chữ ký" in facts
        assert derive_timeline(page, language)[-1].icon == "reception", "the last thing stands at the top"


def test_the_forms_and_payments_of_the_page_can_be_asked_for(counter: JournalCounterOffice, clock: SetClock) -> None:
    dossier = whole_life(counter, clock)
    assert "supplement_request" in [each.form for each in counter.issued_forms(dossier)]
    assert counter.payments_of(dossier) == ()


def test_a_dossier_on_its_way_says_who_has_not_signed(counter: JournalCounterOffice) -> None:
    dossier = counter.receive(FORM).id
    counter.offer(DEPARTMENT.unit, (dossier,))
    page = counter.dossier_page(dossier)
    assert page.transit_to == DEPARTMENT.unit_name
    assert any("chưa ký nhận" in each.words for each in derive_facts(page, "vi"))


def test_a_page_without_its_personal_record_says_so(counter: JournalCounterOffice) -> None:
    dossier = counter.receive(FORM).id
    with counter.journal.writing() as writer:
        writer.connection.execute(update(tables.personal).values(body=None, erased_at=1))
    page = counter.dossier_page(dossier)
    assert page.applicant is None
    assert page.row.applicant_name == ""
    assert any("đã được xóa" in each.words for each in derive_facts(page, "vi"))
    assert counter.search_dossiers("tran thi mau").rows == ()


def test_a_dossier_is_found_by_any_word_as_soon_as_it_is_received(counter: JournalCounterOffice) -> None:
    received = counter.receive(FORM)
    counter.receive(replace(FORM, applicant=replace(FORM.applicant, name="Lê Văn Khác", phone="", identity_number="")))
    for typed in ("mau", "tran thi", "975", "1234", received.code, received.code[-4:] + " mau"):
        found = counter.search_dossiers(typed)
        assert [each.id for each in found.rows] == [received.id], typed
        assert found.index.complete
    assert [each.applicant_name for each in counter.search_dossiers("to khai khong co").rows] == []


def test_a_department_looks_up_dossiers_of_the_whole_office_and_the_administrator_does_not(
    counter: JournalCounterOffice,
) -> None:
    dossier = counter.receive(FORM).id
    counter.officer = DEPARTMENT
    assert [each.id for each in counter.search_dossiers("mau").rows] == [dossier]
    assert counter.dossier_page(dossier).row.id == dossier
    counter.officer = STAFF["quantri"]
    for deed in (lambda: counter.search_dossiers("mau"), lambda: counter.dossier_page(dossier)):
        with pytest.raises(Refusal) as refused:
            deed()
        assert refused.value.code == "not_allowed"


def test_a_dossier_that_is_not_here_is_refused_in_words(counter: JournalCounterOffice) -> None:
    with pytest.raises(Refusal) as refused:
        counter.dossier_page("nothing")
    assert refused.value.code == "no_such_dossier"


def test_a_search_answers_while_nothing_can_be_written(
    counter: JournalCounterOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = counter.receive(FORM).id
    assert counter.search_dossiers("mau").rows

    def full(_: object) -> None:
        raise EnvironmentFailure("disk_full", "Ổ đĩa đã đầy.", "The disk is full.")

    later = counter.receive(FORM).id
    monkeypatch.setattr(dossiers, "index_more", full)
    found = counter.search_dossiers("mau")
    assert [each.id for each in found.rows] == [dossier]
    assert not found.index.complete
    monkeypatch.undo()
    assert {each.id for each in counter.search_dossiers("mau").rows} == {dossier, later}

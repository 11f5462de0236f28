"""Other agencies on the screen, by keys: asked and answered, reached, back; the deciding room; a reception point."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListWidget

from counter.handover.derive_deciding import ask_words, derive_decided_row, hint_words, waiting_words
from counter.parts.key_button import KeyButton
from counter.parts.rows import Row
from counter.ports.deciding import DecidingRow
from counter.ports.steps import AgencyRequest
from counter.words import typed_day
from shared.clock import local
from shared.domain.custody import ONE_STOP
from shared.domain.dossier import Dossier
from shared.domain.fact import Fact
from tests.counter.conftest import Counter

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
HERE, TAX, ELSEWHERE, POINT = "dossier-3", "thue-co-so-thu", "phuong-ban", "diem-tiep-nhan-ben-thu"


def dossier(counter: Counter, identity: str = HERE) -> Dossier:
    return counter.office.book.dossiers[identity]


@pytest.fixture
def page(counter: Counter) -> Counter:
    """The steps of a dossier at the one-stop office."""
    counter.open()
    steps_of(counter, HERE)
    return counter


def steps_of(counter: Counter, identity: str) -> None:
    counter.window.presenters.ways.steps_wanted.emit(identity)
    counter.settle()


def choose(counter: Counter, name: str, value: str) -> None:
    box = counter.find(QComboBox, name)
    box.setCurrentIndex(box.findData(value))
    counter.settle()


def to_agency(counter: Counter, identity: str, agency: str) -> None:
    """The agency has signed for it."""
    sides = {"handover": f"to-{agency}", "giver": ONE_STOP, "receiver": agency, "receiver_kind": "agency"}
    facts = (Fact(identity, "dossier.sent", sides), Fact(identity, "dossier.taken", sides))
    counter.office.book.write(facts, "staff-1")
    counter.window.presenters.steps.refresh()
    counter.settle()


def words_in(counter: Counter) -> str:
    return "\n".join(each.text() for each in counter.window.findChildren(QLabel) if each.isVisible())


def test_an_agency_is_asked_with_its_own_limit_and_its_answer_recorded(page: Counter) -> None:
    due = dossier(page).due_at
    page.key(Qt.Key.Key_Q, ALT)
    choose(page, "agency_topic", "verification")
    choose(page, "agency_days", "2")
    page.type("Nơi cư trú của ông Nguyễn Văn Kín", "agency_words")
    page.control(Qt.Key.Key_Return)
    assert "Thuế cơ sở 1 Thành phố Thử" in page.text("step_summary")
    assert dossier(page).open_coordinations == ()
    page.control(Qt.Key.Key_Return)
    (asked,) = dossier(page).open_coordinations
    assert (asked.agency, asked.topic, asked.working_days) == (TAX, "verification", 2)
    assert dossier(page).due_at == due
    slip = f"phieu-chuyen-{dossier(page).code}"
    assert [name for name, _ in page.printer.printed] == [slip]
    page.key(Qt.Key.Key_I, ALT)
    assert [name for name, _ in page.printer.printed] == [slip, slip]
    page.key(Qt.Key.Key_R, ALT)
    page.control(Qt.Key.Key_Return)
    page.control(Qt.Key.Key_Return)
    assert dossier(page).coordinations[0].answer == "given"
    assert page.said_words()[-1] == f"Đã ghi trả lời về hồ sơ {dossier(page).code}."


def test_a_limit_after_the_promised_day_is_pointed_out(page: Counter) -> None:
    page.key(Qt.Key.Key_Q, ALT)
    assert "muộn hơn ngày đã hẹn" not in words_in(page)
    choose(page, "agency_days", "15")
    assert "muộn hơn ngày đã hẹn" in words_in(page)


def test_something_else_has_to_be_said_in_words(page: Counter) -> None:
    page.key(Qt.Key.Key_Q, ALT)
    choose(page, "agency_topic", "other")
    page.control(Qt.Key.Key_Return)
    assert page.text("step_lacks") == "Ghi nội dung đề nghị phối hợp."


def test_what_was_asked_by_mistake_is_taken_back(page: Counter) -> None:
    page.office.ask_agency(HERE, AgencyRequest(TAX, "opinion", "", 2))
    page.window.presenters.steps.refresh()
    page.settle()
    page.key(Qt.Key.Key_R, ALT)
    choose(page, "agency_answer", "not_needed")
    page.control(Qt.Key.Key_Return)
    page.control(Qt.Key.Key_Return)
    assert dossier(page).coordinations[0].answer == "not_needed"
    assert dossier(page).open_coordinations == ()


def test_a_dossier_comes_back_from_an_agency_with_who_signed_on_paper(page: Counter) -> None:
    to_agency(page, HERE, TAX)
    page.key(Qt.Key.Key_V, ALT)
    page.control(Qt.Key.Key_Return)
    assert "Ghi họ tên người của cơ quan đó" in page.text("step_lacks")
    page.type("Lý Văn Giả", "agency_name")
    page.control(Qt.Key.Key_Return)
    assert "Lý Văn Giả" in page.text("step_summary")
    page.control(Qt.Key.Key_Return)
    assert (dossier(page).holder, dossier(page).result_ready_at) == (ONE_STOP, None)


def received_for_elsewhere(counter: Counter) -> str:
    """A dossier of another ward, received here."""
    reception = counter.window.presenters.reception
    reception.choose(next(each for each in counter.office.procedures("1.004884") if each.code == "1.004884"))
    counter.settle()
    reception.set(name="Nguyễn Thị Mẫu", competent=ELSEWHERE)
    reception.set_count(0, 1, 0)
    reception.receive()
    counter.settle()
    received = reception.state.received
    assert received is not None
    return received.id


def test_the_choice_of_another_ward_is_there_only_where_one_decides_the_field(counter: Counter) -> None:
    counter.open()
    reception = counter.window.presenters.reception
    shown = {}
    for code in ("1.004884", "1.001612"):
        found = [each for each in counter.office.procedures(code) if each.code == code]
        reception.choose(found[0])
        counter.settle()
        shown[found[0].field] = [each.id for each in reception.state.agencies]
    assert shown.pop("Hộ tịch") == [ELSEWHERE]
    assert list(shown.values()) == [[]]


def test_a_dossier_for_another_ward_has_no_date_until_that_ward_has_it(counter: Counter) -> None:
    """Decree 118/2025 Art. 17(3) as amended by Decree 309 Art. 8(3)."""
    counter.open()
    identity = received_for_elsewhere(counter)
    assert counter.text("received_due") == "Chưa có ngày hẹn"
    assert "trong một ngày làm việc" in counter.text("received_hint")
    assert dossier(counter, identity).due_at is None
    steps_of(counter, identity)
    counter.clock.advance(timedelta(hours=2))
    counter.window.presenters.steps.refresh()
    counter.settle()
    counter.key(Qt.Key.Key_E, ALT)
    day, time = counter.find(QLineEdit, "agency_asked_day"), counter.find(QLineEdit, "agency_asked_time")
    now = local(counter.clock.now())
    assert (day.text(), time.text()) == (typed_day(now.date()), f"{now:%H:%M}")
    counter.control(Qt.Key.Key_Return)
    counter.control(Qt.Key.Key_Return)
    assert dossier(counter, identity).due_at is not None
    assert len(counter.printer.printed) == 2, "Form 01 once more, with the date"


def test_a_moment_that_cannot_be_is_pointed_out(counter: Counter) -> None:
    counter.open()
    steps_of(counter, received_for_elsewhere(counter))
    counter.key(Qt.Key.Key_E, ALT)
    counter.find(QLineEdit, "agency_asked_day").clear()
    counter.type("01/01/2020", "agency_asked_day")
    counter.control(Qt.Key.Key_Return)
    assert "không sau bây giờ" in counter.text("step_lacks")


def test_the_deciding_room_says_how_long_a_supplement_may_be_asked_for_and_leads_there(counter: Counter) -> None:
    """Art. 19(5)."""
    counter.sign_in("tuphap")
    counter.click("room_deciding")
    held = counter.window.presenters.deciding.state.rows
    row = next(each for each in held if each.row.stage == "processing")
    view = counter.find(QListWidget, "deciding_dossiers")
    shown = [view.item(at).data(Qt.ItemDataRole.UserRole + 1) for at in range(view.count())]
    assert any(isinstance(each, Row) and each.subtitle.startswith("Còn 3 ngày làm việc") for each in shown)
    counter.window.presenters.deciding.choose(row.row.id)
    counter.settle()
    counter.key(Qt.Key.Key_B, ALT)
    assert counter.window.presenters.dossiers.state.part == "steps"
    assert counter.find(KeyButton, "step_request_supplement").isEnabled()


def decided(days: int, *, waits_for: tuple[str, ...] = (), late: bool = False) -> DecidingRow:
    from counter.ports import DossierRow
    from counter.sample.content import MORNING

    row = DossierRow(
        id="d",
        code="H99.99.01-261123-1001",
        procedure_name="Thủ tục",
        applicant_name="Nguyễn Thị Mẫu",
        stage="processing",
        holder_name="Văn phòng",
        received_at=MORNING,
        due_at=MORNING,
        late=False,
    )
    return DecidingRow(row, MORNING, days, waits_for, late)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (3, "Còn 3 ngày làm việc để yêu cầu bổ sung"),
        (0, "Hôm nay hết hạn yêu cầu bổ sung"),
        (-1, "Đã quá 3 ngày yêu cầu bổ sung"),
    ],
)
def test_the_three_working_days_are_told_in_words(qapp: object, days: int, words: str) -> None:
    assert ask_words(decided(days)) == words
    assert ("muộn" in hint_words(decided(days), "vi")) is (days < 0)


def test_an_agency_that_is_late_stands_in_the_row(qapp: object) -> None:
    late = decided(3, waits_for=("Thuế cơ sở 1",), late=True)
    assert waiting_words(late) == "Thuế cơ sở 1: quá hạn trả lời"
    assert derive_decided_row(late, "vi").urgent
    assert waiting_words(decided(3, waits_for=("Thuế cơ sở 1",))) == "chờ Thuế cơ sở 1"


def test_the_deadlines_have_a_group_for_agencies_that_are_late(counter: Counter) -> None:
    """Art. 19(4)(c)."""
    counter.open()
    counter.office.ask_agency(HERE, AgencyRequest(TAX, "opinion", "", 1))
    counter.clock.advance(timedelta(days=4))
    counter.click("room_deadlines")
    presenter = counter.window.presenters.deadlines
    presenter.choose_scope("office")
    counter.settle()
    assert presenter.state.found is not None
    (row,) = presenter.state.found.of("agency_late")
    assert (row.id, row.agency_name) == (HERE, "Thuế cơ sở 1 Thành phố Thử")


def test_at_a_reception_point_dossiers_are_received_without_a_counter(counter: Counter) -> None:
    counter.sign_in("benthu")
    counter.click("room_reception")
    reception = counter.window.presenters.reception
    reception.choose(next(each for each in counter.office.procedures("1.004884") if each.code == "1.004884"))
    reception.set(name="Nguyễn Thị Mẫu")
    reception.set_count(0, 1, 0)
    counter.settle()
    counter.control(Qt.Key.Key_Return)
    received = reception.state.received
    assert received is not None
    found = dossier(counter, received.id)
    assert (found.holder, found.home, found.stage, found.counter) == (POINT, POINT, "received", "")
    assert [name for name, _ in counter.printer.printed] == [found.code]


def test_a_reception_point_returns_only_what_lies_there(counter: Counter) -> None:
    counter.sign_in("benthu")
    at_the_office = next(each for each in counter.office.book.dossiers.values() if each.stage == "result_at_counter")
    assert counter.office.ready_results() == ()
    card = counter.office.result_card(at_the_office.code)
    assert not card.may_return

"""Two planned appointments on the screen and on the journal: the first one is met, the financial duty is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from counter.sample.content import MORNING
from counter.sample.land import await_duty, receive_land
from counter.wiring.office import JournalCounterOffice
from resources.sample_ward.load import sample_office_document
from shared.clock import SetClock
from shared.domain.office import office_from_document
from shared.failures import Refusal
from tests.counter.conftest import Counter
from tests.counter.counters import CERTIFIED_COPY as FORM
from tests.counter.counters import STAFF
from tests.counter.test_calendar import journal_office
from tests.counter.test_steps_panel import ALT, Panel
from tests.documents.reading import text_of

__all__ = ["journal_office"]


@pytest.fixture
def panel(qtbot: QtBot, counter: Counter) -> Iterator[Panel]:
    counter.open()
    panel = Panel(counter)
    yield panel
    panel.host.close()
    panel.host.deleteLater()
    counter.settle()


def received(panel: Panel) -> str:
    return receive_land(panel.counter.office.book, office_from_document(sample_office_document()))


def test_the_first_appointment_is_met_by_keys_and_the_clock_stands(panel: Panel) -> None:
    land = received(panel)
    panel.show(land)
    panel.key(Qt.Key.Key_G, ALT)
    assert "Thời hạn ngừng tính" in panel.words()
    panel.enter()
    assert panel.stage_of(land) == "received"
    panel.enter()
    assert panel.stage_of(land) == "awaiting_duty"
    assert panel.counter.office.book.dossiers[land].due_at is None
    assert "chờ nghĩa vụ tài chính" in panel.counter.said_words()[-1]


def test_the_proof_of_the_duty_starts_the_second_appointment(panel: Panel) -> None:
    land = received(panel)
    await_duty(panel.counter.office.book, land)
    panel.show(land)
    panel.key(Qt.Key.Key_C, ALT)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    assert "Hẹn lần 2 (trả kết quả): 3 ngày làm việc, bỏ qua 24/11" in panel.words()
    panel.enter()
    assert "Ghi số chứng từ nộp tiền." in panel.words()
    panel.keys("Giấy nộp tiền 0001 ngày 23/11/2026")
    panel.enter()
    assert "Giấy nộp tiền 0001 ngày 23/11/2026" in panel.words()
    panel.enter()
    shown = panel.counter.office.book.dossiers[land]
    assert (shown.stage, shown.awaits_duty) == ("received", False)
    assert shown.due_at == shown.appointments[1].due_at
    assert shown.due_at is not None


def test_a_dossier_with_one_due_date_is_not_asked_about_appointments(panel: Panel) -> None:
    panel.show("dossier-3")
    assert not panel.button("step_meet_appointment").isVisible()
    assert not panel.button("step_show_duty").isVisible()


def test_on_the_journal_the_citizen_gets_a_further_form_01_for_the_second_appointment(
    journal_office: JournalCounterOffice, clock: SetClock
) -> None:
    office = journal_office
    office.officer = STAFF["thu"]
    land = office.receive(replace(FORM, procedure="1.013831")).id
    first = office.form_01(land)
    office.officer = STAFF["buuchinh"]
    with pytest.raises(Refusal) as refused:
        office.meet_appointment(land)
    assert refused.value.code == "not_allowed"
    office.officer = STAFF["thu"]
    assert office.meet_appointment(land).stage == "awaiting_duty"
    assert [each.kind for each in office.steps(land) if each.kind in ("meet_appointment", "show_duty")] == ["show_duty"]
    clock.set(MORNING + timedelta(days=2))
    row = office.show_duty(land, "Giấy nộp tiền 0001")
    assert row.due_at == datetime(2026, 11, 30, 10, 0, tzinfo=UTC)
    second = office.form_01(land)
    assert (second.copy, second.number != first.number) == (False, True)
    assert "ngày 30 tháng 11 năm 2026" in text_of(second.pdf)
    assert office.form_01(land).copy

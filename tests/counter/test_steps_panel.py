"""The steps of the law on the screen: by keys, asked twice, nothing typed lost, every print counted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from counter.parts.key_button import KeyButton
from counter.steps.panel import StepsPanel
from counter.steps.presenter import StepsPresenter
from shared.domain.text import LONGEST_LINE, LONGEST_TEXT
from tests.counter.conftest import Counter

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
HERE, OTHER, DECIDED = "dossier-3", "dossier-2", "dossier-5"


class Panel:
    """The panel in a window of its own, over the counter's presenters."""

    def __init__(self, counter: Counter) -> None:
        self.counter = counter
        self.presenter: StepsPresenter = counter.window.presenters.steps
        self.host = QWidget()
        self.view = StepsPanel(self.presenter, counter.window.language, counter.window.look)
        layout = QVBoxLayout(self.host)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        layout.addWidget(self.view)
        self.host.resize(800, 700)
        self.host.show()
        self.host.activateWindow()
        counter.settle()

    def show(self, dossier: str) -> None:
        self.view.show_dossier(dossier)
        self.counter.settle()

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.host, key, modifiers)
        self.counter.settle()

    def enter(self) -> None:
        self.key(Qt.Key.Key_Return, CONTROL)

    def keys(self, text: str) -> None:
        self.counter.keys(text)
        self.counter.settle()

    def button(self, name: str) -> KeyButton:
        found = self.host.findChild(KeyButton, name)
        assert isinstance(found, KeyButton)
        return found

    def words(self) -> str:
        return "\n".join(each.text() for each in self.host.findChildren(QLabel) if each.isVisible())

    def printed(self) -> list[str]:
        return [name for name, _ in self.counter.printer.printed]

    def stage_of(self, dossier: str) -> str:
        return self.counter.office.book.dossiers[dossier].stage


@pytest.fixture
def panel(qtbot: QtBot, counter: Counter) -> Iterator[Panel]:
    counter.open()
    panel = Panel(counter)
    panel.show(HERE)
    yield panel
    panel.host.close()
    panel.host.deleteLater()
    counter.settle()


def test_a_supplement_is_asked_for_by_keys_alone(panel: Panel) -> None:
    panel.key(Qt.Key.Key_B, ALT)
    assert isinstance(QApplication.focusWidget(), QCheckBox)
    panel.key(Qt.Key.Key_Space)
    while not isinstance(QApplication.focusWidget(), QPlainTextEdit):
        panel.key(Qt.Key.Key_Tab)
    panel.keys("Thiếu chữ ký")
    panel.enter()
    assert panel.stage_of(HERE) == "received"
    assert "không hoàn tác được" in panel.words()
    panel.enter()
    assert panel.stage_of(HERE) == "awaiting_supplement"
    assert panel.printed() == ["mau-02-100001-2026"]
    assert "không được yêu cầu thêm" in panel.words()
    assert not panel.button("step_request_supplement").isEnabled()


def test_whoever_goes_on_to_another_dossier_at_once_sees_that_one(panel: Panel) -> None:
    panel.view.show_dossier(OTHER)
    panel.view.show_dossier(DECIDED)
    panel.counter.settle()
    sheet = panel.presenter.state.sheet
    assert sheet is not None
    assert sheet.dossier == DECIDED


def test_a_form_is_printed_even_if_somebody_has_gone_on_to_another_dossier(panel: Panel) -> None:
    panel.key(Qt.Key.Key_T, ALT)
    panel.keys("Không thuộc thẩm quyền")
    panel.enter()
    panel.presenter.primary()
    panel.show(OTHER)
    assert panel.stage_of(HERE) == "refused"
    assert panel.printed() == ["mau-03-100001-2026"]
    assert panel.presenter.state.sheet is not None
    assert panel.presenter.state.sheet.dossier == OTHER


def test_nothing_is_done_while_something_is_lacking(panel: Panel) -> None:
    panel.key(Qt.Key.Key_T, ALT)
    panel.enter()
    assert "Ghi lý do." in panel.words()
    panel.enter()
    panel.enter()
    assert panel.stage_of(HERE) == "received"


def test_whoever_goes_on_typing_is_asked_anew(panel: Panel) -> None:
    panel.key(Qt.Key.Key_T, ALT)
    panel.keys("Không thuộc")
    panel.enter()
    assert panel.presenter.state.asking
    panel.key(Qt.Key.Key_Left, ALT)
    assert not panel.presenter.state.asking
    panel.keys(" thẩm quyền")
    panel.enter()
    panel.enter()
    assert panel.stage_of(HERE) == "refused"
    assert "đã bị từ chối" in panel.words()


def test_a_reason_ends_where_a_text_may_be_no_longer(panel: Panel) -> None:
    panel.key(Qt.Key.Key_T, ALT)
    edit = panel.host.findChild(QPlainTextEdit, "step_reason")
    assert isinstance(edit, QPlainTextEdit)
    edit.insertPlainText("ă" * (LONGEST_TEXT + 7))
    edit.insertPlainText("thêm")
    assert edit.toPlainText() == panel.presenter.state.draft.reason == "ă" * LONGEST_TEXT


def test_every_line_of_the_counter_has_an_end(panel: Panel) -> None:
    window = panel.counter.window
    edits = [each for each in window.findChildren(QLineEdit) if not isinstance(each.parent(), QSpinBox)]
    assert {"applicant_name", "address", "card_scan"} <= {each.objectName() for each in edits}
    assert {each.maxLength() for each in edits} == {LONGEST_LINE, LONGEST_TEXT}
    name = window.findChild(QLineEdit, "applicant_name")
    assert isinstance(name, QLineEdit)
    name.insert("ă" * 1000)
    assert len(name.text()) == LONGEST_LINE


def test_what_was_typed_for_one_dossier_is_there_again(panel: Panel) -> None:
    panel.key(Qt.Key.Key_T, ALT)
    panel.keys("Đang nghĩ")
    panel.show(OTHER)
    assert panel.presenter.state.chosen is None
    panel.show(HERE)
    panel.key(Qt.Key.Key_T, ALT)
    edit = panel.host.findChild(QPlainTextEdit, "step_reason")
    assert isinstance(edit, QPlainTextEdit)
    assert edit.toPlainText() == "Đang nghĩ"
    panel.key(Qt.Key.Key_Left, ALT)
    assert panel.presenter.state.chosen is None
    panel.counter.window.presenters.sign_in.sign_out()
    panel.counter.settle()
    assert panel.presenter.state.sheet is None


def test_a_supplement_is_taken_only_when_everything_is_there(panel: Panel) -> None:
    papers = panel.counter.office.papers_to_ask_for(HERE)[:2]
    panel.counter.office.request_supplement(HERE, papers, "Thiếu")
    panel.show(HERE)
    panel.key(Qt.Key.Key_N, ALT)
    assert "Hẹn trả mới" in panel.words()
    panel.key(Qt.Key.Key_Space)
    panel.enter()
    assert "mang đủ" in panel.words()
    panel.key(Qt.Key.Key_Tab)
    panel.key(Qt.Key.Key_Space)
    panel.enter()
    panel.enter()
    assert panel.stage_of(HERE) == "received"
    assert panel.printed() == [panel.counter.office.book.dossiers[HERE].code]


def test_a_result_is_put_off_to_the_proposed_day(panel: Panel) -> None:
    panel.show(DECIDED)
    panel.key(Qt.Key.Key_X, ALT)
    proposed = panel.counter.office.suggested_new_day(DECIDED)
    panel.presenter.add_reason("Chờ ý kiến")
    panel.enter()
    assert f"{proposed:%d/%m/%Y}" in panel.words()
    panel.enter()
    apology = panel.counter.office.book.dossiers[DECIDED].apology
    assert apology is not None
    assert apology.new_due_at.date() == proposed


def test_a_stop_needs_the_proof_of_the_citizens_request(panel: Panel) -> None:
    panel.key(Qt.Key.Key_D, ALT)
    panel.enter()
    assert "thể hiện yêu cầu dừng" in panel.words()
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    panel.keys("Đơn số 12")
    panel.enter()
    panel.enter()
    assert panel.stage_of(HERE) == "stopped"
    assert panel.printed() == ["mau-05-100001-2026"]


def test_prints_are_counted_and_copies_marked(panel: Panel) -> None:
    panel.key(Qt.Key.Key_P, ALT)
    panel.key(Qt.Key.Key_K, ALT)
    panel.key(Qt.Key.Key_I, ALT)
    prints = {each.form: each.prints for each in panel.counter.office.issued_forms(HERE)}
    assert sorted(prints.values()) == [1, 2]
    assert len(panel.printed()) == 3


def test_a_form_that_did_not_come_out_is_printed_later_as_the_original(panel: Panel) -> None:
    panel.counter.printer.out_of_paper = True
    panel.key(Qt.Key.Key_P, ALT)
    assert panel.presenter.state.unprinted is not None
    panel.counter.printer.out_of_paper = False
    panel.key(Qt.Key.Key_I, ALT)
    assert panel.presenter.state.unprinted is None
    (row,) = panel.counter.office.issued_forms(HERE)
    assert row.prints == 1
    assert len(panel.printed()) == 1


def test_a_key_that_is_held_down_does_not_go_on_to_the_deed(panel: Panel) -> None:
    panel.key(Qt.Key.Key_T, ALT)
    panel.keys("Không thuộc thẩm quyền")
    panel.enter()
    shortcuts = panel.button("step_do").findChildren(QShortcut)
    assert shortcuts
    assert not any(each.autoRepeat() for each in shortcuts)


def test_somebody_of_a_department_sees_the_steps_of_a_department(qtbot: QtBot, counter: Counter) -> None:
    counter.sign_in("tuphap")
    panel = Panel(counter)
    panel.show(DECIDED)
    shown = [each.objectName() for each in panel.host.findChildren(KeyButton) if each.isVisible()]
    assert {"step_request_supplement", "step_apologise", "step_refuse"} <= set(shown)
    assert not {"step_stop", "step_close", "step_take_supplement"} & set(shown)
    panel.host.close()
    panel.host.deleteLater()
    counter.settle()


def test_on_the_page_of_a_dossier_every_key_reaches_its_step(counter: Counter) -> None:
    counter.open()
    counter.window.presenters.ways.dossier_wanted.emit(HERE)
    counter.settle()
    counter.key(Qt.Key.Key_3, ALT)
    steps = counter.window.presenters.steps
    for key, kind in ((Qt.Key.Key_B, "request_supplement"), (Qt.Key.Key_X, "apologise"), (Qt.Key.Key_D, "stop")):
        counter.key(key, ALT)
        assert steps.state.chosen == kind
        counter.key(Qt.Key.Key_Left, ALT)
        assert steps.state.chosen is None
    counter.key(Qt.Key.Key_T, ALT)
    counter.keys("Không thuộc thẩm quyền")
    counter.settle()
    counter.key(Qt.Key.Key_Return, CONTROL)
    counter.key(Qt.Key.Key_Return, CONTROL)
    assert counter.office.book.dossiers[HERE].stage == "refused"
    assert counter.text("dossier_stage") == "Đã từ chối"
    counter.key(Qt.Key.Key_P, ALT)
    assert [name for name, _ in counter.printer.printed][-1] == counter.office.book.dossiers[HERE].code

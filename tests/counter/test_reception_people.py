"""Reception in the real window: who submits and collects, what is known of them, guidance, immediate results."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QWidget

from counter.ports import GuidanceForm
from counter.reception.presenter import ReceptionPresenter
from resources.sample_ward.load import sample_citizens
from tests.counter.conftest import Build, Counter

APPLICANT, AUTHORISED = sample_citizens()[20], sample_citizens()[21]
KNOWN = sample_citizens()[5]
"""Has an open dossier of 1.004873 in the sample: see `counter.sample.content`."""

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def desk(counter: Counter) -> Counter:
    counter.open()
    return counter


def reception(desk: Counter) -> ReceptionPresenter:
    return desk.window.presenters.reception


def choose(desk: Counter, query: str) -> None:
    desk.type(query, "procedure_search")
    desk.key(Qt.Key.Key_Return)


def is_shown(desk: Counter, name: str) -> bool:
    return any(each.isVisible() for each in desk.window.findChildren(QWidget, name))


def focused(desk: Counter) -> str:
    widget = desk.window.focusWidget()
    return widget.objectName() if widget is not None else ""


def test_the_commonest_dossier_takes_nine_keys(desk: Counter) -> None:
    """Four letters and Enter for the procedure, the card scanned, Enter for each of three papers, Ctrl+Enter."""
    pressed = 0

    def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        nonlocal pressed
        pressed += 1
        desk.key(key, modifiers)

    for letter in (Qt.Key.Key_D, Qt.Key.Key_K, Qt.Key.Key_K, Qt.Key.Key_S, Qt.Key.Key_Return):
        press(letter)
    desk.scan(APPLICANT.qr_11)
    for _ in range(3):
        press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (form,) = desk.office.received
    assert (form.applicant.name, len(form.documents)) == (APPLICANT.name, 3)
    assert pressed <= 9


def test_enter_in_a_row_ticks_and_goes_on_and_from_the_last_to_the_deed(desk: Counter) -> None:
    choose(desk, "1.004884")
    desk.scan(APPLICANT.qr_11)
    demanded = [at for at, row in enumerate(reception(desk).rows()) if row.kind == "demanded"]
    for at in demanded:
        assert focused(desk) == f"document_{at}"
        desk.key(Qt.Key.Key_Return)
    assert focused(desk) == "receive"
    assert all(sum(reception(desk).state.typed.counts[at]) for at in demanded)
    assert desk.office.received == []


def test_enter_in_a_ticked_row_leaves_it_ticked_and_arrows_change_nothing(desk: Counter) -> None:
    choose(desk, "1.004884")
    desk.scan(APPLICANT.qr_11)
    desk.key(Qt.Key.Key_Down)
    assert focused(desk) == "document_1"
    desk.key(Qt.Key.Key_Up)
    desk.key(Qt.Key.Key_Space)
    desk.key(Qt.Key.Key_Return)
    assert desk.find(QCheckBox, "document_0").isChecked()
    assert not desk.find(QCheckBox, "document_1").isChecked()


def test_tab_goes_through_the_form_from_the_procedure_to_the_deed(desk: Counter) -> None:
    choose(desk, "1.004884")
    desk.find(QWidget, "procedure_search").setFocus()
    visited = [focused(desk)]
    while visited[-1] != "receive" and len(visited) < 60:
        QTest.keyClick(desk.window.windowHandle(), Qt.Key.Key_Tab)
        visited.append(focused(desk))
    order = [
        "procedure_search",
        "identity_number",
        "applicant_name",
        "birth_date",
        "address",
        "phone",
        "document_0",
        "document_0_copies",
        "document_1",
        "channel",
        "fee",
        "return_way",
        "receive",
    ]
    assert [each for each in visited if each in order] == order


def test_an_authorised_person_is_one_key_away_and_both_cards_are_scanned(desk: Counter) -> None:
    choose(desk, "1.004884")
    desk.key(Qt.Key.Key_U, ALT)
    desk.scan(AUTHORISED.qr_11)
    desk.scan(APPLICANT.qr_11)
    typed = reception(desk).state.typed
    assert (typed.submitter_name, typed.submitter_number) == (AUTHORISED.name, AUTHORISED.id_number)
    assert (typed.name, typed.address) == (APPLICANT.name, APPLICANT.address)
    assert focused(desk) == "submitter_paper"
    desk.keys("số 12, ngày 20/11/2026")
    desk.find(QWidget, "document_0").setFocus()
    desk.key(Qt.Key.Key_Return)
    desk.control(Qt.Key.Key_Return)
    (form,) = desk.office.received
    assert form.submitter is not None
    assert (form.submitter.name, form.submitter.paper) == (AUTHORISED.name, "số 12, ngày 20/11/2026")
    assert [each.name for each in form.collectors] == [AUTHORISED.name]
    (dossier,) = [each for each in desk.office.book.dossiers.values() if each.code == desk.text("received_code")]
    assert dossier.submitted_by == "authorised"


def test_which_card_a_scan_fills_can_be_seen_and_switched(desk: Counter) -> None:
    desk.click("authorised")
    assert desk.find(QWidget, "scan_submitter").isChecked()  # type: ignore[attr-defined]
    desk.key(Qt.Key.Key_Q, ALT)
    assert desk.find(QWidget, "scan_applicant").isChecked()  # type: ignore[attr-defined]
    desk.scan(APPLICANT.qr_11)
    typed = reception(desk).state.typed
    assert (typed.name, typed.submitter_name) == (APPLICANT.name, "")


def test_a_card_scanned_before_anybody_spoke_of_authorisation_changes_places(desk: Counter) -> None:
    desk.scan(AUTHORISED.qr_11)
    desk.key(Qt.Key.Key_U, ALT)
    desk.key(Qt.Key.Key_D, ALT)
    typed = reception(desk).state.typed
    assert (typed.name, typed.submitter_name, typed.birth) == ("", AUTHORISED.name, "")
    desk.key(Qt.Key.Key_F9)
    assert reception(desk).state.typed.name == AUTHORISED.name


def test_an_authorised_person_without_a_paper_is_pointed_out(desk: Counter) -> None:
    choose(desk, "1.004884")
    desk.scan(APPLICANT.qr_11)
    desk.click("authorised")
    desk.type("Trần Văn Mẫu", "submitter_name")
    desk.control(Qt.Key.Key_Return)
    assert reception(desk).state.missing == ("submitter_paper", "documents")
    assert desk.find(QLineEdit, "submitter_paper").property("state") == "wrong"


def test_an_organisation_is_warned_about_its_tax_code_and_received_all_the_same(desk: Counter) -> None:
    choose(desk, "1.004884")
    desk.click("kind_organisation")
    desk.type("0100109107", "identity_number")
    assert "không khớp" in desk.text("number_warning")
    assert desk.text("unfit").startswith("Theo danh mục, thủ tục này dành cho cá nhân")
    desk.type("Công ty TNHH Mẫu", "applicant_name")
    desk.type("Trần Văn Mẫu", "representative")
    desk.find(QWidget, "document_0").setFocus()
    desk.key(Qt.Key.Key_Return)
    desk.control(Qt.Key.Key_Return)
    (form,) = desk.office.received
    assert (form.applicant.identity_number, form.applicant.representative) == ("0100109107", "Trần Văn Mẫu")


def test_a_right_tax_code_and_a_fitting_kind_are_left_alone(desk: Counter) -> None:
    choose(desk, "1.001612")
    desk.click("kind_organisation")
    desk.type("0100109106", "identity_number")
    assert not is_shown(desk, "number_warning")


def test_what_was_given_last_time_is_offered_and_filled_in_by_one_key(desk: Counter) -> None:
    desk.office.phones[KNOWN.id_number] = KNOWN.phone
    choose(desk, "1.004884")
    desk.type(KNOWN.id_number, "identity_number")
    assert KNOWN.phone in desk.text("gave_before")
    assert reception(desk).state.typed.phone == ""
    desk.key(Qt.Key.Key_L, ALT)
    typed = reception(desk).state.typed
    assert (typed.phone, typed.name) == (KNOWN.phone, KNOWN.name)
    assert not is_shown(desk, "gave_before")
    desk.key(Qt.Key.Key_F9)
    assert reception(desk).state.typed.phone == ""


def test_what_is_typed_is_never_overwritten_by_what_was_given_before(desk: Counter) -> None:
    desk.office.phones[KNOWN.id_number] = KNOWN.phone
    desk.scan(KNOWN.qr_11)
    desk.type("0911 000 111", "phone")
    assert not is_shown(desk, "gave_before")
    reception(desk).refill()
    assert reception(desk).state.typed.phone == "0911 000 111"


def test_an_open_dossier_of_the_same_procedure_is_a_warning_not_a_bar(desk: Counter) -> None:
    choose(desk, "1.004873")
    desk.scan(KNOWN.qr_11)
    assert desk.text("duplicate").startswith("Người này đang có 1 hồ sơ cùng thủ tục: H99.99.01-")
    desk.key(Qt.Key.Key_Return)
    desk.control(Qt.Key.Key_Return)
    assert len(desk.office.received) == 1


def test_an_answer_about_somebody_else_is_not_shown(desk: Counter) -> None:
    presenter = reception(desk)
    presenter.set(identity_number=KNOWN.id_number)
    presenter.set(identity_number=APPLICANT.id_number[:-1])
    desk.settle()
    assert presenter.state.before is None


def test_a_second_dossier_says_so_and_keeps_the_people_and_the_way_of_collecting(desk: Counter) -> None:
    choose(desk, "1.004884")
    desk.scan(APPLICANT.qr_11)
    desk.key(Qt.Key.Key_Return)
    reception(desk).set(return_way="post", channel="post")
    desk.key(Qt.Key.Key_N, ALT)
    desk.keys("Lê Thị Giả")
    desk.control(Qt.Key.Key_Return)
    desk.control(Qt.Key.Key_D)
    assert desk.text("nth_dossier") == f"Hồ sơ thứ 2 của {APPLICANT.name}"
    typed = reception(desk).state.typed
    assert (typed.return_way, typed.channel, typed.collector_name) == ("post", "post", "Lê Thị Giả")
    choose(desk, "1.004873")
    desk.find(QWidget, "document_0").setFocus()
    desk.key(Qt.Key.Key_Return)
    desk.control(Qt.Key.Key_Return)
    first, second = desk.office.received
    assert second.applicant == first.applicant
    assert second.collectors == first.collectors


def test_closing_the_fields_of_another_collector_empties_them(desk: Counter) -> None:
    desk.key(Qt.Key.Key_N, ALT)
    desk.keys("Lê Thị Giả")
    assert reception(desk).state.typed.collector_name == "Lê Thị Giả"
    desk.key(Qt.Key.Key_N, ALT)
    assert reception(desk).state.typed.collector_name == ""
    assert not is_shown(desk, "collector_name")


def test_the_source_of_a_mark_is_shown_on_demand_and_said_to_screen_readers(desk: Counter) -> None:
    choose(desk, "1.001193")
    rows = reception(desk).rows()
    at = next(at for at, row in enumerate(rows) if row.kind == "replaced")
    assert "66.7/2025" in desk.find(QWidget, f"document_{at}_source").accessibleDescription()
    desk.click(f"document_{at}_source")
    shown = [each.text() for each in desk.window.findChildren(QWidget) if hasattr(each, "text") and each.isVisible()]
    assert any(str(words).startswith("Nguồn: Danh sách giấy tờ") for words in shown)


def test_form_02_is_written_beside_the_form_and_nothing_typed_is_lost(desk: Counter) -> None:
    choose(desk, "1.004884")
    desk.scan(APPLICANT.qr_11)
    desk.key(Qt.Key.Key_Return)
    before = reception(desk).state.typed
    desk.key(Qt.Key.Key_G, ALT)
    assert focused(desk) == "guidance_1"
    desk.key(Qt.Key.Key_Space)
    desk.key(Qt.Key.Key_I, ALT)
    assert reception(desk).state.missing == ("guidance_reason",)
    desk.type("Thiếu bản sao", "guidance_reason")
    asked: list[GuidanceForm] = []
    guidance_form = desk.office.guidance_form
    desk.office.guidance_form = lambda form: asked.append(form) or guidance_form(form)  # type: ignore[assignment,func-returns-value,method-assign]
    desk.key(Qt.Key.Key_I, ALT)
    (form,) = asked
    assert (form.kind, form.applicant.name, form.reason) == ("supplement_request", APPLICANT.name, "Thiếu bản sao")
    assert form.requests == tuple(row.name for row in reception(desk).rows()[1:3])
    assert len(desk.printer.printed) == 1
    assert desk.office.received == []
    desk.key(Qt.Key.Key_H, ALT)
    typed = reception(desk).state.typed
    assert (typed.name, typed.counts) == (before.name, before.counts)
    assert not is_shown(desk, "print_guidance")


def test_form_03_says_why_nothing_is_received(desk: Counter) -> None:
    choose(desk, "1.004884")
    desk.scan(APPLICANT.qr_11)
    desk.key(Qt.Key.Key_T, ALT)
    assert focused(desk) == "guidance_reason"
    desk.keys("Không thuộc thẩm quyền")
    desk.key(Qt.Key.Key_Return)
    assert len(desk.printer.printed) == 1
    assert "Đã in Phiếu từ chối" in desk.said_words()[-1]


def test_half_written_guidance_is_in_the_draft(build: Build) -> None:
    first = build()
    first.open()
    choose(first, "1.004884")
    first.key(Qt.Key.Key_G, ALT)
    first.type("Thiếu bản sao", "guidance_reason")
    first.window.presenters.reception.pause.timeout.emit()
    first.settle()
    second = build(office=first.office)
    second.open()
    assert second.text("guidance_reason") == "Thiếu bản sao"


def test_an_immediate_result_prints_nothing_until_somebody_asks(desk: Counter) -> None:
    choose(desk, "2.000815")
    desk.scan(APPLICANT.qr_11)
    desk.key(Qt.Key.Key_Return)
    desk.control(Qt.Key.Key_Return)
    assert len(desk.office.received) == 1
    assert desk.printer.printed == []
    assert desk.text("received_hint").startswith("Thủ tục trả kết quả ngay")
    assert desk.text("print_again") == "In Giấy tiếp nhận"
    desk.control(Qt.Key.Key_P)
    assert len(desk.printer.printed) == 1
    assert desk.text("print_again") == "In lại"


def test_a_receipt_that_the_printer_did_not_take_is_printed_as_it_was(desk: Counter) -> None:
    asked: list[str] = []
    form_01 = desk.office.form_01
    desk.office.form_01 = lambda dossier: asked.append(dossier) or form_01(dossier)  # type: ignore[assignment,func-returns-value,method-assign]
    desk.printer.out_of_paper = True
    choose(desk, "1.004884")
    desk.scan(APPLICANT.qr_11)
    desk.key(Qt.Key.Key_Return)
    desk.control(Qt.Key.Key_Return)
    desk.printer.out_of_paper = False
    desk.control(Qt.Key.Key_P)
    assert len(asked) == 1
    desk.control(Qt.Key.Key_P)
    assert len(asked) == 2
    assert len(desk.printer.printed) == 2
    QApplication.processEvents()


def test_scans_chosen_while_typing_are_in_the_draft_and_attached_after_the_receipt(
    desk: Counter, tmp_path: Path
) -> None:
    paths = tuple(str(tmp_path / name) for name in ("don.png", "khai-sinh.png"))
    for path in paths:
        Path(path).write_bytes(b"\x89PNG" + path.encode())
    choose(desk, "1.004884")
    desk.scan(APPLICANT.qr_11)
    desk.key(Qt.Key.Key_Return)
    reception(desk).set(attachments=paths)
    reception(desk).pause.timeout.emit()
    desk.settle()
    assert desk.office.drafts["reception-staff-1"]["attachments"] == list(paths)
    desk.control(Qt.Key.Key_Return)
    scans = desk.window.presenters.reception_scans.state
    assert scans.dossier is not None
    assert len(scans.rows) == 2


def test_what_is_taken_back_too_late_does_not_bring_a_received_form_back(desk: Counter) -> None:
    choose(desk, "2.000815")
    desk.type("Lê Thị Giả", "applicant_name")
    desk.scan(APPLICANT.qr_11)
    desk.key(Qt.Key.Key_Return)
    desk.control(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_F9)
    assert reception(desk).state.phase == "received"
    desk.control(Qt.Key.Key_Return)
    assert len(desk.office.received) == 1

"""The room of the post point in the real window, by its keys: a note is made, printed, taken back, found again."""

from __future__ import annotations

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QWidget

from counter.consign.waiting import WaitingPresenter
from counter.ports.consign import ReceiptToPrint
from counter.reception.drafts import DRAFT_PAUSE_MILLISECONDS
from counter.sample.note_content import WAITING
from counter.sample_office import SampleOffice
from resources.sample_ward.load import sample_citizens
from shared.domain.carried_note import to_codes
from tests.counter.conftest import Build, Counter
from tests.counter.test_garbage_in_every_field import GARBAGE

CITIZEN = sample_citizens()[0]
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def post(counter: Counter) -> Counter:
    counter.sign_in("buutu")
    return counter


def choose(post: Counter, query: str) -> None:
    post.type(query, "procedure_search")
    post.key(Qt.Key.Key_Return)


def fill(post: Counter, fee: str = "") -> None:
    """A whole note, as it is made: procedure, card, papers by Enter, the money."""
    choose(post, "2.000635")
    post.scan(CITIZEN.qr_11)
    post.key(Qt.Key.Key_Return)
    post.find(QLineEdit, "fee").selectAll()
    post.find(QLineEdit, "fee").setFocus()
    post.key(Qt.Key.Key_Delete)
    post.type(fee, "fee")


def made(post: Counter) -> str:
    post.control(Qt.Key.Key_Return)
    return post.text("made_number")


def words_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def test_a_note_is_made_by_the_keyboard_alone_and_printed_once_as_the_original(post: Counter) -> None:
    fill(post, "8000")
    post.type("01ab-26e", "note_receipt_series")
    post.type("21", "note_receipt_number")
    post.type("ea 123 456 785 vn", "note_tracking")
    assert made(post) == "PG-261123-01001"
    (note,) = post.office.notes_of_today()
    assert (note.sender, note.fee_vnd, note.receipt) == (CITIZEN.name, 8000, "01AB-26E 21")
    assert (note.tracking, note.here) == ("EA123456785VN", True)
    assert [name for name, _ in post.printer.printed] == ["PG-261123-01001"]
    printed = words_of(post.printer.printed[0][1])
    assert "PG-261123-01001" in printed
    assert CITIZEN.name in printed
    assert "BẢN SAO" not in printed.upper().split("PHÍ")[0][:200]


def test_the_label_of_the_post_is_scanned_wherever_the_cursor_stands_and_an_odd_one_is_told(post: Counter) -> None:
    choose(post, "2.000635")
    post.find(QWidget, "phone").setFocus()
    post.scan("ea123456784vn")
    consign = post.window.presenters.consign.state
    assert (consign.parcel.tracking, consign.typed.phone) == ("EA123456784VN", "")
    assert "không khớp" in post.text("odd_tracking")
    post.find(QLineEdit, "note_tracking").selectAll()
    post.type("Nguyễn Thị Mẫu", "note_tracking")
    post.control(Qt.Key.Key_Return)
    assert "số hiệu bưu gửi" in post.text("note_hint")
    assert post.office.notes_of_today() == ()


def test_what_is_printed_again_is_another_paper(post: Counter) -> None:
    fill(post)
    made(post)
    post.control(Qt.Key.Key_P)
    assert [name for name, _ in post.printer.printed] == ["PG-261123-01001"] * 2
    assert post.said_words()[-1].startswith("Đã in bản sao")


def test_a_printer_without_paper_loses_nothing_and_the_next_print_is_the_original(post: Counter) -> None:
    post.printer.out_of_paper = True
    fill(post)
    made(post)
    assert post.printer.printed == []
    assert len(post.office.notes_of_today()) == 1
    post.printer.out_of_paper = False
    post.control(Qt.Key.Key_P)
    assert post.said_words()[-1].startswith("Đã in phiếu gửi PG-261123-01001")


def test_what_is_missing_is_said_and_nothing_is_made(post: Counter) -> None:
    choose(post, "2.000635")
    post.type("8.000", "fee")
    post.control(Qt.Key.Key_Return)
    said = post.text("note_hint")
    for words in ("họ tên người gửi", "địa chỉ người gửi", "giấy tờ đã gửi", "biên lai"):
        assert words in said
    assert post.office.notes_of_today() == ()


def test_the_next_note_of_the_same_sender_keeps_the_person_and_the_series_but_no_receipt(post: Counter) -> None:
    fill(post, "8000")
    post.type("01AB-26E", "note_receipt_series")
    post.type("21", "note_receipt_number")
    made(post)
    post.control(Qt.Key.Key_D)
    consign = post.window.presenters.consign.state
    assert (consign.typed.name, consign.typed.procedure, consign.typed.fee) == (CITIZEN.name, "", "")
    assert (consign.parcel.series, consign.parcel.number) == ("01AB-26E", "")
    assert "2" in post.text("nth_note")


def test_a_note_made_by_mistake_is_taken_back_only_when_asked_twice(post: Counter) -> None:
    fill(post)
    made(post)
    post.key(Qt.Key.Key_H, ALT)
    assert post.office.notes_of_today()[0].state == "made"
    assert "lần nữa" in post.text("withdraw_made")
    post.key(Qt.Key.Key_H, ALT)
    assert post.office.notes_of_today()[0].state == "withdrawn"
    assert post.window.presenters.consign.state.phase == "typing"


def test_the_notes_of_the_day_say_where_each_stands_and_a_refused_one_goes_back(post: Counter) -> None:
    ids = post.office.write_notes()
    post.key(Qt.Key.Key_2, ALT)
    assert "Bị trả về: 1" in post.text("note_counts")
    assert post.find(QListWidget, "notes").count() == len(ids)
    post.window.presenters.consign.choose_note(ids[2])
    post.key(Qt.Key.Key_G, ALT)
    post.key(Qt.Key.Key_G, ALT)
    assert {each.id: each.state for each in post.office.notes_of_today()}[ids[2]] == "given_back"
    assert not [each for each in post.window.findChildren(QWidget, "give_note_back") if each.isVisible()]


def test_a_day_without_notes_says_so(post: Counter) -> None:
    post.key(Qt.Key.Key_2, ALT)
    assert post.text("no_notes") == "Hôm nay chưa lập phiếu gửi nào."


def test_papers_that_complete_a_dossier_are_counted_against_what_was_asked_for(post: Counter) -> None:
    code = post.office.ask_for_papers()
    post.key(Qt.Key.Key_B, ALT)
    post.keys(code)
    post.key(Qt.Key.Key_Return)
    consign = post.window.presenters.consign.state
    assert consign.supplements is not None
    assert [row.name for row in post.window.presenters.consign.rows()] == list(consign.supplements.missing)
    assert consign.typed.name
    post.find(QWidget, "document_0").setFocus()
    post.key(Qt.Key.Key_Return)
    post.type("Số 1, Phường Mẫu", "address")
    made(post)
    (note,) = post.office.notes_of_today()
    assert (note.purpose, note.dossier_code) == ("supplement", code)


def test_a_receipt_scanned_anywhere_finds_the_dossier_and_a_card_still_fills_in_the_person(post: Counter) -> None:
    code = post.office.ask_for_papers()
    token = next(each.token for each in post.office.book.dossiers.values() if each.code == code)
    post.key(Qt.Key.Key_B, ALT)
    post.find(QWidget, "phone").setFocus()
    post.scan(f"https://mot-cua.vi-du.example/d/{token}")
    assert post.window.presenters.consign.state.supplements is not None
    post.scan(CITIZEN.qr_11)
    assert post.window.presenters.consign.state.typed.name == CITIZEN.name


def test_a_dossier_that_waits_for_nothing_is_one_sentence(post: Counter) -> None:
    post.key(Qt.Key.Key_B, ALT)
    post.type(next(iter(post.office.book.dossiers.values())).code, "supplement_code")
    post.key(Qt.Key.Key_Return)
    assert "không chờ bổ sung" in post.said_words()[-1]
    assert post.window.presenters.consign.state.supplements is None


def test_a_half_typed_note_is_back_after_the_program_has_died(post: Counter, build: Build) -> None:
    fill(post, "8000")
    post.type("21", "note_receipt_number")
    assert post.window.presenters.consign.pause.interval() == DRAFT_PAUSE_MILLISECONDS
    post.window.presenters.consign.pause.timeout.emit()
    post.settle()
    again = build(office=post.office)
    again.sign_in("buutu")
    kept = again.window.presenters.consign.state
    assert (kept.typed.name, kept.typed.fee, kept.parcel.number) == (CITIZEN.name, "8000", "21")
    assert kept.procedure is not None
    assert sum(sum(pair) for pair in kept.typed.counts) == 1
    assert again.said_words()[-1] == "Đã lấy lại phiếu đang nhập dở."


def test_a_half_typed_supplement_is_back_with_its_dossier(post: Counter, build: Build) -> None:
    code = post.office.ask_for_papers()
    post.key(Qt.Key.Key_B, ALT)
    post.type(code, "supplement_code")
    post.key(Qt.Key.Key_Return)
    post.window.presenters.consign.save_draft()
    post.settle()
    again = build(office=post.office)
    again.sign_in("buutu")
    kept = again.window.presenters.consign.state
    assert kept.supplements is not None
    assert kept.supplements.code == code


def test_a_cleared_form_can_be_had_back(post: Counter) -> None:
    fill(post)
    post.control(Qt.Key.Key_N)
    assert post.window.presenters.consign.state.typed.name == ""
    post.key(Qt.Key.Key_F9)
    assert post.window.presenters.consign.state.typed.name == CITIZEN.name


def test_garbage_in_every_field_is_a_sentence_or_a_note(post: Counter) -> None:
    consign = post.window.presenters.consign
    for text in GARBAGE.values():
        consign.start_over()
        consign.choose(next(each for each in post.office.procedures("2.000635") if each.code == "2.000635"))
        consign.set(name=text, address=text, phone=text, email=text, identity_number=text, return_address=text)
        consign.set(fee=text, extra=text)
        consign.set_parcel(series=text, number=text, tracking=text)
        consign.set_count(0, 1, 0)
        consign.make()
        post.settle()
        assert consign.state.phase in ("typing", "received")
        consign.find_dossier(text)
        consign.scanned(text)
        consign.save_draft()
        post.settle()
    assert {message.kind for message in post.said} <= {"note", "done", "problem"}


def test_what_is_not_at_a_post_point_looks_at_no_notes(counter: Counter) -> None:
    counter.open()
    counter.window.presenters.consign.refresh()
    counter.settle()
    assert not counter.window.presenters.consign.state.looked
    assert not [each for each in counter.window.findChildren(QWidget, "room_consign") if each.isVisible()]


@pytest.fixture
def waiting(counter: Counter) -> WaitingPresenter:
    counter.office.not_here = WAITING
    counter.open()
    counter.control(Qt.Key.Key_2)
    presenter = counter.window.presenters.waiting
    presenter.refresh()
    counter.settle()
    return presenter


def test_the_office_sees_what_waits_to_be_entered_and_why(counter: Counter, waiting: WaitingPresenter) -> None:
    assert counter.text("waiting_entries") == "Phiếu gửi chờ vào sổ: 2"
    counter.key(Qt.Key.Key_V, ALT)
    shown = " ".join(each.text() for each in counter.window.findChildren(QLabel) if each.isVisible())
    assert "Nội dung phiếu chưa về tới máy này." in shown
    assert "Còn thiếu: Giấy chứng sinh." in shown
    waiting.enter("note-72")
    counter.settle()
    assert counter.said_words()[-1].startswith("Còn thiếu")


def test_the_codes_on_the_paper_enter_a_note_scanned_in_any_order(counter: Counter, waiting: WaitingPresenter) -> None:
    for code in reversed(codes_of_a_note(counter.office)):
        waiting.scanned(code.lower())
    counter.settle()
    assert counter.said_words()[-1].startswith("Phiếu gửi PG-261123-01001 đã vào sổ")


def test_the_codes_may_be_scanned_in_reception_too(counter: Counter, waiting: WaitingPresenter) -> None:
    counter.control(Qt.Key.Key_1)
    counter.find(QWidget, "phone").setFocus()
    (code,) = codes_of_a_note(counter.office)
    counter.scan(code)
    assert counter.said_words()[-1].startswith("Phiếu gửi PG-261123-01001 đã vào sổ")
    assert counter.window.presenters.reception.state.typed.phone == ""
    assert waiting.state.gathered is None


def test_all_receipts_of_what_the_post_brought_come_out_with_one_key(counter: Counter) -> None:
    brought = [each for each in counter.office.book.dossiers.values() if each.stage == "received"][:3]
    counter.office.unprinted = tuple(ReceiptToPrint(each.id, each.code) for each in brought)
    counter.open()
    counter.control(Qt.Key.Key_2)
    counter.window.presenters.waiting.refresh()
    counter.settle()
    assert counter.text("waiting_entries") == "Chưa in Giấy tiếp nhận: 3"
    counter.key(Qt.Key.Key_I, ALT)
    assert [name for name, _ in counter.printer.printed] == [each.code for each in brought]
    assert not [each for each in counter.window.findChildren(QWidget, "print_receipts") if each.isVisible()]


def test_without_paper_the_receipts_that_did_not_come_out_are_still_to_be_printed(counter: Counter) -> None:
    brought = [each for each in counter.office.book.dossiers.values() if each.stage == "received"][:2]
    counter.office.unprinted = tuple(ReceiptToPrint(each.id, each.code) for each in brought)
    counter.open()
    counter.control(Qt.Key.Key_2)
    counter.window.presenters.waiting.refresh()
    counter.settle()
    counter.printer.out_of_paper = True
    counter.key(Qt.Key.Key_I, ALT)
    assert counter.window.presenters.waiting.state.printing == 0
    counter.window.presenters.waiting.refresh()
    counter.settle()
    assert len(counter.window.presenters.waiting.state.receipts) == 2
    counter.printer.out_of_paper = False
    counter.key(Qt.Key.Key_I, ALT)
    assert sorted(name for name, _ in counter.printer.printed) == sorted(each.code for each in brought)
    assert not any("BẢN SAO" in words_of(pdf) for _, pdf in counter.printer.printed)


def codes_of_a_note(office: SampleOffice) -> tuple[str, ...]:
    first = office.write_notes()[0]
    note = office.book.consignments[first]
    return to_codes(note, office.book.people[note.applicant or ""], 1)

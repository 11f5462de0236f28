"""The part for scans: files dropped, chosen and offered by the scanner; the page, the paper, the way back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QListWidget, QPushButton

from counter.attachments.chosen_part import ChosenScans
from counter.attachments.derive import derive_row, place_words, size_words
from counter.attachments.view import AttachmentsPart
from counter.attachments.watched_folder import FolderState, FoundFile, WatchedFolder
from counter.parts.rows import TWO_LINES
from counter.sample.direct import DirectExecutor
from counter.sync_line import derive_sync_props
from shared.qt.lanes import Lane
from tests.counter.conftest import Counter
from tests.scans import samples

PAPERS = ("Tờ khai", "Giấy chứng sinh", "Giấy tờ tùy thân")


class Part:
    """The part over the sample office, in the counter's window."""

    def __init__(self, counter: Counter, folder: Path) -> None:
        self.counter, self.files = counter, folder
        self.presenter = counter.window.presenters.attachments
        self.presenter.folder = self.folder = WatchedFolder(folder, Lane("files", DirectExecutor()))
        self.folder.changed.connect(self.presenter.changed)
        self.widget = AttachmentsPart(self.presenter, counter.window.language)
        counter.window.centralWidget().hide()  # its keys would be meant as well
        self.widget.setParent(counter.window)
        self.widget.setGeometry(200, 0, 800, 600)
        self.widget.show()
        self.show()

    def show(self, dossier: str = "dossier-2") -> None:
        self.widget.show_dossier(dossier, PAPERS)
        self.counter.settle()

    def file(self, name: str, body: bytes) -> str:
        (self.files / name).write_bytes(body)
        return str(self.files / name)

    def drop(self, *paths: str) -> bool:
        """Drags files over the part and lets them fall; answers whether it took them."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(path) for path in paths])
        copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        over = QDragEnterEvent(QPoint(9, 9), copy, data, left, none)
        over.ignore()
        QApplication.sendEvent(self.widget, over)
        if over.isAccepted():
            QApplication.sendEvent(self.widget, QDropEvent(QPointF(9, 9), copy, data, left, none))
        self.counter.settle()
        return over.isAccepted()

    def rows(self) -> list[tuple[str, str]]:
        """What the list says: the paper and where it is safe."""
        shown = self.widget.findChild(QListWidget, "scans_list")
        assert shown is not None
        rows = [shown.item(at).data(TWO_LINES) for at in range(shown.count())]
        return [(row.title, row.right) for row in rows]

    def key(self, key: Qt.Key) -> None:
        self.counter.key(key, Qt.KeyboardModifier.AltModifier)

    def text(self, name: str) -> str:
        label = self.widget.findChild(QLabel, name)
        assert label is not None
        return label.text()


@pytest.fixture
def part(counter: Counter, tmp_path: Path) -> Iterator[Part]:
    counter.open()
    part = Part(counter, tmp_path)
    yield part
    part.folder.stop()


def test_each_dropped_file_is_the_scan_of_the_next_paper_that_has_none_yet(part: Part) -> None:
    assert part.drop(part.file("a.pdf", samples.pdf()))
    assert part.drop(part.file("b.png", samples.picture()))
    assert [title for title, _ in part.rows()] == ["Tờ khai", "Giấy chứng sinh"]
    assert part.presenter.state.document == "Giấy tờ tùy thân"
    assert part.counter.said_words()[-1] == "Đã đính kèm bản quét; bản quét đã lưu trên máy này."


def test_of_several_files_dropped_at_once_nobody_guesses_which_paper_they_show(part: Part) -> None:
    part.drop(part.file("a.pdf", samples.pdf()), part.file("b.png", samples.picture()))
    assert [title for title, _ in part.rows()] == ["Chưa rõ là giấy tờ nào"] * 2
    assert part.presenter.state.document == "Tờ khai"


def test_the_files_stay_where_they_were(part: Part) -> None:
    path = Path(part.file("a.pdf", samples.pdf()))
    part.drop(str(path))
    assert path.read_bytes() == samples.pdf()


def test_what_is_no_scan_is_refused_in_a_sentence_and_the_others_are_taken(part: Part) -> None:
    part.drop(part.file("a.docx", b"PK"), part.file("b.png", samples.picture()))
    assert len(part.rows()) == 1
    assert any(words.startswith("a.docx: Chỉ nhận tệp PDF") for words in part.counter.said_words())
    assert part.presenter.state.coming == ()


def test_the_same_file_is_taken_once(part: Part) -> None:
    path = part.file("a.pdf", samples.pdf())
    part.drop(path)
    part.drop(path)
    assert len(part.rows()) == 1
    assert part.counter.said_words()[-1] == "a.pdf: Tệp này đã được đính kèm vào hồ sơ."


def test_words_dropped_from_elsewhere_are_not_taken(part: Part) -> None:
    data = QMimeData()
    data.setText("https://vi-du.example/a.pdf")
    event = QDragEnterEvent(
        QPoint(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.ignore()
    QApplication.sendEvent(part.widget, event)
    assert not event.isAccepted()


def test_the_first_page_of_the_chosen_scan_is_shown_and_pages_are_turned_by_key(part: Part) -> None:
    part.show("dossier-1")
    part.presenter.choose("scan-1-dossier-1")
    part.counter.settle()
    label = part.widget.findChild(QLabel, "scans_page")
    assert label is not None
    assert not label.pixmap().isNull()
    part.key(Qt.Key.Key_Right)
    part.key(Qt.Key.Key_Right)
    part.key(Qt.Key.Key_Right)
    assert part.presenter.state.shown.page == 2
    part.key(Qt.Key.Key_Left)
    assert part.presenter.state.shown.page == 1


def test_a_wrong_scan_is_taken_out_by_key_and_put_back(part: Part) -> None:
    part.drop(part.file("a.pdf", samples.pdf()))
    part.key(Qt.Key.Key_X)
    assert part.rows() == []
    message = part.counter.said[-1]
    assert message.way_back is not None
    message.way_back.run()
    part.counter.settle()
    assert len(part.rows()) == 1


def test_which_paper_a_scan_shows_can_be_said_later(part: Part) -> None:
    part.drop(part.file("a.pdf", samples.pdf()))
    choice = part.widget.findChild(QComboBox, "scans_document")
    assert choice is not None
    choice.setCurrentIndex(choice.findData("Giấy tờ tùy thân"))
    part.counter.settle()
    assert [title for title, _ in part.rows()] == ["Giấy tờ tùy thân"]


def test_what_the_scanner_has_just_made_is_taken_with_one_key(part: Part) -> None:
    part.folder.look()
    QApplication.processEvents()
    path = Path(part.file("quet-01.pdf", samples.pdf()))
    for _ in range(2):
        part.folder.look()
        QApplication.processEvents()
    assert part.text("scans_offer") == "Bản quét mới: quet-01.pdf"
    part.key(Qt.Key.Key_A)
    assert [title for title, _ in part.rows()] == ["Tờ khai"]
    assert part.folder.state.offers == ()
    assert path.exists()


def test_an_offer_that_is_not_wanted_goes_and_its_file_stays(part: Part) -> None:
    path = part.file("quet-01.pdf", samples.pdf())
    part.folder.state = FolderState((FoundFile(path, "quet-01.pdf", (1, 1)),))
    part.folder.changed.emit()
    button = part.widget.findChild(QPushButton, "scans_pass")
    assert button is not None
    button.click()
    assert part.folder.state.offers == ()
    assert Path(path).exists()
    assert part.rows() == []


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_files_can_be_chosen_from_a_list_that_blocks_nothing(part: Part) -> None:
    path = part.file("a.pdf", samples.pdf())
    part.key(Qt.Key.Key_F)
    dialog = part.widget.findChild(QFileDialog, "scan_files")
    assert dialog is not None
    assert not dialog.isModal()
    dialog.filesSelected.emit([path])
    dialog.close()
    part.counter.settle()
    assert len(part.rows()) == 1


def test_a_department_looks_and_attaches_nothing(part: Part) -> None:
    officer = part.counter.window.session.state.officer
    assert officer is not None
    part.presenter.state = replace(part.presenter.state, may_attach=False)
    part.presenter.changed.emit()
    assert not part.drop(part.file("a.pdf", samples.pdf()))
    assert part.widget.findChild(QPushButton, "scans_choose").isHidden()


def test_another_dossier_shows_its_own_scans_only(part: Part) -> None:
    part.drop(part.file("a.pdf", samples.pdf()))
    part.show("dossier-3")
    assert part.rows() == []
    assert part.presenter.state.document == "Tờ khai"
    part.show("dossier-2")
    assert len(part.rows()) == 1


def test_where_a_scan_is_safe_is_said_in_words(part: Part) -> None:
    part.show("dossier-1")
    assert [where for _, where in part.rows()] == ["✓ An toàn ở máy chủ", "Đang gửi 3/7"]
    row = part.presenter.state.rows[0]
    elsewhere = replace(row, here=False, safe=False, arrived=2, sent=0, pieces=6)
    assert place_words(elsewhere) == "Đang tải 2/6"
    assert place_words(replace(elsewhere, arrived=0)) == "Ở quầy khác · chưa lên máy chủ"
    assert place_words(replace(elsewhere, arrived=6, here=True)) == "Chờ gửi · đã lưu ở máy này"
    assert "1,4 MB" in derive_row(row, "vi").subtitle
    assert size_words(1_480_000, "en") == "1.4 MB"


def test_the_line_at_the_bottom_does_not_say_all_is_sent_while_a_scan_waits(counter: Counter) -> None:
    state = replace(counter.office.sync, unsent_scans=2)
    props = derive_sync_props(state, "vi")
    assert props.text == "Bản quét chưa gửi: 2 · đã lưu an toàn trên máy này"
    assert not props.safe
    assert derive_sync_props(replace(state, unsent_scans=0), "vi").safe


def test_files_chosen_before_the_dossier_is_received_are_remembered(counter: Counter) -> None:
    kept: list[tuple[str, ...]] = []
    part = ChosenScans(kept.append)
    part.setParent(counter.window)
    part.add(("/quet/a.pdf",))
    part.show_paths(kept[-1])
    part.add(("/quet/a.pdf", "/quet/b.pdf"))
    part.show_paths(kept[-1])
    assert kept[-1] == ("/quet/a.pdf", "/quet/b.pdf")
    away = part.findChild(QPushButton, "chosen_scan_0_away")
    assert away is not None
    assert away.accessibleName() == "Bỏ tệp a.pdf"
    away.click()
    assert kept[-1] == ("/quet/b.pdf",)

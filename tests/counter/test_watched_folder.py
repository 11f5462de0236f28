"""The scanner's folder: what is new and finished is offered, and nothing in it is ever touched."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter.__main__ import parser
from counter.attachments.watched_folder import WatchedFolder
from counter.sample.direct import DirectExecutor
from shared.qt.lanes import Lane


class Folder:
    """The folder, looked into by hand."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.watched = WatchedFolder(path, Lane("files", DirectExecutor()))

    def look(self) -> list[str]:
        self.watched.look()
        QApplication.processEvents()
        return [offer.name for offer in self.watched.state.offers]

    def write(self, name: str, body: bytes, at: int) -> None:
        (self.path / name).write_bytes(body)
        os.utime(self.path / name, ns=(at, at))


@pytest.fixture
def folder(qtbot: QtBot, tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def test_the_folder_is_named_when_the_counter_is_started_and_there_is_none_otherwise() -> None:
    assert parser().parse_args(["--scans", "quet"]).scans == Path("quet")
    assert parser().parse_args([]).scans is None


def test_what_was_there_before_is_not_offered(folder: Folder) -> None:
    folder.write("old.pdf", b"1", 1)
    assert folder.look() == []
    assert folder.look() == []


def test_a_new_scan_is_offered_once_nobody_writes_to_it_any_more(folder: Folder) -> None:
    folder.look()
    folder.write("new.pdf", b"", 1)
    assert folder.look() == []
    folder.write("new.pdf", b"half", 2)
    assert folder.look() == []
    folder.write("new.pdf", b"half and half", 3)
    assert folder.look() == []
    assert folder.look() == ["new.pdf"]


def test_offers_come_in_the_order_of_the_scanner_and_only_scans_are_offered(folder: Folder) -> None:
    folder.look()
    for name, at in (("b.PDF", 1), ("a.jpg", 2), ("notes.txt", 1), ("c.tiff", 3), (".pdf.part", 1)):
        folder.write(name, b"x", at)
    folder.look()
    assert folder.look() == ["b.PDF", "a.jpg", "c.tiff"]


def test_a_settled_offer_does_not_come_back_unless_it_is_scanned_anew(folder: Folder) -> None:
    folder.look()
    folder.write("scan.pdf", b"one", 1)
    folder.look()
    folder.look()
    folder.watched.settled(str(folder.path / "scan.pdf"))
    assert folder.look() == []
    assert (folder.path / "scan.pdf").read_bytes() == b"one"
    folder.write("scan.pdf", b"two", 2)
    folder.look()
    assert folder.look() == ["scan.pdf"]


def test_a_folder_that_is_away_is_said_and_comes_back(folder: Folder) -> None:
    folder.look()
    away = folder.path.rename(folder.path.with_name("away"))
    assert folder.look() == []
    assert not folder.watched.state.readable
    away.rename(folder.path)
    folder.write("scan.pdf", b"x", 1)
    folder.look()
    assert folder.look() == ["scan.pdf"]
    assert folder.watched.state.readable


def test_the_operating_system_tells_of_a_new_file_at_once(qtbot: QtBot, folder: Folder) -> None:
    folder.watched.start()
    folder.look()
    with qtbot.waitSignal(folder.watched._watcher.directoryChanged, timeout=5000):
        (folder.path / "scan.pdf").write_bytes(b"x")
    folder.watched.stop()

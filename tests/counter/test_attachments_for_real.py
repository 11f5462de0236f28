"""Scans at counters with real journals and a real server: attached, safe, fetched by another, refused to others."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from counter.wiring.office import JournalCounterOffice
from shared.failures import EnvironmentFailure, Refusal
from shared.journal import tables
from shared.qt.device_program import DeviceProgram
from shared.scans.pieces import PIECE_BYTES
from tests.counter.counters import CERTIFIED_COPY as FORM
from tests.counter.counters import STAFF, WARD
from tests.qt.enrolled_program import enrolled_program
from tests.scans import samples
from tests.server.running import RunningServer, file_engine, running
from tests.server.waiting import until


@pytest.fixture
def server(qtbot: QtBot, tmp_path: Path) -> Iterator[RunningServer]:
    """A server with a place for scans."""
    engine = file_engine(tmp_path)
    with running(engine, WARD, tmp_path / "server") as server:
        yield server
    engine.dispose()


@contextmanager
def counter(server: RunningServer, folder: Path, name: str = "Quầy 1") -> Iterator[JournalCounterOffice]:
    """A counter whose officer has signed in."""
    with enrolled_program(server, folder, "counter", name) as program:
        office = JournalCounterOffice(program)
        office.officer = STAFF["thu"]
        yield office


def scan_file(folder: Path, name: str = "Nguyễn Thị Mẫu - khai sinh.pdf", pieces: int = 3) -> Path:
    path = folder / name
    path.write_bytes(samples.large_pdf(pieces))
    return path


def on_lane(program: DeviceProgram, office: JournalCounterOffice, dossier: str) -> tuple[object, ...]:
    return program.lanes.database.run_and_wait(lambda: office.attachments(dossier))


def test_a_scan_goes_from_one_counter_over_the_server_to_another(server: RunningServer, tmp_path: Path) -> None:
    with counter(server, tmp_path / "1") as one, counter(server, tmp_path / "2", "Quầy 2") as other:
        dossier = one.receive(FORM).id
        row = one.attach(dossier, scan_file(tmp_path), "Tờ khai")
        assert one.sync_state().unsent_scans == 1
        assert (row.here, row.safe, row.pages, row.pieces, row.added_by) == (True, False, 1, 3, STAFF["thu"].name)
        one.program.start()
        until(lambda: all(each.safe for each in on_lane(one.program, one, dossier)))  # type: ignore[attr-defined]
        assert one.program.lanes.database.run_and_wait(one.sync_state).unsent_scans == 0
        other.program.start()
        until(lambda: len(on_lane(other.program, other, dossier)) == 1)
        (there,) = other.attachments(dossier)
        assert (there.file_name, there.document, there.here) == (row.file_name, "Tờ khai", False)
        with pytest.raises(EnvironmentFailure) as failed:
            other.attachment_content(there.id)
        assert failed.value.code == "scan_not_here"
        until(lambda: all(each.here for each in on_lane(other.program, other, dossier)))  # type: ignore[attr-defined]
        assert other.attachment_content(there.id) == (tmp_path / row.file_name).read_bytes()
        assert other.attachment_picture(there, 0, 100, 100).startswith(b"\x89PNG")


def test_the_name_of_the_file_stands_in_no_event_and_no_file(server: RunningServer, tmp_path: Path) -> None:
    with counter(server, tmp_path / "1") as one:
        one.attach(one.receive(FORM).id, scan_file(tmp_path), "")
        with one.journal.reading() as reader:
            bodies = reader.connection.execute(select(tables.event.c.body)).scalars().all()
    assert not any("khai sinh.pdf" in bytes(body).decode() for body in bodies)
    names = [name for _, folders, files in os.walk(tmp_path / "1") for name in (*folders, *files)]
    assert not any("khai sinh" in name for name in names)


def test_a_wrong_scan_is_taken_out_and_put_back(server: RunningServer, tmp_path: Path) -> None:
    with counter(server, tmp_path / "1") as one:
        dossier = one.receive(FORM).id
        row = one.attach(dossier, scan_file(tmp_path), "")
        one.describe_attachment(row.id, "Giấy chứng sinh")
        one.withdraw_attachment(row.id)
        assert one.attachments(dossier) == ()
        one.put_back_attachment(row.id)
        assert [each.document for each in one.attachments(dossier)] == ["Giấy chứng sinh"]


def test_what_cannot_be_attached_is_refused_and_leaves_nothing(server: RunningServer, tmp_path: Path) -> None:
    with counter(server, tmp_path / "1") as one:
        dossier = one.receive(FORM).id
        path = scan_file(tmp_path)
        one.attach(dossier, path, "")
        one.attach(one.receive(FORM).id, path, "")
        with pytest.raises(Refusal) as refused:
            one.attach(dossier, path, "")
        assert refused.value.code == "attached_already"
        with pytest.raises(EnvironmentFailure) as failed:
            one.attach(dossier, tmp_path / "gone.pdf", "")
        assert failed.value.code == "file_unreadable"
        online = one.receive(replace(FORM, channel="online")).id
        with pytest.raises(Refusal) as refused:
            one.attach(online, path, "")
        assert refused.value.code == "not_to_be_scanned"
        one.officer = STAFF["tuphap"]
        for deed in (lambda: one.attach(dossier, path, ""), lambda: one.withdraw_attachment("x")):
            with pytest.raises(Refusal) as refused:
                deed()
            assert refused.value.code == "not_allowed"
        assert len(one.attachments(dossier)) == 1


def test_a_program_that_ended_before_its_commit_leaves_a_file_that_is_swept_away(
    server: RunningServer, tmp_path: Path
) -> None:
    with counter(server, tmp_path / "1") as one:
        attached = one.attach(one.receive(FORM).id, scan_file(tmp_path), "")
        orphan = one.keep_scan(scan_file(tmp_path, "b.pdf", pieces=2))
        scans = one.program.scans
        assert scans is not None
        assert scans.copying.sweep() == 0
        for content in (attached.content, orphan.content):
            os.utime(tmp_path / "1" / "scans" / WARD.id / content[:2] / content, (0, 0))
        assert scans.copying.sweep() == 1
        assert scans.store.file(orphan.content, orphan.size) is None
        assert one.attachment_content(attached.id) == (tmp_path / attached.file_name).read_bytes()


def test_a_file_that_was_harmed_on_the_disk_is_fetched_again(server: RunningServer, tmp_path: Path) -> None:
    with counter(server, tmp_path / "1") as one:
        dossier = one.receive(FORM).id
        row = one.attach(dossier, scan_file(tmp_path), "")
        one.program.start()
        until(lambda: all(each.safe for each in on_lane(one.program, one, dossier)))  # type: ignore[attr-defined]
        piece = tmp_path / "1" / "scans" / WARD.id / row.content[:2] / row.content / "1"
        piece.write_bytes(piece.read_bytes()[: PIECE_BYTES // 2])
        with pytest.raises(EnvironmentFailure):
            one.attachment_content(row.id)
        scans = one.program.scans
        assert scans is not None
        until(lambda: scans.store.is_whole(row.content, row.size))
        assert one.attachment_content(row.id) == (tmp_path / row.file_name).read_bytes()


def test_a_kiosk_has_nothing_to_do_with_scans(server: RunningServer, tmp_path: Path) -> None:
    with enrolled_program(server, tmp_path / "kiosk") as program:
        assert program.scans is None
        program.start()
    QApplication.processEvents()
    assert not (tmp_path / "kiosk" / "scans").exists()

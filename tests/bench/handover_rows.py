"""A list of 300 dossiers that changes hands: each scan, both signatures, the printed record.

A scan is measured at the real window off screen, from the end of the code to the painted list; a signature from the
command to the end of its COMMIT, beside the bare INSERTs of as many rows in one transaction; the record from the
journal to the bytes of its PDF.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from sqlalchemy import select

from counter.main_window import MainWindow
from counter.wiring.handover_papers import handover_record
from server.enrolment_codes import Invitation, invite, new_code
from server.reference_changes import change_reference
from shared.actions import hand_over
from shared.actions.receive_dossier import receive_dossier
from shared.documents.fonts import form_family
from shared.domain.dossier import Dossier
from shared.domain.handover import Handover
from shared.domain.office import Department
from shared.domain.procedure import Procedure
from shared.journal import tables
from shared.journal.reference import ReferenceData
from shared.qt.device_program import DeviceProgram
from tests.bench.bare_database import row_of
from tests.bench.figures import Aim, Rounds, Row, in_milliseconds, in_turn, seconds_of, without_old_garbage
from tests.bench.paper_rows import bare_page
from tests.bench.prepared_office import Machine, machine, sample_ward
from tests.bench.receive_dossier_row import reception_of
from tests.bench.server_processes import Place, prepared, serving
from tests.bench.sync_window_row import a_window, run_until, with_a_password

_SCAN_MILLISECONDS = 30.0
_SIGN_MILLISECONDS = 300.0
_PRINT_MILLISECONDS = 1000.0
_ONE_STOP = "one_stop"
_ROUNDS = Rounds(20, 2)


@dataclass(frozen=True, slots=True)
class Size:
    """`papers` on the list; `rounds` of signatures and of prints."""

    papers: int = 300
    rounds: Rounds = _ROUNDS


def measure_signing(folder: Path, size: Size = Size()) -> list[Row]:
    """A row for each of the two signatures."""
    with machine(folder, "counter", 900) as counter, without_old_garbage():
        received = [_receive(counter, place) for place in range(size.papers)]
        department = counter.office.departments[0].id
        hands = itertools.cycle([(_ONE_STOP, department), (department, _ONE_STOP)])
        ids = tuple(each.id for each in received)
        cursors = itertools.count(1)
        accepts: list[float] = []

        def offered() -> float:
            counter.clock.advance(timedelta(minutes=5))
            giver, receiver = next(hands)
            made: list[str] = []

            def offer() -> None:
                done = hand_over.offer(
                    counter.journal,
                    counter.node,
                    giver=giver,
                    receiver=receiver,
                    dossiers=ids,
                    officer="staff-1",
                    office=counter.office,
                )
                made.append(done.id)

            took = seconds_of(offer)
            accepts.append(
                seconds_of(lambda: hand_over.accept(counter.journal, made[0], unit=receiver, officer="staff-5"))
            )
            return took

        offers, bare = in_turn(offered, lambda: floor_of(counter, size.papers + 1, cursors), size.rounds)
        accepts = accepts[size.rounds.warm_up :]
    return [_signing("the giver signs", offers, bare, size), _signing("the receiver signs", accepts, bare, size)]


def floor_of(counter: Machine, events: int, cursors: Iterator[int]) -> float:
    """How long so many bare INSERTs in one transaction and their COMMIT take, in seconds."""
    event = counter.last_event()
    rows = [_with_key(row_of(event, next(cursors))) for _ in range(events)]
    return seconds_of(lambda: counter.bare.insert_all(rows))


def _with_key(row: tuple[object, ...]) -> tuple[object, ...]:
    """The row as the event of another place in the log, whose key no other row has."""
    changed = list(row)
    changed[3] = changed[4]
    return tuple(changed)


def _signing(who: str, took: list[float], bare: list[float], size: Size) -> Row:
    measured = in_milliseconds(took)
    return Row(
        name=f"hand {size.papers} over: {who}",
        what="command to COMMIT",
        measured=measured,
        floor=in_milliseconds(bare),
        floor_is=f"{size.papers + 1} bare INSERTs in one transaction and COMMIT through SQLCipher",
        aim=Aim(f"<= {_SIGN_MILLISECONDS:g} ms", measured.median <= _SIGN_MILLISECONDS),
        details={"longest": f"{max(measured.samples):.0f} ms"},
    )


def _receive(counter: Machine, place: int) -> Dossier:
    office = counter.office
    wanted = [each for each in office.procedures if each.time_limit is not None and each.documents]
    reception = reception_of(wanted[place % len(wanted)], office.counters[0].id)
    return receive_dossier(counter.journal, office, counter.node, reception, "staff-1")


def measure_room(folder: Path, size: Size = Size()) -> list[Row]:
    """A row for the scans at the window, one for the printed record."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication(["bench"])
    with _working_window(folder) as (program, window), without_old_garbage():
        department = next(each for each in sample_ward().departments if _procedures_of(each))
        receptions = itertools.cycle(reception_of(each, "quay-1") for each in _procedures_of(department))
        dossiers = [
            receive_dossier(program.journal, sample_ward(), program.node, next(receptions), "staff-1")
            for _ in range(size.papers)
        ]
        window.show_room("handover")
        window.refresh()
        run_until(lambda: len(window.presenters.handover.state.held) >= size.papers)
        _settle(program)
        scans = [_scanned(window, each.code) for each in dossiers]
        looks = [_looked_up(program, each.code) for each in dossiers]
        signed = hand_over.offer(
            program.journal,
            program.node,
            giver=_ONE_STOP,
            receiver=department.id,
            dossiers=tuple(each.id for each in dossiers),
            officer="staff-1",
            office=sample_ward(),
        )
        face = form_family().regular
        prints, bare = in_turn(
            lambda: seconds_of(lambda: _record(program, signed)),
            lambda: seconds_of(lambda: bare_page(face)),
            size.rounds,
        )
        sheet = len(_record(program, signed))
    application.processEvents()
    return [_scan_row(scans, looks, size), _print_row(prints, bare, size, sheet)]


def _settle(program: DeviceProgram) -> None:
    """Waits for what the window has asked for at its start: people scan after they have looked."""
    answered: list[None] = []
    program.lanes.database.submit(lambda: None, answered.append, lambda _: answered.append(None))
    run_until(lambda: bool(answered))


def _procedures_of(department: Department) -> list[Procedure]:
    """The procedures that it decides: what goes to another department is said and has to be scanned once more."""
    return [
        each
        for each in sample_ward().procedures
        if each.time_limit is not None and each.documents and each.field in department.fields
    ]


def _record(program: DeviceProgram, signed: Handover) -> bytes:
    with program.journal.reading() as reader:
        return handover_record(reader, sample_ward(), signed)


def _scan_row(scans: list[float], looks: list[float], size: Size) -> Row:
    measured = in_milliseconds(scans)
    worst = max(measured.samples)
    return Row(
        name=f"scan {size.papers} dossiers into a list",
        what="Enter after the code to the painted list",
        measured=measured,
        floor=in_milliseconds(looks),
        floor_is="one SELECT of the dossier by its code",
        aim=Aim(f"<= {_SCAN_MILLISECONDS:g} ms each", worst <= _SCAN_MILLISECONDS),
        details={"longest": f"{worst:.0f} ms", "the last ten": f"{sum(measured.samples[-10:]) / 10:.1f} ms on average"},
    )


def _print_row(prints: list[float], bare: list[float], size: Size, sheet: int) -> Row:
    measured = in_milliseconds(prints)
    return Row(
        name=f"the record of {size.papers} dossiers",
        what="journal to PDF bytes, its codes included",
        measured=measured,
        floor=in_milliseconds(bare),
        floor_is="one page with one line, embedded typeface, by reportlab",
        aim=Aim(f"<= {_PRINT_MILLISECONDS:g} ms", measured.median <= _PRINT_MILLISECONDS),
        details={"bytes": f"{sheet:,}"},
    )


def _scanned(window: MainWindow, code: str) -> float:
    """What one scan takes: the code stands in the field, Enter is pressed, until the list with it has been painted."""
    field = _child(window, QLineEdit, "handover_scan")
    count = _child(window, QLabel, "picked_count")
    before = count.text()
    field.setText(code)

    def scan() -> None:
        field.returnPressed.emit()
        run_until(lambda: count.text() != before)
        QCoreApplication.processEvents()

    return seconds_of(scan)


def _child(window: MainWindow, kind: type, name: str) -> QLineEdit | QLabel:
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


def _looked_up(program: DeviceProgram, code: str) -> float:
    query = select(tables.dossier.c.document).where(tables.dossier.c.code == code)
    with program.journal.reading() as reader:
        return seconds_of(lambda: reader.connection.execute(query).scalar())


@contextmanager
def _working_window(folder: Path) -> Iterator[tuple[DeviceProgram, MainWindow]]:
    place = Place(folder / "server")
    with prepared(place) as server:
        code = new_code()
        with server.journal.writing() as writer:
            invite(writer, code, Invitation("counter", "Quầy đo", timedelta(hours=1)))
            change_reference(writer, ReferenceData(sample_ward().id), with_a_password)
        with serving(place, 1) as (process,):
            url = f"http://127.0.0.1:{process.port}"
            with a_window(folder, url, code, server.clock) as (program, window):
                yield program, window

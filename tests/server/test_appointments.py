"""Appointments from the command line to the kiosk that checks them in, and which machine is told what."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
from sqlalchemy import select

from server.commands.appointment import new_codes
from shared.actions.report_machine import report_printer
from shared.actions.take_number import book_appointment, check_in
from shared.domain.appointment import Book
from shared.domain.machine import PrinterState
from shared.domain.ticket import APPOINTMENT
from shared.journal import tables
from shared.journal.event import read_event
from shared.journal.opening import open_server
from shared.journal.queue_desk_queries import machines_that_need_hands
from tests.prepared import prepare_sample_server
from tests.server.conftest import MakeDevice
from tests.server.running import MORNING, RunningServer
from tests.server.test_command_line import Done, run_server_command
from tests.server.test_replication_over_http import kinds, pull_all, push_all

NINE = "2026-11-23 09:00"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data of a server with the sample ward, on which nothing is booked yet, on a Monday at eight."""
    monkeypatch.setenv("MOTCUA_DEMONSTRATION_CLOCK", f"{MORNING.isoformat()}|0.0|0.0")
    return prepare_sample_server(tmp_path)


def appointment(folder: Path, *arguments: str) -> Done:
    return run_server_command("appointment", *arguments, "--data", str(folder))


def test_booking_prints_a_code_a_line_and_the_list_shows_them(folder: Path) -> None:
    booked = appointment(folder, "--line", "a", "--at", NINE, "--count", "3", "--procedure", "1.001193")
    assert (booked.returncode, booked.stderr) == (0, "")
    codes = booked.stdout.split()
    assert len(set(codes)) == 3
    assert all(re.fullmatch(r"LH[0-9]{6}", code) for code in codes)
    later = appointment(folder, "--line", "C", "--at", "2026-11-27 14:00").stdout.strip()
    every = [line.split("\t") for line in appointment(folder, "--list").stdout.splitlines()]
    assert every == [
        *([code, NINE, "A", "booked"] for code in sorted(codes)),
        [later, "2026-11-27 14:00", "C", "booked"],
    ]
    of_the_day = appointment(folder, "--list", "--date", "2026-11-27")
    assert of_the_day.stdout == f"{later}\t2026-11-27 14:00\tC\tbooked\n"


def test_a_cancelled_appointment_stays_in_the_list_and_is_cancelled_once(folder: Path) -> None:
    code = appointment(folder, "--line", "A", "--at", NINE).stdout.strip()
    typed = f"{code[:2].lower()} {code[2:5]}-{code[5:]}"
    assert appointment(folder, "--cancel", typed).stdout.strip() == code
    assert appointment(folder, "--list").stdout == f"{code}\t{NINE}\tA\tcancelled\n"
    again = appointment(folder, "--cancel", code)
    assert (again.returncode, again.stdout) == (1, "")


def test_who_booked_and_cancelled_stands_in_the_journal(folder: Path) -> None:
    code = appointment(folder, "--line", "A", "--at", NINE).stdout.strip()
    appointment(folder, "--cancel", code)
    engine = open_server(None, folder)
    with engine.connect() as connection:
        bodies = connection.execute(select(tables.event.c.body).order_by(tables.event.c.cursor)).scalars().all()
    engine.dispose()
    events = [read_event(bytes(body)) for body in bodies]
    assert [(event.kind, event.actor, event.personal) for event in events] == [
        ("appointment.booked", "administrator", None),
        ("appointment.cancelled", "administrator", None),
    ]
    assert run_server_command("verify", "--data", str(folder)).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("--line", "Z", "--at", NINE), "Hàng chờ"),
        (("--line", "A", "--at", "2026-11-23 12:30"), "ngoài giờ"),
        (("--line", "A", "--at", "2026-11-29 09:00"), "ngoài giờ"),
        (("--line", "A", "--at", "2026-11-23 07:59"), "đã qua"),
        (("--line", "A", "--at", "2027-02-23 09:00"), "60 ngày"),
        (("--line", "A", "--at", NINE, "--procedure", "9.999999"), "9.999999"),
        (("--cancel", "LH000000"), "LH000000"),
        (("--cancel", "hello"), "hello"),
    ],
)
def test_what_cannot_be_booked_or_cancelled_is_told_in_a_sentence(
    folder: Path, arguments: tuple[str, ...], word: str
) -> None:
    done = appointment(folder, *arguments)
    assert (done.returncode, done.stdout) == (1, "")
    assert word in done.stderr
    assert appointment(folder, "--list").stdout == ""


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--line", "A"),
        ("--line", "A", "--at", "tomorrow"),
        ("--line", "A", "--at", NINE, "--count", "0"),
        ("--list", "--cancel", "LH000000"),
        ("--list", "--date", "27/11/2026"),
    ],
)
def test_wrong_usage_ends_with_status_two(folder: Path, arguments: tuple[str, ...]) -> None:
    assert appointment(folder, *arguments).returncode == 2


def test_the_command_explains_itself() -> None:
    shown = run_server_command("appointment", "--help")
    assert (shown.returncode, "--cancel CODE" in shown.stdout) == (0, True)


def test_a_code_that_is_taken_is_never_given_again() -> None:
    numbers = itertools.cycle([7, 7, 8, 8, 9])
    assert new_codes(2, {"LH000007"}, lambda _: next(numbers)) == ("LH000008", "LH000009")


def test_a_booked_appointment_reaches_the_kiosk_which_checks_it_in(
    server: RunningServer, make_device: MakeDevice
) -> None:
    kiosk, board = make_device(server, "kiosk"), make_device(server, "board")
    at = MORNING.replace(minute=15)
    book_appointment(server.journal(), server.office, "administrator", Book("one", "LH123456", "A", at))
    pull_all(kiosk)
    pull_all(board)
    assert kinds(kiosk) == kinds(board) == ["appointment.booked"]
    issued = check_in(kiosk.journal, server.office, kiosk.node, "journey", "LH123456")
    assert (issued.line, issued.priority, issued.appointment) == ("A", APPOINTMENT, "one")
    push_all(kiosk)
    pull_all(board)
    assert sorted(kinds(board)) == ["appointment.arrived", "appointment.booked", "ticket.issued"]


def test_a_kiosk_without_paper_is_known_to_counters_and_to_no_other_kiosk(
    server: RunningServer, make_device: MakeDevice
) -> None:
    kiosk, second, counter = (make_device(server, kind) for kind in ("kiosk", "kiosk", "counter"))
    changes: tuple[tuple[PrinterState, list[str]], ...] = (("paper_out", ["Máy lấy số 1"]), ("ready", []))
    for printer, expected in changes:
        assert report_printer(kiosk.journal, "Máy lấy số 1", printer)
        push_all(kiosk)
        pull_all(counter)
        with counter.journal.reading() as reader:
            assert [each.name for each in machines_that_need_hands(reader)] == expected
    pull_all(second)
    assert (kinds(counter), kinds(second)) == (["machine.printer", "machine.printer"], [])

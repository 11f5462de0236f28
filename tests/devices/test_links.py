"""Serial ports, device files and USB printers: the same slip, and no wait without an end."""

from __future__ import annotations

import os
import threading
import tty
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
import usb.core
import zxingcpp

from shared.devices.escpos_printer import EscposPrinter, Patience
from shared.devices.link import FileLink, Link, SerialLink
from shared.devices.printer_address import printer_from_address
from shared.devices.usb_link import UsbLink
from shared.failures import EnvironmentFailure
from tests.devices.conftest import FOLLOW_URL
from tests.devices.fake_escpos import Interpreter, State
from tests.devices.fake_usb import FakeUsbPrinter

HASTY = Patience(connect=5, answer=0.5, stall=1, look=0.05, quick=0.3, mm_a_second=1000)


def code_on(interpreter: Interpreter) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(interpreter.job.picture.convert("L"))]


@contextmanager
def serial_fake(interpreter: Interpreter) -> Iterator[str]:
    """The device of a pseudo-terminal with the fake at its other end."""
    master, slave = os.openpty()
    tty.setraw(slave)

    def live() -> None:
        try:
            while answer := _answer_of(interpreter, os.read(master, 65536)):
                os.write(master, answer[1:])
        except OSError:
            pass  # the other end was closed: the pseudo-terminal is gone

    life = threading.Thread(target=live)
    life.start()
    try:
        yield os.ttyname(slave)
    finally:
        os.close(slave)
        life.join(10)
        os.close(master)


def _answer_of(interpreter: Interpreter, data: bytes) -> bytes:
    return b"+" + (interpreter.feed(data) or b"") if data else b""


def test_a_slip_goes_over_a_serial_line(slip_pdf: bytes) -> None:
    interpreter = Interpreter(State())
    with serial_fake(interpreter) as device:
        printer = printer_from_address(f"escpos:serial://{device}?baud=115200")
        assert printer.condition() == "ready"
        printer.print_slip("A012", slip_pdf)
    assert interpreter.job.commands[-1] == "cut"
    assert code_on(interpreter) == [FOLLOW_URL]


def test_paper_that_ends_on_a_serial_line_is_told(slip_pdf: bytes) -> None:
    with serial_fake(Interpreter(State(paper_out_after=2))) as device:
        printer = EscposPrinter(lambda _: SerialLink(device, 115200), 576, HASTY)
        with pytest.raises(EnvironmentFailure) as told:
            printer.print_slip("A012", slip_pdf)
    assert told.value.code == "printer_unfinished"


def test_a_serial_printer_that_takes_nothing_holds_nobody_up(slip_pdf: bytes) -> None:
    master, slave = os.openpty()
    tty.setraw(slave)
    device = os.ttyname(slave)
    patience = Patience(answer=0.05, stall=0.05, look=0.05, quick=0.05)
    with pytest.raises(EnvironmentFailure) as told:
        EscposPrinter(lambda _: SerialLink(device, 115200), 576, patience).print_slip("A012", slip_pdf)
    assert told.value.code == "printer_unfinished"
    os.close(master)
    os.close(slave)


def test_a_device_file_is_written_and_cannot_answer(tmp_path: Path, slip_pdf: bytes) -> None:
    device = tmp_path / "lp0"
    device.touch()
    printer = printer_from_address(f"escpos:file://{device}")
    printer.print_slip("A012", slip_pdf)
    interpreter = Interpreter(State())
    interpreter.feed(device.read_bytes())
    assert code_on(interpreter) == [FOLLOW_URL]
    assert printer.condition() == "unknown"


def test_a_device_file_that_is_missing_is_offline_and_not_made(tmp_path: Path, slip_pdf: bytes) -> None:
    printer = printer_from_address(f"escpos:file://{tmp_path / 'lp0'}")
    with pytest.raises(EnvironmentFailure) as told:
        printer.print_slip("A012", slip_pdf)
    assert told.value.code == "printer_offline"
    assert printer.condition() == "offline"
    assert list(tmp_path.iterdir()) == []


def test_a_device_file_that_takes_nothing_holds_nobody_up(tmp_path: Path, slip_pdf: bytes) -> None:
    pipe = tmp_path / "lp0"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    patience = Patience(answer=0.05, stall=0.05)
    with pytest.raises(EnvironmentFailure) as told:
        EscposPrinter(lambda _: FileLink(pipe), 576, patience).print_slip("A012", slip_pdf)
    assert told.value.code == "printer_unfinished"
    os.close(reader)


@pytest.fixture
def usb_printer(monkeypatch: pytest.MonkeyPatch) -> FakeUsbPrinter:
    """A printer on the bus under 04b8:0e15."""
    printer = FakeUsbPrinter(State())
    monkeypatch.setattr(usb.core, "find", printer.find)
    return printer


def test_a_slip_goes_over_the_usb_bus(usb_printer: FakeUsbPrinter, slip_pdf: bytes) -> None:
    printer = printer_from_address("escpos:usb://04b8:0e15")
    assert printer.condition() == "ready"
    printer.print_slip("A012", slip_pdf)
    assert code_on(usb_printer.interpreter) == [FOLLOW_URL]
    assert usb_printer.claimed == []
    assert usb_printer.with_driver


def test_a_usb_printer_without_paper_says_so(usb_printer: FakeUsbPrinter, slip_pdf: bytes) -> None:
    usb_printer.interpreter = Interpreter(State(paper_out=True))
    with pytest.raises(EnvironmentFailure) as told:
        printer_from_address("escpos:usb://04b8:0e15").print_slip("A012", slip_pdf)
    assert told.value.code == "printer_paper_out"


def test_a_usb_printer_that_is_not_plugged_in_is_offline(usb_printer: FakeUsbPrinter, slip_pdf: bytes) -> None:
    printer = printer_from_address("escpos:usb://04b8:0001")
    with pytest.raises(EnvironmentFailure) as told:
        printer.print_slip("A012", slip_pdf)
    assert told.value.code == "printer_offline"
    assert printer.condition() == "offline"


def test_a_machine_without_libusb_has_no_usb_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_backend(**_: object) -> None:
        raise usb.core.NoBackendError("No backend available")

    monkeypatch.setattr(usb.core, "find", no_backend)
    opening: partial[Link] = partial(UsbLink, 0x04B8)
    assert EscposPrinter(lambda _: opening(0x0E15)).condition() == "offline"

"""Addresses of printers in settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from shared.devices.escpos_printer import EscposPrinter
from shared.devices.folder_printer import FolderPrinter
from shared.devices.printer import Printer
from shared.devices.printer_address import printer_from_address
from shared.failures import Refusal
from tests.devices.fake_escpos import FakeEscpos


def test_a_folder_is_a_printer(tmp_path: Path) -> None:
    printer = printer_from_address(f"folder:{tmp_path / 'phiếu in'}")
    assert isinstance(printer, FolderPrinter)
    printer.print_slip("A001", b"%PDF")
    assert (tmp_path / "phiếu in" / "A001.pdf").read_bytes() == b"%PDF"


def test_a_network_printer_is_reached_at_its_address_with_a_narrow_head(fake: FakeEscpos, slip_pdf: bytes) -> None:
    printer_from_address(f"escpos:tcp://127.0.0.1:{fake.port}?dots=384").print_slip("A012", slip_pdf)
    assert fake.job().picture.width == 384


@pytest.mark.parametrize(
    "address",
    [
        "escpos:tcp://192.168.1.50",
        "escpos:tcp://[fe80::1]:9100",
        "escpos:usb://04B8:0e15",
        "escpos:usb://04b8:0e15?dots=384",
        "escpos:serial:///dev/ttyUSB0?baud=9600&dots=512",
        "escpos:serial://COM3",
        "escpos:file:///dev/usb/lp0",
        "  escpos:file:///dev/usb/lp0  ",
    ],
)
def test_these_are_thermal_printers(address: str) -> None:
    assert isinstance(printer_from_address(address), EscposPrinter)


@pytest.mark.parametrize(
    ("address", "name"), [("system:", ""), ("system: HP LaserJet: 2. Stock", "HP LaserJet: 2. Stock")]
)
def test_the_systems_printers_are_made_by_the_program_that_has_them(address: str, name: str, tmp_path: Path) -> None:
    made: list[str] = []

    def factory(wanted: str) -> Printer:
        made.append(wanted)
        return FolderPrinter(tmp_path)

    printer_from_address(address, factory)
    assert made == [name]


@pytest.mark.parametrize(
    "address",
    [
        "",
        "folder:",
        "folder",
        "/dev/usb/lp0",
        "system:",
        "lpr:queue",
        "escpos:",
        "escpos:tcp://",
        "escpos:tcp://host:port",
        "escpos:tcp://host:99999",
        "escpos:tcp://host/path",
        "escpos:tcp://host?baud=9600",
        "escpos:tcp://host?dots=100",
        "escpos:tcp://host?dots=many",
        "escpos:usb://04b8",
        "escpos:usb://04b8:0e1",
        "escpos:serial://",
        "escpos:serial:///dev/ttyUSB0?baud=0",
        "escpos:file://",
        "escpos:bluetooth://00:11",
        "escpos:tcp://[::1",
    ],
)
def test_what_cannot_be_read_is_refused_in_words(address: str) -> None:
    with pytest.raises(Refusal) as told:
        printer_from_address(address)
    assert told.value.code == "printer_address"
    assert address in told.value.sentence.vi

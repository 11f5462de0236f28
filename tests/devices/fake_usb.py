"""A printer on the USB bus as pyusb shows it: a device, one printer interface, an end point each way."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from types import SimpleNamespace

import usb.core

from tests.devices.fake_escpos import Interpreter, State

_BULK = 2


class _Out:
    bEndpointAddress, bmAttributes = 0x02, _BULK  # noqa: N815  # pyusb's names

    def __init__(self, printer: FakeUsbPrinter) -> None:
        self._printer = printer

    def write(self, data: bytes, _milliseconds: int) -> int:
        assert self._printer.claimed == [0]
        taken = data[:512]
        self._printer.said += self._printer.interpreter.feed(taken) or b""
        return len(taken)


class _In:
    bEndpointAddress, bmAttributes = 0x81, _BULK  # noqa: N815  # pyusb's names

    def __init__(self, printer: FakeUsbPrinter) -> None:
        self._printer = printer

    def read(self, size: int, milliseconds: int) -> array[int]:
        assert milliseconds > 0
        said, self._printer.said = self._printer.said[:size], self._printer.said[size:]
        if not said:
            raise usb.core.USBTimeoutError("timed out")
        return array("B", said)


class _Interface:
    bInterfaceNumber, bInterfaceClass = 0, 7  # noqa: N815  # pyusb's names

    def __init__(self, printer: FakeUsbPrinter) -> None:
        self._endpoints = (_In(printer), _Out(printer))

    def __iter__(self) -> Iterator[object]:
        return iter(self._endpoints)


class FakeUsbPrinter:
    """The device; `claimed`: its interfaces in use, `with_driver`: whether the system's own driver has it."""

    def __init__(self, state: State) -> None:
        self.interpreter = Interpreter(state)
        self.said = b""
        self.claimed: list[int] = []
        self.with_driver = True
        self._interface = _Interface(self)
        self._ctx = SimpleNamespace(
            managed_claim_interface=lambda _, number: self.claimed.append(number),
            managed_release_interface=lambda _, number: self.claimed.remove(number),
            dispose=lambda _: self.claimed.clear(),
        )

    def find(self, **wanted: int) -> FakeUsbPrinter | None:
        """`usb.core.find` of a bus with this printer only."""
        return self if wanted == {"idVendor": 0x04B8, "idProduct": 0x0E15} else None

    def get_active_configuration(self) -> tuple[_Interface, ...]:
        """The configuration is its interfaces."""
        return (self._interface,)

    def is_kernel_driver_active(self, _number: int) -> bool:
        return self.with_driver

    def detach_kernel_driver(self, _number: int) -> None:
        self.with_driver = False

    def attach_kernel_driver(self, _number: int) -> None:
        self.with_driver = True

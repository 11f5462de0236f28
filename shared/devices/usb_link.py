"""The line to a printer on the USB bus, found by its vendor's and product's numbers (máy in USB)."""

from __future__ import annotations

import contextlib
import errno
from typing import Any

_PRINTERS = 7
"""The class of printers among USB interfaces."""

_SHORTEST_MS = 1
"""pyusb takes 0 for "for ever"."""


class UsbLink:
    """A line to a USB printer: its printer interface, claimed from the system for as long as a job takes.

    OSError when no such printer is there, it may not be opened, or this machine has no libusb.
    """

    lag_seconds = 0.0

    def __init__(self, vendor: int, product: int) -> None:
        # Loaded with the first slip: it would slow down every start.
        import usb.core

        try:
            self._device: Any = usb.core.find(idVendor=vendor, idProduct=product)
        except usb.core.NoBackendError as problem:
            raise OSError(errno.ENOSYS, "no libusb on this machine") from problem
        if self._device is None:
            raise OSError(errno.ENODEV, "no such USB printer")
        self._timeout_error = usb.core.USBTimeoutError
        self._interface, self._out, self._in = self._claim()
        self.can_answer = self._in is not None

    def send(self, data: bytes, seconds: float) -> None:
        """Sends all of `data` within `seconds`."""
        rest = memoryview(data)
        while rest:
            written = self._out.write(rest.tobytes(), _milliseconds(seconds))
            if not written:
                raise TimeoutError("the printer takes nothing")
            rest = rest[written:]

    def receive(self, seconds: float) -> bytes:
        """What the printer says within `seconds`; nothing when it has no way back."""
        if self._in is None:
            return b""
        try:
            return bytes(self._in.read(64, _milliseconds(seconds)))
        except self._timeout_error:
            return b""

    def close(self) -> None:
        """Gives the interface back to the system."""
        import usb.util

        number = self._interface.bInterfaceNumber
        with contextlib.suppress(OSError):
            usb.util.release_interface(self._device, number)
        with contextlib.suppress(OSError, NotImplementedError):
            self._device.attach_kernel_driver(number)
        usb.util.dispose_resources(self._device)

    abort = close

    def _claim(self) -> tuple[Any, Any, Any]:
        import usb.core
        import usb.util

        try:
            interfaces = list(self._device.get_active_configuration())
        except usb.core.USBError:
            self._device.set_configuration()
            interfaces = list(self._device.get_active_configuration())
        interface = next((each for each in interfaces if each.bInterfaceClass == _PRINTERS), interfaces[0])
        number = interface.bInterfaceNumber
        with contextlib.suppress(NotImplementedError):  # only Linux lends interfaces to drivers of its own
            if self._device.is_kernel_driver_active(number):
                self._device.detach_kernel_driver(number)
        usb.util.claim_interface(self._device, number)
        out = self._bulk_endpoint(interface, usb.util.ENDPOINT_OUT)
        if out is None:
            raise OSError(errno.ENODEV, "the USB device takes no data")
        return interface, out, self._bulk_endpoint(interface, usb.util.ENDPOINT_IN)

    @staticmethod
    def _bulk_endpoint(interface: Any, direction: int) -> Any:
        import usb.util

        def wanted(endpoint: Any) -> bool:
            bulk = usb.util.endpoint_type(endpoint.bmAttributes) == usb.util.ENDPOINT_TYPE_BULK
            return bool(bulk and usb.util.endpoint_direction(endpoint.bEndpointAddress) == direction)

        return next((endpoint for endpoint in interface if wanted(endpoint)), None)


def _milliseconds(seconds: float) -> int:
    return max(_SHORTEST_MS, round(seconds * 1000))

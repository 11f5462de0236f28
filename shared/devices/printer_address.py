"""A printer by its address in a setting (địa chỉ máy in).

`folder:/path`, `escpos:tcp://host:9100`, `escpos:usb://04b8:0e15`, `escpos:serial:///dev/ttyUSB0?baud=19200`,
`escpos:file:///dev/usb/lp0`, `system:` (the default printer) and `system:Printer Name`. Every `escpos:` address takes
`?dots=384` for a head that is not 576 dots wide.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from shared.devices.escpos_printer import HEAD_80_MM, EscposPrinter
from shared.devices.folder_printer import FolderPrinter
from shared.devices.link import FileLink, Link, OpenLink, SerialLink, SocketLink
from shared.devices.printer import Printer
from shared.devices.usb_link import UsbLink
from shared.failures import Refusal

SystemPrinterFactory = Callable[[str], Printer]
"""Makes the system's printer of a name, "" for the default one; it comes from the programs, which know Qt."""

_RAW_PORT = 9100
_BAUD = 19200
_DOTS = range(256, 1025, 8)
_HEX_PAIR = re.compile(r"([0-9A-Fa-f]{4}):([0-9A-Fa-f]{4})")


def printer_from_address(address: str, system: SystemPrinterFactory | None = None) -> Printer:
    """The printer behind `address`; nothing is opened yet. `system` makes what `system:` names.

    Refusal `printer_address` when it cannot be read, or names a system's printer where there is no `system`.
    """
    kind, found, rest = address.strip().partition(":")
    if not found:
        raise _unreadable(address)
    if kind == "folder" and rest:
        return FolderPrinter(Path(rest))
    if kind == "system" and system is not None:
        return system(rest.strip())
    if kind == "escpos":
        return _escpos(address, rest)
    raise _unreadable(address)


def _escpos(address: str, rest: str) -> Printer:
    try:
        parts = urlsplit(rest)
        options = {name: int(value) for name, value in parse_qsl(parts.query, keep_blank_values=True)}
        dots = options.pop("dots", HEAD_80_MM)
        open_link = _opening(parts, options)
    except ValueError as problem:
        raise _unreadable(address) from problem
    if open_link is None or options or dots not in _DOTS:
        raise _unreadable(address)
    return EscposPrinter(open_link, dots)


def _opening(parts: SplitResult, options: dict[str, int]) -> OpenLink | None:
    """How the line is opened; takes out of `options` what it knows. None or ValueError for what it does not."""
    path = unquote(parts.path)
    match parts.scheme:
        case "tcp" if parts.hostname and not path.strip("/"):
            return partial(_open_socket, parts.hostname, _RAW_PORT if parts.port is None else parts.port)
        case "usb" if (pair := _HEX_PAIR.fullmatch(parts.netloc)) and not path.strip("/"):
            return partial(_open_usb, int(pair[1], 16), int(pair[2], 16))
        case "serial" if parts.netloc or path:
            baud = options.pop("baud", _BAUD)
            return partial(_open_serial, parts.netloc + path, baud) if baud > 0 else None
        case "file" if path and not parts.netloc:
            return partial(_open_file, Path(path))
        case _:
            return None


def _open_socket(host: str, port: int, seconds: float) -> Link:
    return SocketLink(host, port, seconds)


def _open_usb(vendor: int, product: int, _seconds: float) -> Link:
    return UsbLink(vendor, product)


def _open_serial(device: str, baud: int, _seconds: float) -> Link:
    return SerialLink(device, baud)


def _open_file(path: Path, _seconds: float) -> Link:
    return FileLink(path)


def _unreadable(address: str) -> Refusal:
    return Refusal(
        "printer_address",
        f"Không đọc được địa chỉ máy in “{address}”. Ví dụ đúng: folder:/duong/dan, escpos:tcp://192.168.1.50:9100, "
        "escpos:usb://04b8:0e15, system:Tên máy in.",
        f"The printer address “{address}” cannot be read. Such as these can: folder:/path, "
        "escpos:tcp://192.168.1.50:9100, escpos:usb://04b8:0e15, system:Printer Name.",
    )

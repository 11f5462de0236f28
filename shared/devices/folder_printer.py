"""A printer that saves: each PDF is written once and whole into a folder, from where people or a service take it."""

from __future__ import annotations

import re
import tempfile
from itertools import count
from pathlib import Path

from shared.devices.durable_file import write_whole_if_new
from shared.devices.printer import PrinterCondition
from shared.failures import EnvironmentFailure

_LONGEST_NAME = 100
_DEVICES_OF_WINDOWS = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)")


class FolderPrinter:
    """Writes each print as `<name>.pdf` into `folder` (máy in ra thư mục).

    A name appears only with the whole print behind it, and no print takes the place of another: the second one of a
    name is `<name>-2.pdf`, since numbers on slips come again every day. The very same print is there already.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def print_slip(self, name: str, pdf: bytes) -> None:
        """Saves a slip. EnvironmentFailure `printer_failed`."""
        self._save(name, pdf)

    def print_form(self, name: str, pdf: bytes) -> None:
        """Saves a form. EnvironmentFailure `printer_failed`."""
        self._save(name, pdf)

    def condition(self) -> PrinterCondition:
        """ "ready", or "failed" when the folder cannot be written."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=self._folder) as trial:
                trial.write(b"?")
        except OSError:
            return "failed"
        return "ready"

    def _save(self, name: str, pdf: bytes) -> None:
        stem = file_stem(name)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            paths = (self._folder / (f"{stem}.pdf" if number == 1 else f"{stem}-{number}.pdf") for number in count(1))
            next(path for path in paths if _holds(path, pdf))
        except OSError as problem:
            raise EnvironmentFailure(
                "printer_failed",
                "Không in được: không ghi được tệp vào thư mục in. Dữ liệu đã lưu an toàn; có thể in lại.",
                "Nothing was printed: the folder for prints cannot be written. The data is safe; print it again.",
            ) from problem


def _holds(path: Path, pdf: bytes) -> bool:
    """Whether `path` holds `pdf` now; written if nothing had that name, left alone if something else has."""
    if not path.exists() and write_whole_if_new(path, pdf):
        return True
    return path.stat().st_size == len(pdf) and path.read_bytes() == pdf


def file_stem(name: str) -> str:
    """`name` as every file system takes it: Latin letters, digits, ".", "-" and "_", never hidden, never empty."""
    plain = re.sub(r"[^A-Za-z0-9._-]", "_", name)[:_LONGEST_NAME].strip(".") or "_"
    return f"_{plain}" if _DEVICES_OF_WINDOWS.match(plain) else plain

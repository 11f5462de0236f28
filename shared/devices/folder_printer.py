"""A printer that saves: each PDF is written once and whole into a folder, from where people or a service take it."""

from __future__ import annotations

import re
from pathlib import Path

from shared.failures import EnvironmentFailure


class FolderPrinter:
    """Writes each print as `<name>.pdf` into `folder`; a name is only ever printed whole (máy in ra thư mục)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def print_slip(self, name: str, pdf: bytes) -> None:
        """Saves a slip. EnvironmentFailure `printer_failed`."""
        self._save(name, pdf)

    def print_form(self, name: str, pdf: bytes) -> None:
        """Saves a form. EnvironmentFailure `printer_failed`."""
        self._save(name, pdf)

    def _save(self, name: str, pdf: bytes) -> None:
        whole = self._folder / f"{re.sub(r'[^A-Za-z0-9._-]', '_', name)}.pdf"
        part = whole.with_suffix(".part")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            part.write_bytes(pdf)
            part.replace(whole)
        except OSError as problem:
            raise EnvironmentFailure(
                "printer_failed",
                "Không in được: không ghi được tệp vào thư mục in. Dữ liệu đã lưu an toàn; có thể in lại.",
                "Nothing was printed: the folder for prints cannot be written. The data is safe; print it again.",
            ) from problem

"""A field for a dossier's code, which the scanner finds wherever the cursor stands in the room."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from counter.scan import ScanFilter

_DOSSIER_CODE = re.compile(r"[A-Z]\d{2}(\.\d{2,3})*-\d{6}-\d{4,}", re.IGNORECASE)


def is_dossier_code(run: str) -> bool:
    """Whether what was typed at once is a whole dossier code (mã số hồ sơ)."""
    return _DOSSIER_CODE.fullmatch(run) is not None


class ScanField(QLineEdit):
    """Type a code and press Enter, or scan."""

    def __init__(self, name: str, room: QWidget, scanned: Callable[[str], None]) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("look", "search")
        self._scanned = scanned
        self.filter = ScanFilter(room, whole_code=is_dossier_code)
        self.filter.scanned.connect(scanned)
        self.returnPressed.connect(self._entered)

    def say(self, text: str) -> None:
        """Says what the field is for."""
        self.setPlaceholderText(text)
        self.setAccessibleName(text)

    def _entered(self) -> None:
        text = self.text().strip()
        self.clear()
        if text:
            self._scanned(text)

"""A field for a dossier's code, which the scanner finds wherever the cursor stands in the room."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from counter.scan import ScanFilter

DOSSIER_CODE_AT_END = re.compile(r"[A-Z][0-9]{2}(\.[0-9]{2,3})*-[0-9]{6}-[0-9]{4,}$", re.IGNORECASE)
"""A whole dossier code (mã số hồ sơ) at the end of what was typed."""


class ScanField(QLineEdit):
    """Type a code and press Enter, or scan."""

    def __init__(self, name: str, room: QWidget, scanned: Callable[[str], None]) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("look", "search")
        self._scanned = scanned
        self.filter = ScanFilter(room, whole_code=DOSSIER_CODE_AT_END)
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

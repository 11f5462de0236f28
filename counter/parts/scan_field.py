"""A field for a dossier's code, which the scanner finds wherever the cursor stands in the room."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from counter.scan import ScanFilter
from shared.domain.text import LONGEST_TEXT

DOSSIER_CODE_AT_END = re.compile(r"[A-Z][0-9]{2}(\.[0-9]{2,3})*-[0-9]{6}-[0-9]{4,}$", re.IGNORECASE)
"""A whole dossier code (mã số hồ sơ) at the end of what was typed."""

CODE_OR_LABEL_AT_END = re.compile(
    rf"({DOSSIER_CODE_AT_END.pattern[:-1]}|[A-Z]{{2}}[0-9]{{9}}[A-Z]{{2}})$", re.IGNORECASE
)
"""The same, or the number of the post's label (UPU S10)."""

PAPER_CODE_AT_END = re.compile(rf"({CODE_OR_LABEL_AT_END.pattern[:-1]}|[BP]G-[0-9]{{6}}-[0-9]{{4,}})$", re.IGNORECASE)
"""The same, or the number of a consignment note (phiếu gửi) or of a handover's record (biên bản)."""


class ScanField(QLineEdit):
    """Type a code and press Enter, or scan."""

    def __init__(
        self,
        name: str,
        room: QWidget,
        scanned: Callable[[str], None],
        whole_code: re.Pattern[str] = DOSSIER_CODE_AT_END,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setMaxLength(LONGEST_TEXT)
        self.setProperty("look", "search")
        self._scanned = scanned
        self.filter = ScanFilter(room, whole_code=whole_code)
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

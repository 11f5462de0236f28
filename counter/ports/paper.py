"""The printer of forms, as presenters know it."""

from __future__ import annotations

from typing import Protocol


class PaperPrinter(Protocol):
    """The printer of forms."""

    def print_form(self, name: str, pdf: bytes) -> None:
        """Prints, or saves where the office keeps its PDFs; EnvironmentFailure when it cannot."""
        ...

"""The language of the program: Vietnamese is what the source says, other languages come from Qt Linguist files.

Switching installs or removes one translator; Qt then tells every widget by a LanguageChange event.
"""

from __future__ import annotations

from importlib.resources import as_file, files
from typing import Literal

from PySide6.QtCore import QCoreApplication, QObject, QTranslator, Signal

from shared.failures import EnvironmentFailure

LanguageCode = Literal["vi", "en"]
LANGUAGES: tuple[tuple[LanguageCode, str], ...] = (("vi", "Tiếng Việt"), ("en", "English"))


class Language(QObject):
    """Which language is shown (ngôn ngữ).

    Attributes: `code` ("vi" or "en"). Signals: `changed` after the translator has been exchanged.
    """

    changed = Signal()

    def __init__(self, code: str = "vi") -> None:
        super().__init__()
        self._code: LanguageCode = "vi"
        self._translator: QTranslator | None = None
        self.use(code)

    @property
    def code(self) -> LanguageCode:
        """The language shown."""
        return self._code

    def use(self, code: str) -> None:
        """Shows `code`; Vietnamese for a language that is not there."""
        wanted: LanguageCode = "en" if code == "en" else "vi"
        if wanted == self._code and (wanted == "vi" or self._translator is not None):
            return
        self._remove()
        if wanted != "vi":
            self._translator = _load(wanted)
            QCoreApplication.installTranslator(self._translator)
        self._code = wanted
        self.changed.emit()

    def _remove(self) -> None:
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None


def _load(code: str) -> QTranslator:
    translator = QTranslator()
    with as_file(files("resources") / "translations" / f"counter_{code}.qm") as path:
        if not translator.load(str(path)):
            raise EnvironmentFailure(
                "translation_missing",
                "Thiếu tệp ngôn ngữ của chương trình. Xin cài đặt lại.",
                "The program's language file is missing. Please install the program again.",
            )
    return translator

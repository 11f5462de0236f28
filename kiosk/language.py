"""The language of the screens: Vietnamese as written in the source, other languages from Qt Linguist's files."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, QTranslator, Signal

from shared.failures import EnvironmentFailure

SOURCE_LANGUAGE = "vi"
LANGUAGES = ("vi", "en")


class Words(Protocol):
    """Turns the Vietnamese of the source into the language of the screen."""

    @property
    def language(self) -> str:
        """ "vi" or "en"."""
        ...

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """`source` in the language; "%n" becomes `n`, and the plural follows it."""
        ...


class TranslatedWords:
    """Words from one translator, or the source itself when there is none."""

    def __init__(self, language: str, translator: QTranslator | None) -> None:
        self._language = language
        self._translator = translator

    @property
    def language(self) -> str:
        """ "vi" or "en"."""
        return self._language

    @property
    def translator(self) -> QTranslator | None:
        """What the screens install to speak this language; None for the language of the source."""
        return self._translator

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """`source` in the language; "%n" becomes `n`, and the plural follows it."""
        found = self._translator.translate(context, source, disambiguation or "", n) if self._translator else ""
        return (found or source).replace("%n", str(n))


@cache
def words_of(language: str) -> TranslatedWords:
    """The words of `language`. EnvironmentFailure `translation_missing` when its file cannot be read."""
    if language == SOURCE_LANGUAGE:
        return TranslatedWords(language, None)
    translator = QTranslator()
    if not translator.load(str(files("resources.translations") / f"kiosk_{language}.qm")):
        raise EnvironmentFailure(
            "translation_missing",
            f"Không đọc được bản dịch của ngôn ngữ “{language}”. Xin cài đặt lại chương trình.",
            f"The translation for “{language}” cannot be read. Please install the program again.",
        )
    return TranslatedWords(language, translator)


class Language(QObject):
    """The language that is being shown; it can change at any moment.

    Signals: `changed` after the words have changed and before anybody shows them.
    """

    changed = Signal()

    def __init__(self, first: str) -> None:
        super().__init__()
        self._first = first
        self._words = words_of(SOURCE_LANGUAGE)
        self.speak(first)

    @property
    def words(self) -> Words:
        """The words of the present language."""
        return self._words

    def speak(self, language: str) -> None:
        """Changes to `language`."""
        words = words_of(language)
        if words is self._words:
            return
        self._install(words)
        self.changed.emit()

    def speak_as_at_first(self) -> None:
        """Back to the language of the office."""
        self.speak(self._first)

    def close(self) -> None:
        """Takes the translator out of the application again."""
        self._install(words_of(SOURCE_LANGUAGE))

    def _install(self, words: TranslatedWords) -> None:
        if self._words.translator is not None:
            QCoreApplication.removeTranslator(self._words.translator)
        if words.translator is not None:
            QCoreApplication.installTranslator(words.translator)
        self._words = words

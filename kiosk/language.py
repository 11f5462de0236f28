"""The language of the screens: Vietnamese as written in the source, every other from a file of Qt Linguist.

A language is added by adding `kiosk_<code>.qm` to `resources/translations` or to the folder of `--translations`; its
own name is its translation of "Tiếng Việt" in the context "Language". What the office's data says in Vietnamese and
English only stays Vietnamese in any third language.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, QTranslator, Signal

from shared.failures import EnvironmentFailure

SOURCE_LANGUAGE = "vi"


class Words(Protocol):
    """Turns the Vietnamese of the source into the language of the screen."""

    @property
    def language(self) -> str:
        """Its code: "vi", "en" …"""
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
        """Its code: "vi", "en" …"""
        return self._language

    @property
    def translator(self) -> QTranslator | None:
        """What the screens install to speak this language; None for the language of the source."""
        return self._translator

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """`source` in the language; "%n" becomes `n`, and the plural follows it."""
        found = self._translator.translate(context, source, disambiguation or "", n) if self._translator else ""
        return (found or source).replace("%n", str(n))


@dataclass(frozen=True, slots=True)
class LanguageName:
    """A language that can be touched (ngôn ngữ): its code and its name in itself."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Translations:
    """Where translations lie: those that come with the program, and a folder of the office's own, if it has one."""

    own: Path | None = None

    def languages(self) -> tuple[LanguageName, ...]:
        """All languages, Vietnamese first, the others by their codes."""
        return _languages(self)

    def words_of(self, language: str) -> TranslatedWords:
        """The words of `language`. EnvironmentFailure `translation_missing` when its file cannot be read."""
        return _words_of(self, language)

    def files(self) -> dict[str, Path]:
        """The translation file of each language; the office's own comes before the one of the program."""
        folders = [Path(str(files("resources.translations"))), *([self.own] if self.own else [])]
        found = (path for folder in folders for path in sorted(folder.glob("kiosk_*.qm")))
        return {path.stem.removeprefix("kiosk_"): path for path in found}


SHIPPED = Translations()
"""The languages that come with the program."""


@cache
def _languages(translations: Translations) -> tuple[LanguageName, ...]:
    codes = (SOURCE_LANGUAGE, *sorted(translations.files()))
    named = ((code, translations.words_of(code)) for code in codes)
    return tuple(LanguageName(code, words.translate("Language", "Tiếng Việt")) for code, words in named)


@cache
def _words_of(translations: Translations, language: str) -> TranslatedWords:
    if language == SOURCE_LANGUAGE:
        return TranslatedWords(language, None)
    translator = QTranslator()
    path = translations.files().get(language)
    if path is None or not translator.load(str(path)):
        raise EnvironmentFailure(
            "translation_missing",
            f"Không đọc được bản dịch của ngôn ngữ “{language}”. Xin kiểm tra tệp bản dịch hoặc cài đặt lại.",
            f"The translation for “{language}” cannot be read. Please check its file or install the program again.",
        )
    return TranslatedWords(language, translator)


def words_of(language: str) -> TranslatedWords:
    """The words of a language that comes with the program."""
    return SHIPPED.words_of(language)


class Language(QObject):
    """The language that is being shown; it can change at any moment.

    Signals: `changed` after the words have changed and before anybody shows them.
    """

    changed = Signal()

    def __init__(self, first: str, translations: Translations = SHIPPED) -> None:
        super().__init__()
        self._first = first
        self._translations = translations
        self._words = translations.words_of(SOURCE_LANGUAGE)
        self.speak(first)

    @property
    def words(self) -> Words:
        """The words of the present language."""
        return self._words

    def choices(self) -> tuple[LanguageName, ...]:
        """Every language that can be touched."""
        return self._translations.languages()

    def speak(self, language: str) -> None:
        """Changes to `language`."""
        words = self._translations.words_of(language)
        if words is self._words:
            return
        self._install(words)
        self.changed.emit()

    def speak_as_at_first(self) -> None:
        """Back to the language of the office."""
        self.speak(self._first)

    def close(self) -> None:
        """Takes the translator out of the application again."""
        self._install(self._translations.words_of(SOURCE_LANGUAGE))

    def _install(self, words: TranslatedWords) -> None:
        if self._words.translator is not None:
            QCoreApplication.removeTranslator(self._words.translator)
        if words.translator is not None:
            QCoreApplication.installTranslator(words.translator)
        self._words = words

"""What all view models of the kiosk share: one map of what is shown, changed only when it really differs."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from kiosk.language import Language, Words


def as_map(value: Any) -> Any:
    """`value` as QML takes it: dataclasses become maps under their own names, tuples become lists."""
    if is_dataclass(value):
        return {each.name: as_map(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, tuple):
        return [as_map(each) for each in value]
    return value


class ViewModel(QObject):
    """A part of the screen: `view` is derived by a pure function from a frozen state and the words.

    Whatever a signal is connected to must be a `Slot`: for other methods PySide gives the object a metaobject of its
    own, which the QML engine may still know by its address when the object has gone.

    Signals: `changed` when `view` has a new value.
    """

    changed = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._view: dict[str, Any] = as_map(self._derived())
        language.changed.connect(self.show_again)

    @property
    def _words(self) -> Words:
        return self._language.words

    @Slot()
    def show_again(self) -> None:
        """Derives `view` anew and tells the screen if it differs."""
        view = as_map(self._derived())
        if view != self._view:
            self._view = view
            self.changed.emit()

    def _derived(self) -> object:
        """The frozen dataclass that is shown now."""
        raise NotImplementedError

    def _get_view(self) -> dict[str, Any]:
        return self._view

    view = Property("QVariantMap", _get_view, notify=changed)  # type: ignore[arg-type]


class Journey(ViewModel):
    """What a citizen, or the staff, goes through from home and back.

    Signals: `left` when they go back beyond the first screen.
    """

    left = Signal()

    def leave(self) -> None:
        """Forgets everything of this journey."""
        raise NotImplementedError

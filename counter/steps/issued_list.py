"""The official forms that were issued for a dossier, and the key that prints one again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from counter.language import Language
from counter.parts.key_button import KeyButton
from counter.parts.labels import line_label, text_label
from counter.parts.rows import Row, RowList
from counter.parts.view import View
from counter.ports import IssuedFormRow
from counter.steps.words import form_words, issued_words, prints_words
from counter.words import translate

_MOST_ROWS = 4


class IssuedList(View):
    """A list of issued forms with "In lại"; the newest one first.

    `name` begins the object names; `print_again` is called with the id of a form; `key`: the key of the button.
    """

    def __init__(self, name: str, language: Language, print_again: Callable[[str], object], key: str = "Alt+I") -> None:
        super().__init__()
        self._language, self._print_again = language, print_again
        self._forms: tuple[IssuedFormRow, ...] = ()
        self._unprinted: str | None = None
        self._title, self._empty = line_label("label"), text_label("soft")
        self.list = RowList(f"{name}_list")
        self.list.itemActivated.connect(self._print_current)
        self._again = KeyButton(f"{name}_again", key)
        self._again.does(self._print_current)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._again)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._empty)
        layout.addWidget(self.list)
        self.retranslate()
        self.show_state()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._title.setText(translate("Steps", "Biểu mẫu đã lập"))
        self._empty.setText(translate("Steps", "Chưa lập biểu mẫu nào cho hồ sơ này."))
        self._again.say(translate("Steps", "In lại"))
        self.list.setAccessibleName(translate("Steps", "Biểu mẫu đã lập"))

    def show_forms(self, forms: tuple[IssuedFormRow, ...], unprinted: str | None = None) -> None:
        """Shows `forms`; `unprinted`: the id of one that did not come out of the printer."""
        if (forms, unprinted) != (self._forms, self._unprinted):
            self._forms, self._unprinted = forms, unprinted
            self.show_state()

    def show_state(self) -> None:
        """Shows the forms it was given."""
        rows = tuple((each.id, self._row(each)) for each in reversed(self._forms))
        self.list.show_rows(rows)
        if rows and self.list.current_identity() is None:
            self.list.show_current(rows[0][0])
        self._empty.setVisible(not rows)
        self.list.setVisible(bool(rows))
        self._again.setVisible(bool(rows))
        if rows:
            self.list.setFixedHeight(self.list.sizeHintForRow(0) * min(len(rows), _MOST_ROWS) + 20)

    def _row(self, form: IssuedFormRow) -> Row:
        failed = form.id == self._unprinted
        state = translate("Steps", "chưa in được") if failed else prints_words(form)
        return Row(form_words(form.form), issued_words(form, self._language.code), state, urgent=failed)

    def _print_current(self) -> None:
        form = self.list.current_identity()
        if form is not None:
            self._print_again(form)

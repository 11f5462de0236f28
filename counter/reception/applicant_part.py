"""Who applies: a person by the identity card, or an organisation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout

from counter.parts.field import Field, line_edit, mark_wrong, show_typed
from counter.parts.key_button import KeyButton
from counter.parts.labels import line_label
from counter.parts.view import View
from counter.reception.form_state import Typed
from counter.words import translate


class ApplicantPart(View):
    """The fields of the applicant.

    Attributes: `card_scan`, the field for the card's code; `edits`, the other fields by the name in `Typed`.
    """

    def __init__(self, change: Callable[..., Any], scanned: Callable[[str], None]) -> None:
        super().__init__()
        self._change, self._scanned = change, scanned
        self._title = line_label("lead")
        self._person = KeyButton("kind_applicant")
        self._organisation = KeyButton("kind_organisation")
        for button, kind in ((self._person, "applicant"), (self._organisation, "organisation")):
            button.setCheckable(True)
            button.does(self._choice(kind))
        self.card_scan = line_edit("card_scan")
        self.card_scan.returnPressed.connect(self._card_typed)
        self.edits: dict[str, QLineEdit] = {}
        self._fields: dict[str, Field] = {}
        names = {
            "identity_number": "identity_number",
            "name": "applicant_name",
            "birth": "birth_date",
            "address": "address",
            "phone": "phone",
            "email": "email",
        }
        for name, object_name in names.items():
            edit = line_edit(object_name)
            edit.textEdited.connect(self._typing(name))
            self.edits[name] = edit
            self._fields[name] = Field(edit)
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._title.setText(translate("Reception", "Người nộp hồ sơ"))
        self._person.say(translate("Reception", "Cá nhân"))
        self._organisation.say(translate("Reception", "Tổ chức"))
        self.card_scan.setPlaceholderText(
            translate("Reception", "Quét mã QR trên thẻ căn cước, ở bất kỳ ô nào cũng được")
        )
        self.card_scan.setAccessibleName(translate("Reception", "Mã QR trên thẻ căn cước"))
        self._fields["birth"].say(translate("Reception", "Ngày sinh"))
        self.edits["birth"].setPlaceholderText("31/12/1990")
        self._fields["address"].say(translate("Reception", "Địa chỉ"))
        self._fields["phone"].say(translate("Reception", "Số điện thoại"))
        self._fields["email"].say(translate("Reception", "Thư điện tử"))

    def show_typed(self, typed: Typed, missing: tuple[str, ...]) -> None:
        """Shows what is typed and marks what is missing."""
        person = typed.kind == "applicant"
        self._person.setChecked(person)
        self._organisation.setChecked(not person)
        self._fields["birth"].setVisible(person)
        self._fields["name"].say(
            translate("Reception", "Họ và tên") if person else translate("Reception", "Tên tổ chức")
        )
        self._fields["identity_number"].say(
            translate("Reception", "Số định danh, hộ chiếu")
            if person
            else translate("Reception", "Mã định danh tổ chức")
        )
        for name, edit in self.edits.items():
            show_typed(edit, getattr(typed, name))
            mark_wrong(edit, wrong=name in missing)

    def _choice(self, kind: str) -> Callable[[], None]:
        def choose() -> None:
            self._change(kind=kind)
            self._person.setChecked(kind == "applicant")
            self._organisation.setChecked(kind == "organisation")

        return choose

    def _typing(self, name: str) -> Callable[[str], None]:
        return lambda text: self._change(**{name: text})

    def _card_typed(self) -> None:
        text = self.card_scan.text()
        self.card_scan.clear()
        if text.strip():
            self._scanned(text)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addSpacing(8)
        head.addWidget(self._person)
        head.addWidget(self._organisation)
        head.addStretch(1)
        first = QGridLayout()
        first.setSpacing(12)
        for column, (name, stretch) in enumerate((("identity_number", 4), ("name", 7), ("birth", 3))):
            first.addWidget(self._fields[name], 0, column)
            first.setColumnStretch(column, stretch)
        second = QGridLayout()
        second.setSpacing(12)
        for column, (name, stretch) in enumerate((("address", 7), ("phone", 3), ("email", 4))):
            second.addWidget(self._fields[name], 0, column)
            second.setColumnStretch(column, stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self.card_scan)
        layout.addLayout(first)
        layout.addLayout(second)

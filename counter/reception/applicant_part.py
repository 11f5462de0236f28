"""Who applies: a person by the identity card, or an organisation; and what is odd or known about them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from counter.language import Language
from counter.parts.brief_label import BriefLabel
from counter.parts.field import Field, line_edit, mark_wrong, show_typed
from counter.parts.key_button import KeyButton
from counter.parts.labels import show_text, text_label
from counter.parts.view import View
from counter.reception.derive_person import (
    derive_number_warning,
    derive_others_open,
    derive_person_title,
    derive_unfit,
)
from counter.reception.state import FormState
from counter.reception.submitter_part import SubmitterPart
from counter.reception.typed import Typed
from counter.reception.typed_form import TypedForm
from counter.words import translate
from shared.domain.text import LONGEST_TEXT

_OBJECT_NAMES = {
    "identity_number": "identity_number",
    "name": "applicant_name",
    "birth": "birth_date",
    "representative": "representative",
    "address": "address",
    "phone": "phone",
    "email": "email",
}

_ON_A_CARD = ("identity_number", "name", "birth")
"""The least that a card tells: with these the fields may fold into one line."""


class ApplicantPart(View):
    """The fields of the applicant, and below them those of an authorised submitter.

    Attributes: `card_scan`, the field for the card's code; `edits`, the other fields by the name in `Typed`;
    `submitter`, the part about the authorised person.
    """

    def __init__(self, presenter: TypedForm, language: Language) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._title = text_label("lead")
        self._person = KeyButton("kind_applicant")
        self._organisation = KeyButton("kind_organisation")
        self._authorised = KeyButton("authorised", "Alt+U")
        self._authorised.setCheckable(True)
        self._authorised.does(presenter.switch_submitter)
        for button, kind in ((self._person, "applicant"), (self._organisation, "organisation")):
            button.setCheckable(True)
            button.does(self._choice(kind))
        self.card_scan = line_edit("card_scan")
        self.card_scan.setMaxLength(LONGEST_TEXT)
        self.card_scan.returnPressed.connect(self._card_typed)
        self.edits: dict[str, QLineEdit] = {}
        self._fields: dict[str, Field] = {}
        for name, object_name in _OBJECT_NAMES.items():
            edit = line_edit(object_name)
            edit.textEdited.connect(self._typing(name))
            self.edits[name] = edit
            self._fields[name] = Field(edit)
        self._unfit, self._number_warning = text_label("warning"), text_label("warning")
        self._unfit.setObjectName("unfit")
        self._number_warning.setObjectName("number_warning")
        self._others_open = text_label("small")
        self._others_open.setObjectName("others_open")
        self.submitter = SubmitterPart(presenter)
        self._folded = False
        self._who = BriefLabel("body", lines=2)
        self._who.setObjectName("applicant_summary")
        self._edit = KeyButton("edit_applicant", "Alt+S", "quiet")
        self._edit.does(self.unfold)
        self._by_card = QWidget()
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._person.say(translate("Reception", "Cá nhân"))
        self._organisation.say(translate("Reception", "Tổ chức"))
        self._authorised.say(translate("Reception", "Nộp theo ủy quyền"))
        self._edit.say(translate("Reception", "Sửa thông tin"))
        self.card_scan.setPlaceholderText(translate("Reception", "Quét mã QR trên thẻ căn cước"))
        self.card_scan.setToolTip(translate("Reception", "Quét ở bất kỳ ô nào cũng được."))
        self.card_scan.setAccessibleName(translate("Reception", "Mã QR trên thẻ căn cước"))
        self._fields["birth"].say(translate("Reception", "Ngày sinh"))
        self.edits["birth"].setPlaceholderText("31/12/1990")
        self._fields["representative"].say(translate("Reception", "Người đại diện theo pháp luật"))
        self._fields["address"].say(translate("Reception", "Địa chỉ"))
        self._fields["phone"].say(translate("Reception", "Số điện thoại"))
        self._fields["email"].say(translate("Reception", "Thư điện tử"))

    def show_typed(self, state: FormState) -> None:
        """Shows what is typed, marks what is missing, says what is odd."""
        typed = state.typed
        person = typed.kind == "applicant"
        self._title.setText(derive_person_title(typed))
        self._person.setChecked(person)
        self._organisation.setChecked(not person)
        self._authorised.setChecked(typed.authorised)
        self._folded = self._folded and all(getattr(typed, name) for name in _ON_A_CARD)
        folded = self._folded and person and not any(name in state.missing for name in _ON_A_CARD)
        self._show_folded(state.typed, folded=folded)
        self._fields["birth"].setVisible(person)
        self._fields["representative"].setVisible(not person)
        self._fields["name"].say(
            translate("Reception", "Họ và tên") if person else translate("Reception", "Tên tổ chức")
        )
        self._fields["identity_number"].say(
            translate("Reception", "Số định danh, hộ chiếu")
            if person
            else translate("Reception", "Mã số thuế, mã định danh")
        )
        for name, edit in self.edits.items():
            show_typed(edit, getattr(typed, name))
            mark_wrong(edit, wrong=name in state.missing)
        show_text(self._unfit, derive_unfit(typed, state.procedure))
        show_text(self._number_warning, derive_number_warning(typed))
        show_text(self._others_open, derive_others_open(state, self._language.code))
        self.submitter.show_typed(state)

    def fold(self) -> None:
        """After a card has been read: one line of what is known, so that the papers come into sight."""
        self._folded = True
        self.show_typed(self._presenter.state)

    def unfold(self) -> None:
        """Opens the fields that the card filled, to change them."""
        self._folded = False
        self.show_typed(self._presenter.state)
        self.edits["identity_number"].setFocus()

    def field(self, name: str) -> QLineEdit:
        """The field called `name` in `Typed`, the submitter's too; one that is folded away is opened."""
        if name in self.submitter.edits:
            return self.submitter.edits[name]
        if self._folded and name not in ("phone", "email"):
            self.unfold()
        return self.edits[name]

    def last_stop(self) -> QWidget:
        """Where Tab leaves this part."""
        return self.submitter.last_stop()

    def _show_folded(self, typed: Typed, *, folded: bool) -> None:
        known = (typed.name, typed.identity_number, typed.birth, typed.address)
        self._who.setText(" · ".join(filter(None, known)))
        self._who.setVisible(folded)
        self._edit.setVisible(folded)
        for part in (self._person, self._organisation, self.card_scan, self._by_card, self._fields["address"]):
            part.setVisible(not folded)

    def _choice(self, kind: str) -> Callable[[], None]:
        def choose() -> None:
            self._presenter.set(kind=kind)
            self._person.setChecked(kind == "applicant")
            self._organisation.setChecked(kind == "organisation")

        return choose

    def _typing(self, name: str) -> Callable[[str], None]:
        return lambda text: self._presenter.set(**{name: text})

    def _card_typed(self) -> None:
        text = self.card_scan.text()
        self.card_scan.clear()
        if text.strip():
            self._presenter.scanned(text)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self._edit)
        head.addWidget(self._authorised)
        whose = QHBoxLayout()
        whose.setSpacing(8)
        for button in (self._person, self._organisation):
            whose.addWidget(button)
        whose.addWidget(self.card_scan, 1)
        first, second = QHBoxLayout(self._by_card), QHBoxLayout()
        first.setContentsMargins(0, 0, 0, 0)
        for row in (first, second):
            row.setSpacing(12)
        for name, stretch in (("identity_number", 4), ("name", 7), ("birth", 3), ("representative", 5)):
            first.addWidget(self._fields[name], stretch)
        for name, stretch in (("address", 7), ("phone", 3), ("email", 4)):
            second.addWidget(self._fields[name], stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addLayout(whose)
        layout.addWidget(self._who)
        layout.addWidget(self._by_card)
        layout.addWidget(self._number_warning)
        layout.addWidget(self._unfit)
        layout.addLayout(second)
        layout.addWidget(self._others_open)
        layout.addWidget(self.submitter)

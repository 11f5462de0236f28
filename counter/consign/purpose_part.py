"""What the papers are for: a new application, whose procedure is looked for, or a dossier that they complete."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter.consign.derive import derive_asked
from counter.consign.presenter import ConsignPresenter
from counter.consign.state import ConsignState
from counter.language import Language
from counter.parts.brief_label import BriefLabel
from counter.parts.field import line_edit
from counter.parts.key_button import KeyButton
from counter.parts.labels import line_label, show_text
from counter.parts.view import View
from counter.reception.derive import derive_nothing_found, derive_procedure_detail
from counter.reception.procedure_search import ProcedureSearch
from counter.words import translate


class PurposePart(View):
    """The search for a procedure, or the field for a dossier's receipt. Attributes: `search`, `code`."""

    def __init__(self, presenter: ConsignPresenter, language: Language, over: QWidget) -> None:
        """`over` is the widget that the list of procedures may lie on."""
        super().__init__()
        self._presenter, self._language = presenter, language
        self._label = line_label("label")
        self._new, self._completes = KeyButton("purpose_new"), KeyButton("purpose_supplement", "Alt+B")
        for button in (self._new, self._completes):
            button.setCheckable(True)
        self._new.does(lambda: self._switch(completing=False))
        self._completes.does(lambda: self._switch(completing=not presenter.state.completing))
        self.search = ProcedureSearch(over)
        self.search.typed.connect(presenter.search)
        self._label.setBuddy(self.search.field)
        self.code = line_edit("supplement_code")
        self.code.setProperty("look", "search")
        self.code.returnPressed.connect(self._code_typed)
        self._same, self._last = KeyButton("same_procedure", "Ctrl+Shift+D"), BriefLabel("soft", lines=1)
        self._same.does(presenter.same_procedure)
        self._again = QWidget()
        again = QHBoxLayout(self._again)
        again.setContentsMargins(0, 0, 0, 0)
        again.setSpacing(12)
        again.addWidget(self._same)
        again.addWidget(self._last, 1)
        self._procedure, self._detail = BriefLabel("lead"), BriefLabel("small")
        self._procedure.setObjectName("chosen_procedure")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._label, 1)
        head.addWidget(self._new)
        head.addWidget(self._completes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        for part in (self.search, self.code, self._again, self._procedure, self._detail):
            layout.addWidget(part)
        self.retranslate()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._new.say(translate("Consign", "Hồ sơ mới"))
        self._completes.say(translate("Consign", "Bổ sung hồ sơ"))
        self._same.say(translate("Consign", "Cùng thủ tục"))
        self.search.field.setAccessibleName(translate("Consign", "Tìm thủ tục"))
        self.search.list.setAccessibleName(translate("Consign", "Thủ tục tìm thấy"))
        self.code.setAccessibleName(translate("Consign", "Mã hồ sơ được bổ sung"))
        self.code.setPlaceholderText(translate("Consign", "Quét Giấy tiếp nhận, hoặc gõ mã hồ sơ rồi Enter"))

    def show_typed(self, state: ConsignState) -> None:
        """Shows what is looked for and what was found."""
        self._new.setChecked(not state.completing)
        self._completes.setChecked(state.completing)
        self._label.setText(
            translate("Consign", "Hồ sơ được bổ sung (F8)")
            if state.completing
            else translate("Consign", "Thủ tục (F8)")
        )
        self.search.setVisible(not state.completing)
        self.code.setVisible(state.completing)
        self.search.show_found(state.found)
        self.search.field.setPlaceholderText(
            translate("Consign", "Đổi sang thủ tục khác")
            if state.procedure is not None
            else translate("Consign", "Gõ tên, mã hoặc chữ đầu, không cần dấu: khai sinh, dkks, 1.001193")
        )
        self._again.setVisible(state.offered is not None)
        self._last.setText(state.offered.name if state.offered else "")
        if state.completing:
            title, detail = derive_asked(state, self._language.code)
        else:
            title = state.procedure.name if state.procedure else ""
            detail = derive_nothing_found(state.found_nothing) or derive_procedure_detail(state.procedure)
        show_text(self._procedure, title)
        show_text(self._detail, detail)

    def focus_first(self) -> None:
        """Puts the cursor into the field that is shown."""
        (self.code if self._presenter.state.completing else self.search.field).setFocus()

    def _switch(self, *, completing: bool) -> None:
        if self._presenter.state.completing != completing:
            self._presenter.switch_purpose()
        self.show_typed(self._presenter.state)
        self.focus_first()

    def _code_typed(self) -> None:
        text = self.code.text().strip()
        self.code.clear()
        if text:
            self._presenter.find_dossier(text)

"""The list of steps: a key for each, and where one is impossible now the reason in words."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from counter.language import Language
from counter.parts.brief_label import BriefLabel
from counter.parts.key_button import KeyButton
from counter.parts.labels import line_label, show_text, text_label
from counter.parts.view import View
from counter.ports import StepKind, StepOffer
from counter.steps.issued_list import IssuedList
from counter.steps.presenter import StepsPresenter
from counter.steps.words import step_hint, step_name
from counter.words import translate

_KEYS: dict[StepKind, str] = {
    "request_supplement": "Alt+B",
    "take_supplement": "Alt+N",
    "meet_appointment": "Alt+G",
    "show_duty": "Alt+C",
    "ask_agency": "Alt+Q",
    "agency_answered": "Alt+R",
    "reached_agency": "Alt+E",
    "back_from_agency": "Alt+V",
    "apologise": "Alt+X",
    "refuse": "Alt+T",
    "stop": "Alt+D",
    "close": "Alt+O",
}


class StepMenu(View):
    """Every step that the officer's role may do, the prints, and the forms issued so far."""

    def __init__(self, presenter: StepsPresenter, language: Language) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._title, self._why_none, self._wait = line_label("lead"), text_label("soft"), text_label("soft")
        self._print_title = line_label("lead")
        self._buttons: dict[StepKind, KeyButton] = {}
        self._hints: dict[StepKind, QLabel] = {}
        for kind, key in _KEYS.items():
            button = self._buttons[kind] = KeyButton(f"step_{kind}", key)
            button.does(partial(presenter.choose, kind))
            self._hints[kind] = BriefLabel("small", lines=4)
        self._rows = {kind: QWidget() for kind in _KEYS}
        self._form_01 = KeyButton("print_form_01", "Alt+P")
        self._form_01.does(presenter.print_form_01)
        self._control_slip = KeyButton("print_control_slip", "Alt+K")
        self._control_slip.does(presenter.print_control_slip)
        self._slips = KeyButton("print_agency_slips", "Alt+I")
        self._slips.does(presenter.print_agency_slips)
        self.issued = IssuedList("step_forms", language, presenter.print_again)
        self._lay_out()
        self.retranslate()

    def focus_first(self) -> None:
        """Puts the cursor on the first step that is possible."""
        first = next((each for each in self._buttons.values() if each.isVisible() and each.isEnabled()), self._form_01)
        first.setFocus()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._title.setText(translate("Steps", "Việc có thể làm"))
        self._wait.setText(translate("Steps", "Đang xem hồ sơ…"))
        for kind, button in self._buttons.items():
            button.say(step_name(kind))
        self._print_title.setText(translate("Steps", "In"))
        self._form_01.say(translate("Steps", "Giấy tiếp nhận (Mẫu 01)"))
        self._control_slip.say(translate("Steps", "Phiếu kiểm soát (Mẫu 06)"))
        self._slips.say(translate("Steps", "Phiếu chuyển xử lý"))

    def show_state(self) -> None:
        """Shows what is possible now."""
        state, language = self._presenter.state, self._language.code
        sheet = state.sheet
        offers = {each.kind: each for each in sheet.offers} if sheet else {}
        common = _reason_of_all(tuple(offers.values()), language)
        show_text(self._why_none, common)
        self._wait.setVisible(sheet is None)
        for kind, button in self._buttons.items():
            offer = offers.get(kind)
            shown = offer is not None and not common
            self._rows[kind].setVisible(shown)
            button.setVisible(shown)
            button.setEnabled(offer is not None and offer.allowed and not state.busy)
            show_text(self._hints[kind], step_hint(offer, language) if offer is not None and not common else "")
        for widget in (self._print_title, self._form_01, self._control_slip, self.issued):
            widget.setVisible(sheet is not None)
        self._slips.setVisible(sheet is not None and bool(sheet.asked))
        for button in (self._form_01, self._control_slip, self._slips):
            button.setEnabled(not state.busy)
        self.issued.show_forms(sheet.forms if sheet else (), state.unprinted.id if state.unprinted else None)

    def _lay_out(self) -> None:
        steps = QVBoxLayout()
        steps.setSpacing(2)
        for widget in (self._title, self._wait, self._why_none):
            steps.addWidget(widget)
        steps.addSpacing(4)
        for kind, button in self._buttons.items():
            together = QVBoxLayout(self._rows[kind])
            together.setContentsMargins(0, 0, 0, 6)
            together.setSpacing(2)
            together.addWidget(button)
            together.addWidget(self._hints[kind])
            steps.addWidget(self._rows[kind])
        steps.addStretch(1)
        prints = QVBoxLayout()
        prints.setSpacing(8)
        prints.addWidget(self._print_title)
        prints.addWidget(self._form_01)
        prints.addWidget(self._control_slip)
        prints.addWidget(self._slips)
        prints.addSpacing(12)
        prints.addWidget(self.issued)
        prints.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(24)
        layout.addLayout(steps, 5)
        layout.addLayout(prints, 4)


def _reason_of_all(offers: tuple[StepOffer, ...], language: str) -> str:
    """The one reason for which nothing is possible, or "" where the reasons differ or something is possible."""
    if not offers or any(each.allowed for each in offers):
        return ""
    reasons = {each.reason_en if language == "en" else each.reason_vi for each in offers}
    return reasons.pop() if len(reasons) == 1 else ""

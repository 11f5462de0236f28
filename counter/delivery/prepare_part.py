"""At the office: a delivery that is being prepared for the post."""

from __future__ import annotations

from functools import partial
from typing import get_args

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from counter.delivery.hand_part import deeds_line
from counter.delivery.presenter import DeliveryPresenter
from counter.delivery.words import content_words, give_words, label_warning, may_receive_words, scope_words
from counter.language import Language
from counter.parts.brief_label import BriefLabel
from counter.parts.field import Field, line_edit, show_typed
from counter.parts.form_scroll import FormScroll
from counter.parts.key_button import KeyButton
from counter.parts.labels import card, line_label, show_text, text_label
from counter.parts.view import View
from counter.words import money_words, translate
from shared.domain.delivery import Content
from shared.domain.office import PostalScope
from shared.domain.tracking import read_tracking
from shared.failures import Refusal

_SCOPES: dict[PostalScope, str] = {"commune": "Alt+X", "province": "Alt+T", "country": "Alt+L"}
_CONTENTS: dict[Content, str] = {"result": "Alt+Q", "supplement_request": "Alt+B", "apology": "Alt+I"}


class PreparePart(View):
    """Addressee, address, where the post goes, the number of its label."""

    def __init__(self, presenter: DeliveryPresenter, language: Language) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._code, self._procedure = line_label("code"), BriefLabel("soft")
        self._code.setObjectName("prepare_code")
        self._back = text_label("warning")
        self._contents = {each: KeyButton(f"content_{each}", key) for each, key in _CONTENTS.items()}
        self._scopes = {each: KeyButton(f"scope_{each}", key) for each, key in _SCOPES.items()}
        for content, button in self._contents.items():
            button.setCheckable(True)
            button.does(partial(self._choose_content, content))
        for scope, button in self._scopes.items():
            button.setCheckable(True)
            button.does(partial(self._choose_scope, scope))
        self._edits: dict[str, QLineEdit] = {}
        self._fields: dict[str, Field] = {}
        for name in ("name", "address", "phone", "tracking"):
            edit = line_edit(f"prepare_{name}")
            edit.textEdited.connect(partial(self._typed, name))
            edit.returnPressed.connect(presenter.prepare)
            self._edits[name], self._fields[name] = edit, Field(edit)
        self._scope_title, self._warning, self._recipients = line_label("label"), text_label("urgent"), text_label()
        self._collect = KeyButton("prepare_collect", "Alt+P")
        self._collect.setCheckable(True)
        self._collect.does(lambda: presenter.fill_in(collect=not presenter.state.preparing.collect))
        self._missing = text_label("soft")
        self._give = KeyButton("give_letter", "Alt+Y").once()
        self._give.does(partial(presenter.press, "give"))
        self._prepare = KeyButton("prepare_delivery", "Ctrl+Return", "primary")
        self._prepare.does(presenter.prepare)
        self._lay_out()
        self.retranslate()

    def focus_first(self) -> None:
        """The first thing that is missing; mostly where the post goes, then the label."""
        typed = self._presenter.state.preparing
        for name in ("name", "address"):
            if not getattr(typed, name):
                self._scroll.go_to(self._edits[name])
                return
        self._scroll.go_to(self._scopes["commune"] if typed.scope is None else self._edits["tracking"])

    def retranslate(self) -> None:
        """Says every fixed word."""
        words = {
            "name": translate("Delivery", "Họ tên người nhận"),
            "address": translate("Delivery", "Địa chỉ nhận"),
            "phone": translate("Delivery", "Điện thoại"),
            "tracking": translate("Delivery", "Số hiệu bưu gửi"),
        }
        for name, field in self._fields.items():
            field.say(words[name])
        self._edits["tracking"].setPlaceholderText(translate("Delivery", "Quét mã vạch trên nhãn; ghi sau cũng được"))
        self._scope_title.setText(translate("Delivery", "Phạm vi chuyển phát"))
        for each in get_args(PostalScope):
            self._scopes[each].say(scope_words(each))
        for content, button in self._contents.items():
            button.say(content_words(content))
        self._back.setText(translate("Delivery", "Đã hoàn về một lần: xin xác minh lại địa chỉ."))
        self._prepare.say(translate("Delivery", "Lập và in phiếu gửi"))

    def show_state(self) -> None:
        """Shows what is known and what was typed."""
        state = self._presenter.state
        offer, typed = state.offer, state.preparing
        if offer is None:
            return
        self._code.setText(offer.code)
        self._procedure.setText(offer.procedure_name)
        self._back.setVisible(bool(offer.came_back))
        for content, button in self._contents.items():
            button.setVisible(content in offer.contents and len(offer.contents) > 1)
            button.setChecked(content == offer.content)
        for scope, button in self._scopes.items():
            button.setChecked(scope == typed.scope)
        for name, edit in self._edits.items():
            show_typed(edit, str(getattr(typed, name)))
        show_text(self._warning, label_warning(_is_wrong(typed.tracking)))
        show_text(self._recipients, may_receive_words(offer.recipients))
        self._show_fee(offer.fee_open_vnd if offer.content == "result" else 0, collected=typed.collect)
        self._collect.setEnabled(not offer.must_collect)
        missing = (
            translate("Delivery", "Hãy chọn phạm vi chuyển phát: hạn phát được tính theo phạm vi.")
            if typed.scope is None
            else ""
        )
        show_text(self._missing, missing)
        self._give.setVisible(offer.content != "result")
        self._give.say(give_words(armed=state.armed == "give"))
        self._give.setEnabled(not state.busy)
        self._prepare.setEnabled(typed.is_complete and not state.busy)

    def _show_fee(self, open_vnd: int, *, collected: bool) -> None:
        amount = money_words(open_vnd, self._language.code)
        words = translate("Delivery", "Thu hộ {amount}").format(amount=amount)
        self._collect.say(f"{'✓' if collected else '○'} {words}")
        self._collect.setChecked(collected)
        self._collect.setVisible(bool(open_vnd))

    def _choose_content(self, content: Content) -> None:
        offer = self._presenter.state.offer
        if offer is not None and content != offer.content:
            self._presenter.offer(offer.dossier, content)
        self.show_state()

    def _choose_scope(self, scope: PostalScope) -> None:
        self._presenter.fill_in(scope=scope)
        self.show_state()
        self._scroll.go_to(self._edits["tracking"])

    def _typed(self, name: str, text: str) -> None:
        self._presenter.fill_in(**{name: text})

    def _lay_out(self) -> None:
        face: QFrame = card()
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(face)
        reading = QWidget()
        column = QVBoxLayout(reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._code, self._procedure, self._back):
            column.addWidget(widget)
        column.addWidget(deeds_line((*self._contents.values(), self._give)))
        column.addWidget(self._fields["name"])
        column.addWidget(self._fields["address"])
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(self._fields["phone"], 2)
        beside.addWidget(self._fields["tracking"], 3)
        column.addLayout(beside)
        column.addWidget(self._warning)
        column.addWidget(self._scope_title)
        column.addWidget(deeds_line(tuple(self._scopes.values())))
        column.addWidget(self._recipients)
        column.addWidget(self._collect)
        column.addStretch(1)
        layout = QVBoxLayout(face)
        layout.setContentsMargins(20, 20, 20, 20)
        layout.setSpacing(8)
        self._scroll = FormScroll(reading)
        layout.addWidget(self._scroll.area, 1)
        layout.addWidget(self._missing)
        layout.addWidget(self._prepare)


def _is_wrong(text: str) -> bool:
    try:
        return read_tracking(text).form == "wrong_digit"
    except Refusal:
        return False

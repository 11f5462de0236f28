"""How the dossier came, how many sets, what it costs, how and by whom the result is collected."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from counter.language import Language
from counter.parts.field import Field, line_edit, mark_wrong, show_typed
from counter.parts.key_button import KeyButton
from counter.parts.labels import show_text, text_label
from counter.parts.steady import ChoiceBox, CountBox
from counter.parts.view import View
from counter.reception.derive import derive_fee_hint
from counter.reception.presenter import ReceptionPresenter
from counter.reception.state import ReceptionState
from counter.words import translate

_COLLECTOR = ("collector_name", "collector_number", "collector_paper")


class SubmissionPart(View):
    """The fields of the submission.

    Attributes: `fee`, the field for the fee; `edits`, the fields about the collecting by the name in `Typed`.
    """

    def __init__(self, presenter: ReceptionPresenter, language: Language) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._asks_collector = False
        self._channel = ChoiceBox("channel")
        self._sets = CountBox("sets", lowest=1)
        self.fee = line_edit("fee")
        self._return_way = ChoiceBox("return_way")
        self._fields = tuple(Field(editor) for editor in (self._channel, self._sets, self.fee, self._return_way))
        self._fee_hint = text_label("small")
        self.edits: dict[str, QLineEdit] = {}
        self._about: dict[str, Field] = {}
        self._competent = ChoiceBox("competent")
        self._competent_field = Field(self._competent)
        for name in ("return_address", *_COLLECTOR):
            edit = line_edit(name)
            edit.textEdited.connect(self._typing(name))
            self.edits[name], self._about[name] = edit, Field(edit)
        self._collector = KeyButton("another_collects", "Alt+N", "quiet")
        self._collector.setCheckable(True)
        self._collector.does(self._switch_collector)
        self._collector_fields = QWidget()
        self._lay_out()
        self.retranslate()
        self._channel.currentIndexChanged.connect(lambda _: presenter.set(channel=self._channel.currentData()))
        self._return_way.currentIndexChanged.connect(lambda _: presenter.set(return_way=self._return_way.currentData()))
        self._competent.currentIndexChanged.connect(lambda _: presenter.set(competent=self._competent.currentData()))
        self._sets.valueChanged.connect(lambda sets: presenter.set(sets=sets))
        self.fee.textEdited.connect(lambda text: presenter.set(fee=text))

    def retranslate(self) -> None:
        """Says every fixed word."""
        channel, sets, fee, return_way = self._fields
        channel.say(translate("Reception", "Cách nộp"))
        sets.say(translate("Reception", "Số bộ"))
        fee.say(translate("Reception", "Phí, lệ phí (đồng)"))
        return_way.say(translate("Reception", "Nhận kết quả"))
        self._channel.offer(
            (
                ("in_person", translate("Reception", "Trực tiếp")),
                ("post", translate("Reception", "Bưu chính")),
                ("online", translate("Reception", "Trực tuyến")),
            )
        )
        self._return_way.offer(
            (
                ("one_stop", translate("Reception", "Tại Bộ phận Một cửa")),
                ("post", translate("Reception", "Qua bưu chính")),
                ("online", translate("Reception", "Bản điện tử")),
            )
        )
        self._about["return_address"].say(translate("Reception", "Địa chỉ bưu điện giao kết quả"))
        self.edits["return_address"].setPlaceholderText(translate("Reception", "Để trống: địa chỉ của chủ hồ sơ"))
        self._competent_field.say(translate("Reception", "Cơ quan giải quyết"))
        self._collector.say(translate("Reception", "Có người khác nhận kết quả thay"))
        self._about["collector_name"].say(translate("Reception", "Họ và tên người nhận thay"))
        self._about["collector_number"].say(translate("Reception", "Số định danh người nhận thay"))
        self._about["collector_paper"].say(translate("Reception", "Giấy ủy quyền nhận (số, ngày)"))

    def show_typed(self, state: ReceptionState) -> None:
        """Shows what is chosen."""
        typed = state.typed
        self._show_agencies(state)
        self._channel.show_value(typed.channel)
        self._return_way.show_value(typed.return_way)
        if self._sets.value() != typed.sets:
            self._sets.setValue(typed.sets)
        show_typed(self.fee, typed.fee)
        mark_wrong(self.fee, wrong="fee" in state.missing)
        show_text(self._fee_hint, derive_fee_hint(state.procedure, self._language.code, state.fee))
        for name, edit in self.edits.items():
            show_typed(edit, getattr(typed, name))
        self._about["return_address"].setVisible(typed.return_way == "post")
        self._asks_collector = self._asks_collector and not typed.blank
        asks = self._asks_collector or any(getattr(typed, name) for name in _COLLECTOR)
        self._collector.setChecked(asks)
        self._collector_fields.setVisible(asks)

    def stops(self) -> tuple[QWidget, ...]:
        """What Tab goes through, in its order."""
        address, *collector = self.edits.values()
        fields = (self._channel, self._sets, self.fee, self._return_way)
        return (*fields, address, self._competent, self._collector, *collector)

    def _show_agencies(self, state: ReceptionState) -> None:
        """Who decides it: only asked where another agency's dossiers of this field are received here."""
        agencies = state.agencies
        here = ("", translate("Reception", "Cơ quan tại địa phương này"))
        others = translate("Reception", "Nộp hộ: {agency}")
        self._competent.offer((here, *((each.id, others.format(agency=each.name)) for each in agencies)))
        self._competent.show_value(state.typed.competent)
        self._competent_field.setVisible(bool(agencies))

    def _switch_collector(self) -> None:
        """Opens the fields of another collector, or closes and empties them."""
        self._asks_collector = not self._collector_fields.isVisible()
        if self._asks_collector:
            self._collector_fields.show()
            self.edits["collector_name"].setFocus()
        else:
            self._presenter.set(**dict.fromkeys(_COLLECTOR, ""))
            self._collector_fields.hide()
        self._collector.setChecked(self._asks_collector)

    def _typing(self, name: str) -> Callable[[str], None]:
        return lambda text: self._presenter.set(**{name: text})

    def _lay_out(self) -> None:
        row = QGridLayout()
        row.setSpacing(12)
        for column, (field, stretch) in enumerate(zip(self._fields, (4, 2, 3, 5), strict=True)):
            row.addWidget(field, 0, column)
            row.setColumnStretch(column, stretch)
        collector = QGridLayout(self._collector_fields)
        collector.setContentsMargins(0, 0, 0, 0)
        collector.setSpacing(12)
        for column, name in enumerate(_COLLECTOR[1:]):
            collector.addWidget(self._about[name], 1, column)
            collector.setColumnStretch(column, 1)
        collector.addWidget(self._about["collector_name"], 0, 0, 1, 2)
        switch = QHBoxLayout()
        switch.addWidget(self._collector)
        switch.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addWidget(self._fee_hint)
        layout.addWidget(self._about["return_address"])
        layout.addWidget(self._competent_field)
        layout.addLayout(switch)
        layout.addWidget(self._collector_fields)

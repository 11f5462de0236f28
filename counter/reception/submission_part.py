"""How the dossier came, how many sets, what it costs, how the result is collected."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from counter.language import Language
from counter.parts.field import Field, line_edit, mark_wrong, show_typed
from counter.parts.labels import show_text, text_label
from counter.parts.steady import ChoiceBox, CountBox
from counter.parts.view import View
from counter.reception.derive import derive_fee_hint
from counter.reception.presenter import ReceptionState
from counter.words import translate


class SubmissionPart(View):
    """The fields of the submission.

    Attributes: `fee`, the field for the fee.
    """

    def __init__(self, change: Callable[..., Any], language: Language) -> None:
        super().__init__()
        self._language = language
        self._channel = ChoiceBox("channel")
        self._sets = CountBox("sets", lowest=1)
        self.fee = line_edit("fee")
        self._return_way = ChoiceBox("return_way")
        self._fields = tuple(Field(editor) for editor in (self._channel, self._sets, self.fee, self._return_way))
        self._fee_hint = text_label("small")
        row = QGridLayout()
        row.setSpacing(12)
        for column, (field, stretch) in enumerate(zip(self._fields, (4, 2, 3, 5), strict=True)):
            row.addWidget(field, 0, column)
            row.setColumnStretch(column, stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addWidget(self._fee_hint)
        self.retranslate()
        self._channel.currentIndexChanged.connect(lambda _: change(channel=self._channel.currentData()))
        self._return_way.currentIndexChanged.connect(lambda _: change(return_way=self._return_way.currentData()))
        self._sets.valueChanged.connect(lambda sets: change(sets=sets))
        self.fee.textEdited.connect(lambda text: change(fee=text))

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

    def show_typed(self, state: ReceptionState) -> None:
        """Shows what is chosen."""
        typed = state.typed
        self._channel.show_value(typed.channel)
        self._return_way.show_value(typed.return_way)
        if self._sets.value() != typed.sets:
            self._sets.setValue(typed.sets)
        show_typed(self.fee, typed.fee)
        mark_wrong(self.fee, wrong="fee" in state.missing)
        show_text(self._fee_hint, derive_fee_hint(state.procedure, self._language.code))

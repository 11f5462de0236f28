"""How many sets, how the result comes back, what was collected against which receipt, the post's own label."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from counter.consign.presenter import ConsignPresenter
from counter.consign.state import ConsignState, next_of_terms, tracking_form
from counter.language import Language
from counter.parts.field import Field, line_edit, mark_wrong, show_typed
from counter.parts.labels import show_text, text_label
from counter.parts.steady import ChoiceBox, CountBox
from counter.parts.view import View
from counter.reception.derive import derive_fee_hint
from counter.words import translate

_PARCEL = {"series": "note_receipt_series", "number": "note_receipt_number", "tracking": "note_tracking"}


class TermsPart(View):
    """The fields of the terms. Attributes: `edits`, by their names in `Typed` and `Parcel`."""

    def __init__(self, presenter: ConsignPresenter, language: Language) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._sets = CountBox("note_sets", lowest=1)
        self._return_way = ChoiceBox("note_return_way")
        self.edits: dict[str, QLineEdit] = {"return_address": line_edit("note_return_address"), "fee": line_edit("fee")}
        self.edits |= {name: line_edit(object_name) for name, object_name in _PARCEL.items()}
        self._fields = {name: Field(edit) for name, edit in self.edits.items()}
        self._fields |= {"sets": Field(self._sets), "return_way": Field(self._return_way)}
        self._fee_hint, self._odd_label = text_label("small"), text_label("warning")
        self._odd_label.setObjectName("odd_tracking")
        self._lay_out()
        self.retranslate()
        self._return_way.currentIndexChanged.connect(lambda _: presenter.set(return_way=self._return_way.currentData()))
        self._sets.valueChanged.connect(lambda sets: presenter.set(sets=sets))
        for name, edit in self.edits.items():
            edit.textEdited.connect(self._typing(name))

    def retranslate(self) -> None:
        """Says every fixed word."""
        for name, words in (
            ("sets", translate("Consign", "Số bộ")),
            ("return_way", translate("Consign", "Nhận kết quả")),
            ("return_address", translate("Consign", "Địa chỉ bưu điện giao kết quả")),
            ("fee", translate("Consign", "Phí, lệ phí đã thu hộ (đồng)")),
            ("series", translate("Consign", "Ký hiệu biên lai")),
            ("number", translate("Consign", "Số biên lai (Alt+R)")),
            ("tracking", translate("Consign", "Số hiệu bưu gửi (nếu có)")),
        ):
            self._fields[name].say(words)
        self._return_way.offer(
            (
                ("post", translate("Consign", "Qua bưu chính")),
                ("one_stop", translate("Consign", "Tại Bộ phận Một cửa")),
                ("online", translate("Consign", "Bản điện tử")),
            )
        )
        self.edits["return_address"].setPlaceholderText(translate("Consign", "Để trống: địa chỉ của người gửi"))
        self.edits["number"].setPlaceholderText(translate("Consign", "Như in trên biên lai"))

    def show_typed(self, state: ConsignState) -> None:
        """Shows what is typed and chosen."""
        typed = state.typed
        self._return_way.show_value(typed.return_way)
        if self._sets.value() != typed.sets:
            self._sets.setValue(typed.sets)
        for name in ("return_address", "fee"):
            show_typed(self.edits[name], getattr(typed, name))
        for name in _PARCEL:
            show_typed(self.edits[name], getattr(state.parcel, name))
        mark_wrong(self.edits["fee"], wrong="fee" in state.missing)
        for name in ("series", "number"):
            mark_wrong(self.edits[name], wrong="receipt" in state.missing)
        mark_wrong(self.edits["tracking"], wrong="tracking" in state.missing)
        odd = tracking_form(state.parcel) == "wrong_digit"
        show_text(
            self._odd_label,
            translate("Consign", "Chữ số kiểm tra của số hiệu bưu gửi không khớp; xin đối chiếu. Vẫn lập được phiếu.")
            if odd
            else "",
        )
        hint = "" if state.completing else derive_fee_hint(state.procedure, self._language.code, state.fee)
        show_text(self._fee_hint, hint)
        self._fields["return_address"].setVisible(typed.return_way == "post")

    def next_field(self) -> QWidget | None:
        """Where work goes on with the money: the first field that is still to be filled in; None when none is."""
        step = next_of_terms(self._presenter.state)
        return None if step == "make" else self.edits[step]

    def field(self, name: str) -> QWidget:
        """What is to be filled in when `name` is missing; of the receipt what is empty, else its number."""
        if name == "receipt":
            name = "series" if not self._presenter.state.parcel.series.strip() else "number"
        return self.edits[name]

    def stops(self) -> tuple[QWidget, ...]:
        """What Tab goes through, in its order."""
        address, fee, series, number, tracking = self.edits.values()
        return (self._sets, self._return_way, address, fee, series, number, tracking)

    def _typing(self, name: str) -> Callable[[str], None]:
        if name in _PARCEL:
            return lambda text: self._presenter.set_parcel(**{name: text})
        return lambda text: self._presenter.set(**{name: text})

    def _lay_out(self) -> None:
        above, below = QGridLayout(), QGridLayout()
        for column, (name, stretch) in enumerate((("sets", 2), ("return_way", 4), ("return_address", 8))):
            above.addWidget(self._fields[name], 0, column)
            above.setColumnStretch(column, stretch)
        for column, (name, stretch) in enumerate((("fee", 4), ("series", 3), ("number", 3), ("tracking", 4))):
            below.addWidget(self._fields[name], 0, column)
            below.setColumnStretch(column, stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for row in (above, below):
            row.setSpacing(12)
            layout.addLayout(row)
        layout.addWidget(self._fee_hint)
        layout.addWidget(self._odd_label)

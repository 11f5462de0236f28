"""Form 02 or 03 before a dossier is accepted, written beside the form: nothing typed is lost by it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from counter.parts.field import Field, line_edit, mark_wrong, show_typed
from counter.parts.key_button import KeyButton
from counter.parts.labels import card, clear, line_label, text_label
from counter.parts.view import View
from counter.reception.checklist import rows_of
from counter.reception.form_state import not_handed_in
from counter.reception.presenter import ReceptionPresenter
from counter.reception.state import ReceptionState
from counter.words import translate


class GuidancePart(View):
    """Two keys begin a paper, for whoever may write it; the card that opens asks for what is missing and why.

    Attributes: `reason`, the field for the reason.
    """

    def __init__(self, presenter: ReceptionPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._asked: dict[int, str] = {}
        self._ticks: dict[int, QCheckBox] = {}
        self._supplement = KeyButton("guide_supplement", "Alt+G", "quiet")
        self._supplement.does(lambda: self._begin("supplement_request"))
        self._refuse = KeyButton("guide_refusal", "Alt+T", "quiet")
        self._refuse.does(lambda: self._begin("refusal"))
        self._box, self._title, self._hint = card("tint"), line_label("lead"), text_label("soft")
        self._papers = QVBoxLayout()
        self._papers.setSpacing(8)
        self._more, self.reason = line_edit("guidance_more"), line_edit("guidance_reason")
        self._more.textEdited.connect(lambda text: presenter.set(guidance_more=text))
        self.reason.textEdited.connect(lambda text: presenter.set(guidance_reason=text))
        self.reason.returnPressed.connect(presenter.print_guidance)
        self._more_field, self._reason_field = Field(self._more), Field(self.reason)
        self._print = KeyButton("print_guidance", "Alt+I", "primary")
        self._print.does(presenter.print_guidance)
        self._away = KeyButton("leave_guidance", "Alt+H")
        self._away.does(lambda: presenter.guide(""))
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._supplement.say(translate("Reception", "Hướng dẫn (Mẫu 02)"))
        self._refuse.say(translate("Reception", "Từ chối (Mẫu 03)"))
        self._more_field.say(translate("Reception", "Nội dung khác cần hoàn thiện (cách nhau bằng dấu chấm phẩy)"))
        self._reason_field.say(translate("Reception", "Lý do"))
        self._print.say(translate("Reception", "In phiếu"))
        self._away.say(translate("Reception", "Đóng phần này"))

    def show_typed(self, state: ReceptionState) -> None:
        """Shows the paper that is being written."""
        typed, refusal = state.typed, state.typed.guidance == "refusal"
        for button in (self._supplement, self._refuse):
            button.setVisible(state.procedure is not None and self._presenter.may_appraise)
        self._box.setVisible(bool(typed.guidance) and self._presenter.may_appraise)
        self._title.setText(
            translate("Reception", "Từ chối tiếp nhận (Mẫu 03)")
            if refusal
            else translate("Reception", "Hướng dẫn bổ sung (Mẫu 02)")
        )
        self._hint.setText(
            translate("Reception", "Nêu rõ lý do; không có hồ sơ nào được lập. Nội dung đang nhập vẫn còn.")
            if refusal
            else translate(
                "Reception", "Hướng dẫn một lần, đầy đủ; không có hồ sơ nào được lập. Nội dung đang nhập vẫn còn."
            )
        )
        self._more_field.setVisible(not refusal)
        self._show_papers(state, () if refusal or not typed.guidance else not_handed_in(typed, state.procedure))
        show_typed(self._more, typed.guidance_more)
        show_typed(self.reason, typed.guidance_reason)
        mark_wrong(self._more, wrong="guidance_rows" in state.missing)
        mark_wrong(self.reason, wrong="guidance_reason" in state.missing)

    def field(self, name: str) -> QWidget:
        """What is to be filled in when `name` is missing: the first thing that may be asked for, or the reason."""
        return self.reason if name == "guidance_reason" else next(iter(self._ticks.values()), self._more)

    def stops(self) -> tuple[QWidget, ...]:
        """What Tab goes through, in its order."""
        written = (*self._ticks.values(), self._more, self.reason, self._print, self._away)
        return (self._supplement, self._refuse, *written)

    def _show_papers(self, state: ReceptionState, rows: tuple[int, ...]) -> None:
        names = [each.name for each in rows_of(state.procedure)] if state.procedure else []
        asked = {at: names[at] for at in rows}
        if asked != self._asked:
            self._asked = asked
            clear(self._papers)
            self._ticks = {at: self._tick(at, name) for at, name in asked.items()}
            for at, tick in self._ticks.items():
                self._papers.addLayout(_beside_words(tick, asked[at]))
        for at, tick in self._ticks.items():
            tick.blockSignals(True)  # noqa: FBT003
            tick.setChecked(at in state.typed.guidance_rows)
            tick.blockSignals(False)  # noqa: FBT003

    def _tick(self, at: int, name: str) -> QCheckBox:
        tick = QCheckBox()
        tick.setObjectName(f"guidance_{at}")
        tick.setAccessibleName(translate("Reception", "Cần bổ sung: {name}").format(name=name))
        tick.toggled.connect(lambda ticked: self._ask_for(at, ticked=ticked))
        return tick

    def _ask_for(self, at: int, *, ticked: bool) -> None:
        rows = set(self._presenter.state.typed.guidance_rows) - {at}
        self._presenter.set(guidance_rows=tuple(sorted(rows | {at} if ticked else rows)))

    def _begin(self, kind: str) -> None:
        self._presenter.guide("refusal" if kind == "refusal" else "supplement_request")
        first: QWidget = next(iter(self._ticks.values()), self.reason)
        first.setFocus()

    def _lay_out(self) -> None:
        begin = QHBoxLayout()
        begin.setSpacing(8)
        begin.addWidget(self._supplement)
        begin.addWidget(self._refuse)
        begin.addStretch(1)
        deeds = QHBoxLayout()
        deeds.setSpacing(8)
        deeds.addWidget(self._print)
        deeds.addWidget(self._away)
        deeds.addStretch(1)
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(16, 12, 16, 16)
        inside.setSpacing(12)
        inside.addWidget(self._title)
        inside.addWidget(self._hint)
        inside.addLayout(self._papers)
        inside.addWidget(self._more_field)
        inside.addWidget(self._reason_field)
        inside.addLayout(deeds)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(begin)
        layout.addWidget(self._box)


def _beside_words(tick: QCheckBox, words: str) -> QHBoxLayout:
    """The tick with its words beside it, which a tick of its own could not break into lines."""
    label = text_label()
    label.setText(words)
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label, 1)
    return row

"""The authorised person who hands a dossier in (người được ủy quyền nộp), and whose card the scanner reads."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from counter.parts.field import Field, line_edit, mark_wrong, show_typed
from counter.parts.key_button import KeyButton
from counter.parts.labels import card, line_label, text_label
from counter.parts.view import View
from counter.reception.state import FormState
from counter.reception.typed_form import TypedForm
from counter.words import translate

_NAMES = ("submitter_number", "submitter_name", "submitter_phone", "submitter_paper")


class SubmitterPart(View):
    """Shown while an authorised person submits.

    Attributes: `edits`, its fields by the name in `Typed`.
    """

    def __init__(self, presenter: TypedForm) -> None:
        super().__init__()
        self._presenter = presenter
        self._title, self._account = line_label("lead"), text_label("small")
        self._exchange = KeyButton("exchange", "Alt+D", "quiet")
        self._exchange.does(presenter.exchange)
        self._scan_title = line_label("label")
        self._scan_theirs, self._scan_applicant = KeyButton("scan_submitter"), KeyButton("scan_applicant")
        for button in (self._scan_theirs, self._scan_applicant):
            button.setCheckable(True)
            button.does(self._switch_scan)
        self._scan_key = KeyButton("scan_switch", "Alt+Q", "quiet")
        self._scan_key.does(self._switch_scan)
        self.edits: dict[str, QLineEdit] = {}
        self._fields: dict[str, Field] = {}
        for name in _NAMES:
            edit = line_edit(name)
            edit.textEdited.connect(self._typing(name))
            self.edits[name] = edit
            self._fields[name] = Field(edit)
        self._collects = QCheckBox()
        self._collects.setObjectName("submitter_collects")
        self._collects.toggled.connect(lambda ticked: presenter.set(submitter_collects=int(ticked)))
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._title.setText(translate("Reception", "Người được ủy quyền, đang ở quầy"))
        self._account.setText(
            translate(
                "Reception",
                "Tài khoản định danh được kiểm tra là của người ủy quyền (Nghị định 118/2025, Điều 17 khoản 1 điểm a).",
            )
        )
        self._exchange.say(translate("Reception", "Đổi chỗ hai người"))
        self._scan_title.setText(translate("Reception", "Thẻ quét tiếp theo điền cho"))
        self._scan_theirs.say(translate("Reception", "Người được ủy quyền"))
        self._scan_applicant.say(translate("Reception", "Người ủy quyền"))
        self._scan_key.say(translate("Reception", "Chuyển"))
        self._fields["submitter_number"].say(translate("Reception", "Số định danh người được ủy quyền"))
        self._fields["submitter_name"].say(translate("Reception", "Họ và tên người được ủy quyền"))
        self._fields["submitter_phone"].say(translate("Reception", "Điện thoại người được ủy quyền"))
        self._fields["submitter_paper"].say(translate("Reception", "Giấy ủy quyền (số, ngày)"))
        self._collects.setText(translate("Reception", "Người này cũng được nhận kết quả"))
        self._collects.setAccessibleName(self._collects.text())

    def show_typed(self, state: FormState) -> None:
        """Shows what is typed and whose card comes next."""
        typed = state.typed
        self.setVisible(typed.authorised)
        theirs = state.scan_into == "submitter"
        self._scan_theirs.setChecked(theirs)
        self._scan_applicant.setChecked(not theirs)
        for name, edit in self.edits.items():
            show_typed(edit, getattr(typed, name))
            mark_wrong(edit, wrong=name in state.missing)
        self._collects.blockSignals(True)  # noqa: FBT003
        self._collects.setChecked(bool(typed.submitter_collects))
        self._collects.blockSignals(False)  # noqa: FBT003

    def last_stop(self) -> QWidget:
        """Where Tab leaves this part."""
        return self._collects

    def _switch_scan(self) -> None:
        theirs = self._presenter.state.scan_into == "submitter"
        self._presenter.scan_into("applicant" if theirs else "submitter")

    def _typing(self, name: str) -> Callable[[str], None]:
        return lambda text: self._presenter.set(**{name: text})

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._exchange)
        scan = QHBoxLayout()
        scan.setSpacing(8)
        for part in (self._scan_theirs, self._scan_applicant, self._scan_key):
            scan.addWidget(part)
        scan.addStretch(1)
        below = QVBoxLayout()
        below.setSpacing(4)
        below.addWidget(self._scan_title)
        below.addLayout(scan)
        grid = QGridLayout()
        grid.setSpacing(12)
        for at, name in enumerate(_NAMES):
            grid.addWidget(self._fields[name], at // 2, at % 2)
            grid.setColumnStretch(at % 2, 1)
        box = card("tint")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(16, 12, 16, 16)
        inside.setSpacing(12)
        inside.addLayout(head)
        inside.addWidget(self._account)
        inside.addLayout(below)
        inside.addLayout(grid)
        inside.addWidget(self._collects)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(box)

"""The second signature on the giver's screen: somebody of the receiver chooses their name and types their PIN."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from counter.handover.presenter import HandoverPresenter
from counter.parts.field import Field, line_edit
from counter.parts.key_button import KeyButton
from counter.parts.labels import card, text_label
from counter.parts.steady import ChoiceBox
from counter.parts.view import View
from counter.words import translate


class SignPanel(View):
    """Who signs, and by what."""

    def __init__(self, presenter: HandoverPresenter, reveal: Callable[[QWidget], None]) -> None:
        """`reveal` scrolls to a widget of the panel."""
        super().__init__()
        self._presenter, self._reveal = presenter, reveal
        self._nobody = text_label("soft")
        self._signer = ChoiceBox("signer")
        self._signer.currentIndexChanged.connect(self._chosen)
        self._secret = line_edit("signer_secret")
        self._secret.setEchoMode(QLineEdit.EchoMode.Password)
        self._secret.returnPressed.connect(self._sign)
        self._signer_field, self._secret_field = Field(self._signer), Field(self._secret)
        self._name = line_edit("paper_signer")
        self._name.returnPressed.connect(self._sign_on_paper)
        self._name_field = Field(self._name)
        self._on_paper = KeyButton("accept_on_paper", "Ctrl+Return", "primary")
        self._on_paper.does(self._sign_on_paper)
        self._other_way = KeyButton("use_signer_password", "Alt+P", "quiet")
        self._other_way.does(presenter.ask_for_the_password)
        self._sign_here = KeyButton("accept_here", "Ctrl+Return", "primary")
        self._sign_here.does(self._sign)
        for button in (self._sign_here, self._on_paper):
            button.listen("Alt+K")
            button.once()
        self._box = card("tint")
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(8)
        inside.addWidget(self._nobody)
        inside.addWidget(self._signer_field)
        inside.addWidget(self._secret_field)
        inside.addWidget(self._sign_here)
        inside.addWidget(self._other_way, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self._name_field)
        inside.addWidget(self._on_paper)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._box)
        self.retranslate()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._signer_field.say(translate("Handover", "Người nhận ký ngay tại đây"))
        self._sign_here.say(translate("Handover", "Bên nhận ký"))
        self._name_field.say(translate("Handover", "Họ tên người ký trên biên bản giấy"))
        self._nobody.setText(translate("Handover", "Bên nhận ký trên giấy: hãy in biên bản."))
        self._on_paper.say(translate("Handover", "Đã ký trên giấy"))

    def show_state(self) -> None:
        """Shows who may sign; nothing where the other side signs elsewhere."""
        state = self._presenter.state
        opened = state.opened
        waits = opened is not None and self._presenter.may_count and not self._presenter.receives
        if not waits:
            self._secret.clear()
            self._name.clear()
        self.setVisible(waits)
        if opened is None or not waits:
            return
        self._signer.offer(tuple((each.id, each.name) for each in state.signers))
        self._signer.show_value(state.signer or "")
        by_password = state.by_password
        self._secret_field.say(translate("Handover", "Mật khẩu") if by_password else translate("Handover", "Mã PIN"))
        pin, password = translate("Handover", "Dùng PIN"), translate("Handover", "Dùng mật khẩu")
        self._other_way.say(pin if by_password else password)
        there = bool(state.signers)
        for widget in (self._signer_field, self._secret_field, self._sign_here, self._other_way):
            widget.setVisible(there)
        outside = opened.row.receiver_kind == "agency" and not there
        self._name_field.setVisible(outside)
        self._on_paper.setVisible(outside)
        self._on_paper.setEnabled(not state.busy)
        self._nobody.setVisible(not there)
        self._sign_here.setEnabled(not state.busy)

    def sign(self) -> None:
        """Signs by what has been typed; goes to the field for it while nothing has."""
        if self._presenter.state.signers:
            self._sign()
        elif not self._name_field.isHidden():
            self._sign_on_paper()

    def _chosen(self) -> None:
        self._secret.clear()
        self._presenter.choose_signer(str(self._signer.currentData()))

    def _sign(self) -> None:
        secret = self._secret.text()
        self._secret.clear()
        if secret:
            self._presenter.accept_here(secret)
        else:
            self._go_to(self._secret)

    def _sign_on_paper(self) -> None:
        if self._name.text().strip():
            self._presenter.accept_on_paper(self._name.text())
        else:
            self._go_to(self._name)

    def _go_to(self, field: QLineEdit) -> None:
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reveal(self._box)

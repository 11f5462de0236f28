"""The page before the work: name and password, then the counter."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from counter.language import LANGUAGES, Language
from counter.look import Look
from counter.parts.field import Field, line_edit
from counter.parts.key_button import KeyButton
from counter.parts.labels import card, clear, show_text, text_label
from counter.parts.view import View
from counter.sign_in.presenter import SignInPresenter, Step
from counter.words import translate

_WIDTH = 460


class SignInView(View):
    """One card in the middle of a calm page."""

    def __init__(self, presenter: SignInPresenter, language: Language, look: Look) -> None:
        super().__init__()
        self.setObjectName("sign_in_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._presenter = presenter
        self._language = language
        self._look = look
        self._step: Step = "name"
        self._by_pin = False
        self._card = card()
        self._picture = QLabel()
        self._title = text_label("headline")
        self._hint = text_label("soft")
        self._problem = text_label("urgent")
        self._problem.setObjectName("sign_in_problem")
        self._released = text_label("done")
        self._released.setObjectName("sign_in_released")
        self._form = self._name_form()
        self._counters = QWidget()
        self._counter_rows = QVBoxLayout(self._counters)
        self._counter_rows.setContentsMargins(0, 0, 0, 0)
        self._counter_rows.setSpacing(10)
        self._languages = self._language_row()
        self._lay_out()
        presenter.changed.connect(self.show_state)
        self.become(look)
        self.retranslate()
        self.show_state()

    def become(self, look: Look) -> None:
        """Takes another look."""
        self._look = look
        self._card.setFixedWidth(look.px(_WIDTH))
        self._picture.setPixmap(look.pixmap("one_stop", look.palette.action, 44))

    def focus_first(self) -> None:
        """Puts the cursor where typing begins."""
        if self._presenter.step == "counter":
            first = self._counters.findChild(KeyButton)
            if first is not None:
                first.setFocus()
        elif self._presenter.step == "locked" or self._name.text():
            self._password.setFocus()
        else:
            self._name.setFocus()

    def forget(self) -> None:
        """Leaves nothing of the last person in the fields."""
        self._name.clear()
        self._password.clear()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._name_field.say(translate("SignIn", "Tên đăng nhập"))
        self._use_password.say(translate("SignIn", "Dùng mật khẩu"))
        self._change_person.say(translate("SignIn", "Đổi người"))
        for button in self._languages.findChildren(KeyButton):
            button.setChecked(button.objectName() == f"language_{self._language.code}")
        self._show_counters()

    def show_state(self) -> None:
        """Shows the step the presenter is at."""
        step, state = self._presenter.step, self._presenter.state
        if step == "name" and self._step != "name":
            self._name.clear()
        by_pin = step == "locked" and state.by_pin
        if (step, by_pin) != (self._step, self._by_pin):
            self._password.clear()
        self._step, self._by_pin = step, by_pin
        self._password_field.say(translate("SignIn", "Mã PIN") if by_pin else translate("SignIn", "Mật khẩu"))
        officer = self._presenter.officer
        self._form.setVisible(step != "counter")
        self._counters.setVisible(step == "counter")
        self._name_field.setVisible(step == "name")
        self._change_person.setVisible(step == "locked")
        self._use_password.setVisible(by_pin)
        self._sign_in.setEnabled(not state.busy)
        self._title.setText(
            {
                "name": translate("SignIn", "Quầy Một cửa"),
                "counter": translate("SignIn", "Chọn quầy làm việc"),
                "locked": translate("SignIn", "Màn hình đã khóa"),
            }[step]
        )
        name = officer.name if officer else ""
        self._hint.setText(
            {
                "name": translate("SignIn", "Đăng nhập để bắt đầu. Không cần có mạng."),
                "counter": translate("SignIn", "Xin chào {name}. Hôm nay ngồi quầy nào?").format(name=name),
                "locked": self._how_to_unlock().format(name=name),
            }[step]
        )
        self._sign_in.say(translate("SignIn", "Mở khóa") if step == "locked" else translate("SignIn", "Đăng nhập"))
        show_text(self._problem, state.problem.in_language(self._language.code) if state.problem else "")
        show_text(self._released, _released_words(state.released))
        self._show_counters()

    def _how_to_unlock(self) -> str:
        if self._by_pin:
            return translate("SignIn", "{name} nhập mã PIN để làm tiếp. Mọi việc vẫn còn nguyên.")
        return translate("SignIn", "{name} nhập mật khẩu để làm tiếp. Mọi việc vẫn còn nguyên.")

    def _submit(self) -> None:
        name, secret = self._name.text(), self._password.text()
        self._password.clear()
        if self._by_pin:
            self._presenter.unlock(secret)
        else:
            self._presenter.sign_in(name, secret)

    def _show_counters(self) -> None:
        wanted = [f"counter_{each.number}" for each in self._presenter.state.counters]
        shown = [button.objectName() for button in self._counters.findChildren(KeyButton)]
        if shown != [*wanted, "no_counter"]:
            self._build_counters()
        for counter in self._presenter.state.counters:
            button = self._counters.findChild(KeyButton, f"counter_{counter.number}")
            if isinstance(button, KeyButton):
                number = translate("SignIn", "Quầy {number}").format(number=counter.number)
                button.say(f"{number} · {counter.name}")
        last = self._counters.findChild(KeyButton, "no_counter")
        if isinstance(last, KeyButton):
            last.say(translate("SignIn", "Làm việc không mở quầy"))

    def _build_counters(self) -> None:
        clear(self._counter_rows)
        for counter in self._presenter.state.counters:
            button = KeyButton(f"counter_{counter.number}", look="choice")
            button.does(partial(self._presenter.choose, counter.id))
            self._counter_rows.addWidget(button)
        without = KeyButton("no_counter", look="quiet")
        without.does(self._presenter.work_without_counter)
        self._counter_rows.addWidget(without)

    def _name_form(self) -> QWidget:
        self._name = line_edit("sign_in_name")
        self._password = line_edit("sign_in_password")
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._name_field, self._password_field = Field(self._name), Field(self._password)
        self._sign_in = KeyButton("sign_in", look="primary")
        self._use_password = KeyButton("use_password", look="quiet")
        self._change_person = KeyButton("change_person", look="quiet")
        self._name.returnPressed.connect(self._password.setFocus)
        self._password.returnPressed.connect(self._submit)
        self._sign_in.does(self._submit)
        self._use_password.does(self._presenter.ask_for_the_password)
        self._change_person.does(self._presenter.sign_out)
        form = QWidget()
        layout = QVBoxLayout(form)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        buttons = (self._sign_in, self._use_password, self._change_person)
        for widget in (self._name_field, self._password_field, *buttons):
            layout.addWidget(widget)
        return form

    def _language_row(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addStretch(1)
        for code, name in LANGUAGES:
            button = KeyButton(f"language_{code}", look="quiet")
            button.setCheckable(True)
            button.say(name)
            button.does(partial(self._language.use, code))
            layout.addWidget(button)
        layout.addStretch(1)
        return row

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(40, 40, 40, 40)
        inside.setSpacing(8)
        inside.addWidget(self._picture)
        inside.addSpacing(8)
        inside.addWidget(self._title)
        inside.addWidget(self._hint)
        inside.addWidget(self._released)
        inside.addSpacing(16)
        for widget in (self._form, self._counters):
            inside.addWidget(widget)
        inside.addSpacing(4)
        inside.addWidget(self._problem)
        page = QVBoxLayout(self)
        page.addStretch(2)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self._card)
        across.addStretch(1)
        page.addLayout(across)
        page.addSpacing(16)
        page.addWidget(self._languages)
        page.addStretch(3)


def _released_words(labels: tuple[str, ...]) -> str:
    """That the counter closed and who waits in line again by it; "" for nobody."""
    if not labels:
        return ""
    return translate("SignIn", "Đã đóng quầy; {labels} trở lại hàng chờ.").format(labels=", ".join(labels))

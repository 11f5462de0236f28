"""The line at the bottom that says in plain words where the data is safe."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from counter.language import Language
from counter.look import Look
from counter.messages import Messages
from counter.parts.labels import text_label
from counter.parts.view import View
from counter.ports import CounterOffice, SyncState
from counter.presenter import Presenter
from counter.words import short_moment, translate
from shared.qt.lanes import Lanes


@dataclass(frozen=True, slots=True)
class ProvinceProps:
    """The second mark (mức ở tỉnh), below an office server: what the province has of this machine's work."""

    text: str
    safe: bool


@dataclass(frozen=True, slots=True)
class SyncProps:
    """What the line shows (dòng đồng bộ): the sentence, a further one to read on, and whether all is well.

    `province`: the second mark, None where there is none or nothing is known of it now.
    """

    text: str
    detail: str
    safe: bool
    province: ProvinceProps | None = None


def derive_sync_props(state: SyncState | None, language: str) -> SyncProps:
    """The words for `state`; nothing while it is not known yet."""
    if state is None:
        return SyncProps("", "", safe=True)
    problem = state.problem_en if language == "en" else state.problem_vi
    detail = problem or _last_contact(state, language)
    if state.not_in_province is not None and state.online and not state.unsent and not state.unsent_scans:
        text = translate("Shell", "Đã lưu an toàn tại bộ phận")
        return SyncProps(text, detail, safe=not problem, province=_province(state.not_in_province))
    if state.unsent:
        text = translate("Shell", "Chưa đồng bộ: {count} · đã lưu an toàn trên máy này").format(count=state.unsent)
        return SyncProps(text, detail, safe=False)
    if not state.online:
        return SyncProps(translate("Shell", "Mất kết nối · mọi việc đã lưu an toàn"), detail, safe=False)
    if state.unsent_scans:
        text = translate("Shell", "Bản quét chưa gửi: {count} · đã lưu an toàn trên máy này")
        return SyncProps(text.format(count=state.unsent_scans), detail, safe=False)
    return SyncProps(translate("Shell", "Đã đồng bộ"), detail, safe=not problem)


def _province(lacking: int) -> ProvinceProps:
    if lacking:
        return ProvinceProps(translate("Shell", "Tỉnh chưa nhận: {count}").format(count=lacking), safe=False)
    return ProvinceProps(translate("Shell", "Tỉnh đã nhận đủ"), safe=True)


def _last_contact(state: SyncState, language: str) -> str:
    if state.last_contact is None:
        return translate("Shell", "Chưa từng liên lạc với máy chủ")
    moment = short_moment(state.last_contact, language)
    return translate("Shell", "Liên lạc với máy chủ lần cuối lúc {moment}").format(moment=moment)


class SyncPresenter(Presenter):
    """Asks where the data is safe. Attributes: `state`, None before the first answer."""

    def __init__(self, office: CounterOffice, lanes: Lanes, messages: Messages) -> None:
        super().__init__(office, lanes, messages)
        self.state: SyncState | None = None

    def refresh(self) -> None:
        """Asks again."""
        self._look(self._office.sync_state, self._answered)

    def _answered(self, state: SyncState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()


class SyncLine(View):
    """Shows the state of sync: a shape and a sentence, and below an office server a second pair for the province."""

    def __init__(self, presenter: SyncPresenter, language: Language, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._language = language
        self._look = look
        self._picture = QLabel()
        self._text = text_label("small")
        self._text.setObjectName("sync_text")
        self._province_picture = QLabel()
        self._province = text_label("small")
        self._province.setObjectName("sync_province")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for picture, text in ((self._picture, self._text), (self._province_picture, self._province)):
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(picture)
            row.addWidget(text, 1)
            layout.addLayout(row)
        presenter.changed.connect(self.show_state)
        self.show_state()

    def become(self, look: Look) -> None:
        """Takes another look."""
        self._look = look
        self.show_state()

    def show_state(self) -> None:
        """Shows what the presenter knows."""
        props = derive_sync_props(self._presenter.state, self._language.code)
        self._picture.setPixmap(self._shape(safe=props.safe))
        self._picture.setVisible(bool(props.text))
        self._text.setText(props.text)
        province = props.province
        for part in (self._province_picture, self._province):
            part.setVisible(province is not None)
        if province is not None:
            self._province_picture.setPixmap(self._shape(safe=province.safe))
            self._province.setText(province.text)
        self.setToolTip(props.detail)
        said = (props.text, province.text if province else "", props.detail)
        self.setAccessibleName(". ".join(each for each in said if each))

    def _shape(self, *, safe: bool) -> QPixmap:
        palette = self._look.palette
        name, colour = ("safe", palette.done) if safe else ("waiting_to_send", palette.ink)
        return self._look.pixmap(name, colour, 20)

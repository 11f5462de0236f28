"""The page of the day: what people thought of it, the dossiers, the machines that need hands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from counter.lead.derive_day import DayProps, Face
from counter.look import Look
from counter.parts.labels import card, clear, line_label, text_label
from counter.parts.plot_bars import Bar, BarsPlot
from counter.parts.scrolling import scrolling
from counter.parts.tile import TileCard
from counter.words import translate


class DayPage(QWidget):
    """Today so far."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._titles = tuple(line_label("lead") for _ in range(3))
        self._ratings = text_label()
        self._ratings.setObjectName("ratings_said")
        self._faces = QVBoxLayout()
        self._faces.setSpacing(8)
        self._privacy = text_label("small")
        self._tiles = (TileCard("received_said"), TileCard("returned_said"), TileCard("overdue_said"))
        self._officers = BarsPlot("officers_plot", look)
        self._nobody = text_label("soft")
        self._machines = QVBoxLayout()
        self._machines.setSpacing(6)
        self._shown: tuple[object, ...] = ()
        self._lay_out()

    def become(self, look: Look) -> None:
        """Takes another look."""
        self._look = look
        self._officers.become(look)
        self._shown = ()

    def retranslate(self) -> None:
        """Says every fixed word."""
        titles = (
            translate("Lead", "Mức độ hài lòng hôm nay"),
            translate("Lead", "Hồ sơ tiếp nhận theo người"),
            translate("Lead", "Máy cần người xem"),
        )
        for label, text in zip(self._titles, titles, strict=True):
            label.setText(text)
        self._nobody.setText(translate("Lead", "Hôm nay chưa tiếp nhận hồ sơ nào."))
        self._privacy.setText(translate("Lead", "Chỉ có số đếm của cả bộ phận; không ai biết người nào đã đánh giá."))

    def show_props(self, props: DayProps) -> None:
        """Shows `props`."""
        self._ratings.setText(props.ratings)
        for tile, shown in zip(self._tiles, props.tiles, strict=True):
            tile.show_tile(shown)
        self._nobody.setVisible(not props.officers)
        self._officers.setVisible(bool(props.officers))
        self._officers.show_bars(
            tuple(Bar(name, count, str(count)) for name, count in props.officers),
            self._titles[1].text(),
            "; ".join(f"{name}: {count}" for name, count in props.officers),
        )
        lists = (props.faces, props.machines)
        if lists != self._shown:
            self._shown = lists
            self._build(props)

    def focus_first(self) -> None:
        """Nothing is typed here."""

    def _build(self, props: DayProps) -> None:
        clear(self._faces)
        for face in props.faces:
            self._faces.addLayout(self._face(face))
        clear(self._machines)
        for sentence in props.machines or (translate("Lead", "Các máy đều hoạt động tốt."),):
            picture, text = QLabel(), text_label("body" if props.machines else "soft")
            name, colour = ("warning", self._look.palette.urgent) if props.machines else ("check", "")
            picture.setPixmap(self._look.pixmap(name, colour or self._look.palette.done, 20))
            text.setText(sentence)
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(text, 1)
            self._machines.addLayout(line)

    def _face(self, face: Face) -> QHBoxLayout:
        picture, words, told = QLabel(), text_label(), line_label("lead")
        picture.setPixmap(self._look.pixmap(face.icon, self._look.palette.ink, 28))
        words.setText(face.words)
        told.setText(face.told)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(picture)
        line.addWidget(words, 1)
        line.addWidget(told)
        return line

    def _lay_out(self) -> None:
        ratings = self._card(0, self._ratings, self._faces, self._privacy)
        dossiers = self._card(1, self._nobody, self._officers)
        machines = self._card(2, self._machines)
        tiles = QHBoxLayout()
        tiles.setSpacing(16)
        for tile in self._tiles:
            tiles.addWidget(tile, 1)
        left = QVBoxLayout()
        left.setSpacing(16)
        left.addWidget(ratings, 1)
        left.addWidget(machines)
        inside = QWidget()
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addLayout(left, 1)
        columns.addWidget(dossiers, 1)
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(16)
        rows.addLayout(tiles)
        rows.addLayout(columns, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling(inside))

    def _card(self, title: int, *content: QWidget | QVBoxLayout) -> QFrame:
        frame = card()
        rows = QVBoxLayout(frame)
        rows.setContentsMargins(20, 16, 20, 16)
        rows.setSpacing(12)
        rows.addWidget(self._titles[title])
        for each in content:
            if isinstance(each, QWidget):
                rows.addWidget(each)
            else:
                rows.addLayout(each)
        rows.addStretch(1)
        return frame

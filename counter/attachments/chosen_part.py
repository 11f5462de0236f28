"""Files chosen before a dossier has been received: they are remembered with the draft and attached after its COMMIT."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter.attachments.file_choice import choose_files, dropped_files
from counter.attachments.offer_band import OfferBand
from counter.attachments.watched_folder import WatchedFolder
from counter.parts.key_button import KeyButton
from counter.parts.labels import clear, line_label, show_text, text_label
from counter.parts.view import View
from counter.words import translate


class ChosenScans(View):
    """A short list of files; `become` is told every change of it. `show_paths` shows what the draft remembers."""

    def __init__(self, become: Callable[[tuple[str, ...]], None], folder: WatchedFolder | None = None) -> None:
        super().__init__()
        self.setObjectName("chosen_scans")
        self.setAcceptDrops(True)
        self._become, self._folder = become, folder
        self._paths: tuple[str, ...] = ()
        self._title, self._hint = line_label("lead"), text_label("soft")
        self._choose = KeyButton("chosen_scans_choose", "Alt+F")
        self._choose.does(lambda: choose_files(self, self.add))
        self._offer = OfferBand("chosen_scans", lambda: folder, self._take_offer, self._pass_over)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._hint)
        layout.addWidget(self._offer)
        layout.addLayout(self._rows)
        if folder is not None:
            folder.changed.connect(self._offer.show_state)
        self.retranslate()

    def show_paths(self, paths: tuple[str, ...]) -> None:
        """Shows the files chosen so far."""
        if paths != self._paths:
            self._paths = paths
            self._build()

    def add(self, paths: tuple[str, ...]) -> None:
        """Adds files that are not chosen yet."""
        self._become((*self._paths, *(path for path in paths if path not in self._paths)))

    def retranslate(self) -> None:
        """Says everything again."""
        self._title.setText(translate("Scans", "Bản quét"))
        self._choose.say(translate("Scans", "Chọn tệp…"))
        hint = translate("Scans", "Kéo tệp PDF hoặc ảnh thả vào đây; tệp được đính kèm ngay sau khi tiếp nhận.")
        show_text(self._hint, hint)
        self._offer.retranslate()
        self._build()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Takes files of this machine."""
        if dropped_files(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Takes what was dropped; the files stay where they are."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.add(dropped_files(event.mimeData()))

    def _take_offer(self) -> None:
        if self._folder is not None and self._folder.state.offers:
            path = self._folder.state.offers[0].path
            self._folder.settled(path)
            self.add((path,))

    def _pass_over(self) -> None:
        if self._folder is not None and self._folder.state.offers:
            self._folder.settled(self._folder.state.offers[0].path)

    def _remove(self, path: str) -> None:
        self._become(tuple(each for each in self._paths if each != path))

    def _build(self) -> None:
        clear(self._rows)
        for at, path in enumerate(self._paths):
            name = text_label()
            name.setText(Path(path).name)
            away = KeyButton(f"chosen_scan_{at}_away", "", "quiet")
            away.say(translate("Scans", "Bỏ"))
            away.setAccessibleName(translate("Scans", "Bỏ tệp {name}").format(name=Path(path).name))
            away.does(partial(self._remove, path))
            row = QWidget()
            across = QHBoxLayout(row)
            across.setContentsMargins(0, 0, 0, 0)
            across.addWidget(name, 1)
            across.addWidget(away)
            self._rows.addWidget(row)

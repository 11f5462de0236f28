"""How files come in: dropped from another window, or chosen in a list of files that blocks nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QFileDialog, QWidget

from counter.words import translate


def dropped_files(data: QMimeData) -> tuple[str, ...]:
    """The files of this machine among what was dropped."""
    return tuple(url.toLocalFile() for url in data.urls() if url.isLocalFile() and url.toLocalFile())


def choose_files(parent: QWidget, chosen: Callable[[tuple[str, ...]], None]) -> QFileDialog:
    """Opens a list of files beside the work; `chosen` gets those that were picked. The same look on every system."""
    dialog = QFileDialog(parent, translate("Scans", "Chọn bản quét"))
    dialog.setObjectName("scan_files")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilter(translate("Scans", "Bản quét (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)"))
    dialog.setModal(False)
    dialog.filesSelected.connect(lambda paths: chosen(tuple(paths)))
    dialog.finished.connect(lambda _: dialog.deleteLater())
    dialog.show()
    return dialog

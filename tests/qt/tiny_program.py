"""Two tiny programs for the remote control: `python tiny_program.py quick` and `python tiny_program.py widgets`."""

from __future__ import annotations

import sys
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickView
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from shared.qt.remote_control import attach

QML = b"""
import QtQuick
Rectangle {
    width: 300; height: 400
    property int presses: 0
    objectName: "page"
    Rectangle {
        objectName: "tile"; x: 10; y: 10; width: 100; height: 60; color: "#084C94"
        NumberAnimation on x { from: -400; to: 10; duration: 200 }
        MouseArea { anchors.fill: parent; onClicked: parent.parent.presses += 1 }
    }
    Text { objectName: "count"; y: 80; text: "n" + parent.presses }
    TextInput { objectName: "input"; y: 110; width: 200; height: 30 }
    TextInput { objectName: "closed"; y: 150; width: 200; height: 30; enabled: false }
    Item { objectName: "hidden"; visible: false; width: 10; height: 10 }
    Item {
        objectName: "late"; width: 10; height: 10; visible: false
        Timer { interval: 150; running: true; onTriggered: parent.visible = true }
    }
    ListView {
        objectName: "list"; y: 200; width: 200; height: 100; clip: true; model: 30
        property string chosen: ""
        delegate: Text {
            required property int index
            objectName: "row_" + index; height: 40; text: "Row " + index
            MouseArea { anchors.fill: parent; onClicked: parent.ListView.view.chosen = "r" + parent.index }
        }
        cacheBuffer: 2000
    }
}
"""


def quick() -> int:
    """A QML window."""
    application = QGuiApplication(sys.argv)
    view = QQuickView()
    component = QQmlComponent(view.engine())
    component.setData(QML, "")
    item = component.create()
    view.setContent("", component, item)
    view.show()
    attach(application)
    return application.exec()


class Desk(QWidget):
    """A window with a label that says what was last done, a field, a button, a table, a list and a long page."""

    def __init__(self) -> None:
        super().__init__()
        self.said = named(QLabel("nothing"), "said")
        field = named(QLineEdit(), "field")
        field.returnPressed.connect(lambda: self.said.setText(f"entered {field.text()}"))
        go = named(QPushButton("Go"), "go")
        go.setShortcut("F2")
        go.clicked.connect(lambda: self.said.setText("gone"))
        self.table = named(QTableWidget(40, 2), "table")
        for row in range(40):
            self.table.setItem(row, 0, QTableWidgetItem(f"Hồ sơ {row}"))
            self.table.setItem(row, 1, QTableWidgetItem("chờ"))
        self.table.cellClicked.connect(lambda row, _column: self.said.setText(f"row {row}"))
        items = named(QListWidget(), "items")
        items.addItems(["một", "hai"])
        items.itemClicked.connect(lambda item: self.said.setText(item.text()))
        ask = named(QPushButton("Ask"), "ask")
        ask.clicked.connect(self._ask)
        units = named(QComboBox(), "units")
        units.addItems(["Văn phòng", "Phòng Kinh tế", "Công an"])
        column = QVBoxLayout(self)
        for widget in (self.said, field, go, units, self.table, items, ask, self._long_page()):
            column.addWidget(widget)
        self.resize(500, 700)

    def _long_page(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.addSpacing(900)
        deep = named(QPushButton("Deep"), "deep")
        deep.clicked.connect(lambda: self.said.setText("deep"))
        column.addWidget(deep)
        page = QScrollArea()
        page.setWidget(inside)
        page.setFixedHeight(80)
        return page

    def _ask(self) -> None:
        box = named(QMessageBox(self), "question")
        named(box.addButton("Yes", QMessageBox.ButtonRole.YesRole), "yes")
        box.finished.connect(lambda _result: self.said.setText("answered"))
        box.open()


W = TypeVar("W", bound=QWidget)


def named(widget: W, name: str) -> W:
    """Gives the widget its name."""
    widget.setObjectName(name)
    return widget


def widgets() -> int:
    """A window of widgets."""
    application = QApplication(sys.argv)
    desk = Desk()
    desk.show()
    attach(application)
    QTimer.singleShot(0, desk.activateWindow)
    return application.exec()


if __name__ == "__main__":
    sys.exit(quick() if sys.argv[1] == "quick" else widgets())

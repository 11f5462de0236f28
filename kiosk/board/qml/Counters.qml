pragma ComponentBehavior: Bound

import QtQuick
import "../../qml"

// Every counter: who is served there, or why nobody is.
Rectangle {
    id: counters

    required property var view
    required property var words

    readonly property int rows: counters.view.counters.length
    readonly property int rowHeight: Math.min(132, (counters.height - head.height - 36) / Math.max(1, counters.rows))

    radius: 24
    color: Look.surface
    border.width: 2
    border.color: Look.hairline

    Item {
        id: head

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: 24
        anchors.topMargin: 16
        height: 44

        BothLanguages {
            words: counters.words.counters
        }
        BoardText {
            visible: counters.view.pages > 1
            anchors.right: parent.right
            text: (counters.view.page + 1) + "/" + counters.view.pages
            color: Look.inkSoft
            font.pixelSize: 30
        }
    }
    Repeater {
        model: counters.rows

        CounterRow {
            required property int index

            anchors.left: counters.left
            anchors.right: counters.right
            anchors.leftMargin: 24
            anchors.rightMargin: 24
            y: head.y + head.height + 12 + index * counters.rowHeight
            height: counters.rowHeight
            counter: counters.view.counters[index] ?? null
            first: index === 0
        }
    }
}

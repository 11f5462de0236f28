pragma ComponentBehavior: Bound

import QtQuick
import "../../qml"

// The last calls, the newest at the left; who was missed sees it here.
Item {
    id: lastCalls

    required property var view
    required property var words

    readonly property int cells: 5
    readonly property int cellWidth: (lastCalls.width - 16 * (lastCalls.cells - 1)) / lastCalls.cells

    BothLanguages {
        id: head

        words: lastCalls.words.below
    }
    Repeater {
        model: lastCalls.cells

        Rectangle {
            id: cell

            required property int index

            readonly property var call: lastCalls.view.below[cell.index] ?? null
            readonly property bool missed: cell.call?.missed ?? false

            objectName: "below_" + cell.index
            x: cell.index * (lastCalls.cellWidth + 16)
            width: lastCalls.cellWidth
            anchors.top: head.bottom
            anchors.topMargin: 10
            anchors.bottom: parent.bottom
            radius: 18
            color: cell.missed ? Look.urgentTint : Look.surface
            border.width: 2
            border.color: Look.hairline

            Column {
                visible: cell.call !== null
                anchors.centerIn: parent
                width: parent.width - 16
                spacing: 2

                BoardText {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: cell.call?.label ?? ""
                    font.pixelSize: cell.width > 200 ? 60 : 54
                    font.weight: Font.Bold
                    fontSizeMode: Text.HorizontalFit
                    lineHeight: 0.95
                }
                Row {
                    visible: !cell.missed
                    anchors.horizontalCenter: parent.horizontalCenter
                    spacing: 14

                    NumberBadge {
                        number: cell.call?.counter ?? ""
                        size: 56
                    }
                    BoardText {
                        anchors.verticalCenter: parent.verticalCenter
                        text: cell.call?.time ?? ""
                        color: Look.inkSoft
                        font.pixelSize: 32
                    }
                }
                Column {
                    visible: cell.missed
                    anchors.horizontalCenter: parent.horizontalCenter

                    Row {
                        anchors.horizontalCenter: parent.horizontalCenter
                        spacing: 8

                        Icon {
                            visible: cell.width > 200
                            anchors.verticalCenter: parent.verticalCenter
                            name: "close"
                            tone: Look.urgent
                            size: 32
                        }
                        BoardText {
                            text: lastCalls.words.missed.vi
                            color: Look.urgent
                            font.pixelSize: 30
                            font.weight: Font.DemiBold
                        }
                    }
                    BoardText {
                        anchors.horizontalCenter: parent.horizontalCenter
                        text: lastCalls.words.missed.en
                        color: Look.inkSoft
                        font.pixelSize: 28
                        lineHeight: 0.9
                    }
                }
            }
        }
    }
}

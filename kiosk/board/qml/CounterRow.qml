pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../../qml"

// One counter: number, state as shape, word and colour, its lines, and the number it serves.
Item {
    id: row

    property var counter: null
    property bool first: false

    readonly property string look: row.counter?.look ?? "closed"
    readonly property color tone: row.look === "serving" ? Look.action : row.look === "ready" ? Look.done : row.look === "paused" ? Look.warningInk : Look.inkSoft
    readonly property var shapes: ({
            "serving": "people",
            "ready": "tick",
            "paused": "pause",
            "closed": "close"
        })

    objectName: "row_" + (row.counter?.number ?? "")

    Rectangle {
        visible: !row.first
        anchors.left: parent.left
        anchors.right: parent.right
        height: 2
        color: Look.hairline
    }
    RowLayout {
        anchors.fill: parent
        spacing: 18

        NumberBadge {
            number: row.counter?.number ?? ""
            look: row.look
            size: 72
        }
        Column {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignVCenter

            Rectangle {
                width: state.width + (row.look === "paused" ? 24 : 0)
                height: state.height
                radius: 10
                color: row.look === "paused" ? Look.warningGround : Look.surface

                Row {
                    id: state

                    anchors.centerIn: parent
                    spacing: 10

                    Icon {
                        anchors.verticalCenter: parent.verticalCenter
                        name: row.shapes[row.look]
                        tone: row.tone
                        size: 36
                    }
                    BoardText {
                        objectName: "state_" + (row.counter?.number ?? "")
                        text: row.counter?.word.vi ?? ""
                        color: row.tone
                        font.pixelSize: 34
                        font.weight: Font.DemiBold
                        lineHeight: 0.95
                    }
                }
            }
            Row {
                spacing: 14

                BoardText {
                    anchors.verticalCenter: parent.verticalCenter
                    text: row.counter?.word.en ?? ""
                    color: Look.inkSoft
                    font.pixelSize: 28
                    lineHeight: 0.95
                }
                LetterChip {
                    visible: row.look !== "closed"
                    letter: row.counter?.lines.join(" ") ?? ""
                    size: 40
                }
            }
        }
        BoardText {
            visible: row.width > 800
            Layout.alignment: Qt.AlignVCenter
            Layout.preferredWidth: 340
            text: row.counter?.name ?? ""
            color: Look.inkSoft
            font.pixelSize: 30
            wrapMode: Text.WordWrap
        }
        BoardText {
            Layout.alignment: Qt.AlignVCenter
            Layout.minimumWidth: row.width > 800 ? 200 : 0
            horizontalAlignment: Text.AlignRight
            text: row.counter?.serving ?? ""
            font.pixelSize: 56
            font.weight: Font.Bold
            lineHeight: 0.95
        }
    }
}

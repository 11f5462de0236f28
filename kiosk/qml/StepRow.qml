import QtQuick
import QtQuick.Layouts

// One step on the way: a full circle with a tick, a ring with a point, or an empty ring, and the same in words.
RowLayout {
    id: row

    required property var step
    required property bool first
    required property bool last
    readonly property bool isDone: row.step.state === "done"
    readonly property bool isNow: row.step.state === "now"

    spacing: 24

    Item {
        Layout.preferredWidth: 64
        Layout.fillHeight: true

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.top: parent.top
            anchors.bottom: ring.top
            width: 4
            visible: !row.first
            color: row.isDone || row.isNow ? Look.done : Look.edge
        }
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.top: ring.bottom
            anchors.bottom: parent.bottom
            width: 4
            visible: !row.last
            color: row.isDone ? Look.done : Look.edge
        }
        Rectangle {
            id: ring

            anchors.centerIn: parent
            width: row.isNow ? 64 : 52
            height: ring.width
            radius: ring.width / 2
            color: row.isDone ? Look.done : Look.surface
            border.color: row.isDone ? Look.done : row.isNow ? Look.action : Look.edge
            border.width: row.isNow ? 6 : 3

            Icon {
                anchors.centerIn: parent
                visible: row.isDone
                name: "check"
                tone: Look.doneInk
                size: 36
            }
            Rectangle {
                anchors.centerIn: parent
                visible: row.isNow
                width: 28
                height: 28
                radius: 14
                color: Look.action
            }
        }
    }
    ColumnLayout {
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignVCenter
        spacing: 0

        Label {
            Layout.fillWidth: true
            text: row.step.name
            color: row.isNow ? Look.action : Look.ink
            font.weight: row.isNow ? Font.Bold : Font.DemiBold
            lineHeight: 1
        }
        Label {
            Layout.fillWidth: true
            text: row.step.when !== "" && !row.isNow ? row.step.when : row.step.state_text
            color: Look.inkSoft
            font.pixelSize: 32
            lineHeight: 1
        }
    }
}

import QtQuick
import QtQuick.Layouts

// One procedure in a list: the letter of its line, its name; what is not received here says so.
Touch {
    id: row

    required property var hit

    padding: 12
    rightPadding: 20
    spoken: row.hit.full_name + ", " + row.hit.where

    contentItem: RowLayout {
        spacing: 20

        Rectangle {
            Layout.preferredWidth: 88
            Layout.fillHeight: true
            radius: 14
            color: row.hit.received_here ? Look.actionTint : Look.ground

            Label {
                anchors.centerIn: parent
                visible: row.hit.letter !== ""
                text: row.hit.letter
                color: Look.action
                font.pixelSize: 54
                font.weight: Font.Bold
                lineHeight: 0.9
                Accessible.ignored: true
            }
            Icon {
                anchors.centerIn: parent
                visible: row.hit.letter === ""
                name: row.hit.received_here ? "document" : "globe"
                tone: Look.inkSoft
                size: 56
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Label {
                Layout.fillWidth: true
                text: row.hit.name
                font.weight: Font.DemiBold
                lineHeight: 0.95
                Accessible.ignored: true
            }
            Label {
                Layout.fillWidth: true
                visible: !row.hit.received_here
                text: row.hit.where
                color: Look.inkSoft
                lineHeight: 0.95
                Accessible.ignored: true
            }
        }
    }
}

import QtQuick
import QtQuick.Layouts

// A field of procedures: its line's letter and picture, its name, how many procedures it has.
Touch {
    id: tile

    required property var field

    padding: 12
    rightPadding: 20
    spoken: tile.field.name + ", " + tile.field.count

    contentItem: RowLayout {
        spacing: 20

        Rectangle {
            Layout.preferredWidth: 88
            Layout.fillHeight: true
            radius: 14
            color: Look.actionTint

            Icon {
                anchors.centerIn: parent
                name: tile.field.icon
                tone: Look.action
                size: 56
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Label {
                Layout.fillWidth: true
                text: tile.field.name
                font.weight: Font.DemiBold
                lineHeight: 0.95
                Accessible.ignored: true
            }
            Label {
                Layout.fillWidth: true
                text: tile.field.count
                color: Look.inkSoft
                lineHeight: 0.95
                Accessible.ignored: true
            }
        }
    }
}

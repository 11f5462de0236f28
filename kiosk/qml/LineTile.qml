import QtQuick
import QtQuick.Layouts

// A line: its letter, its name, how many wait and how long it takes.
Touch {
    id: tile

    required property var line
    readonly property bool roomy: tile.height >= 200

    spoken: tile.line.spoken
    padding: tile.roomy ? 24 : 16

    contentItem: RowLayout {
        spacing: 24

        Rectangle {
            Layout.preferredWidth: tile.roomy ? 104 : 88
            Layout.fillHeight: true
            Layout.maximumHeight: 176
            radius: 14
            color: Look.actionTint

            ColumnLayout {
                anchors.centerIn: parent
                spacing: 4

                Label {
                    Layout.alignment: Qt.AlignHCenter
                    text: tile.line.letter
                    color: Look.action
                    font.pixelSize: Look.headline
                    font.weight: Font.Bold
                    lineHeight: 0.9
                    Accessible.ignored: true
                }
                Icon {
                    Layout.alignment: Qt.AlignHCenter
                    Layout.preferredWidth: 48
                    Layout.preferredHeight: 48
                    name: tile.line.icon
                    tone: Look.action
                    size: 48
                    visible: tile.height >= 168
                }
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: 6

            Label {
                Layout.fillWidth: true
                Layout.fillHeight: true
                text: tile.line.name
                font.pixelSize: Look.lead
                font.weight: Font.DemiBold
                fontSizeMode: Text.Fit
                Accessible.ignored: true
            }
            Fact {
                Layout.fillWidth: true
                iconName: "people"
                text: tile.line.waiting
            }
            Fact {
                Layout.fillWidth: true
                iconName: "clock"
                text: tile.line.wait
            }
        }
    }
}

import QtQuick
import QtQuick.Layouts

// A line: its letter, its name, how many wait and how long it takes. Narrow tiles put the facts below the name.
Touch {
    id: tile

    required property var line
    readonly property bool narrow: tile.width < 560
    readonly property bool roomy: tile.height >= 240

    spoken: tile.line.spoken
    padding: tile.roomy ? 24 : 14
    leftPadding: 20
    rightPadding: 20

    contentItem: GridLayout {
        columns: 2
        columnSpacing: 20
        rowSpacing: tile.roomy ? 12 : 0

        Rectangle {
            Layout.preferredWidth: 96
            Layout.fillHeight: true
            Layout.maximumHeight: 176
            Layout.rowSpan: tile.narrow ? 1 : 2
            radius: 14
            color: Look.actionTint

            ColumnLayout {
                anchors.centerIn: parent
                spacing: 2

                Label {
                    Layout.alignment: Qt.AlignHCenter
                    text: tile.line.letter
                    color: Look.action
                    font.pixelSize: 60
                    font.weight: Font.Bold
                    lineHeight: 0.9
                    Accessible.ignored: true
                }
                Icon {
                    Layout.alignment: Qt.AlignHCenter
                    Layout.preferredWidth: 44
                    Layout.preferredHeight: 44
                    name: tile.line.icon
                    tone: Look.action
                    size: 44
                    visible: tile.narrow ? tile.roomy : tile.height >= 168
                }
            }
        }
        Label {
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: tile.line.name
            font.pixelSize: Look.lead
            font.weight: Font.DemiBold
            fontSizeMode: Text.Fit
            lineHeight: 1
            Accessible.ignored: true
        }
        Flow {
            Layout.fillWidth: true
            Layout.fillHeight: false
            Layout.columnSpan: tile.narrow ? 2 : 1
            spacing: 4

            Fact {
                rightPadding: 12
                iconName: "people"
                text: tile.line.waiting
            }
            Fact {
                iconName: "clock"
                text: tile.line.wait
            }
        }
    }
}

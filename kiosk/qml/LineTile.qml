import QtQuick
import QtQuick.Layouts

// A line: its letter, its name, how many wait and how long it takes. Narrow tiles put the facts below the name. A line
// without a counter has an empty badge; one that gives no numbers lies flat on the ground and says so in a frame.
Touch {
    id: tile

    required property var line
    readonly property bool narrow: tile.width < 560
    readonly property bool roomy: tile.height >= 240
    readonly property bool gives: tile.line.state !== "not_giving"
    readonly property bool served: tile.line.state === "open"

    spoken: tile.line.spoken
    fill: tile.gives ? Look.surface : Look.ground
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
            color: tile.served ? Look.actionTint : tile.gives ? Look.surface : Look.ground
            border.color: tile.gives ? Look.action : Look.edge
            border.width: tile.served ? 0 : 3

            ColumnLayout {
                anchors.centerIn: parent
                spacing: 2

                Label {
                    Layout.alignment: Qt.AlignHCenter
                    text: tile.line.letter
                    color: tile.gives ? Look.action : Look.inkSoft
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
                    tone: tile.gives ? Look.action : Look.inkSoft
                    size: 44
                    visible: tile.narrow ? tile.roomy : tile.height >= 168
                }
            }
        }
        Label {
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: tile.line.name
            color: tile.gives ? Look.ink : Look.inkSoft
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
                within: true
                visible: tile.gives
                rightPadding: 12
                iconName: "people"
                text: tile.line.waiting
            }
            Fact {
                within: true
                visible: tile.gives
                iconName: tile.served ? "clock" : "door"
                text: tile.line.wait
            }
            Rectangle {
                visible: !tile.gives
                width: word.implicitWidth + 40
                height: word.implicitHeight + 12
                radius: 10
                color: Look.surface
                border.color: Look.urgent
                border.width: 3

                Fact {
                    id: word

                    anchors.centerIn: parent
                    within: true
                    iconName: "close"
                    tone: Look.urgent
                    text: tile.line.wait
                }
            }
        }
    }
}

import QtQuick
import QtQuick.Layouts

// A line that can follow with the same number: touched once it is added at the end, touched again it is taken away.
Touch {
    id: tile

    required property var matter
    readonly property bool chosen: tile.matter.place !== ""
    readonly property color tone: tile.chosen ? Look.actionInk : tile.enabled ? Look.ink : Look.inkSoft

    spoken: tile.matter.spoken
    fill: tile.chosen ? Look.action : tile.enabled ? Look.surface : Look.ground
    fillPressed: tile.chosen ? Look.actionPressed : Look.actionTint
    outline: tile.chosen ? Look.action : Look.edge
    padding: 4
    leftPadding: 20
    rightPadding: 20
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: tile.chosen

    contentItem: RowLayout {
        spacing: 20

        Label {
            Layout.preferredWidth: 56
            text: tile.matter.letter
            horizontalAlignment: Text.AlignHCenter
            color: tile.chosen ? tile.tone : tile.enabled ? Look.action : Look.inkSoft
            font.pixelSize: Look.title
            font.weight: Font.Bold
            Accessible.ignored: true
        }
        Label {
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: tile.matter.name
            color: tile.tone
            font.weight: Font.DemiBold
            fontSizeMode: Text.Fit
            lineHeight: 1
            Accessible.ignored: true
        }
        Fact {
            Layout.fillWidth: false
            within: true
            visible: !tile.chosen
            iconName: "people"
            text: tile.matter.waiting
        }
        Label {
            visible: tile.chosen
            text: qsTr("Việc thứ %1").arg(tile.matter.place)
            color: tile.tone
            font.weight: Font.Bold
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        Icon {
            visible: tile.chosen
            name: "close"
            tone: tile.tone
            size: 44
            Layout.preferredWidth: size
            Layout.preferredHeight: size
        }
    }
}

import QtQuick
import QtQuick.Layouts

// One place of the bar at the bottom edge: an icon above its word; a tick and a filled ground while it is on.
Touch {
    id: place

    property string iconName: ""
    property bool on: false
    property bool beside: false
    readonly property color tone: place.on ? Look.actionInk : Look.ink

    fill: place.on ? Look.action : Look.ground
    fillPressed: place.on ? Look.actionPressed : Look.actionTint
    outlineWidth: place.on ? 2 : 0
    padding: 4
    topPadding: 10
    bottomPadding: 8

    contentItem: Item {
        GridLayout {
            anchors.centerIn: parent
            width: Math.min(implicitWidth, parent.width)
            columns: place.beside ? 2 : 1
            rowSpacing: 4
            columnSpacing: 16

            Icon {
                name: place.on ? "check" : place.iconName
                tone: place.tone
                size: 48
                Layout.preferredWidth: 48
                Layout.preferredHeight: 48
                Layout.alignment: Qt.AlignCenter
            }
            Label {
                Layout.fillWidth: true
                text: place.text
                color: place.tone
                font.pixelSize: 32
                font.weight: Font.Medium
                horizontalAlignment: place.beside ? Text.AlignLeft : Text.AlignHCenter
                lineHeight: 0.95
                Accessible.ignored: true
            }
        }
    }
}

import QtQuick
import "../../qml"

// A counter's number in its square, wherever a counter is named.
Rectangle {
    id: badge

    property string number: ""
    property string look: "serving"
    property int size: 72

    width: badge.size
    height: badge.size
    radius: badge.size / 5
    color: badge.look === "serving" ? Look.action : badge.look === "ready" ? Look.done : badge.look === "paused" ? Look.warningGround : Look.surface
    border.width: badge.look === "closed" ? 3 : 0
    border.color: Look.edge

    BoardText {
        anchors.centerIn: parent
        width: parent.width - 8
        horizontalAlignment: Text.AlignHCenter
        text: badge.number
        color: badge.look === "serving" ? Look.actionInk : badge.look === "ready" ? Look.doneInk : badge.look === "paused" ? Look.warningInk : Look.inkSoft
        font.pixelSize: badge.size * 0.62
        font.weight: Font.Bold
        fontSizeMode: Text.HorizontalFit
        lineHeight: 0.95
    }
}

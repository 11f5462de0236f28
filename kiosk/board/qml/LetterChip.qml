import QtQuick
import "../../qml"

// The letter of a line, or of several, wherever lines are named.
Rectangle {
    id: chip

    property string letter: ""
    property int size: 48

    width: Math.max(chip.size, letters.implicitWidth + 24)
    height: chip.size
    radius: chip.size / 2
    color: Look.actionTint

    BoardText {
        id: letters

        anchors.centerIn: parent
        text: chip.letter
        color: Look.action
        font.pixelSize: Math.max(28, chip.size * 0.6)
        font.weight: Font.Bold
        lineHeight: 0.95
    }
}

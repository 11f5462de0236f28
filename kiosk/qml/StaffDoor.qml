import QtQuick

// The staff's way in: a corner of the head that is held for three seconds. Citizens see nothing of it.
Item {
    id: door

    property int holdMs: 3000

    signal opened

    objectName: "staff_door"
    Accessible.ignored: true

    MouseArea {
        id: area

        anchors.fill: parent
        acceptedButtons: Qt.LeftButton
        pressAndHoldInterval: door.holdMs
        onPressAndHold: door.opened()
    }
    Rectangle {
        // Whoever holds on sees that something comes; a passing touch sees nothing.
        id: line

        anchors.left: parent.left
        anchors.bottom: parent.bottom
        height: 6
        width: 0
        radius: 3
        color: Look.action
        visible: area.pressed

        NumberAnimation on width {
            running: area.pressed
            from: -door.width / 2
            to: door.width
            duration: door.holdMs
        }
    }
}

import QtQuick

// Something is being done: a short bar that wanders, or stands still where movement is off.
Rectangle {
    id: busy

    property bool running: false

    height: 8
    radius: 4
    color: Look.hairline
    opacity: busy.running ? 1 : 0
    clip: true

    Rectangle {
        id: wanderer

        width: parent.width / 3
        height: parent.height
        radius: 4
        color: Look.action

        SequentialAnimation on x {
            running: busy.running && !Look.still && busy.visible
            loops: Animation.Infinite

            NumberAnimation {
                from: 0
                to: busy.width * 2 / 3
                duration: 900
                easing.type: Easing.InOutQuad
            }
            NumberAnimation {
                from: busy.width * 2 / 3
                to: 0
                duration: 900
                easing.type: Easing.InOutQuad
            }
        }
    }
}

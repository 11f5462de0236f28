import QtQuick

// The first moment: the office's door on the ground of the screens, before anything else has been read.
Rectangle {
    id: splash

    color: "#FAFAF7"

    Rectangle {
        anchors.centerIn: parent
        width: Math.min(splash.width, splash.height) / 5
        height: width
        radius: width / 5
        color: "#084C94"

        Rectangle {
            anchors.centerIn: parent
            width: parent.width * 0.4
            height: parent.height * 0.56
            color: "transparent"
            border.color: "#FFFFFF"
            border.width: parent.width / 18

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                anchors.right: parent.right
                anchors.rightMargin: parent.width / 4
                width: parent.width / 9
                height: width
                radius: width / 2
                color: "#FFFFFF"
            }
        }
    }
}

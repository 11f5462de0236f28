import QtQuick
import QtQuick.Layouts

// Before the office has answered for the first time, or when it cannot.
Item {
    id: screen

    required property var home
    required property var shell

    ColumnLayout {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Look.margin, 1000)
        spacing: 40

        Label {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Xin chờ một chút…")
            font.pixelSize: Look.headline
            font.weight: Font.Bold
        }
        Busy {
            Layout.fillWidth: true
            running: screen.home.view.problem === ""
        }
        Notice {
            objectName: "problem"
            Layout.fillWidth: true
            text: screen.home.view.problem
        }
    }
}

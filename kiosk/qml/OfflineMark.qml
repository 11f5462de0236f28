import QtQuick
import QtQuick.Layouts

// Small and calm: the line to the server is gone, the kiosk works on.
Rectangle {
    id: mark

    implicitWidth: row.implicitWidth + 40
    implicitHeight: 48
    radius: 24
    color: Look.warningGround

    RowLayout {
        id: row

        anchors.centerIn: parent
        spacing: 12

        Icon {
            name: "offline"
            tone: Look.warningInk
            size: 36
            Layout.preferredWidth: 36
            Layout.preferredHeight: 36
        }
        Label {
            text: qsTr("Ngoại tuyến")
            color: Look.warningInk
            font.pixelSize: 32
            wrapMode: Text.NoWrap
            lineHeight: 1
        }
    }
}

import QtQuick
import QtQuick.Layouts

// The QR code that follows the number on the citizen's own phone; always black on white.
GridLayout {
    id: follow

    required property string picture
    property bool beside: false

    columns: follow.beside ? 2 : 1
    columnSpacing: 40
    rowSpacing: 20
    visible: follow.picture !== ""

    Rectangle {
        readonly property int side: follow.beside ? 320 : Math.min(follow.width, 420, Math.max(220, follow.height - 130))

        Layout.preferredWidth: side
        Layout.preferredHeight: side
        Layout.alignment: Qt.AlignCenter
        radius: 12
        color: "#FFFFFF"

        Image {
            anchors.fill: parent
            source: follow.picture
            smooth: false
            fillMode: Image.PreserveAspectFit
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("Mã QR để theo dõi số trên điện thoại")
        }
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: 12

        Icon {
            visible: follow.beside
            name: "phone"
            tone: Look.action
            size: 72
            Layout.preferredWidth: 72
            Layout.preferredHeight: 72
        }
        Label {
            Layout.fillWidth: true
            text: qsTr("Quét mã để theo dõi số trên điện thoại")
            font.pixelSize: follow.beside ? Look.lead : Look.body
            font.weight: Font.Medium
            horizontalAlignment: follow.beside ? Text.AlignLeft : Text.AlignHCenter
        }
    }
}

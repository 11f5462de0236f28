import QtQuick
import QtQuick.Layouts

// The QR code that follows the number on the citizen's own phone; always black on white.
GridLayout {
    id: follow

    required property string picture
    property bool beside: false

    columns: follow.beside ? 2 : 1
    columnSpacing: 40
    rowSpacing: 16

    Item {
        Layout.fillWidth: !follow.beside
        Layout.fillHeight: true
        Layout.minimumHeight: 200
        Layout.preferredWidth: 352
        Layout.preferredHeight: 352

        Rectangle {
            readonly property real side: Math.min(parent.width, parent.height, 480)

            anchors.centerIn: parent
            width: side
            height: side
            radius: 12
            color: "#FFFFFF"

            Image {
                anchors.fill: parent
                source: follow.picture
                smooth: true
                mipmap: true
                fillMode: Image.PreserveAspectFit
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("Mã QR để theo dõi số trên điện thoại")
            }
        }
    }
    Label {
        Layout.fillWidth: true
        text: qsTr("Quét mã để theo dõi số trên điện thoại")
        font.pixelSize: follow.beside ? Look.lead : Look.body
        font.weight: Font.Medium
        horizontalAlignment: follow.beside ? Text.AlignLeft : Text.AlignHCenter
    }
}

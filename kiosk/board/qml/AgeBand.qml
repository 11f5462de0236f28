import QtQuick
import "../../qml"

// Since when the data is old; nothing while it is fresh.
Rectangle {
    id: band

    property var words: ({})

    visible: (band.words?.vi ?? "") !== ""
    implicitHeight: visible ? Math.max(56, said.implicitHeight + 12) : 0
    color: Look.warningGround

    Icon {
        id: shape

        anchors.left: parent.left
        anchors.leftMargin: 32
        anchors.verticalCenter: parent.verticalCenter
        name: "warning"
        tone: Look.warningInk
        size: 40
    }
    Flow {
        id: said

        anchors.left: shape.right
        anchors.leftMargin: 16
        anchors.right: parent.right
        anchors.rightMargin: 32
        anchors.verticalCenter: parent.verticalCenter
        spacing: 0

        BoardText {
            id: vietnamese

            width: Math.min(implicitWidth, said.width)
            rightPadding: 20
            text: band.words?.vi ?? ""
            color: Look.warningInk
            font.pixelSize: 34
            font.weight: Font.DemiBold
            wrapMode: Text.WordWrap
        }
        BoardText {
            width: Math.min(implicitWidth, said.width)
            height: Math.max(implicitHeight, vietnamese.lineCount > 1 ? 0 : vietnamese.height)
            text: band.words?.en ?? ""
            color: Look.warningInk
            font.pixelSize: 28
            wrapMode: Text.WordWrap
        }
    }
}

import QtQuick
import "../../qml"

// What the office wants everybody to read: one sentence at a time, standing still.
Rectangle {
    id: line

    required property var view
    required property bool portrait

    readonly property string said: line.view.notice.vi

    color: line.view.silent ? Look.warningGround : Look.surface
    onSaidChanged: change.restart()

    NumberAnimation {
        id: change

        target: sentence
        property: "opacity"
        from: Look.still ? 1 : 0
        to: 1
        duration: Look.moveMs
    }
    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        height: 2
        color: Look.hairline
    }
    Item {
        id: sentence

        visible: line.said !== ""
        anchors.fill: parent
        anchors.leftMargin: 32
        anchors.rightMargin: 32
        anchors.topMargin: 6

        Icon {
            id: shape

            anchors.verticalCenter: parent.verticalCenter
            name: line.view.silent ? "silent" : "note"
            tone: line.view.silent ? Look.warningInk : Look.action
            size: 52
        }
        Column {
            anchors.left: shape.right
            anchors.leftMargin: 24
            anchors.right: parent.right
            anchors.rightMargin: sync.visible ? sync.width + 32 : 0
            anchors.verticalCenter: parent.verticalCenter

            BoardText {
                objectName: "notice"
                width: parent.width
                text: line.said
                color: line.view.silent ? Look.warningInk : Look.ink
                font.pixelSize: 34
                font.weight: Font.DemiBold
                wrapMode: Text.WordWrap
                maximumLineCount: line.portrait ? 2 : 1
                elide: Text.ElideRight
                lineHeight: 0.95
            }
            BoardText {
                width: parent.width
                text: line.view.notice.en
                color: line.view.silent ? Look.warningInk : Look.inkSoft
                font.pixelSize: 28
                wrapMode: Text.WordWrap
                maximumLineCount: line.portrait ? 2 : 1
                elide: Text.ElideRight
                lineHeight: 0.95
            }
        }
    }
    Row {
        id: sync

        objectName: "sync"
        visible: line.view.sync.vi !== ""
        anchors.right: parent.right
        anchors.rightMargin: 32
        anchors.verticalCenter: parent.verticalCenter
        spacing: 16

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: "waiting_to_send"
            tone: Look.inkSoft
            size: 36
        }
        Column {
            BoardText {
                text: line.view.sync.vi
                color: Look.inkSoft
                font.pixelSize: 28
            }
            BoardText {
                text: line.view.sync.en
                color: Look.inkSoft
                font.pixelSize: 28
            }
        }
    }
}

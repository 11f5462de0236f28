pragma ComponentBehavior: Bound

import QtQuick
import "../../qml"

// The called numbers, large; or, while there are none, why.
Item {
    id: calls

    required property var view
    required property var words

    readonly property int several: calls.view.calls.length
    readonly property int cardHeight: (calls.height - head.height - 16 - 16 * (calls.several - 1)) / Math.max(1, calls.several)

    Item {
        id: head

        visible: calls.view.stage === "calls"
        anchors.left: parent.left
        anchors.right: parent.right
        height: 48

        BothLanguages {
            x: 28
            anchors.verticalCenter: parent.verticalCenter
            words: calls.words.number
            size: 40
        }
        BothLanguages {
            x: calls.width - 28 - width
            anchors.verticalCenter: parent.verticalCenter
            words: calls.words.counter
            size: 40
        }
    }
    Repeater {
        model: 2

        CallCard {
            required property int index

            place: index
            visible: index < calls.several
            x: 0
            y: head.height + 16 + index * (calls.cardHeight + 16)
            width: calls.width
            height: calls.cardHeight
            call: calls.view.calls[index] ?? null
            words: calls.words
        }
    }
    Rectangle {
        visible: calls.view.stage === "message"
        anchors.fill: parent
        radius: 24
        color: Look.surface
        border.width: 3
        border.color: Look.hairline

        Column {
            anchors.centerIn: parent
            width: parent.width - 96
            spacing: 12

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                name: "clock"
                tone: Look.action
                size: 120
            }
            Item {
                width: 1
                height: 8
            }
            BoardText {
                objectName: "message"
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: calls.view.message.vi
                font.pixelSize: 80
                font.weight: Font.Bold
                fontSizeMode: Text.HorizontalFit
            }
            BoardText {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: calls.view.message.en
                color: Look.inkSoft
                font.pixelSize: 44
            }
            Item {
                width: 1
                height: 8
            }
            BoardText {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: calls.view.detail.vi
                font.pixelSize: 40
                wrapMode: Text.WordWrap
            }
            BoardText {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: calls.view.detail.en
                color: Look.inkSoft
                font.pixelSize: 30
                wrapMode: Text.WordWrap
            }
        }
    }
}

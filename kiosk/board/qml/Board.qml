pragma ComponentBehavior: Bound

import QtQuick
import "../../qml"

// The board on the wall: the called numbers large, the last calls below, the counters at the side or beneath.
Rectangle {
    id: glass

    required property var board

    readonly property var view: glass.board.view
    readonly property bool portrait: glass.height > glass.width
    readonly property real zoom: {
        if (glass.width <= 0 || glass.height <= 0) {
            return 1;
        }
        return glass.portrait ? Math.min(glass.width / 1080, glass.height / 1920) : Math.min(glass.width / 1920, glass.height / 1080);
    }

    color: Look.ground

    Binding {
        target: Look
        property: "palette"
        value: glass.board.look.palette
    }
    Binding {
        target: Look
        property: "still"
        value: glass.board.look.still
    }
    Item {
        id: stage

        objectName: "stage"
        width: glass.width / glass.zoom
        height: glass.height / glass.zoom
        scale: glass.zoom
        transformOrigin: Item.TopLeft

        BoardHeader {
            id: head

            anchors.left: parent.left
            anchors.right: parent.right
            height: glass.portrait ? 164 : 108
            view: glass.view
            portrait: glass.portrait
        }
        AgeBand {
            id: age

            objectName: "age"
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: head.bottom
            words: glass.view.age
        }
        Item {
            id: body

            readonly property int side: glass.portrait ? body.width : 596

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: age.bottom
            anchors.bottom: foot.top
            anchors.leftMargin: 32
            anchors.rightMargin: 32
            anchors.topMargin: 16
            anchors.bottomMargin: 20

            Calls {
                id: calls

                anchors.left: parent.left
                anchors.top: parent.top
                width: glass.portrait ? body.width : body.width - body.side - 24
                anchors.bottom: lastCalls.top
                anchors.bottomMargin: 16
                view: glass.view
                words: glass.board.words
            }
            LastCalls {
                id: lastCalls

                anchors.left: parent.left
                width: calls.width
                height: glass.portrait ? 204 : 216
                y: glass.portrait ? counters.y - height - 24 : body.height - height
                view: glass.view
                words: glass.board.words
            }
            Counters {
                id: counters

                x: body.width - body.side
                width: body.side
                y: glass.portrait ? body.height - height - waiting.height - 20 : 0
                height: glass.portrait ? 88 + (rows > 4 ? 86 : 94) * Math.max(1, rows) : body.height - waiting.height - 20
                view: glass.view
                words: glass.board.words
            }
            Waiting {
                id: waiting

                x: body.width - body.side
                y: body.height - height
                width: body.side
                height: implicitHeight
                view: glass.view
                words: glass.board.words
            }
        }
        NoticeLine {
            id: foot

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            height: glass.portrait ? 168 : 104
            view: glass.view
            portrait: glass.portrait
        }
    }
}

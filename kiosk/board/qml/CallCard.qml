pragma ComponentBehavior: Bound

import QtQuick
import "../../qml"

// One called number and its counter. Marked while it is new or being spoken.
Rectangle {
    id: card

    required property int place
    property var call: null
    property var words: ({})

    readonly property string key: card.call?.key ?? ""
    readonly property bool marked: card.call?.marked ?? false
    readonly property bool tall: card.height >= 340
    readonly property color tone: card.marked ? Look.actionInk : Look.ink

    objectName: "call_" + card.place
    radius: 24
    color: card.marked ? Look.action : Look.surface
    border.width: card.marked ? 0 : 3
    border.color: Look.hairline
    onKeyChanged: {
        if (card.key !== "") {
            arrival.restart();
        }
    }

    Behavior on color {
        ColorAnimation {
            duration: Look.moveMs
        }
    }
    ParallelAnimation {
        id: arrival

        NumberAnimation {
            target: card
            property: "opacity"
            from: Look.still ? 1 : 0
            to: 1
            duration: Look.moveMs
        }
        NumberAnimation {
            target: shift
            property: "y"
            from: Look.still ? 0 : -56
            to: 0
            duration: Look.moveMs
            easing.type: Easing.OutCubic
        }
    }
    transform: Translate {
        id: shift
    }

    Figures {
        id: number

        objectName: "number_" + card.place
        anchors.left: parent.left
        anchors.leftMargin: 28
        anchors.top: parent.top
        anchors.topMargin: 12
        anchors.bottom: parent.bottom
        anchors.bottomMargin: card.tall ? 92 : marks.width > 0 ? 52 : 12
        width: card.width * 0.58
        largest: card.tall ? 320 : Math.min(216, (card.height - 64) / 0.8)
        text: card.call?.label ?? ""
        color: card.tone
    }
    Icon {
        anchors.verticalCenter: number.verticalCenter
        anchors.left: number.right
        width: card.width * 0.09
        fillMode: Image.PreserveAspectFit
        name: "next"
        tone: card.tone
        size: 96
    }
    Figures {
        objectName: "counter_" + card.place
        anchors.right: parent.right
        anchors.rightMargin: 28
        anchors.verticalCenter: number.verticalCenter
        width: card.width * 0.27
        height: number.height
        largest: Math.max(200, number.fitted)
        text: card.call?.counter ?? ""
        color: card.marked ? Look.actionInk : Look.action
    }
    Row {
        id: marks

        anchors.left: parent.left
        anchors.leftMargin: 36
        anchors.bottom: parent.bottom
        anchors.bottomMargin: card.tall ? 28 : 8
        spacing: 40

        CallMark {
            visible: card.call?.spoken ?? false
            icon: "speaker"
            words: card.words.spoken
            tone: card.tone
            beside: card.tall
        }
        CallMark {
            visible: (card.call?.again.vi ?? "") !== ""
            icon: "call_again"
            words: card.call?.again
            tone: card.tone
            beside: card.tall
        }
    }
    BoardText {
        visible: card.tall
        anchors.right: parent.right
        anchors.rightMargin: 28
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 28
        width: card.width * 0.38
        horizontalAlignment: Text.AlignRight
        text: card.call?.counter_name ?? ""
        color: card.tone
        font.pixelSize: 36
        fontSizeMode: Text.HorizontalFit
    }
}

import QtQuick
import "../../qml"

// A small mark of a call: a shape and its word.
Row {
    id: mark

    property string icon: ""
    property var words: ({})
    property color tone: Look.ink
    property bool beside: true

    spacing: 14

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        name: mark.icon
        tone: mark.tone
        size: 48
    }
    BothLanguages {
        anchors.verticalCenter: parent.verticalCenter
        words: mark.words
        tone: mark.tone
        softTone: mark.tone
        size: 34
    }
}

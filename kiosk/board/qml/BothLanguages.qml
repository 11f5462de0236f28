import QtQuick
import "../../qml"

// A fixed word in Vietnamese and, smaller beside it, in English.
Row {
    id: both

    property var words: ({})
    property color tone: Look.ink
    property color softTone: Look.inkSoft
    property int size: 34
    property int weight: Font.DemiBold

    spacing: 14

    BoardText {
        id: vietnamese

        text: both.words?.vi ?? ""
        color: both.tone
        font.pixelSize: both.size
        font.weight: both.weight
    }
    BoardText {
        y: vietnamese.baselineOffset - baselineOffset
        text: both.words?.en ?? ""
        color: both.softTone
        font.pixelSize: 28
    }
}

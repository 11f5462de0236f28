pragma ComponentBehavior: Bound

import QtQuick
import "../../qml"

// How many wait in each line.
Rectangle {
    id: waiting

    required property var view
    required property var words

    readonly property int lines: waiting.view.lines.length
    readonly property bool few: waiting.lines <= 6
    readonly property int columns: waiting.few ? Math.max(1, waiting.lines) : waiting.width > 800 ? 6 : 4
    readonly property int rows: Math.max(1, Math.ceil(waiting.lines / waiting.columns))
    readonly property int cellWidth: (waiting.width - 32) / waiting.columns
    readonly property int cellHeight: waiting.few ? 112 : 56

    implicitHeight: 72 + waiting.cellHeight * waiting.rows
    radius: 24
    color: Look.surface
    border.width: 2
    border.color: Look.hairline

    BothLanguages {
        id: head

        x: 24
        y: 14
        words: waiting.words.waiting
    }
    Repeater {
        model: waiting.lines

        Item {
            id: line

            required property int index

            readonly property var shown: waiting.view.lines[line.index] ?? null

            x: 16 + (line.index % waiting.columns) * waiting.cellWidth
            y: 66 + Math.floor(line.index / waiting.columns) * waiting.cellHeight
            width: waiting.cellWidth
            height: waiting.cellHeight

            LetterChip {
                id: chip

                x: waiting.few ? (line.width - width) / 2 : 8
                letter: line.shown?.letter ?? ""
                size: 46
            }
            BoardText {
                objectName: "waiting_" + (line.shown?.letter ?? "")
                x: waiting.few ? 0 : chip.width + 18
                y: waiting.few ? chip.height : (chip.height - height) / 2
                width: line.width - x
                horizontalAlignment: waiting.few ? Text.AlignHCenter : Text.AlignLeft
                text: line.shown?.waiting ?? ""
                font.pixelSize: waiting.few ? 46 : 40
                font.weight: Font.DemiBold
                fontSizeMode: Text.HorizontalFit
                lineHeight: 0.95
            }
        }
    }
}

import QtQuick
import "../../qml"

// Text on the board: one line unless said otherwise, never below 28 pixels.
Text {
    color: Look.ink
    font.family: Look.family
    font.pixelSize: 34
    minimumPixelSize: 28
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text === ""
}

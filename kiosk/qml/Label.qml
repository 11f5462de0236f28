import QtQuick

// Text for people: wraps, never cuts, never below 32 pixels. Read-aloud passes over an `unspoken` one.
Text {
    property bool unspoken: false

    color: Look.ink
    font.family: Look.family
    font.pixelSize: Look.body
    lineHeight: 1.05
    minimumPixelSize: 32
    textFormat: Text.PlainText
    wrapMode: Text.WordWrap
    verticalAlignment: Text.AlignVCenter
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text === ""
}

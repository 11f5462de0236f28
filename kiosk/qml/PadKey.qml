import QtQuick

// One key of the pad.
Touch {
    id: key

    property bool chosen: false

    fill: key.chosen ? Look.action : Look.surface
    padding: 8

    contentItem: Label {
        text: key.text
        color: key.chosen ? Look.actionInk : Look.ink
        font.pixelSize: Math.min(Look.title, 56)
        font.weight: Font.DemiBold
        horizontalAlignment: Text.AlignHCenter
        lineHeight: 1
        Accessible.ignored: true
    }
}

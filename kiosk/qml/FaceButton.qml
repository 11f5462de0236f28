import QtQuick

// One of the three faces, with its word; filled and ticked when chosen.
Touch {
    id: button

    required property var face
    readonly property color tone: button.face.chosen ? Look.actionInk : button.face.score === 1 ? Look.urgent : button.face.score === 3 ? Look.done : Look.action

    spoken: button.face.name
    fill: button.face.chosen ? Look.action : Look.surface
    fillPressed: button.face.chosen ? Look.actionPressed : Look.actionTint
    padding: 16
    Accessible.role: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: button.face.chosen

    contentItem: Item {
        implicitHeight: 180

        Column {
            anchors.centerIn: parent
            width: parent.width
            spacing: 16

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                name: button.face.icon
                tone: button.tone
                size: Math.max(96, Math.min(184, button.height - 150, button.width - 60))
            }
            Label {
                width: parent.width
                text: (button.face.chosen ? "✓ " : "") + button.face.name
                color: button.face.chosen ? Look.actionInk : Look.ink
                font.weight: Font.Bold
                lineHeight: 1
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }
        }
    }
}

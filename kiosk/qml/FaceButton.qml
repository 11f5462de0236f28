import QtQuick
import QtQuick.Layouts

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

    contentItem: ColumnLayout {
        spacing: 12

        Icon {
            readonly property int side: Math.min(176, button.height - 130)

            Layout.alignment: Qt.AlignHCenter | Qt.AlignBottom
            Layout.preferredWidth: side
            Layout.preferredHeight: side
            name: button.face.icon
            tone: button.tone
            size: side
        }
        Label {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            text: (button.face.chosen ? "✓ " : "") + button.face.name
            color: button.face.chosen ? Look.actionInk : Look.ink
            font.weight: Font.Bold
            lineHeight: 1
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }
    }
}

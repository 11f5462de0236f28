import QtQuick

// One key of the pad. A choice among several is filled and ticked while it is made. Read-aloud passes over it.
Touch {
    id: key

    property bool chosen: false
    property bool choice: false
    readonly property bool unspoken: true

    fill: key.chosen ? Look.action : Look.surface
    padding: 8
    Accessible.role: key.choice ? Accessible.RadioButton : Accessible.Button
    Accessible.checkable: key.choice
    Accessible.checked: key.chosen

    contentItem: Label {
        text: key.text
        color: key.chosen ? Look.actionInk : Look.ink
        font.pixelSize: Math.min(Look.title, 56)
        font.weight: Font.DemiBold
        horizontalAlignment: Text.AlignHCenter
        lineHeight: 1
        Accessible.ignored: true

        Icon {
            anchors.right: parent.right
            anchors.top: parent.top
            visible: key.chosen
            name: "check"
            tone: Look.actionInk
            size: 40
        }
    }
}

import QtQuick
import QtQuick.Layouts

// A button with an icon and a word. `kind`: "primary" for the one thing to do next, "plain" for the others.
Touch {
    id: button

    property string kind: "plain"
    property string iconName: ""
    property bool iconLast: false
    property bool centred: true
    property int letters: Look.lead
    readonly property color tone: button.kind === "primary" ? (button.enabled ? Look.actionInk : Look.inkSoft) : (button.enabled ? Look.action : Look.inkSoft)

    fill: button.kind === "primary" ? (button.enabled ? Look.action : Look.ground) : Look.surface
    fillPressed: button.kind === "primary" ? Look.actionPressed : Look.actionTint
    outline: button.kind === "primary" && button.enabled ? Look.action : Look.edge
    leftPadding: 32
    rightPadding: 32

    contentItem: Item {
        implicitWidth: row.implicitWidth
        implicitHeight: row.implicitHeight

        RowLayout {
            id: row

            anchors.centerIn: button.centred ? parent : undefined
            width: button.centred ? Math.min(implicitWidth, parent.width) : parent.width
            height: parent.height
            spacing: 20
            layoutDirection: button.iconLast ? Qt.RightToLeft : Qt.LeftToRight

            Icon {
                visible: button.iconName !== ""
                name: button.iconName
                tone: button.tone
                size: Math.round(button.letters * 1.25)
                Layout.preferredWidth: size
                Layout.preferredHeight: size
            }
            Label {
                Layout.fillWidth: true
                Layout.fillHeight: true
                visible: button.text !== ""
                text: button.text
                color: button.tone
                font.pixelSize: button.letters
                font.weight: Font.DemiBold
                fontSizeMode: Text.Fit
                horizontalAlignment: button.iconName === "" ? Text.AlignHCenter : Text.AlignLeft
                Accessible.ignored: true
            }
        }
    }
}

import QtQuick
import QtQuick.Layouts

// A button with an icon and a word. `kind`: "primary" for the one thing to do next, "plain" for the others.
Touch {
    id: button

    property string kind: "plain"
    property string iconName: ""
    property bool iconLast: false
    property bool centred: true
    property bool stacked: false
    property int letters: Look.lead
    readonly property color tone: button.kind === "primary" ? (button.enabled ? Look.actionInk : Look.inkSoft) : (button.enabled ? Look.action : Look.inkSoft)

    fill: button.kind === "primary" ? (button.enabled ? Look.action : Look.ground) : Look.surface
    fillPressed: button.kind === "primary" ? Look.actionPressed : Look.actionTint
    outline: button.kind === "primary" && button.enabled ? Look.action : Look.edge
    padding: button.stacked ? 12 : 20
    leftPadding: button.stacked ? 20 : 32
    rightPadding: button.stacked ? 20 : 32

    contentItem: Item {
        implicitWidth: row.implicitWidth
        implicitHeight: row.implicitHeight

        GridLayout {
            id: row

            anchors.centerIn: button.centred ? parent : undefined
            width: button.centred ? Math.min(implicitWidth, parent.width) : parent.width
            height: button.stacked ? implicitHeight : parent.height
            columns: button.stacked ? 1 : 2
            columnSpacing: 20
            rowSpacing: 4
            layoutDirection: button.iconLast ? Qt.RightToLeft : Qt.LeftToRight

            Icon {
                visible: button.iconName !== ""
                name: button.iconName
                tone: button.tone
                size: button.stacked ? 48 : Math.round(button.letters * 1.25)
                Layout.preferredWidth: size
                Layout.preferredHeight: size
                Layout.alignment: Qt.AlignCenter
            }
            Label {
                Layout.fillWidth: true
                Layout.fillHeight: !button.stacked
                text: button.text
                color: button.tone
                font.pixelSize: button.letters
                font.weight: Font.DemiBold
                fontSizeMode: button.stacked ? Text.FixedSize : Text.Fit
                lineHeight: 1
                horizontalAlignment: button.iconName === "" || button.stacked ? Text.AlignHCenter : Text.AlignLeft
                Accessible.ignored: true
            }
        }
    }
}

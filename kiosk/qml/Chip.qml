import QtQuick
import QtQuick.Layouts

// A choice that can be made and given up: a tick and a filled ground while it is made.
Touch {
    id: chip

    property string iconName: ""
    property bool chosen: false
    property bool stacked: false
    readonly property color tone: chip.chosen ? Look.actionInk : Look.ink

    fill: chip.chosen ? Look.action : Look.surface
    fillPressed: chip.chosen ? Look.actionPressed : Look.actionTint
    outline: chip.chosen ? Look.action : Look.edge
    padding: 8
    leftPadding: 20
    rightPadding: 20
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: chip.chosen

    contentItem: Item {
        implicitWidth: row.implicitWidth
        implicitHeight: row.implicitHeight

        GridLayout {
            id: row

            anchors.centerIn: chip.stacked ? parent : undefined
            anchors.fill: chip.stacked ? undefined : parent
            width: parent.width
            columns: chip.stacked ? 1 : 2
            rowSpacing: 12
            columnSpacing: 18

            Icon {
                name: chip.chosen ? "check" : chip.iconName
                tone: chip.tone
                size: chip.stacked ? 64 : 52
                Layout.preferredWidth: size
                Layout.preferredHeight: size
                Layout.alignment: chip.stacked ? Qt.AlignHCenter : Qt.AlignVCenter
            }
            Label {
                Layout.fillWidth: true
                Layout.fillHeight: !chip.stacked
                text: chip.text
                color: chip.tone
                font.pixelSize: Look.body
                font.weight: Font.Medium
                lineHeight: 1
                horizontalAlignment: chip.stacked ? Text.AlignHCenter : Text.AlignLeft
                Accessible.ignored: true
            }
        }
    }
}

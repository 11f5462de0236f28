import QtQuick
import QtQuick.Layouts

// A large way into a journey.
Touch {
    id: card

    property string iconName: ""

    fill: Look.actionTint
    fillPressed: Look.surface
    outline: Look.action
    padding: 20
    leftPadding: 28
    rightPadding: 28

    contentItem: Item {
        implicitWidth: row.implicitWidth
        implicitHeight: row.implicitHeight

        GridLayout {
            id: row

            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            columns: card.width < 460 ? 1 : 2
            rowSpacing: 16
            columnSpacing: 24

            Icon {
                name: card.iconName
                tone: Look.action
                size: 72
                Layout.preferredWidth: 72
                Layout.preferredHeight: 72
                Layout.leftMargin: card.width < 460 ? -6 : 0
            }
            Label {
                Layout.fillWidth: true
                text: card.text
                color: Look.action
                font.pixelSize: Look.lead
                font.weight: Font.Bold
                lineHeight: 1
                Accessible.ignored: true
            }
        }
    }
}

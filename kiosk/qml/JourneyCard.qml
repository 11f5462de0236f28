import QtQuick
import QtQuick.Layouts

// A large way into a journey; a quiet one is for the few who know that they need it.
Touch {
    id: card

    property string iconName: ""
    property bool quiet: false

    fill: card.quiet ? Look.surface : Look.actionTint
    fillPressed: card.quiet ? Look.actionTint : Look.surface
    outline: card.quiet ? Look.edge : Look.action
    padding: 12
    leftPadding: 24
    rightPadding: 20

    contentItem: Item {
        implicitWidth: row.implicitWidth
        implicitHeight: row.implicitHeight

        GridLayout {
            id: row

            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            columns: 2
            columnSpacing: 20

            Icon {
                name: card.iconName
                tone: Look.action
                size: 60
                Layout.preferredWidth: size
                Layout.preferredHeight: size
            }
            Label {
                Layout.fillWidth: true
                text: card.text
                color: Look.action
                font.pixelSize: Look.lead
                font.weight: card.quiet ? Font.Medium : Font.Bold
                lineHeight: 1
                Accessible.ignored: true
            }
        }
    }
}

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

    contentItem: GridLayout {
        columns: card.width < 460 ? 1 : 2
        rowSpacing: 12
        columnSpacing: 24

        Icon {
            name: card.iconName
            tone: Look.action
            size: 72
            Layout.preferredWidth: 72
            Layout.preferredHeight: 72
        }
        Label {
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: card.text
            color: Look.action
            verticalAlignment: card.width < 460 ? Text.AlignTop : Text.AlignVCenter
            font.pixelSize: Look.lead
            font.weight: Font.Bold
            fontSizeMode: Text.Fit
            Accessible.ignored: true
        }
    }
}

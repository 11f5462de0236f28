import QtQuick
import QtQuick.Layouts

// One fact that counts, large, with what it means above it.
Card {
    id: figure

    property string iconName: ""
    property string caption: ""
    property string value: ""

    implicitHeight: column.implicitHeight + 40
    implicitWidth: 300

    ColumnLayout {
        id: column

        anchors.fill: parent
        anchors.margins: 20
        anchors.leftMargin: 28
        anchors.rightMargin: 28
        spacing: 4

        Fact {
            Layout.fillWidth: true
            iconName: figure.iconName
            text: figure.caption
        }
        Label {
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: figure.value
            font.pixelSize: Look.title
            font.weight: Font.Bold
            fontSizeMode: Text.Fit
            lineHeight: 1
        }
    }
}

import QtQuick
import QtQuick.Layouts

// The chosen line at the top of its screens.
RowLayout {
    id: heading

    required property var line
    property int letters: Look.headline

    Layout.fillHeight: false
    spacing: 28

    Rectangle {
        Layout.preferredWidth: 128
        Layout.preferredHeight: 128
        Layout.alignment: Qt.AlignTop
        radius: Look.radius
        color: Look.action

        Label {
            anchors.centerIn: parent
            text: heading.line.letter
            color: Look.actionInk
            font.pixelSize: 84
            font.weight: Font.Bold
        }
    }
    ColumnLayout {
        spacing: 0
        Layout.fillWidth: true

        Label {
            Layout.fillWidth: true
            text: qsTr("Lấy số thứ tự")
            color: Look.inkSoft
        }
        Label {
            Layout.fillWidth: true
            text: heading.line.name
            font.pixelSize: heading.letters
            font.weight: Font.Bold
            lineHeight: 1
            Accessible.role: Accessible.Heading
        }
    }
}

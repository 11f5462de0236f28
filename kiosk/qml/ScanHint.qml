import QtQuick
import QtQuick.Layouts

// Says that the scanner is listening.
RowLayout {
    id: hint

    property string text: ""
    property int letters: Look.body

    Layout.fillHeight: false
    spacing: 24

    Icon {
        name: "qr_code"
        tone: Look.action
        size: 72
        Layout.preferredWidth: 72
        Layout.preferredHeight: 72
    }
    Label {
        Layout.fillWidth: true
        text: hint.text
        font.pixelSize: hint.letters
    }
}

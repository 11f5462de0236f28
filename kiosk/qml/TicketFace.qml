import QtQuick
import QtQuick.Layouts

// The number and what it means for the wait.
ColumnLayout {
    id: face

    required property var ticket

    spacing: 12

    Label {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Số thứ tự của Ông/Bà")
        color: Look.inkSoft
        font.pixelSize: Look.lead
    }
    Label {
        objectName: "ticket_label"
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.maximumHeight: 300
        horizontalAlignment: Text.AlignHCenter
        text: face.ticket.label
        color: Look.action
        font.pixelSize: Look.display
        font.weight: Font.ExtraBold
        font.letterSpacing: 4
        fontSizeMode: Text.Fit
        minimumPixelSize: 96
        wrapMode: Text.NoWrap
        lineHeight: 0.9
        Accessible.role: Accessible.Heading
    }
    Label {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        text: face.ticket.line_name
        font.pixelSize: Look.lead
        font.weight: Font.DemiBold
    }
    GridLayout {
        Layout.fillWidth: true
        Layout.fillHeight: false
        Layout.topMargin: 8
        columns: face.width > 700 ? 2 : 1
        columnSpacing: 24
        rowSpacing: 12
        uniformCellWidths: true

        Figure {
            Layout.fillWidth: true
            Layout.fillHeight: true
            iconName: "people"
            caption: qsTr("Phía trước")
            value: face.ticket.ahead
        }
        Figure {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: face.ticket.wait !== ""
            iconName: "clock"
            caption: qsTr("Dự kiến chờ")
            value: face.ticket.wait
        }
    }
}

import QtQuick
import QtQuick.Layouts

// The number and what it means for the wait.
ColumnLayout {
    id: face

    required property var ticket
    readonly property bool brief: face.width < 700 && face.ticket.then !== ""

    spacing: 12

    Label {
        Layout.fillWidth: true
        visible: !face.brief
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Số thứ tự của Ông/Bà")
        color: Look.inkSoft
        font.pixelSize: Look.lead
    }
    Label {
        objectName: "ticket_label"
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.minimumHeight: 144
        Layout.preferredHeight: 300
        Layout.maximumHeight: 300
        horizontalAlignment: Text.AlignHCenter
        text: face.ticket.label
        color: Look.action
        font.pixelSize: Math.max(96, Math.min(Look.display, Math.floor(height / 1.32)))
        font.weight: Font.ExtraBold
        font.letterSpacing: 4
        fontSizeMode: Text.HorizontalFit
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
    Label {
        objectName: "ticket_priority"
        Layout.fillWidth: true
        visible: face.ticket.priority !== "" && !face.brief
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Ưu tiên: %1").arg(face.ticket.priority)
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
    ColumnLayout {
        Layout.fillWidth: true
        Layout.fillHeight: false
        visible: face.ticket.then !== ""
        spacing: 0

        Label {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Sau đó, vẫn với số này:")
            color: Look.inkSoft
        }
        Label {
            objectName: "ticket_then"
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: face.ticket.then
            font.weight: Font.DemiBold
            lineHeight: 1
        }
    }
}

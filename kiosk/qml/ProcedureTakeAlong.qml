import QtQuick
import QtQuick.Layouts

// Taking the guidance home: its QR code for the phone, and a button that prints it.
Card {
    id: take

    required property var page
    property bool upright: false

    readonly property string mark: take.page.slip === "not_printed" ? "warning" : take.page.slip === "printed" ? "take_slip" : ""
    readonly property color tone: take.page.slip === "not_printed" ? Look.urgent : take.page.slip === "printed" ? Look.done : Look.ink

    signal printTouched

    function said(): string {
        switch (take.page.slip) {
        case "not_printed":
            return qsTr("Chưa in được. Mời Ông/Bà chụp mã QR này.");
        case "printed":
            return qsTr("Mời Ông/Bà nhận tờ hướng dẫn.");
        default:
            return take.page.received_here ? qsTr("Mang theo bằng điện thoại: quét mã này.") : qsTr("Quét mã để mở Cổng Dịch vụ công quốc gia.");
        }
    }

    implicitHeight: grid.implicitHeight + 40

    GridLayout {
        id: grid

        anchors.fill: parent
        anchors.margins: 20
        columns: take.upright ? 1 : 2
        columnSpacing: 32
        rowSpacing: 16

        Item {
            Layout.fillWidth: take.upright
            Layout.fillHeight: take.upright
            Layout.minimumHeight: 160
            Layout.preferredWidth: 224
            Layout.preferredHeight: 224

            Rectangle {
                readonly property real side: Math.min(parent.width, parent.height, 320)

                anchors.centerIn: parent
                width: side
                height: side
                radius: 12
                color: Qt.rgba(1, 1, 1, 1)

                Image {
                    anchors.fill: parent
                    source: take.page.qr
                    smooth: true
                    mipmap: true
                    fillMode: Image.PreserveAspectFit
                    Accessible.role: Accessible.Graphic
                    Accessible.name: qsTr("Mã QR để xem trên điện thoại")
                }
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: !take.upright
            spacing: 16

            RowLayout {
                Layout.fillWidth: true
                Layout.fillHeight: !take.upright
                spacing: 16

                Icon {
                    visible: take.mark !== ""
                    name: take.mark
                    tone: take.tone
                    size: 44
                    Layout.preferredWidth: 44
                    Layout.preferredHeight: 44
                }
                Label {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    text: take.said()
                    color: take.tone
                    font.weight: Font.Medium
                    horizontalAlignment: take.upright && take.mark === "" ? Text.AlignHCenter : Text.AlignLeft
                    Accessible.role: Accessible.AlertMessage
                }
            }
            ActionButton {
                objectName: "print_sheet"
                Layout.fillWidth: true
                Layout.preferredHeight: 112
                visible: take.page.received_here
                letters: Look.body
                leftPadding: 16
                rightPadding: 16
                iconName: take.page.slip === "printed" ? "check" : "printer"
                text: take.page.slip === "printing" ? qsTr("Đang in…") : take.page.slip === "not_printed" ? qsTr("In lại") : qsTr("In hướng dẫn")
                enabled: take.page.slip !== "printing" && take.page.slip !== "printed"
                onClicked: take.printTouched()
            }
        }
    }
}

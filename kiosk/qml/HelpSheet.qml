import QtQuick
import QtQuick.Layouts

// Help in four sentences, whom to ask, and a switch for those whom movement disturbs.
Sheet {
    id: help

    required property var shell
    required property string hotline

    open: help.shell.view.help_open
    sheetHeight: column.implicitHeight + 80

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: 40
        spacing: 24

        Label {
            Layout.fillWidth: true
            text: qsTr("Trợ giúp")
            font.pixelSize: Look.title
            font.weight: Font.Bold
            Accessible.role: Accessible.Heading
        }
        Fact {
            Layout.fillWidth: true
            iconName: "ticket"
            tone: Look.ink
            letters: Look.body
            text: qsTr("Lấy số: chạm vào việc cần làm, rồi chạm “Lấy số”.")
        }
        Fact {
            Layout.fillWidth: true
            iconName: "qr_code"
            tone: Look.ink
            letters: Look.body
            text: qsTr("Tra cứu hồ sơ: đưa mã QR trên giấy hẹn vào đầu đọc.")
        }
        Fact {
            Layout.fillWidth: true
            iconName: "face_2"
            tone: Look.ink
            letters: Look.body
            text: qsTr("Đánh giá: đưa phiếu số vào đầu đọc, rồi chạm một khuôn mặt.")
        }
        Fact {
            Layout.fillWidth: true
            iconName: "call"
            tone: Look.ink
            letters: Look.body
            text: qsTr("Cần người giúp: mời hỏi cán bộ hướng dẫn hoặc gọi %1.").arg(help.hotline)
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.topMargin: 16
            spacing: 24
            uniformCellSizes: true

            Chip {
                objectName: "still"
                Layout.fillWidth: true
                Layout.preferredHeight: 128
                iconName: "motion"
                text: qsTr("Tắt chuyển động")
                chosen: help.shell.view.still
                onClicked: help.shell.toggle_still()
            }
            ActionButton {
                objectName: "close_help"
                Layout.fillWidth: true
                Layout.preferredHeight: 128
                kind: "primary"
                iconName: "check"
                text: qsTr("Đã hiểu")
                onClicked: help.shell.toggle_help()
            }
        }
    }
}

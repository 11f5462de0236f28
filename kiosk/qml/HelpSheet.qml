import QtQuick
import QtQuick.Layouts

// Help in four sentences, whom to ask, and switches for those whom movement disturbs and those who cannot read.
Sheet {
    id: help

    required property var shell
    required property string hotline

    open: help.shell.view.help_open
    sheetHeight: column.implicitHeight + 80
    title: qsTr("Trợ giúp")

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
        GridLayout {
            Layout.fillWidth: true
            Layout.topMargin: 16
            columns: help.shell.view.reading_offered && help.width > 1500 ? 3 : 2
            columnSpacing: 24
            rowSpacing: 24
            uniformCellWidths: true

            Chip {
                objectName: "still"
                Layout.fillWidth: true
                Layout.preferredHeight: 128
                iconName: "motion"
                text: qsTr("Tắt chuyển động")
                chosen: help.shell.view.still
                onClicked: help.shell.toggle_still()
            }
            Chip {
                objectName: "read_aloud"
                Layout.fillWidth: true
                Layout.preferredHeight: 128
                visible: help.shell.view.reading_offered
                iconName: "speaker"
                text: qsTr("Đọc to màn hình")
                chosen: help.shell.view.read_aloud
                onClicked: help.shell.toggle_read_aloud()
            }
            ActionButton {
                objectName: "close_help"
                Layout.fillWidth: true
                Layout.columnSpan: help.shell.view.reading_offered && help.width <= 1500 ? 2 : 1
                Layout.preferredHeight: 128
                kind: "primary"
                iconName: "check"
                text: qsTr("Đã hiểu")
                onClicked: help.shell.toggle_help()
            }
        }
    }
}

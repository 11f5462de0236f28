import QtQuick
import QtQuick.Layouts

// Where it is now, what happens next, when the result is promised; the apology when that has passed.
ColumnLayout {
    id: column

    required property var progress
    property bool tight: false
    readonly property int inset: column.tight ? 14 : 20

    spacing: column.tight ? 16 : 24

    Rectangle {
        Layout.fillWidth: true
        implicitHeight: nowColumn.implicitHeight + 2 * column.inset
        radius: Look.radius
        color: column.progress.finished ? Look.doneTint : Look.actionTint

        ColumnLayout {
            id: nowColumn

            anchors.fill: parent
            anchors.margins: column.inset
            anchors.leftMargin: 28
            anchors.rightMargin: 28
            spacing: 4

            Fact {
                Layout.fillWidth: true
                iconName: column.progress.finished ? "check" : "folder"
                text: qsTr("Hiện nay")
            }
            Label {
                objectName: "dossier_now"
                Layout.fillWidth: true
                text: column.progress.now
                font.pixelSize: text.length > 60 && column.tight ? Look.body : Look.lead
                font.weight: Font.Bold
            }
            Label {
                Layout.fillWidth: true
                visible: column.progress.next !== "" && !column.progress.late
                text: qsTr("Tiếp theo: %1").arg(column.progress.next)
            }
        }
    }
    Notice {
        Layout.fillWidth: true
        text: column.progress.late ? qsTr("Hồ sơ đã quá hạn. Chúng tôi xin lỗi Ông/Bà. Mời Ông/Bà hỏi tại quầy hoặc gọi %1.").arg(column.progress.hotline) : ""
    }
    Card {
        Layout.fillWidth: true
        visible: column.progress.promise !== ""
        implicitHeight: promiseColumn.implicitHeight + 2 * column.inset

        ColumnLayout {
            id: promiseColumn

            anchors.fill: parent
            anchors.margins: column.inset
            anchors.leftMargin: 28
            anchors.rightMargin: 28
            spacing: 4

            Fact {
                Layout.fillWidth: true
                iconName: "calendar"
                text: qsTr("Hẹn trả kết quả")
            }
            Label {
                objectName: "dossier_promise"
                Layout.fillWidth: true
                text: column.progress.promise
                font.pixelSize: Look.lead
                font.weight: Font.DemiBold
            }
        }
    }
}

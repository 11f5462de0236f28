import QtQuick
import QtQuick.Layouts

// Nobody has touched the glass for a while: how many seconds are left until home.
Sheet {
    id: notice

    required property var shell
    required property var idle

    open: notice.shell.view.counting
    sheetHeight: column.implicitHeight + 96
    title: qsTr("Ông/Bà còn ở đây không?")

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: 48
        spacing: 24

        RowLayout {
            Layout.fillWidth: true
            spacing: 40

            Rectangle {
                Layout.preferredWidth: 176
                Layout.preferredHeight: 176
                radius: 88
                color: Look.actionTint
                border.color: Look.action
                border.width: 6

                Label {
                    anchors.centerIn: parent
                    text: notice.shell.view.countdown
                    color: Look.action
                    font.pixelSize: 88
                    font.weight: Font.Bold
                    Accessible.ignored: true
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 8

                Label {
                    Layout.fillWidth: true
                    text: qsTr("Ông/Bà còn ở đây không?")
                    font.pixelSize: Look.title
                    font.weight: Font.Bold
                    Accessible.role: Accessible.AlertMessage
                }
                Label {
                    Layout.fillWidth: true
                    text: qsTr("Màn hình sẽ về trang chủ sau %n giây.", "", notice.shell.view.countdown)
                }
            }
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: 24

            ActionButton {
                objectName: "leave_now"
                Layout.preferredHeight: 136
                letters: Look.body
                iconName: "home"
                text: qsTr("Trang chủ")
                onClicked: {
                    notice.idle.touched();
                    notice.shell.go_home();
                }
            }
            ActionButton {
                objectName: "stay_here"
                Layout.fillWidth: true
                Layout.preferredHeight: 136
                kind: "primary"
                iconName: "hand"
                text: qsTr("Tôi còn ở đây")
                onClicked: notice.idle.touched()
            }
        }
    }
}

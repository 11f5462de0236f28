import QtQuick
import QtQuick.Layouts

// The thanks.
Item {
    id: screen

    required property var vm
    required property var shell

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Look.margin
        spacing: 32

        Item {
            Layout.fillHeight: true
        }
        Rectangle {
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: 200
            Layout.preferredHeight: 200
            radius: 100
            color: Look.done

            Icon {
                anchors.centerIn: parent
                name: "check"
                tone: Look.doneInk
                size: 128
            }
        }
        Label {
            objectName: "thanks"
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Cảm ơn Ông/Bà")
            font.pixelSize: Look.headline
            font.weight: Font.Bold
            Accessible.role: Accessible.Heading
        }
        Label {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Đánh giá của Ông/Bà đã được ghi nhận và giúp chúng tôi phục vụ tốt hơn.")
            font.pixelSize: Look.lead
        }
        Item {
            Layout.fillHeight: true
        }
        ActionButton {
            objectName: "go_home"
            Layout.fillWidth: true
            Layout.preferredHeight: 136
            kind: "primary"
            letters: Look.title
            iconName: "home"
            text: qsTr("Trang chủ")
            onClicked: screen.shell.go_home()
        }
    }
}

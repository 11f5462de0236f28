pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

// The documents to bring for one procedure, so that nobody waits an hour to be sent home.
Item {
    id: screen

    required property var vm
    required property var shell
    readonly property var documents: screen.vm.view.documents
    readonly property bool longer: flick.contentHeight > flick.height + 1

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Look.margin
        anchors.topMargin: 32
        anchors.bottomMargin: 32
        spacing: 24

        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: 24

            Flickable {
                id: flick

                Layout.fillWidth: true
                Layout.fillHeight: true
                contentWidth: width
                contentHeight: sheet.implicitHeight
                clip: true
                boundsBehavior: Flickable.StopAtBounds

                Behavior on contentY {
                    NumberAnimation {
                        duration: Look.moveMs
                    }
                }

                DocumentSheet {
                    id: sheet

                    width: flick.width
                    documents: screen.documents
                }
            }
            ColumnLayout {
                Layout.fillHeight: true
                Layout.fillWidth: false
                visible: screen.longer
                spacing: 16

                ActionButton {
                    objectName: "read_up"
                    Layout.fillHeight: true
                    Layout.maximumHeight: 176
                    Layout.preferredWidth: 176
                    stacked: true
                    letters: Look.body
                    iconName: "up"
                    text: qsTr("Lên")
                    spoken: qsTr("Xem phần trên")
                    enabled: flick.contentY > 1
                    onClicked: flick.contentY = Math.max(0, flick.contentY - flick.height * 0.8)
                }
                ActionButton {
                    objectName: "read_down"
                    Layout.fillHeight: true
                    Layout.maximumHeight: 176
                    Layout.preferredWidth: 176
                    stacked: true
                    letters: Look.body
                    iconName: "down"
                    text: qsTr("Xuống")
                    spoken: qsTr("Xem phần dưới")
                    enabled: flick.contentY < flick.contentHeight - flick.height - 1
                    onClicked: flick.contentY = Math.min(flick.contentHeight - flick.height, flick.contentY + flick.height * 0.8)
                }
            }
        }
        Label {
            Layout.fillWidth: true
            text: qsTr("Ông/Bà đã mang đủ giấy tờ chưa?")
            font.pixelSize: Look.lead
            font.weight: Font.Bold
        }
        ActionRow {
            Layout.fillWidth: true
            canGoBack: true
            nextName: "confirm_number"
            nextText: qsTr("Đủ rồi, lấy số")
            nextIcon: "ticket"
            nextEnabled: screen.vm.view.can_confirm
            onHomeTouched: screen.shell.go_home()
            onBackTouched: screen.vm.back()
            onNextTouched: screen.vm.confirm()
        }
    }
}

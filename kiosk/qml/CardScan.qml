import QtQuick
import QtQuick.Layouts

// The office gives one waiting number per identity card: how to hold it, and what is kept of it.
Item {
    id: screen

    required property var vm
    required property var shell
    readonly property var view: screen.vm.view
    readonly property bool wide: screen.width > screen.height * 1.3
    readonly property bool tight: screen.height < (screen.wide ? 780 : 1250) * Look.swell
    readonly property int picture: screen.tight ? 112 : screen.wide ? 144 : 208

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Look.margin
        anchors.topMargin: screen.tight ? 24 : 48
        anchors.bottomMargin: screen.tight ? 20 : 32
        spacing: screen.tight || screen.wide ? 20 : 32

        Label {
            Layout.fillWidth: true
            text: qsTr("Quét thẻ căn cước")
            font.pixelSize: screen.tight || screen.wide ? Look.title : Look.headline
            font.weight: Font.Bold
            Accessible.role: Accessible.Heading
        }
        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.maximumHeight: screen.wide ? 240 : 560
            Layout.minimumHeight: how.implicitHeight + 40

            GridLayout {
                id: how

                anchors.fill: parent
                anchors.margins: 20
                anchors.leftMargin: 32
                anchors.rightMargin: 32
                columns: screen.wide ? 2 : 1
                columnSpacing: 48
                rowSpacing: 16

                RowLayout {
                    Layout.fillHeight: true
                    Layout.alignment: Qt.AlignHCenter
                    spacing: 32

                    Icon {
                        name: "identity"
                        tone: Look.action
                        size: screen.picture
                        Layout.preferredWidth: size
                        Layout.preferredHeight: size
                    }
                    Icon {
                        name: "next"
                        tone: Look.inkSoft
                        size: screen.picture / 2
                        Layout.preferredWidth: size
                        Layout.preferredHeight: size
                    }
                    Icon {
                        name: "scan"
                        tone: Look.action
                        size: screen.picture
                        Layout.preferredWidth: size
                        Layout.preferredHeight: size
                    }
                }
                Label {
                    Layout.fillWidth: true
                    horizontalAlignment: screen.wide ? Text.AlignLeft : Text.AlignHCenter
                    text: qsTr("Hướng mã QR trên thẻ vào đầu đọc, cách khoảng một gang tay.")
                    font.pixelSize: screen.tight ? Look.body : Look.lead
                    font.weight: Font.DemiBold
                }
            }
        }
        Notice {
            objectName: "problem"
            Layout.fillWidth: true
            text: screen.view.problem
        }
        Fact {
            Layout.fillWidth: true
            iconName: "safe"
            text: qsTr("Máy không lưu thông tin trên thẻ, chỉ giữ một dấu trong hôm nay để mỗi thẻ có một số chờ.")
        }
        Fact {
            Layout.fillWidth: true
            iconName: "people"
            text: qsTr("Không mang thẻ? Mời Ông/Bà hỏi cán bộ để được lấy số.")
        }
        Item {
            Layout.fillHeight: true
            Layout.maximumHeight: 400
        }
        Busy {
            Layout.fillWidth: true
            running: screen.view.card.reading || screen.view.issuing
        }
        ActionRow {
            Layout.fillWidth: true
            rowHeight: screen.tight ? 112 : 136
            canGoBack: true
            onHomeTouched: screen.shell.go_home()
            onBackTouched: screen.vm.back()
        }
    }
}

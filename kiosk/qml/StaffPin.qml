import QtQuick
import QtQuick.Layouts

// The staff's door: a pad for the PIN, of which only dots are shown.
Item {
    id: screen

    required property var vm
    required property var shell
    readonly property bool wide: screen.width > screen.height * 1.3
    readonly property bool tight: screen.height < (screen.wide ? 780 : 1250) * Look.swell

    Component.onCompleted: screen.forceActiveFocus()
    Keys.onPressed: event => {
        if (event.key >= Qt.Key_0 && event.key <= Qt.Key_9) {
            screen.vm.press(event.text);
        } else if (event.key === Qt.Key_Backspace) {
            screen.vm.erase();
        } else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter) {
            screen.vm.enter();
        } else {
            event.accepted = false;
            return;
        }
        event.accepted = true;
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Look.margin
        anchors.topMargin: screen.tight ? 24 : 40
        anchors.bottomMargin: screen.tight ? 20 : 32
        spacing: screen.tight ? 16 : 28

        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            columns: screen.wide ? 2 : 1
            columnSpacing: 64
            rowSpacing: screen.tight ? 16 : 32

            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: false
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                spacing: screen.tight ? 16 : 28

                RowLayout {
                    Layout.fillWidth: true
                    spacing: 24

                    Icon {
                        name: "lock"
                        tone: Look.action
                        size: screen.tight ? 64 : 88
                        Layout.preferredWidth: size
                        Layout.preferredHeight: size
                    }
                    Label {
                        Layout.fillWidth: true
                        text: qsTr("Dành cho cán bộ")
                        font.pixelSize: screen.tight || screen.wide ? Look.title : Look.headline
                        font.weight: Font.Bold
                        Accessible.role: Accessible.Heading
                    }
                }
                Label {
                    Layout.fillWidth: true
                    text: qsTr("Nhập mã PIN của máy lấy số.")
                    font.pixelSize: screen.tight ? Look.body : Look.lead
                }
                CodeField {
                    objectName: "pin_field"
                    Layout.fillWidth: true
                    implicitHeight: screen.tight ? 104 : 128
                    typed: screen.vm.view.typed
                    missing: screen.vm.view.missing
                    letters: 64
                    Accessible.name: qsTr("Mã PIN, đã nhập %n chữ số", "", screen.vm.view.typed.length)
                }
                Notice {
                    objectName: "problem"
                    Layout.fillWidth: true
                    iconName: screen.vm.view.locked ? "lock" : "warning"
                    text: screen.vm.view.problem
                }
            }
            Pad {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                Layout.maximumHeight: 4 * (highest + 16)
                Layout.alignment: screen.wide ? Qt.AlignTop : Qt.AlignBottom
                enabled: screen.vm.view.takes_digits
                opacity: screen.vm.view.takes_digits || screen.vm.view.checking ? 1 : 0.8
                onPressed: key => screen.vm.press(key)
                onEraseTouched: screen.vm.erase()
                onClearTouched: screen.vm.clear()
            }
        }
        Busy {
            Layout.fillWidth: true
            running: screen.vm.view.checking
        }
        ActionRow {
            Layout.fillWidth: true
            rowHeight: screen.tight ? 112 : 136
            nextName: "enter_staff"
            nextText: screen.vm.view.checking ? qsTr("Đang kiểm tra…") : qsTr("Vào")
            nextEnabled: screen.vm.view.can_enter
            onHomeTouched: screen.vm.go_home()
            onNextTouched: screen.vm.enter()
        }
    }
}

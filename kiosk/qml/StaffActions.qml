import QtQuick
import QtQuick.Layouts

// What staff can do with the machine. Ending the program takes two touches of the same place.
GridLayout {
    id: actions

    required property var vm
    required property bool oneRow
    readonly property string asked: actions.vm.view.asked

    columns: actions.oneRow ? 4 : 2
    columnSpacing: 16
    rowSpacing: 16
    uniformCellWidths: true

    ActionButton {
        objectName: "print_test"
        Layout.fillWidth: true
        Layout.preferredHeight: 128
        letters: Look.body
        leftPadding: 20
        rightPadding: 20
        iconName: "print"
        text: actions.vm.view.trial === "printing" ? qsTr("Đang in…") : qsTr("In thử")
        enabled: actions.vm.view.trial !== "printing"
        onClicked: actions.vm.print_test()
    }
    ActionButton {
        objectName: "restart"
        Layout.fillWidth: true
        Layout.preferredHeight: 128
        kind: actions.asked === "restart" ? "primary" : "plain"
        letters: Look.body
        leftPadding: 20
        rightPadding: 20
        iconName: actions.asked === "restart" ? "warning" : "motion"
        text: actions.asked === "restart" ? qsTr("Chạm lần nữa để khởi động lại") : qsTr("Khởi động lại chương trình")
        onClicked: actions.vm.restart()
    }
    ActionButton {
        objectName: "quit"
        Layout.fillWidth: true
        Layout.preferredHeight: 128
        kind: actions.asked === "quit" ? "primary" : "plain"
        letters: Look.body
        leftPadding: 20
        rightPadding: 20
        iconName: actions.asked === "quit" ? "warning" : "sign_out"
        text: actions.asked === "quit" ? qsTr("Chạm lần nữa để thoát") : qsTr("Thoát về màn hình máy")
        onClicked: actions.vm.quit()
    }
    ActionButton {
        objectName: "go_home"
        Layout.fillWidth: true
        Layout.preferredHeight: 128
        kind: actions.asked === "" ? "primary" : "plain"
        letters: Look.body
        leftPadding: 20
        rightPadding: 20
        iconName: "home"
        text: qsTr("Về trang chủ")
        onClicked: actions.vm.go_home()
    }
}

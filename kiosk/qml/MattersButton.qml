import QtQuick
import QtQuick.Layouts

// The way to further matters for the same number, and their order once there are some.
ActionButton {
    id: button

    required property var vm
    property int rowHeight: 128
    property bool brief: false
    readonly property var matters: button.vm.view.matters

    Layout.preferredHeight: Math.max(button.rowHeight, button.implicitHeight)
    letters: Look.body
    iconName: button.matters.order === "" ? "note" : "check"
    text: button.matters.order === "" ? qsTr("Thêm việc khác trong cùng một số") : button.brief ? button.matters.letters : button.matters.order
    enabled: !button.vm.view.issuing
    onClicked: button.vm.list_matters()
}

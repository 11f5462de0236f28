import QtQuick

// A dossier's code, scanned or typed; the office's own part is there already.
CodeEntry {
    id: screen

    required property var vm
    required property var shell

    heading: qsTr("Tra cứu hồ sơ")
    hint: qsTr("Đưa mã QR trên giấy hẹn vào đầu đọc.")
    typeHint: qsTr("Hoặc nhập các số còn lại của mã hồ sơ:")
    prefix: screen.vm.view.prefix
    typed: screen.vm.view.typed
    missing: screen.vm.view.missing
    problem: screen.vm.view.problem
    finding: screen.vm.view.finding
    canFind: screen.vm.view.can_find
    findName: "find_dossier"
    findText: screen.finding ? qsTr("Đang tìm…") : qsTr("Tra cứu")
    onKeyPressed: key => screen.vm.press(key)
    onEraseTouched: screen.vm.erase()
    onClearTouched: screen.vm.clear()
    onFindTouched: screen.vm.find()
    onHomeTouched: screen.shell.go_home()
}

import QtQuick

// Which visit is rated: the slip or receipt under the scanner, or the ticket's label typed.
CodeEntry {
    id: screen

    required property var vm
    required property var shell

    heading: qsTr("Đánh giá mức độ hài lòng")
    hint: qsTr("Đưa mã QR trên phiếu số hoặc giấy hẹn vào đầu đọc.")
    typeHint: qsTr("Hoặc nhập số thứ tự của Ông/Bà:")
    letters: screen.vm.view.letters
    chosenLetter: screen.vm.view.label.charAt(0)
    typed: screen.vm.view.label
    missing: screen.vm.view.missing
    problem: screen.vm.view.problem
    finding: screen.vm.view.finding
    canFind: screen.vm.view.can_find
    findName: "find_visit"
    findText: screen.finding ? qsTr("Đang tìm…") : qsTr("Tiếp tục")
    findIcon: "next"
    onKeyPressed: key => screen.vm.press(key)
    onEraseTouched: screen.vm.erase()
    onClearTouched: screen.vm.clear()
    onFindTouched: screen.vm.find()
    onHomeTouched: screen.shell.go_home()
}

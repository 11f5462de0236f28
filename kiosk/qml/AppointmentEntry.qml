import QtQuick

// An appointment's code, scanned or typed. Where it does not help, an ordinary number is the next step.
CodeEntry {
    id: screen

    required property var vm
    required property var shell
    readonly property var code: screen.vm.view.appointment

    heading: qsTr("Ông/Bà có lịch hẹn")
    hint: qsTr("Đưa mã QR của lịch hẹn vào đầu đọc.")
    typeHint: qsTr("Hoặc nhập 6 số của mã lịch hẹn:")
    prefix: "LH-"
    typed: screen.code.typed
    missing: screen.code.missing
    problem: screen.code.next_step === "" ? screen.vm.view.problem : screen.vm.view.problem + " " + screen.code.next_step
    finding: screen.vm.view.issuing
    canFind: screen.code.can_check_in || screen.code.can_take_ordinary
    findName: screen.code.can_take_ordinary ? "take_ordinary" : "check_in"
    findText: screen.finding ? qsTr("Đang lấy số…") : screen.code.can_take_ordinary ? qsTr("Lấy số thường") : qsTr("Lấy số")
    findIcon: "ticket"
    onKeyPressed: key => screen.vm.press(key)
    onEraseTouched: screen.vm.erase()
    onClearTouched: screen.vm.clear()
    onFindTouched: screen.code.can_take_ordinary ? screen.vm.take_ordinary() : screen.vm.check_in()
    onHomeTouched: screen.shell.go_home()
}

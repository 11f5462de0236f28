import QtQuick

// What the printer is doing: take the slip, or remember the number.
Notice {
    id: notice

    required property string slip
    required property string label

    kind: notice.slip === "not_printed" ? "warning" : "done"
    iconName: notice.slip === "not_printed" ? "warning" : notice.slip === "printed" ? "take_slip" : "printer"
    text: notice.slip === "not_printed" ? qsTr("Máy chưa in được phiếu. Mời Ông/Bà ghi nhớ số %1 hoặc chụp lại mã QR.").arg(notice.label) : notice.slip === "printed" ? qsTr("Mời Ông/Bà nhận phiếu.") : qsTr("Đang in phiếu…")
}

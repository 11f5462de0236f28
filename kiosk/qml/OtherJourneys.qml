import QtQuick
import QtQuick.Layouts

// What else can be done here: check a dossier, rate a visit, or just hold a code under the scanner.
GridLayout {
    id: others

    required property var home
    property bool stacked: false
    property bool tight: false

    columns: others.stacked ? 1 : 2
    columnSpacing: 24
    rowSpacing: 24
    uniformCellWidths: true

    JourneyCard {
        objectName: "check_dossier"
        Layout.fillWidth: true
        Layout.fillHeight: others.stacked
        Layout.preferredHeight: others.tight ? 128 : 176
        iconName: "search"
        text: qsTr("Tra cứu hồ sơ")
        onClicked: others.home.choose_dossier()
    }
    JourneyCard {
        objectName: "rate"
        Layout.fillWidth: true
        Layout.fillHeight: others.stacked
        Layout.preferredHeight: others.tight ? 128 : 176
        iconName: "face_2"
        text: qsTr("Đánh giá mức độ hài\u00a0lòng")
        onClicked: others.home.choose_rating()
    }
    ScanHint {
        Layout.fillWidth: true
        Layout.columnSpan: others.stacked ? 1 : 2
        visible: !others.tight || others.stacked
        text: qsTr("Có giấy hẹn hoặc phiếu số? Đưa mã QR vào đầu đọc.")
    }
}

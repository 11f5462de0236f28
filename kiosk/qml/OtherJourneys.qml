import QtQuick
import QtQuick.Layouts

// What else can be done here: check a dossier, read about a procedure, rate a visit, or say that one is expected.
GridLayout {
    id: others

    required property var home
    property bool stacked: false
    property bool tight: false
    property bool expected: true
    property int across: 2
    property int cardHeight: others.tight ? 112 : 152

    columns: others.stacked ? 1 : others.across
    columnSpacing: others.tight ? 16 : 24
    rowSpacing: others.tight ? 16 : 24
    uniformCellWidths: true
    uniformCellHeights: others.across === 2 && others.tight && !others.stacked

    JourneyCard {
        objectName: "check_dossier"
        Layout.fillWidth: true
        Layout.fillHeight: others.stacked
        Layout.preferredHeight: Math.max(others.cardHeight, implicitHeight)
        iconName: "search"
        text: qsTr("Tra cứu hồ sơ")
        onClicked: others.home.choose_dossier()
    }
    JourneyCard {
        objectName: "procedures"
        Layout.fillWidth: true
        Layout.fillHeight: others.stacked
        Layout.preferredHeight: Math.max(others.cardHeight, implicitHeight)
        iconName: "papers"
        text: qsTr("Thủ tục, giấy tờ cần\u00a0mang")
        onClicked: others.home.choose_procedures()
    }
    JourneyCard {
        objectName: "rate"
        Layout.fillWidth: true
        Layout.columnSpan: others.expected || others.columns !== 2 ? 1 : 2
        Layout.fillHeight: others.stacked
        Layout.preferredHeight: Math.max(others.cardHeight, implicitHeight)
        iconName: "face_2"
        text: qsTr("Đánh giá mức độ hài\u00a0lòng")
        onClicked: others.home.choose_rating()
    }
    JourneyCard {
        objectName: "appointment"
        Layout.fillWidth: true
        Layout.fillHeight: others.stacked
        Layout.preferredHeight: Math.max(others.cardHeight, implicitHeight)
        visible: others.expected
        quiet: true
        iconName: "calendar"
        text: qsTr("Có lịch hẹn")
        onClicked: others.home.choose_appointment()
    }
    ScanHint {
        Layout.fillWidth: true
        Layout.columnSpan: others.columns
        visible: !others.tight
        text: qsTr("Có giấy hẹn hoặc phiếu số? Đưa mã QR vào đầu đọc.")
    }
}

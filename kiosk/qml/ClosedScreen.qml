import QtQuick
import QtQuick.Layouts

// Outside the hours: whose office this is, when it opens again, and what can be done all the same.
Item {
    id: screen

    required property var home
    required property var shell
    readonly property bool wide: screen.width > screen.height * 1.3
    readonly property bool tight: screen.height < (screen.wide ? 780 : 1250) * Look.swell

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Look.margin
        anchors.topMargin: screen.tight ? 24 : 48
        anchors.bottomMargin: screen.tight ? 20 : 48
        spacing: screen.tight ? 20 : 32

        Item {
            Layout.fillHeight: true
        }
        Icon {
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: size
            Layout.preferredHeight: size
            visible: !screen.tight && !screen.wide
            name: "clock"
            tone: Look.action
            size: 144
        }
        Label {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: screen.home.view.office_name
            color: Look.inkSoft
            font.pixelSize: Look.lead
        }
        Label {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Hiện tại chưa đến giờ lấy số hoặc đã hết giờ")
            font.pixelSize: screen.tight || screen.wide ? Look.title : Look.headline
            font.weight: Font.Bold
            Accessible.role: Accessible.Heading
        }
        Notice {
            objectName: "reopens"
            Layout.fillWidth: !screen.wide
            Layout.alignment: Qt.AlignHCenter
            Layout.maximumWidth: parent.width
            kind: "warning"
            iconName: "clock"
            strong: true
            text: screen.home.view.reopens
        }
        Item {
            Layout.fillHeight: true
        }
        Label {
            Layout.fillWidth: true
            text: qsTr("Ông/Bà vẫn có thể")
            color: Look.inkSoft
        }
        OtherJourneys {
            Layout.fillWidth: true
            home: screen.home
            expected: false
            across: screen.wide ? 3 : 2
            tight: screen.tight || screen.wide
            cardHeight: screen.tight ? 112 : 152
        }
        Fact {
            objectName: "as_of"
            Layout.fillWidth: true
            visible: screen.home.view.as_of !== ""
            iconName: "warning"
            text: qsTr("Số liệu lúc %1").arg(screen.home.view.as_of)
        }
    }
}

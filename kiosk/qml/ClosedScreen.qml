import QtQuick
import QtQuick.Layouts

// Outside the hours: when the office opens again, and what can be done all the same.
Item {
    id: screen

    required property var home
    readonly property bool tight: screen.height < 1000

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Look.margin
        spacing: 32

        Item {
            Layout.fillHeight: true
        }
        Icon {
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: size
            Layout.preferredHeight: size
            visible: !screen.tight
            name: "clock"
            tone: Look.action
            size: 144
        }
        Label {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Hiện tại chưa đến giờ lấy số hoặc đã hết giờ")
            font.pixelSize: screen.tight ? Look.title : Look.headline
            font.weight: Font.Bold
            Accessible.role: Accessible.Heading
        }
        Label {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: screen.home.view.reopens
            font.pixelSize: Look.lead
        }
        Item {
            Layout.fillHeight: true
        }
        OtherJourneys {
            Layout.fillWidth: true
            home: screen.home
        }
    }
}

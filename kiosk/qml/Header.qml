import QtQuick
import QtQuick.Layouts

// The top of every screen: whose office this is, and the time. Taller when the controls are lowered.
Item {
    id: header

    required property var shell
    required property string officeName
    required property bool tall

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: 2
        color: Look.hairline
    }

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Look.margin
        anchors.rightMargin: Look.margin
        spacing: Look.gap

        Rectangle {
            Layout.preferredWidth: 88
            Layout.preferredHeight: 88
            radius: Look.radius
            color: Look.action

            Icon {
                anchors.centerIn: parent
                name: "door"
                tone: Look.actionInk
                size: 60
            }
        }
        Label {
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: header.officeName
            font.weight: Font.DemiBold
            font.pixelSize: header.tall ? Look.lead : Look.body
            fontSizeMode: Text.Fit
        }
        ColumnLayout {
            spacing: 0
            Layout.alignment: Qt.AlignVCenter

            Label {
                Layout.alignment: Qt.AlignRight
                text: header.shell.view.time
                font.pixelSize: Look.title
                font.weight: Font.DemiBold
                wrapMode: Text.NoWrap
            }
            OfflineMark {
                Layout.alignment: Qt.AlignRight
                visible: !header.shell.view.connected
            }
            Label {
                Layout.alignment: Qt.AlignRight
                visible: header.shell.view.connected
                text: header.shell.view.day
                color: Look.inkSoft
                font.pixelSize: 32
                wrapMode: Text.NoWrap
            }
        }
    }
}

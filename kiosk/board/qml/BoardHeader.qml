pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../../qml"

// Whose office this is, which day, what time.
Rectangle {
    id: header

    required property var view
    required property bool portrait

    color: Look.surface

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: 2
        color: Look.hairline
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: 32
        anchors.rightMargin: 32
        spacing: 24

        Rectangle {
            Layout.preferredWidth: 76
            Layout.preferredHeight: 76
            radius: 18
            color: Look.action

            Icon {
                anchors.centerIn: parent
                name: "door"
                tone: Look.actionInk
                size: 52
            }
        }
        Column {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignVCenter

            BoardText {
                width: parent.width
                text: header.view.office.vi
                font.pixelSize: header.portrait ? 34 : 40
                font.weight: Font.DemiBold
                wrapMode: header.portrait ? Text.WordWrap : Text.NoWrap
                lineHeight: 0.95
            }
            BoardText {
                width: parent.width
                text: header.view.office.en
                color: Look.inkSoft
                font.pixelSize: 28
                wrapMode: header.portrait ? Text.WordWrap : Text.NoWrap
                lineHeight: 0.95
            }
        }
        Column {
            visible: !header.portrait
            Layout.alignment: Qt.AlignVCenter

            BoardText {
                anchors.right: parent.right
                text: header.view.day.vi
                font.pixelSize: 32
            }
            BoardText {
                anchors.right: parent.right
                text: header.view.day.en
                color: Look.inkSoft
                font.pixelSize: 28
            }
        }
        Column {
            Layout.alignment: Qt.AlignVCenter

            BoardText {
                objectName: "time"
                anchors.right: parent.right
                text: header.view.time
                font.pixelSize: header.portrait ? 72 : 76
                font.weight: Font.DemiBold
                font.features: ({
                        "tnum": 1
                    })
                lineHeight: 0.9
            }
            BoardText {
                visible: header.portrait
                anchors.right: parent.right
                text: header.view.day.vi
                color: Look.inkSoft
                font.pixelSize: 28
            }
        }
    }
}

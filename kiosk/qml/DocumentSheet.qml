pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

// One procedure as a sheet: its name, time limit, fee, and each document with a box to tick in one's head.
ColumnLayout {
    id: sheet

    required property var documents

    spacing: 24

    Label {
        Layout.fillWidth: true
        text: sheet.documents.name
        font.pixelSize: sheet.documents.name.length > 160 ? Look.body : sheet.documents.name.length > 60 ? Look.lead : Look.title
        font.weight: Font.Bold
        Accessible.role: Accessible.Heading
    }
    Fact {
        Layout.fillWidth: true
        visible: sheet.documents.time_limit !== ""
        iconName: "clock"
        text: sheet.documents.time_limit
        letters: Look.body
    }
    Fact {
        Layout.fillWidth: true
        visible: sheet.documents.fee !== ""
        iconName: "cost"
        text: sheet.documents.fee
        letters: Look.body
    }
    Label {
        Layout.fillWidth: true
        Layout.topMargin: 8
        text: sheet.documents.documents.length > 0 ? qsTr("Giấy tờ cần mang") : qsTr("Không phải nộp giấy tờ nào.")
        color: Look.action
        font.pixelSize: Look.lead
        font.weight: Font.Bold
    }
    Repeater {
        model: sheet.documents.documents

        RowLayout {
            id: paper

            required property string modelData

            Layout.fillWidth: true
            spacing: 24

            Rectangle {
                Layout.preferredWidth: 40
                Layout.preferredHeight: 40
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: 4
                radius: 8
                color: Look.surface
                border.color: Look.action
                border.width: 3
            }
            Label {
                Layout.fillWidth: true
                text: paper.modelData
            }
        }
    }
}

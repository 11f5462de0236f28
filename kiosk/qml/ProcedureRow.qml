import QtQuick
import QtQuick.Layouts

// One row of a procedure's page: a heading, a paper with a box to tick in one's head, or a fact with its picture.
RowLayout {
    id: row

    required property var content
    readonly property bool heading: row.content.kind === "heading"

    spacing: 24

    Item {
        Layout.preferredWidth: 44
        Layout.preferredHeight: 44
        Layout.alignment: Qt.AlignTop
        visible: !row.heading

        Rectangle {
            anchors.fill: parent
            visible: row.content.kind === "bring"
            radius: 8
            color: Look.surface
            border.color: Look.action
            border.width: 3
        }
        Icon {
            anchors.fill: parent
            visible: row.content.kind !== "bring"
            name: row.content.icon
            tone: row.content.kind === "kept" ? Look.done : Look.inkSoft
            size: 44
        }
    }
    Column {
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignTop

        Label {
            width: parent.width
            visible: text !== ""
            text: row.content.name
            color: row.heading ? Look.action : row.content.kind === "fact" ? Look.inkSoft : Look.ink
            font.weight: row.heading ? Font.Bold : row.content.kind === "bring" ? Font.DemiBold : Font.Normal
            Accessible.role: row.heading ? Accessible.Heading : Accessible.StaticText
        }
        Label {
            width: parent.width
            visible: text !== ""
            text: row.content.detail
            color: row.content.kind === "fact" ? Look.ink : row.content.kind === "kept" ? Look.done : Look.inkSoft
        }
    }
}

import QtQuick

// A sheet over everything: what lies below is dimmed and cannot be touched. `title`: what a screen reader calls it.
Rectangle {
    id: sheet

    default property alias contents: frame.data
    property bool open: false
    property int sheetHeight: 600
    property string title: ""

    visible: sheet.open
    color: "#CC0B1620"
    Accessible.role: Accessible.Dialog
    Accessible.name: sheet.title

    MouseArea {
        anchors.fill: parent
        onPressed: mouse => mouse.accepted = true
    }
    Rectangle {
        id: frame

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: 32
        anchors.leftMargin: Math.max(32, (parent.width - 1320) / 2)
        anchors.rightMargin: Math.max(32, (parent.width - 1320) / 2)
        height: sheet.sheetHeight
        enabled: sheet.open
        radius: 28
        color: Look.surface
        border.color: Look.edge
        border.width: 2
    }
}

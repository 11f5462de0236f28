import QtQuick
import QtQuick.Layouts

// A sentence that people must read: `kind` is "urgent", "done" or "warning". Hidden while there is no sentence.
Rectangle {
    id: notice

    property string text: ""
    property string kind: "urgent"
    property bool strong: false
    property string iconName: notice.kind === "done" ? "check" : "warning"
    readonly property color tone: notice.kind === "done" ? Look.done : notice.kind === "warning" ? Look.warningInk : Look.urgent

    visible: notice.text !== ""
    color: notice.kind === "done" ? Look.doneTint : notice.kind === "warning" ? Look.warningGround : Look.urgentTint
    radius: Look.radius
    border.color: notice.tone
    border.width: 3
    implicitHeight: Math.max(96, row.implicitHeight + 40)
    implicitWidth: row.implicitWidth + 56

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.margins: 20
        anchors.leftMargin: 28
        anchors.rightMargin: 28
        spacing: 24

        Icon {
            name: notice.iconName
            tone: notice.tone
            size: 56
            Layout.preferredWidth: 56
            Layout.preferredHeight: 56
        }
        Label {
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: notice.text
            color: notice.kind === "warning" ? Look.warningInk : Look.ink
            font.pixelSize: notice.strong ? Look.lead : Look.body
            font.weight: notice.strong ? Font.Bold : Font.Medium
            Accessible.role: Accessible.AlertMessage
        }
    }
}

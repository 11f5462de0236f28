import QtQuick
import QtQuick.Layouts

// One fact about the machine: what it is about, what is the case, and a shape beside it for how much it matters.
Rectangle {
    id: fact

    required property var modelData
    readonly property string mood: fact.modelData.tone
    readonly property color tone: fact.mood === "good" ? Look.done : fact.mood === "care" ? Look.warningInk : fact.mood === "trouble" ? Look.urgent : Look.inkSoft

    objectName: "fact_" + fact.modelData.name
    color: fact.mood === "care" ? Look.warningGround : fact.mood === "trouble" ? Look.urgentTint : Look.surface
    radius: Look.radius
    border.color: fact.mood === "plain" ? Look.hairline : fact.tone
    border.width: fact.mood === "trouble" ? 4 : 2
    implicitHeight: row.implicitHeight + 40

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.margins: 20
        anchors.leftMargin: 28
        spacing: 20

        ColumnLayout {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignVCenter
            spacing: 8

            Fact {
                Layout.fillWidth: true
                iconName: fact.modelData.icon
                text: fact.modelData.caption
                tone: fact.mood === "care" ? Look.warningInk : Look.inkSoft
            }
            Label {
                Layout.fillWidth: true
                text: fact.modelData.value
                color: fact.mood === "care" ? Look.warningInk : Look.ink
                font.weight: Font.DemiBold
            }
        }
        Icon {
            visible: fact.mood !== "plain"
            name: fact.mood === "good" ? "check" : "warning"
            tone: fact.tone
            size: 56
            Layout.preferredWidth: 56
            Layout.preferredHeight: 56
            Layout.alignment: Qt.AlignVCenter
        }
    }
}

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

// The procedures of the line, page by page.
Item {
    id: screen

    required property var vm
    required property var shell
    readonly property var all: screen.vm.view.procedures
    readonly property bool wide: screen.width > screen.height * 1.3
    readonly property int columns: screen.wide ? 2 : 1
    readonly property int rows: Math.max(1, Math.floor((list.height + 16) / (rowHeight + 16)))
    readonly property int rowHeight: Math.round(Look.body * 4)
    readonly property int perPage: screen.rows * screen.columns
    readonly property int pages: Math.max(1, Math.ceil(screen.all.length / screen.perPage))
    readonly property int shown: Math.min(screen.page, screen.pages - 1)
    property int page: 0

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Look.margin
        anchors.topMargin: 32
        anchors.bottomMargin: 32
        spacing: 24

        Label {
            Layout.fillWidth: true
            text: qsTr("Ông/Bà đến làm thủ tục nào?")
            font.pixelSize: Look.title
            font.weight: Font.Bold
            Accessible.role: Accessible.Heading
        }
        Item {
            id: list

            Layout.fillWidth: true
            Layout.fillHeight: true

            GridLayout {
                width: parent.width
                columns: screen.columns
                columnSpacing: 16
                rowSpacing: 16
                uniformCellWidths: true

                Repeater {
                    model: screen.all.slice(screen.shown * screen.perPage, (screen.shown + 1) * screen.perPage)

                    ActionButton {
                        required property var modelData

                        objectName: "procedure_" + modelData.code
                        Layout.fillWidth: true
                        Layout.preferredHeight: screen.rowHeight
                        letters: Look.body
                        iconName: "document"
                        centred: false
                        text: modelData.name
                        spoken: modelData.full_name
                        onClicked: screen.vm.read_documents(modelData.code)
                    }
                }
            }
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: false
            spacing: 16

            ActionButton {
                objectName: "go_home"
                Layout.preferredHeight: 136
                Layout.minimumWidth: 160
                stacked: true
                letters: Look.body
                iconName: "home"
                text: qsTr("Trang chủ")
                onClicked: screen.shell.go_home()
            }
            ActionButton {
                objectName: "go_back"
                Layout.preferredHeight: 136
                Layout.minimumWidth: 160
                stacked: true
                letters: Look.body
                iconName: "back"
                text: qsTr("Quay lại")
                onClicked: screen.vm.back()
            }
            Label {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                text: screen.pages > 1 ? "%1/%2".arg(screen.shown + 1).arg(screen.pages) : ""
                Accessible.name: qsTr("Trang %1 trên %2").arg(screen.shown + 1).arg(screen.pages)
            }
            ActionButton {
                objectName: "page_before"
                Layout.preferredHeight: 136
                Layout.minimumWidth: 160
                stacked: true
                letters: Look.body
                iconName: "up"
                text: qsTr("Trước")
                spoken: qsTr("Trang trước")
                visible: screen.pages > 1
                enabled: screen.shown > 0
                onClicked: screen.page = screen.shown - 1
            }
            ActionButton {
                objectName: "page_after"
                Layout.preferredHeight: 136
                Layout.minimumWidth: 160
                stacked: true
                letters: Look.body
                iconName: "down"
                text: qsTr("Sau")
                spoken: qsTr("Trang sau")
                visible: screen.pages > 1
                enabled: screen.shown < screen.pages - 1
                onClicked: screen.page = screen.shown + 1
            }
        }
    }
}

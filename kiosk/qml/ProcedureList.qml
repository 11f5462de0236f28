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
                    model: screen.all.slice(Math.min(screen.page, screen.pages - 1) * screen.perPage, (Math.min(screen.page, screen.pages - 1) + 1) * screen.perPage)

                    ActionButton {
                        required property var modelData

                        objectName: "procedure_" + modelData.code
                        Layout.fillWidth: true
                        Layout.preferredHeight: screen.rowHeight
                        letters: Look.body
                        iconName: "document"
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
            visible: screen.pages > 1
            spacing: 24

            ActionButton {
                objectName: "page_before"
                Layout.preferredWidth: 280
                letters: Look.body
                iconName: "left"
                text: qsTr("Trang trước")
                enabled: screen.page > 0
                onClicked: screen.page = screen.page - 1
            }
            Label {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("Trang %1 trên %2").arg(Math.min(screen.page, screen.pages - 1) + 1).arg(screen.pages)
            }
            ActionButton {
                objectName: "page_after"
                Layout.preferredWidth: 280
                letters: Look.body
                iconName: "right"
                iconLast: true
                text: qsTr("Trang sau")
                enabled: screen.page < screen.pages - 1
                onClicked: screen.page = screen.page + 1
            }
        }
        ActionRow {
            Layout.fillWidth: true
            canGoBack: true
            onHomeTouched: screen.shell.go_home()
            onBackTouched: screen.vm.back()
        }
    }
}

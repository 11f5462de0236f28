pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

// Where reading about procedures begins: type a name, or choose a field.
Item {
    id: screen

    required property var vm
    required property var shell
    readonly property var all: screen.vm.view.fields
    readonly property bool wide: screen.width > screen.height * 1.3
    readonly property bool tight: screen.wide || screen.height < 1250 * Look.swell
    readonly property int columns: screen.wide ? (Look.swell > 1 ? 3 : 4) : 2
    readonly property int tileHeight: Math.round(Look.body * 4.5)
    readonly property int rows: Math.max(1, Math.floor((list.height + 16) / (screen.tileHeight + 16)))
    readonly property int perPage: screen.rows * screen.columns
    readonly property int pages: Math.max(1, Math.ceil(screen.all.length / screen.perPage))
    readonly property int shown: Math.min(Math.floor(screen.vm.view.fields_from / screen.perPage), screen.pages - 1)

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Look.margin
        anchors.topMargin: screen.tight ? 20 : 32
        anchors.bottomMargin: screen.tight ? 20 : 32
        spacing: screen.tight ? 16 : 24

        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: false
            columns: screen.wide ? 2 : 1
            columnSpacing: 48
            rowSpacing: screen.tight ? 16 : 24

            Label {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                text: qsTr("Ông/Bà cần tìm thủ tục nào?")
                font.pixelSize: Look.title
                font.weight: Font.Bold
                lineHeight: 1
                Accessible.role: Accessible.Heading
            }
            ProcedureSearchField {
                objectName: "open_keyboard"
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                vm: screen.vm
                invitation: qsTr("Gõ tên hoặc mã thủ tục")
            }
        }
        Label {
            Layout.fillWidth: true
            visible: screen.vm.view.ready
            text: qsTr("Hoặc chọn lĩnh vực:")
            color: Look.inkSoft
            lineHeight: 1
        }
        Notice {
            objectName: "problem"
            Layout.fillWidth: true
            text: screen.vm.view.problem
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

                    ProcedureFieldTile {
                        required property var modelData

                        objectName: "field_" + modelData.name
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        Layout.preferredHeight: Math.floor(Math.min(screen.tileHeight * 1.25, (list.height - (screen.rows - 1) * 16) / screen.rows))
                        field: modelData
                        onClicked: screen.vm.choose_field(modelData.name)
                    }
                }
            }
        }
        ProcedurePaging {
            Layout.fillWidth: true
            Layout.fillHeight: false
            rowHeight: screen.tight ? 112 : 136
            pages: screen.pages
            shown: screen.shown
            onHomeTouched: screen.shell.go_home()
            onBackTouched: screen.vm.back()
            onPageTouched: page => screen.vm.show_fields_from(page * screen.perPage)
        }
    }
}

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

// Where the dossier stands: the way it has come, where it is, what comes next, and the promised date in words.
Item {
    id: screen

    required property var vm
    required property var shell
    readonly property var progress: screen.vm.view.progress
    readonly property bool wide: screen.width > screen.height * 1.3
    readonly property bool tight: screen.height < (screen.wide ? 780 : 1250) * Look.swell
    readonly property bool beside: screen.wide || screen.tight

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Look.margin
        anchors.topMargin: screen.tight ? 16 : 32
        anchors.bottomMargin: screen.tight ? 20 : 32
        spacing: screen.tight ? 16 : 24

        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: false
            columns: screen.wide ? 2 : 1
            rowSpacing: 0

            Label {
                objectName: "dossier_code"
                unspoken: true
                Layout.fillWidth: true
                text: qsTr("Hồ sơ %1").arg(screen.progress.code)
                font.pixelSize: screen.beside ? Look.lead : Look.title
                font.weight: Font.Bold
                Accessible.role: Accessible.Heading
            }
            Fact {
                Layout.row: screen.wide ? 0 : 2
                Layout.column: screen.wide ? 1 : 0
                visible: screen.progress.as_of !== ""
                iconName: "offline"
                text: qsTr("Theo số liệu lúc %1").arg(screen.progress.as_of)
            }
            Label {
                Layout.fillWidth: true
                Layout.row: 1
                Layout.columnSpan: screen.wide ? 2 : 1
                text: screen.progress.procedure_name
                color: Look.inkSoft
            }
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: screen.beside
            columns: screen.beside ? 2 : 1
            columnSpacing: screen.wide ? 64 : 32
            rowSpacing: Look.swell > 1 ? 16 : 28

            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: screen.wide ? 2 : 1
                spacing: 0

                Repeater {
                    model: screen.progress.steps

                    StepRow {
                        required property var modelData
                        required property int index

                        step: modelData
                        first: index === 0
                        last: index === screen.progress.steps.length - 1
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.maximumHeight: 140
                    }
                }
            }
            DossierState {
                Layout.fillWidth: true
                Layout.fillHeight: false
                Layout.preferredWidth: screen.wide ? 3 : 1
                Layout.alignment: Qt.AlignTop
                progress: screen.progress
                tight: screen.tight || Look.swell > 1
            }
        }
        Item {
            Layout.fillHeight: true
            visible: !screen.beside
        }
        ActionRow {
            Layout.fillWidth: true
            rowHeight: screen.beside ? 112 : 136
            canGoBack: true
            onHomeTouched: screen.shell.go_home()
            onBackTouched: screen.vm.back()
        }
    }
}

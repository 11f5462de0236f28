pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

// The second touch: one large button. Above it, for those who want: priority, and the documents to bring.
Item {
    id: screen

    required property var vm
    required property var shell
    readonly property var view: screen.vm.view
    readonly property bool wide: screen.width > screen.height * 1.3
    readonly property bool tight: screen.height < (screen.wide ? 780 : 1250) * Look.swell

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Look.margin
        anchors.topMargin: screen.tight ? 24 : 48
        anchors.bottomMargin: screen.tight ? 20 : 32
        spacing: screen.tight ? 20 : 32

        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: screen.view.problem === ""
            columns: screen.wide ? 2 : 1
            columnSpacing: 64
            rowSpacing: screen.tight ? 20 : 48

            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: !screen.wide
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                spacing: screen.tight ? 20 : 32

                LineHeading {
                    Layout.fillWidth: true
                    line: screen.view.tile
                    letters: screen.wide || screen.tight ? Look.title : Look.headline
                }
                RowLayout {
                    Layout.fillWidth: true
                    Layout.fillHeight: false
                    spacing: 24
                    uniformCellSizes: true

                    Figure {
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        iconName: "people"
                        caption: qsTr("Đang chờ")
                        value: screen.view.tile.waiting
                    }
                    Figure {
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        iconName: "clock"
                        caption: qsTr("Dự kiến chờ")
                        value: screen.view.tile.wait
                    }
                }
                Item {
                    Layout.fillHeight: true
                    visible: !screen.wide
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: false
                Layout.preferredWidth: 1
                Layout.alignment: screen.wide ? Qt.AlignTop : Qt.AlignBottom
                spacing: screen.tight ? 16 : 24
                visible: screen.view.problem === ""

                Label {
                    Layout.fillWidth: true
                    visible: screen.view.groups.length > 0
                    text: qsTr("Ông/Bà thuộc diện ưu tiên? (không bắt buộc)")
                    color: Look.inkSoft
                }
                GridLayout {
                    Layout.fillWidth: true
                    Layout.fillHeight: false
                    visible: screen.view.groups.length > 0
                    columns: 3
                    columnSpacing: 16
                    rowSpacing: 16
                    uniformCellWidths: true

                    Repeater {
                        model: screen.view.groups.length

                        Chip {
                            required property int index
                            readonly property var group: screen.view.groups[index] ?? ({
                                    id: "",
                                    name: "",
                                    icon: "",
                                    chosen: false
                                })

                            objectName: "priority_" + group.id
                            Layout.fillWidth: true
                            Layout.fillHeight: true
                            Layout.minimumHeight: 176
                            stacked: true
                            iconName: group.icon
                            text: group.name
                            chosen: group.chosen
                            enabled: !screen.view.issuing
                            onClicked: screen.vm.choose_group(group.id)
                        }
                    }
                }
                ActionButton {
                    objectName: "list_procedures"
                    Layout.fillWidth: true
                    Layout.preferredHeight: screen.tight ? 112 : 136
                    visible: screen.view.procedures.length > 0
                    letters: Look.body
                    iconName: screen.view.chosen_procedure === "" ? "papers" : "check"
                    text: screen.view.chosen_procedure === "" ? qsTr("Xem giấy tờ cần mang") : screen.view.chosen_procedure
                    enabled: !screen.view.issuing
                    onClicked: screen.vm.list_procedures()
                }
            }
        }
        Notice {
            objectName: "problem"
            Layout.fillWidth: true
            strong: true
            text: screen.view.problem
        }
        Item {
            Layout.fillHeight: true
            visible: screen.view.problem !== ""
        }
        Busy {
            Layout.fillWidth: true
            running: screen.view.issuing
        }
        ActionRow {
            Layout.fillWidth: true
            canLeave: !screen.view.issuing
            nextName: "confirm_number"
            nextText: screen.view.refused ? "" : screen.view.issuing ? qsTr("Đang lấy số…") : screen.view.problem !== "" ? qsTr("Thử lại") : qsTr("Lấy số")
            nextIcon: "ticket"
            nextEnabled: screen.view.can_confirm
            rowHeight: screen.tight ? 128 : 168
            onHomeTouched: screen.shell.go_home()
            onNextTouched: screen.vm.confirm()
        }
    }
}

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

// The second touch: one large button. Above it, for those who want: priority, the documents to bring, further matters.
Item {
    id: screen

    required property var vm
    required property var shell
    readonly property var view: screen.vm.view
    readonly property bool wide: screen.width > screen.height * 1.3
    readonly property bool tight: screen.height < (screen.wide ? 780 : 1250) * Look.swell

    readonly property bool asksCard: screen.view.card.wanted && !screen.view.card.read

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
                    visible: !screen.view.not_giving && screen.view.tile.letter !== ""
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
                MattersButton {
                    objectName: "list_matters"
                    Layout.fillWidth: true
                    visible: screen.view.matters.offered && screen.wide && screen.view.problem === ""
                    vm: screen.vm
                    brief: Look.swell > 1
                    rowHeight: 112
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
                spacing: screen.tight || screen.wide ? 16 : 24
                visible: screen.view.problem === ""

                Label {
                    Layout.fillWidth: true
                    visible: screen.view.groups.length > 0
                    text: screen.view.chosen_group === "" ? qsTr("Ông/Bà thuộc diện ưu tiên? (không bắt buộc)") : qsTr("Số được ưu tiên vì: %1").arg(screen.view.chosen_group)
                    color: screen.view.chosen_group === "" ? Look.inkSoft : Look.ink
                    font.weight: screen.view.chosen_group === "" ? Font.Normal : Font.DemiBold
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
                            Layout.minimumHeight: screen.tight || screen.wide ? 160 : 176
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
                    Layout.preferredHeight: Math.max(screen.tight || screen.wide ? 112 : 128, implicitHeight)
                    visible: screen.view.procedures.length > 0
                    letters: Look.body
                    iconName: screen.view.chosen_procedure === "" ? "papers" : "check"
                    text: screen.view.chosen_procedure === "" ? qsTr("Xem giấy tờ cần mang") : screen.view.chosen_procedure
                    enabled: !screen.view.issuing
                    onClicked: screen.vm.list_procedures()
                }
                MattersButton {
                    objectName: "list_matters"
                    Layout.fillWidth: true
                    visible: screen.view.matters.offered && !screen.wide
                    vm: screen.vm
                    rowHeight: screen.tight ? 112 : 128
                }
            }
        }
        Notice {
            objectName: "problem"
            Layout.fillWidth: true
            kind: screen.view.not_giving ? "warning" : "urgent"
            iconName: screen.view.not_giving ? "clock" : "warning"
            strong: true
            text: screen.view.problem
        }
        Item {
            Layout.fillHeight: true
            visible: screen.view.problem !== ""
        }
        Busy {
            Layout.fillWidth: true
            running: screen.view.issuing || screen.view.card.reading
        }
        ActionRow {
            Layout.fillWidth: true
            canLeave: !screen.view.issuing
            nextName: "confirm_number"
            nextText: {
                if (screen.view.refused) {
                    return "";
                }
                if (screen.view.issuing) {
                    return qsTr("Đang lấy số…");
                }
                if (screen.view.problem !== "") {
                    return qsTr("Thử lại");
                }
                return screen.asksCard ? qsTr("Quét thẻ để lấy số") : qsTr("Lấy số");
            }
            nextIcon: screen.asksCard ? "identity" : "ticket"
            nextEnabled: screen.view.can_confirm
            rowHeight: screen.tight ? 128 : screen.wide ? 144 : 168
            onHomeTouched: screen.shell.go_home()
            onNextTouched: screen.vm.confirm()
        }
    }
}

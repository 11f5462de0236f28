pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

// Several matters in one visit: one number, the lines that follow in the order in which they were touched.
Item {
    id: screen

    required property var vm
    required property var shell
    readonly property var matters: screen.vm.view.matters
    readonly property bool wide: screen.width > screen.height * 1.3
    readonly property bool tight: screen.height < (screen.wide ? 780 : 1250) * Look.swell
    readonly property int count: screen.matters.choices.length
    readonly property int columns: screen.wide || screen.count > 7 ? 2 : 1

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Look.margin
        anchors.topMargin: screen.tight ? 24 : 48
        anchors.bottomMargin: screen.tight ? 20 : 32
        spacing: screen.tight ? 16 : 28

        Label {
            Layout.fillWidth: true
            text: qsTr("Ông/Bà còn việc nào khác?")
            font.pixelSize: screen.tight || screen.wide ? Look.title : Look.headline
            font.weight: Font.Bold
            Accessible.role: Accessible.Heading
        }
        Label {
            Layout.fillWidth: true
            text: screen.matters.full ? qsTr("Đã đủ %1 việc cho một số, chạm lần nữa để bỏ.").arg(screen.matters.most) : qsTr("Một số cho các việc, được gọi lần lượt. Tối đa %1 việc, chạm lần nữa để bỏ.").arg(screen.matters.most)
            color: Look.inkSoft
        }
        Card {
            Layout.fillWidth: true
            implicitHeight: firstRow.implicitHeight + 32

            RowLayout {
                id: firstRow

                anchors.fill: parent
                anchors.margins: 16
                anchors.leftMargin: 28
                anchors.rightMargin: 28
                spacing: 20

                Label {
                    Layout.fillWidth: true
                    text: screen.matters.first
                    font.weight: Font.DemiBold
                }
                Label {
                    text: qsTr("Việc thứ %1").arg(1)
                    color: Look.action
                    font.weight: Font.Bold
                    wrapMode: Text.NoWrap
                }
            }
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            columns: screen.columns
            columnSpacing: 16
            rowSpacing: 16
            uniformCellWidths: true
            uniformCellHeights: true

            Repeater {
                model: screen.count

                MatterTile {
                    required property int index

                    matter: screen.matters.choices[index] ?? ({
                            letter: "",
                            name: "",
                            waiting: "",
                            place: "",
                            enabled: false,
                            spoken: ""
                        })
                    objectName: "matter_" + matter.letter
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.minimumHeight: 96
                    Layout.maximumHeight: 144
                    enabled: matter.enabled
                    onClicked: screen.vm.toggle_matter(matter.letter)
                }
            }
        }
        Item {
            Layout.fillHeight: true
        }
        ActionRow {
            Layout.fillWidth: true
            rowHeight: screen.tight ? 112 : 136
            nextName: "matters_done"
            nextText: qsTr("Xong")
            nextIcon: "check"
            onHomeTouched: screen.shell.go_home()
            onNextTouched: screen.vm.back()
        }
    }
}

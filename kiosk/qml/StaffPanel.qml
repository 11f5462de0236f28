pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

// How the machine is, for staff: paper, slips, network, what waits to be sent, the last failures, and what can be done.
Item {
    id: screen

    required property var vm
    required property var shell
    readonly property bool wide: screen.width > screen.height * 1.3

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Look.margin
        anchors.topMargin: 28
        anchors.bottomMargin: 24
        spacing: 20

        Label {
            Layout.fillWidth: true
            text: qsTr("Tình trạng máy lấy số")
            font.pixelSize: Look.title
            font.weight: Font.Bold
            Accessible.role: Accessible.Heading
        }
        Busy {
            Layout.fillWidth: true
            visible: !screen.vm.view.known
            running: visible
        }
        Notice {
            objectName: "problem"
            Layout.fillWidth: true
            text: screen.vm.view.problem
        }
        Notice {
            objectName: "trial"
            Layout.fillWidth: true
            kind: "done"
            iconName: screen.vm.view.trial === "printing" ? "print" : "check"
            text: screen.vm.view.trial_text
        }
        Flickable {
            id: scroller

            Layout.fillWidth: true
            Layout.fillHeight: true
            contentHeight: content.implicitHeight
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            interactive: contentHeight > height

            ColumnLayout {
                id: content

                width: scroller.width - (scroller.interactive ? 28 : 0)
                spacing: 20

                Notice {
                    Layout.fillWidth: true
                    kind: "warning"
                    text: screen.vm.view.warning
                }
                GridLayout {
                    Layout.fillWidth: true
                    columns: screen.wide ? 3 : Look.swell > 1 ? 1 : 2
                    columnSpacing: 16
                    rowSpacing: 16
                    uniformCellWidths: true

                    Repeater {
                        model: screen.vm.view.facts

                        StaffFact {
                            Layout.fillWidth: true
                            Layout.fillHeight: true
                        }
                    }
                }
                Label {
                    Layout.fillWidth: true
                    Layout.topMargin: 8
                    visible: screen.vm.view.known
                    text: qsTr("Lỗi gần đây")
                    font.pixelSize: Look.lead
                    font.weight: Font.Bold
                    Accessible.role: Accessible.Heading
                }
                Label {
                    Layout.fillWidth: true
                    visible: screen.vm.view.known && screen.vm.view.failures.length === 0
                    text: qsTr("Chưa ghi nhận lỗi nào.")
                    color: Look.inkSoft
                }
                Repeater {
                    model: screen.vm.view.failures

                    Label {
                        required property string modelData

                        Layout.fillWidth: true
                        text: modelData
                    }
                }
            }
            Rectangle {
                // Where in the page one is; the page itself is what is dragged.
                x: scroller.width - width
                y: scroller.contentY + scroller.visibleArea.yPosition * scroller.height
                width: 12
                height: scroller.visibleArea.heightRatio * scroller.height
                radius: 6
                visible: scroller.interactive
                color: Look.edge
            }
        }
        StaffActions {
            Layout.fillWidth: true
            Layout.fillHeight: false
            vm: screen.vm
            oneRow: screen.wide
        }
    }
}

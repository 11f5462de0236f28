pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

// Three faces with words; then reasons for those who want to give some.
Item {
    id: screen

    required property var vm
    required property var shell
    readonly property var view: screen.vm.view
    readonly property bool wide: screen.width > screen.height * 1.3
    readonly property bool tight: screen.height < (screen.wide ? 780 : 1250) * Look.swell
    readonly property bool dense: screen.wide || screen.tight

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Look.margin
        anchors.topMargin: screen.dense ? 24 : 40
        anchors.bottomMargin: screen.dense ? 20 : 32
        spacing: screen.dense ? 16 : 28

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: false
            spacing: 4

            Label {
                Layout.fillWidth: true
                text: qsTr("Ông/Bà có hài lòng không?")
                font.pixelSize: screen.tight || screen.wide ? Look.title : Look.headline
                font.weight: Font.Bold
                Accessible.role: Accessible.Heading
            }
            Label {
                Layout.fillWidth: true
                text: screen.view.title
                color: Look.inkSoft
            }
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: screen.wide
            columns: screen.wide ? 2 : 1
            columnSpacing: 48
            rowSpacing: screen.tight ? 16 : 40

            RowLayout {
                Layout.fillWidth: true
                Layout.fillHeight: screen.wide
                Layout.preferredWidth: 1
                Layout.preferredHeight: screen.tight ? 240 : 340
                Layout.maximumHeight: 480
                Layout.alignment: Qt.AlignTop
                spacing: 16
                uniformCellSizes: true

                Repeater {
                    model: screen.view.scores.length

                    FaceButton {
                        required property int index

                        face: screen.view.scores[index]
                        objectName: "score_" + face.score
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        enabled: !screen.view.sending
                        onClicked: screen.vm.choose_score(face.score)
                    }
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: false
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                spacing: 16
                opacity: screen.view.question === "" ? 0 : 1
                enabled: screen.view.question !== "" && !screen.view.sending

                Label {
                    Layout.fillWidth: true
                    text: screen.view.question
                    font.pixelSize: Look.lead
                    font.weight: Font.DemiBold
                }
                GridLayout {
                    Layout.fillWidth: true
                    columns: 2
                    columnSpacing: 16
                    rowSpacing: 16
                    uniformCellWidths: true

                    Repeater {
                        model: screen.view.reasons.length

                        Chip {
                            required property int index
                            readonly property var reason: screen.view.reasons[index]

                            objectName: "reason_" + reason.id
                            Layout.fillWidth: true
                            Layout.preferredHeight: screen.dense ? 100 : 120
                            iconName: reason.icon
                            text: reason.name
                            chosen: reason.chosen
                            onClicked: screen.vm.toggle_reason(reason.id)
                        }
                    }
                }
            }
        }
        Item {
            Layout.fillHeight: true
            visible: !screen.wide
        }
        Notice {
            objectName: "problem"
            Layout.fillWidth: true
            text: screen.view.problem
        }
        Label {
            Layout.fillWidth: true
            visible: screen.view.problem === "" && !screen.tight
            text: qsTr("Cán bộ chỉ thấy số liệu chung, không biết ai đã đánh giá.")
            color: Look.inkSoft
        }
        Busy {
            Layout.fillWidth: true
            running: screen.view.sending
        }
        ActionRow {
            Layout.fillWidth: true
            canLeave: !screen.view.sending
            rowHeight: screen.tight ? 112 : 136
            nextName: "send_rating"
            nextText: screen.view.sending ? qsTr("Đang gửi…") : qsTr("Gửi đánh giá")
            nextIcon: "next"
            nextEnabled: screen.view.can_send
            onHomeTouched: screen.shell.go_home()
            onNextTouched: screen.vm.send()
        }
    }
}

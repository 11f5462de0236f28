import QtQuick
import QtQuick.Layouts

// The number, huge: on paper, on the screen, and to take along on the phone.
Item {
    id: screen

    required property var vm
    required property var shell
    readonly property var ticket: screen.vm.view.ticket
    readonly property bool wide: screen.width > screen.height * 1.3
    readonly property bool tight: screen.height < (screen.wide ? 780 : 1300)

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Look.margin
        anchors.topMargin: screen.tight ? 24 : 40
        anchors.bottomMargin: screen.tight ? 20 : 32
        spacing: screen.tight ? 20 : 32

        SlipNotice {
            Layout.fillWidth: true
            slip: screen.ticket.slip
            label: screen.ticket.label
        }
        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true

            GridLayout {
                anchors.fill: parent
                anchors.margins: screen.tight ? 24 : 40
                columns: screen.wide || screen.tight ? 3 : 1
                columnSpacing: screen.tight && !screen.wide ? 24 : 48
                rowSpacing: 32

                TicketFace {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    ticket: screen.ticket
                }
                Rectangle {
                    Layout.fillWidth: !(screen.wide || screen.tight)
                    Layout.fillHeight: screen.wide || screen.tight
                    Layout.preferredWidth: 2
                    Layout.preferredHeight: 2
                    color: Look.hairline
                }
                FollowByPhone {
                    Layout.fillWidth: !(screen.wide || screen.tight)
                    Layout.fillHeight: screen.wide || screen.tight
                    Layout.preferredWidth: screen.wide ? 480 : 340
                    beside: !(screen.wide || screen.tight)
                    picture: screen.ticket.qr
                }
            }
        }
        ActionButton {
            objectName: "go_home"
            Layout.fillWidth: true
            Layout.preferredHeight: 136
            kind: "primary"
            letters: Look.title
            iconName: "check"
            text: qsTr("Xong")
            onClicked: screen.shell.go_home()
        }
    }
}

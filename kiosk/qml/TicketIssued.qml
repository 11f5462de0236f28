import QtQuick
import QtQuick.Layouts

// The number, huge: on paper, on the screen, and to take along on the phone.
Item {
    id: screen

    required property var vm
    required property var shell
    readonly property var ticket: screen.vm.view.ticket
    readonly property bool wide: screen.width > screen.height * 1.3
    readonly property bool tight: screen.height < (screen.wide ? 780 : 1250) * Look.swell

    GridLayout {
        anchors.fill: parent
        anchors.margins: Look.margin
        anchors.topMargin: screen.tight ? 24 : 40
        anchors.bottomMargin: screen.tight ? 20 : 32
        columns: screen.wide || screen.tight ? 2 : 1
        columnSpacing: screen.wide ? 48 : 24
        rowSpacing: screen.tight ? 20 : 28

        SlipNotice {
            objectName: "slip_notice"
            Layout.fillWidth: true
            Layout.columnSpan: screen.wide ? 1 : parent.columns
            Layout.row: 0
            Layout.column: screen.wide ? 1 : 0
            slip: screen.ticket.slip
            label: screen.ticket.label
            Layout.preferredWidth: screen.wide ? 640 : -1
            strong: !(screen.wide && Look.swell > 1)
        }
        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: screen.wide ? 1100 : screen.tight ? 600 : 984
            Layout.row: screen.wide ? 0 : 1
            Layout.column: 0
            Layout.rowSpan: screen.wide ? 3 : 1

            TicketFace {
                anchors.fill: parent
                anchors.margins: screen.tight ? 24 : 40
                ticket: screen.ticket
            }
        }
        Card {
            Layout.fillWidth: true
            Layout.fillHeight: screen.wide || screen.tight
            Layout.preferredWidth: screen.wide ? 640 : screen.tight ? 360 : 984
            Layout.preferredHeight: screen.ticket.then === "" ? 400 : 296
            Layout.row: screen.wide ? 1 : screen.tight ? 1 : 2
            Layout.column: screen.wide || screen.tight ? 1 : 0
            visible: screen.ticket.qr !== ""

            FollowByPhone {
                anchors.fill: parent
                anchors.margins: 24
                beside: !(screen.wide || screen.tight)
                picture: screen.ticket.qr
            }
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: false
            Layout.columnSpan: screen.wide ? 1 : parent.columns
            Layout.row: screen.wide ? 2 : screen.tight ? 2 : 3
            Layout.column: screen.wide ? 1 : 0
            spacing: 24

            ActionButton {
                objectName: "print_again"
                Layout.preferredHeight: 136
                Layout.minimumWidth: 240
                visible: screen.ticket.can_print_again
                stacked: true
                letters: Look.body
                iconName: "printer"
                text: qsTr("In lại")
                onClicked: screen.vm.print_again()
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
}

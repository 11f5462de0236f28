pragma ComponentBehavior: Bound

import QtQuick

// What was found, with the keyboard below it (portrait) or beside it (landscape), or a whole field without it.
Item {
    id: screen

    required property var vm
    required property var shell
    readonly property var view: screen.vm.view
    readonly property bool wide: screen.width > screen.height * 1.3
    readonly property bool tight: screen.height < (screen.wide ? 780 : 1250) * Look.swell
    readonly property bool empty: screen.view.hits.length === 0
    readonly property bool split: screen.wide && screen.view.keyboard
    readonly property int gap: screen.tight || screen.wide ? 16 : 20
    readonly property int edge: screen.tight || screen.wide ? 16 : 24
    readonly property int side: screen.wide || !screen.view.keyboard ? Look.margin : 32
    readonly property int keyboardWidth: screen.wide ? 1008 : screen.width - 2 * screen.side
    readonly property int keyboardHeight: screen.split ? screen.height - 2 * screen.edge - head.height - screen.gap : (screen.tight ? 544 : 584)
    readonly property int columns: screen.wide && !screen.split ? 2 : 1
    readonly property int rowHeight: Math.round(Look.body * (screen.wide ? 5.5 : 4.6))
    readonly property int rows: Math.max(1, Math.floor((list.height + 16) / (screen.rowHeight + 16)))
    readonly property real stretchedHeight: Math.min(screen.rowHeight * 1.25, (list.height - (screen.rows - 1) * 16) / screen.rows)
    readonly property int perPage: screen.rows * screen.columns
    readonly property int pages: Math.max(1, Math.ceil(screen.view.hits.length / screen.perPage))
    readonly property int shown: Math.min(Math.floor(screen.view.hits_from / screen.perPage), screen.pages - 1)

    Column {
        id: head

        x: screen.split ? screen.width - screen.side - screen.keyboardWidth : screen.side
        y: screen.edge
        width: screen.split ? screen.keyboardWidth : screen.width - 2 * screen.side
        spacing: screen.tight ? 8 : 12

        Label {
            width: parent.width
            visible: screen.view.field !== "" && !screen.view.keyboard
            text: screen.view.field
            font.pixelSize: Look.title
            font.weight: Font.Bold
            lineHeight: 1
            Accessible.role: Accessible.Heading
        }
        ProcedureSearchField {
            objectName: "open_keyboard"
            width: parent.width
            vm: screen.vm
            live: screen.view.keyboard
            invitation: screen.view.field === "" ? qsTr("Gõ tên hoặc mã thủ tục") : qsTr("Tìm trong: %1").arg(screen.view.field)
        }
        Label {
            objectName: "said"
            width: parent.width
            text: screen.empty ? " " : screen.view.said
            color: Look.inkSoft
            lineHeight: 1
            Accessible.ignored: screen.empty
        }
    }
    Item {
        id: list

        x: screen.side
        y: screen.split ? screen.edge : head.y + head.height + screen.gap
        width: screen.split ? head.x - screen.side - 32 : screen.width - 2 * screen.side
        height: (screen.view.keyboard && !screen.split ? keys.y : paging.y) - screen.gap - list.y

        Column {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            visible: screen.empty && !screen.view.searching
            spacing: 16

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                name: screen.view.nothing ? "help" : screen.view.problem !== "" ? "warning" : "search"
                tone: screen.view.problem !== "" ? Look.urgent : Look.action
                size: 72
                visible: list.height > 240 * Look.swell
            }
            Label {
                objectName: "advice"
                width: parent.width
                text: screen.view.problem !== "" ? screen.view.problem : screen.view.nothing ? screen.view.said : qsTr("Gõ vài chữ, không cần dấu. Ví dụ: khai sinh, ket hon")
                font.pixelSize: list.height > 240 * Look.swell ? Look.lead : Look.body
                horizontalAlignment: Text.AlignHCenter
                Accessible.role: Accessible.AlertMessage
            }
        }
        Grid {
            columns: screen.columns
            spacing: 16

            Repeater {
                model: screen.view.hits.slice(screen.shown * screen.perPage, (screen.shown + 1) * screen.perPage)

                ProcedureHit {
                    required property var modelData

                    objectName: "hit_" + modelData.code
                    width: (list.width - (screen.columns - 1) * 16) / screen.columns
                    height: screen.stretchedHeight
                    hit: modelData
                    onClicked: screen.vm.read(modelData.code)
                }
            }
        }
    }
    Keyboard {
        id: keys

        visible: screen.view.keyboard
        x: screen.width - screen.side - screen.keyboardWidth
        y: screen.split ? head.y + head.height + screen.gap : paging.y - screen.gap - screen.keyboardHeight
        width: screen.keyboardWidth
        height: screen.keyboardHeight
        onPressed: key => screen.vm.press(key)
        onEraseTouched: screen.vm.erase()
        onClearTouched: screen.vm.clear()
    }
    ProcedurePaging {
        id: paging

        x: screen.side
        y: screen.height - screen.edge - paging.rowHeight
        width: screen.split ? list.width : screen.width - 2 * screen.side
        height: paging.rowHeight
        rowHeight: screen.tight || screen.wide ? 112 : 128
        small: screen.split
        pages: screen.pages
        shown: screen.shown
        onHomeTouched: screen.shell.go_home()
        onBackTouched: screen.vm.back()
        onPageTouched: page => screen.vm.show_hits_from(page * screen.perPage)
    }
}

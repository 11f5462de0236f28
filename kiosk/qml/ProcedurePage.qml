pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

// Everything about one procedure, in pages: papers, time, fee, where; to print, to take along, to take a number for.
Item {
    id: screen

    required property var vm
    required property var shell
    readonly property var page: screen.vm.view.page
    readonly property bool wide: screen.width > screen.height * 1.3
    readonly property bool tight: screen.height < (screen.wide ? 780 : 1250) * Look.swell
    readonly property list<int> tops: screen.breaks()
    readonly property int last: screen.tops.length - 2
    readonly property int shown: Math.min(screen.turned, screen.last)
    readonly property var told: screen.content()
    property int turned: 0

    // Heading, papers, and the facts that the catalogue states, as rows.
    function content(): var {
        const page = screen.page;
        const rows = [];
        if (!page.received_here) {
            rows.push(screen.fact("help", "", page.not_here));
            return rows;
        }
        rows.push(screen.fact("", qsTr("Giấy tờ cần mang"), "", "heading"));
        if (page.papers.length === 0) {
            rows.push(screen.fact("help", "", qsTr("Danh mục chưa ghi giấy tờ. Mời Ông/Bà hỏi cán bộ tại quầy hướng dẫn.")));
        }
        for (const paper of page.papers) {
            rows.push(screen.fact(paper.kind === "kept" ? "check" : "phone", paper.name, paper.detail, paper.kind));
        }
        rows.push(screen.fact("clock", qsTr("Thời hạn giải quyết"), page.time_limit));
        rows.push(screen.fact("cost", qsTr("Phí, lệ phí"), page.fee));
        rows.push(screen.fact("door", qsTr("Nơi nộp"), screen.place()));
        rows.push(screen.fact("results", qsTr("Kết quả"), page.result));
        return rows.filter(row => row.kind !== "fact" || row.detail !== "");
    }
    function fact(icon: string, name: string, detail: string, kind = "fact"): var {
        return {
            "kind": kind,
            "icon": icon,
            "name": name,
            "detail": detail
        };
    }
    function place(): string {
        if (screen.page.letter === "") {
            return qsTr("Mời Ông/Bà hỏi cán bộ tại quầy hướng dẫn.");
        }
        const line = qsTr("Hàng %1: %2").arg(screen.page.letter).arg(screen.page.line_name);
        return screen.page.counters === "" ? line : line + ". " + screen.page.counters;
    }
    // Where each page begins, and the end of the last: between two rows, or between two lines of a very long one.
    function breaks(): var {
        const room = Math.max(pitch.height * 2, frame.height);
        const tops = [0];
        let top = 0;
        for (let place = 0; place < rows.count; place++) {
            const row = rows.itemAt(place);
            if (!row) {
                continue;
            }
            const end = row.y + row.height;
            if (end - top <= room) {
                continue;
            }
            if (row.y > top) {
                const before = rows.itemAt(place - 1);
                const headed = before && screen.told[place - 1].kind === "heading" && before.y > top;
                top = headed ? before.y : row.y;
                tops.push(top);
            }
            const lines = Math.floor((room - (row.y - top)) / pitch.height);
            for (let at = row.y + lines * pitch.height; end - top > room; at += Math.floor(room / pitch.height) * pitch.height) {
                top = Math.round(at);
                tops.push(top);
            }
        }
        tops.push(Math.ceil(column.height));
        return tops;
    }

    Label {
        id: pitch

        visible: false
        text: "Ấg"
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Look.margin
        anchors.topMargin: screen.tight ? 20 : 32
        anchors.bottomMargin: screen.tight ? 20 : 32
        spacing: screen.tight ? 16 : 24

        Label {
            Layout.fillWidth: true
            text: screen.page.name
            font.pixelSize: text.length > 100 || screen.tight ? (text.length > 60 ? Look.body : Look.lead) : text.length > 60 ? Look.lead : Look.title
            font.weight: Font.Bold
            lineHeight: 1
            Accessible.role: Accessible.Heading
            Accessible.name: screen.page.full_name
        }
        Notice {
            objectName: "problem"
            Layout.fillWidth: true
            text: screen.vm.view.problem
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            columns: screen.wide ? 2 : 1
            columnSpacing: 32
            rowSpacing: screen.tight ? 16 : 24

            RowLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                spacing: 24

                Item {
                    id: frame

                    Layout.fillWidth: true
                    Layout.fillHeight: true

                    Flickable {
                        objectName: "strip"
                        width: frame.width
                        height: screen.tops[screen.shown + 1] - screen.tops[screen.shown]
                        contentWidth: frame.width
                        contentHeight: column.height
                        contentY: screen.tops[screen.shown]
                        interactive: false
                        clip: true

                        Column {
                            id: column

                            width: frame.width
                            spacing: 20

                            Repeater {
                                id: rows

                                model: screen.told

                                ProcedureRow {
                                    required property var modelData

                                    width: column.width
                                    content: modelData
                                }
                            }
                        }
                    }
                }
                ColumnLayout {
                    Layout.fillHeight: true
                    Layout.fillWidth: false
                    visible: screen.last > 0
                    spacing: 16

                    ActionButton {
                        objectName: "page_before"
                        Layout.fillHeight: true
                        Layout.minimumHeight: 96
                        Layout.maximumHeight: 176
                        Layout.preferredWidth: 176
                        stacked: true
                        letters: Look.body
                        iconName: "up"
                        text: qsTr("Trước")
                        spoken: qsTr("Trang trước")
                        enabled: screen.shown > 0
                        onClicked: screen.turned = screen.shown - 1
                    }
                    Label {
                        Layout.fillWidth: true
                        horizontalAlignment: Text.AlignHCenter
                        text: "%1/%2".arg(screen.shown + 1).arg(screen.last + 1)
                        Accessible.name: qsTr("Trang %1 trên %2").arg(screen.shown + 1).arg(screen.last + 1)
                    }
                    ActionButton {
                        objectName: "page_after"
                        Layout.fillHeight: true
                        Layout.minimumHeight: 96
                        Layout.maximumHeight: 176
                        Layout.preferredWidth: 176
                        stacked: true
                        letters: Look.body
                        iconName: "down"
                        text: qsTr("Sau")
                        spoken: qsTr("Trang sau")
                        enabled: screen.shown < screen.last
                        onClicked: screen.turned = screen.shown + 1
                    }
                }
            }
            ProcedureTakeAlong {
                Layout.fillWidth: !screen.wide
                Layout.fillHeight: screen.wide
                Layout.preferredWidth: screen.wide ? 400 : 984
                upright: screen.wide
                page: screen.page
                onPrintTouched: screen.vm.print_sheet()
            }
        }
        ActionRow {
            Layout.fillWidth: true
            rowHeight: screen.tight ? 112 : 136
            canGoBack: true
            nextName: "take_number"
            nextText: screen.page.can_queue ? qsTr("Lấy số hàng %1").arg(screen.page.letter) : ""
            nextIcon: "ticket"
            onHomeTouched: screen.shell.go_home()
            onBackTouched: screen.vm.back()
            onNextTouched: screen.vm.take_number()
        }
    }
}

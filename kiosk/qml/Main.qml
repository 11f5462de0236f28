pragma ComponentBehavior: Bound

import QtQuick

// The whole glass: head, the present screen, the bar, and the two sheets that may lie over everything.
Rectangle {
    id: main

    required property var shell
    required property var home
    required property var takeNumber
    required property var checkDossier
    required property var rate
    required property var procedures
    required property var staff
    required property var idle

    readonly property bool portrait: main.height > main.width
    readonly property real zoom: {
        if (main.width <= 0 || main.height <= 0) {
            return 1;
        }
        return main.portrait ? Math.min(main.width / 1080, main.height / 1920) : Math.min(main.width / 1920, main.height / 1080);
    }
    // Large letters need room: with them the controls come down less far.
    readonly property int headHeight: {
        if (!main.shell.view.lowered) {
            return main.portrait ? 168 : 120;
        }
        if (main.shell.view.large_text) {
            return main.portrait ? 392 : 136;
        }
        return main.portrait ? 560 : 184;
    }
    // What lies below a sheet can be reached with neither finger nor key; the focus comes back when the sheet goes.
    property bool covered: false
    property var focusedBelow: null
    property int focusReasonBelow: Qt.OtherFocusReason
    readonly property string page: {
        switch (main.shell.view.screen) {
        case "take_number":
            return "take_number_" + main.takeNumber.view.stage;
        case "check_dossier":
            return "check_dossier_" + main.checkDossier.view.stage;
        case "rate":
            return "rate_" + main.rate.view.stage;
        case "procedures":
            return "procedures_" + main.procedures.view.stage;
        case "staff":
            return "staff_" + main.staff.view.stage;
        default:
            return !main.home.view.ready ? "starting" : main.home.view.open ? "home" : "closed";
        }
    }
    // Every page is a file of its own, read when it is first shown; it gets the view model of its journey.
    readonly property var pages: ({
            "starting": "StartingScreen",
            "home": "HomeScreen",
            "closed": "ClosedScreen",
            "take_number_confirm": "ConfirmNumber",
            "take_number_procedures": "ProcedureList",
            "take_number_documents": "ProcedureDocuments",
            "take_number_matters": "MoreMatters",
            "take_number_card": "CardScan",
            "take_number_appointment": "AppointmentEntry",
            "take_number_issued": "TicketIssued",
            "check_dossier_entry": "DossierEntry",
            "check_dossier_found": "DossierProgress",
            "rate_entry": "RateEntry",
            "rate_scoring": "RateScore",
            "rate_thanks": "RateThanks",
            "procedures_browse": "ProcedureFields",
            "procedures_results": "ProcedureResults",
            "procedures_page": "ProcedurePage",
            "staff_pin": "StaffPin",
            "staff_panel": "StaffPanel"
        })

    function show(page: string) {
        const file = main.pages[page] ?? "StartingScreen";
        const model = page.startsWith("take_number") ? main.takeNumber : page.startsWith("check_dossier") ? main.checkDossier : page.startsWith("rate") ? main.rate : page.startsWith("procedures") ? main.procedures : page.startsWith("staff") ? main.staff : null;
        screen.setSource(file + ".qml", model ? {
            "vm": model,
            "shell": main.shell
        } : {
            "home": main.home,
            "shell": main.shell
        });
    }

    function cover() {
        const covers = help.open || languages.open || countdown.open;
        if (covers && !main.covered) {
            main.focusedBelow = main.Window.activeFocusItem;
            main.focusReasonBelow = main.focusedBelow?.focusReason ?? Qt.OtherFocusReason;
        }
        main.covered = covers;
        if (!covers && main.focusedBelow) {
            main.focusedBelow.forceActiveFocus(main.focusReasonBelow);
        }
    }

    color: Look.ground
    Component.onCompleted: main.show(main.page)
    onPageChanged: {
        main.show(main.page);
        arrival.restart();
    }

    Binding {
        target: Look
        property: "palette"
        value: main.shell.view.palette
    }
    Binding {
        target: Look
        property: "sizes"
        value: main.shell.view.sizes
    }
    Binding {
        target: Look
        property: "still"
        value: main.shell.view.still
    }
    Item {
        id: stage

        objectName: "stage"
        width: main.width / main.zoom
        height: main.height / main.zoom
        scale: main.zoom
        transformOrigin: Item.TopLeft

        Header {
            id: head

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            height: main.headHeight
            shell: main.shell
            officeName: main.home.view.office_name
            tall: main.shell.view.lowered
        }
        Loader {
            id: screen

            readonly property string page: main.page

            objectName: "screen"
            enabled: !main.covered
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: head.bottom
            anchors.bottom: bar.top
        }
        BottomBar {
            id: bar

            enabled: !main.covered
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            height: main.portrait ? 168 : 124
            shell: main.shell
        }
        StaffDoor {
            anchors.left: parent.left
            anchors.top: parent.top
            width: 152
            enabled: !main.covered
            height: head.height
            onOpened: main.shell.open_staff()
        }
        HelpSheet {
            id: help

            anchors.fill: parent
            enabled: !countdown.open
            onOpenChanged: main.cover()
            shell: main.shell
            hotline: main.home.view.hotline
        }
        LanguageSheet {
            id: languages

            anchors.fill: parent
            enabled: !countdown.open
            onOpenChanged: main.cover()
            shell: main.shell
        }
        IdleNotice {
            id: countdown

            anchors.fill: parent
            onOpenChanged: main.cover()
            shell: main.shell
            idle: main.idle
        }
    }
    ParallelAnimation {
        id: arrival

        NumberAnimation {
            target: screen
            property: "opacity"
            from: 0
            to: 1
            duration: Look.moveMs
        }
        NumberAnimation {
            target: screen
            property: "anchors.leftMargin"
            from: Look.moveMs > 0 ? 32 : 0
            to: 0
            duration: Look.moveMs
            easing.type: Easing.OutCubic
        }
    }
}

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
    readonly property string page: {
        switch (main.shell.view.screen) {
        case "take_number":
            return "take_number_" + main.takeNumber.view.stage;
        case "check_dossier":
            return "check_dossier_" + main.checkDossier.view.stage;
        case "rate":
            return "rate_" + main.rate.view.stage;
        default:
            return !main.home.view.ready ? "starting" : main.home.view.open ? "home" : "closed";
        }
    }

    function screenOf(page: string): Component {
        switch (page) {
        case "home":
            return homeScreen;
        case "closed":
            return closedScreen;
        case "take_number_confirm":
            return confirmNumber;
        case "take_number_procedures":
            return procedureList;
        case "take_number_documents":
            return procedureDocuments;
        case "take_number_issued":
            return ticketIssued;
        case "check_dossier_entry":
            return dossierEntry;
        case "check_dossier_found":
            return dossierProgress;
        case "rate_entry":
            return rateEntry;
        case "rate_scoring":
            return rateScore;
        case "rate_thanks":
            return rateThanks;
        default:
            return startingScreen;
        }
    }

    color: Look.ground
    Component.onCompleted: screen.sourceComponent = main.screenOf(main.page)
    onPageChanged: {
        screen.sourceComponent = main.screenOf(main.page);
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
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: head.bottom
            anchors.bottom: bar.top
        }
        BottomBar {
            id: bar

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            height: main.portrait ? 168 : 124
            shell: main.shell
        }
        HelpSheet {
            anchors.fill: parent
            shell: main.shell
            hotline: main.home.view.hotline
        }
        IdleNotice {
            anchors.fill: parent
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
    Component {
        id: startingScreen

        StartingScreen {
            home: main.home
        }
    }
    Component {
        id: homeScreen

        HomeScreen {
            home: main.home
        }
    }
    Component {
        id: closedScreen

        ClosedScreen {
            home: main.home
        }
    }
    Component {
        id: confirmNumber

        ConfirmNumber {
            vm: main.takeNumber
            shell: main.shell
        }
    }
    Component {
        id: procedureList

        ProcedureList {
            vm: main.takeNumber
            shell: main.shell
        }
    }
    Component {
        id: procedureDocuments

        ProcedureDocuments {
            vm: main.takeNumber
            shell: main.shell
        }
    }
    Component {
        id: ticketIssued

        TicketIssued {
            vm: main.takeNumber
            shell: main.shell
        }
    }
    Component {
        id: dossierEntry

        DossierEntry {
            vm: main.checkDossier
            shell: main.shell
        }
    }
    Component {
        id: dossierProgress

        DossierProgress {
            vm: main.checkDossier
            shell: main.shell
        }
    }
    Component {
        id: rateEntry

        RateEntry {
            vm: main.rate
            shell: main.shell
        }
    }
    Component {
        id: rateScore

        RateScore {
            vm: main.rate
            shell: main.shell
        }
    }
    Component {
        id: rateThanks

        RateThanks {
            shell: main.shell
        }
    }
}

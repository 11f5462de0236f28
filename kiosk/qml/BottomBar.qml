import QtQuick
import QtQuick.Layouts

// The bar at the bottom edge, reachable from a wheelchair: language, large text, contrast, lowered layout, help.
Rectangle {
    id: bar

    required property var shell
    readonly property bool wide: bar.width > 1500

    color: Look.ground

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        height: 2
        color: Look.hairline
    }

    RowLayout {
        anchors.fill: parent
        anchors.margins: 12
        anchors.leftMargin: bar.wide ? Look.margin : 12
        anchors.rightMargin: bar.wide ? Look.margin : 12
        spacing: 16
        uniformCellSizes: true

        BarButton {
            // A button that leads to the other language is written in that language; more than one lie on a sheet.
            readonly property var others: bar.shell.view.languages
            readonly property bool only: others.length === 1

            objectName: only ? "language_" + others[0].code : "languages"
            visible: others.length > 0
            Layout.fillWidth: true
            Layout.fillHeight: true
            beside: bar.wide
            iconName: "globe"
            text: only ? others[0].name : "Language"
            on: bar.shell.view.languages_open
            onClicked: only ? bar.shell.speak(others[0].code) : bar.shell.toggle_languages()
        }
        BarButton {
            objectName: "large_text"
            Layout.fillWidth: true
            Layout.fillHeight: true
            beside: bar.wide
            iconName: "text_size"
            text: qsTr("Chữ to")
            on: bar.shell.view.large_text
            Accessible.checkable: true
            Accessible.checked: on
            onClicked: bar.shell.toggle_large_text()
        }
        BarButton {
            objectName: "high_contrast"
            Layout.fillWidth: true
            Layout.fillHeight: true
            beside: bar.wide
            iconName: "contrast"
            text: qsTr("Tương phản")
            on: bar.shell.view.high_contrast
            Accessible.checkable: true
            Accessible.checked: on
            onClicked: bar.shell.toggle_high_contrast()
        }
        BarButton {
            objectName: "lowered"
            Layout.fillWidth: true
            Layout.fillHeight: true
            beside: bar.wide
            iconName: "lower"
            text: qsTr("Hạ thấp")
            on: bar.shell.view.lowered
            Accessible.checkable: true
            Accessible.checked: on
            onClicked: bar.shell.toggle_lowered()
        }
        BarButton {
            objectName: "help"
            Layout.fillWidth: true
            Layout.fillHeight: true
            beside: bar.wide
            iconName: "help"
            text: qsTr("Trợ giúp")
            on: bar.shell.view.help_open
            onClicked: bar.shell.toggle_help()
        }
    }
}

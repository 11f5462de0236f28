pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

// The languages, each in its own name, where there are more than two.
Sheet {
    id: sheet

    required property var shell

    open: sheet.shell.view.languages_open
    sheetHeight: column.implicitHeight + 80
    title: "Language"

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: 40
        spacing: 24

        Repeater {
            model: sheet.shell.view.languages.length

            ActionButton {
                required property int index
                readonly property var language: sheet.shell.view.languages[index] ?? ({
                        code: "",
                        name: ""
                    })

                objectName: "language_" + language.code
                Layout.fillWidth: true
                Layout.preferredHeight: 128
                iconName: "globe"
                text: language.name
                onClicked: sheet.shell.speak(language.code)
            }
        }
        ActionButton {
            objectName: "close_languages"
            Layout.fillWidth: true
            Layout.preferredHeight: 128
            kind: "primary"
            iconName: "check"
            text: qsTr("Đóng")
            onClicked: sheet.shell.toggle_languages()
        }
    }
}

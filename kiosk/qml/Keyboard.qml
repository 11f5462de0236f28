pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

// The keyboard on the glass: the alphabet in its order and the digits, nine keys a row so that each keeps 96 pixels.
// No diacritics: the search needs none.
GridLayout {
    id: keyboard

    property int highest: 120

    signal pressed(string key)
    signal eraseTouched
    signal clearTouched

    columns: 9
    columnSpacing: 16
    rowSpacing: 16
    uniformCellWidths: true

    Repeater {
        model: "abcdefghijklmnopqrstuvwxyz".split("")

        PadKey {
            required property string modelData

            objectName: "key_" + modelData
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumWidth: 96
            Layout.preferredWidth: 96
            Layout.minimumHeight: 96
            Layout.preferredHeight: 96
            Layout.maximumHeight: keyboard.highest
            text: modelData.toUpperCase()
            onClicked: keyboard.pressed(modelData)
        }
    }
    Touch {
        objectName: "key_erase"
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.minimumWidth: 96
        Layout.preferredWidth: 96
        Layout.minimumHeight: 96
        Layout.preferredHeight: 96
        Layout.maximumHeight: keyboard.highest
        padding: 8
        spoken: qsTr("Xóa một chữ")
        autoRepeat: true
        onClicked: keyboard.eraseTouched()

        contentItem: Item {
            Icon {
                anchors.centerIn: parent
                name: "backspace"
                tone: Look.action
                size: 56
            }
        }
    }
    Repeater {
        model: "1234567890".split("")

        PadKey {
            required property string modelData

            objectName: "key_" + modelData
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumWidth: 96
            Layout.preferredWidth: 96
            Layout.minimumHeight: 96
            Layout.preferredHeight: 96
            Layout.maximumHeight: keyboard.highest
            text: modelData
            onClicked: keyboard.pressed(modelData)
        }
    }
    ActionButton {
        objectName: "key_space"
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.columnSpan: 5
        Layout.minimumHeight: 96
        Layout.preferredHeight: 96
        Layout.maximumHeight: keyboard.highest
        leftPadding: 12
        rightPadding: 12
        letters: Look.body
        text: qsTr("Dấu cách")
        onClicked: keyboard.pressed(" ")
    }
    ActionButton {
        objectName: "key_clear"
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.columnSpan: 3
        Layout.minimumHeight: 96
        Layout.preferredHeight: 96
        Layout.maximumHeight: keyboard.highest
        leftPadding: 12
        rightPadding: 12
        letters: Look.body
        text: qsTr("Xóa hết")
        onClicked: keyboard.clearTouched()
    }
}

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

// The pad: letters of the lines where a label begins with one, then the digits as on a telephone.
ColumnLayout {
    id: pad

    property var letters: []
    property string chosenLetter: ""
    property int highest: 136

    signal pressed(string key)
    signal eraseTouched
    signal clearTouched

    spacing: 16

    GridLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: pad.letters.length > 0
        columns: Math.min(6, Math.max(1, pad.letters.length))
        columnSpacing: 16
        rowSpacing: 16
        uniformCellWidths: true

        Repeater {
            model: pad.letters

            PadKey {
                required property string modelData

                objectName: "pad_" + modelData
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.minimumHeight: 96
                Layout.maximumHeight: pad.highest
                text: modelData
                choice: true
                chosen: modelData === pad.chosenLetter
                onClicked: pad.pressed(modelData)
            }
        }
    }
    GridLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        columns: 3
        columnSpacing: 16
        rowSpacing: 16
        uniformCellWidths: true

        Repeater {
            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]

            PadKey {
                required property string modelData

                objectName: "pad_" + modelData
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.minimumHeight: 96
                Layout.maximumHeight: pad.highest
                text: modelData
                onClicked: pad.pressed(modelData)
            }
        }
        ActionButton {
            objectName: "pad_clear"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: 96
            Layout.maximumHeight: pad.highest
            leftPadding: 12
            rightPadding: 12
            letters: Look.body
            text: qsTr("Xóa hết")
            onClicked: pad.clearTouched()
        }
        PadKey {
            objectName: "pad_0"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: 96
            Layout.maximumHeight: pad.highest
            text: "0"
            onClicked: pad.pressed("0")
        }
        ActionButton {
            objectName: "pad_erase"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: 96
            Layout.maximumHeight: pad.highest
            leftPadding: 12
            rightPadding: 12
            letters: Look.body
            iconName: "backspace"
            text: qsTr("Xóa")
            onClicked: pad.eraseTouched()
        }
    }
}

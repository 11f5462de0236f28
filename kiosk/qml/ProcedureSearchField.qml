import QtQuick
import QtQuick.Layouts

// Where the words to look for stand. Touching it brings the keyboard; a real keyboard types into it as well.
Touch {
    id: field

    required property var vm
    property bool live: false
    property string invitation: ""
    property int letters: Look.lead

    implicitHeight: 112
    outline: Look.action
    outlineWidth: 3
    fillPressed: field.live ? Look.surface : Look.actionTint
    padding: 12
    leftPadding: 24
    rightPadding: 24
    spoken: input.text === "" ? field.invitation : qsTr("Tìm: %1").arg(input.text)
    onClicked: {
        field.vm.open_keyboard();
        input.forceActiveFocus();
    }
    onLiveChanged: input.forceActiveFocus()
    Component.onCompleted: input.forceActiveFocus()

    contentItem: RowLayout {
        spacing: 20

        Icon {
            name: "search"
            tone: Look.action
            size: 56
            Layout.preferredWidth: 56
            Layout.preferredHeight: 56
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            TextInput {
                id: input

                objectName: "search_text"
                anchors.fill: parent
                verticalAlignment: TextInput.AlignVCenter
                color: Look.ink
                selectionColor: Look.action
                selectedTextColor: Look.actionInk
                font.family: Look.family
                font.pixelSize: Math.max(field.letters, Look.lead)
                font.weight: Font.DemiBold
                clip: true
                maximumLength: 80
                cursorVisible: field.live
                inputMethodHints: Qt.ImhNoPredictiveText
                text: field.vm.view.typed
                Accessible.role: Accessible.EditableText
                Accessible.name: field.invitation
                onTextEdited: field.vm.write(input.text)

                Connections {
                    target: field.vm

                    function onChanged() {
                        if (input.text !== field.vm.view.typed) {
                            input.text = field.vm.view.typed;
                        }
                    }
                }
            }
            Label {
                anchors.fill: parent
                anchors.leftMargin: field.live ? 12 : 0
                visible: input.text === "" && input.preeditText === ""
                text: field.invitation
                color: Look.inkSoft
                font.pixelSize: field.letters
                lineHeight: 1
                Accessible.ignored: true
            }
            MouseArea {
                anchors.fill: parent
                onClicked: field.click()
            }
        }
    }
}

import QtQuick
import QtQuick.Layouts

// The row of actions of a screen: home or back at the left, the one thing to do next at the right.
RowLayout {
    id: actions

    property bool canGoBack: false
    property bool canLeave: true
    property string nextName: ""
    property string nextText: ""
    property string nextIcon: "next"
    property bool nextEnabled: true

    property int rowHeight: 136

    signal homeTouched
    signal backTouched
    signal nextTouched

    Layout.fillHeight: false
    spacing: 24

    ActionButton {
        objectName: "go_home"
        Layout.preferredHeight: actions.rowHeight
        Layout.minimumWidth: 200
        stacked: true
        letters: Look.body
        iconName: "home"
        text: qsTr("Trang chủ")
        enabled: actions.canLeave
        onClicked: actions.homeTouched()
    }
    ActionButton {
        objectName: "go_back"
        Layout.preferredHeight: actions.rowHeight
        Layout.minimumWidth: 200
        visible: actions.canGoBack
        stacked: true
        letters: Look.body
        iconName: "back"
        text: qsTr("Quay lại")
        enabled: actions.canLeave
        onClicked: actions.backTouched()
    }
    Item {
        Layout.fillWidth: actions.nextText === ""
    }
    ActionButton {
        objectName: actions.nextName
        Layout.fillWidth: true
        Layout.preferredHeight: actions.rowHeight
        visible: actions.nextText !== ""
        kind: "primary"
        letters: Look.title
        iconName: actions.nextIcon
        iconLast: true
        text: actions.nextText
        enabled: actions.nextEnabled
        onClicked: actions.nextTouched()
    }
}

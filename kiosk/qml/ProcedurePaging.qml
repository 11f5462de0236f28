import QtQuick
import QtQuick.Layouts

// The row below a list in pages: home and back at the left, the pages at the right.
RowLayout {
    id: paging

    property int pages: 1
    property int shown: 0
    property int rowHeight: 136
    property bool small: false

    signal homeTouched
    signal backTouched
    signal pageTouched(int page)

    spacing: 16

    ActionButton {
        objectName: "go_home"
        Layout.preferredHeight: paging.rowHeight
        Layout.minimumWidth: 160
        visible: !paging.small
        stacked: true
        letters: Look.body
        iconName: "home"
        text: qsTr("Trang chủ")
        onClicked: paging.homeTouched()
    }
    ActionButton {
        objectName: "go_back"
        Layout.preferredHeight: paging.rowHeight
        Layout.minimumWidth: 160
        stacked: true
        letters: Look.body
        iconName: "back"
        text: qsTr("Quay lại")
        onClicked: paging.backTouched()
    }
    Label {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        text: paging.pages > 1 ? "%1/%2".arg(paging.shown + 1).arg(paging.pages) : ""
        Accessible.name: qsTr("Trang %1 trên %2").arg(paging.shown + 1).arg(paging.pages)
    }
    ActionButton {
        objectName: "page_before"
        Layout.preferredHeight: paging.rowHeight
        Layout.minimumWidth: 160
        stacked: true
        letters: Look.body
        iconName: "up"
        text: qsTr("Trước")
        spoken: qsTr("Trang trước")
        visible: paging.pages > 1
        enabled: paging.shown > 0
        onClicked: paging.pageTouched(paging.shown - 1)
    }
    ActionButton {
        objectName: "page_after"
        Layout.preferredHeight: paging.rowHeight
        Layout.minimumWidth: 160
        stacked: true
        letters: Look.body
        iconName: "down"
        text: qsTr("Sau")
        spoken: qsTr("Trang sau")
        visible: paging.pages > 1
        enabled: paging.shown < paging.pages - 1
        onClicked: paging.pageTouched(paging.shown + 1)
    }
}

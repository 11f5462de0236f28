import QtQuick
import QtQuick.Layouts

// A line that gives no numbers now: when it does again, and what can be done all the same.
Item {
    id: screen

    required property var home
    readonly property var told: screen.home.view.told
    readonly property bool wide: screen.width > screen.height * 1.3
    readonly property bool tight: screen.height < (screen.wide ? 780 : 1250) * Look.swell

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Look.margin
        anchors.topMargin: screen.tight ? 24 : 48
        anchors.bottomMargin: screen.tight ? 20 : 32
        spacing: screen.tight ? 20 : 32

        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            columns: screen.wide ? 2 : 1
            columnSpacing: 64
            rowSpacing: screen.tight ? 20 : 48

            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: !screen.wide
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                spacing: screen.tight ? 20 : 40

                LineHeading {
                    Layout.fillWidth: true
                    line: screen.told.tile
                    letters: screen.wide || screen.tight ? Look.title : Look.headline
                }
                Notice {
                    objectName: "told"
                    Layout.fillWidth: true
                    kind: "warning"
                    iconName: "clock"
                    strong: true
                    text: screen.told.sentence
                }
                Item {
                    Layout.fillHeight: true
                    visible: !screen.wide
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: false
                Layout.preferredWidth: 1
                Layout.alignment: screen.wide ? Qt.AlignTop : Qt.AlignBottom
                spacing: 24

                Label {
                    Layout.fillWidth: true
                    text: qsTr("Việc khác có thể làm ngay bây giờ")
                    color: Look.inkSoft
                }
                OtherJourneys {
                    Layout.fillWidth: true
                    home: screen.home
                    tight: true
                    cardHeight: screen.tight ? 112 : 152
                }
            }
        }
        ActionButton {
            objectName: "close_told"
            Layout.fillWidth: true
            Layout.preferredHeight: screen.tight ? 112 : 136
            kind: "primary"
            letters: Look.title
            iconName: "home"
            text: qsTr("Xem các hàng khác")
            onClicked: screen.home.close_told()
        }
    }
}

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

// Home: every line is one touch away; the other journeys beside or below. A touched line that gives no numbers is
// explained in their place.
Item {
    id: screen

    required property var home
    required property var shell
    readonly property bool wide: screen.width > screen.height * 1.3
    readonly property bool tight: screen.height < (screen.wide ? 780 : 1350) * Look.swell
    readonly property int count: screen.home.view.tiles.length
    readonly property int tileColumns: screen.wide && screen.count > 8 ? 3 : 2

    readonly property bool telling: screen.home.view.told.sentence !== ""

    Loader {
        anchors.fill: parent
        active: screen.telling

        sourceComponent: LineNotGiving {
            home: screen.home
        }
    }
    GridLayout {
        anchors.fill: parent
        visible: !screen.telling
        anchors.margins: Look.margin
        anchors.topMargin: screen.tight ? 24 : 40
        anchors.bottomMargin: screen.tight ? 20 : 32
        columns: screen.wide ? 2 : 1
        columnSpacing: Look.margin
        rowSpacing: screen.tight ? 20 : 32

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: screen.tight ? 16 : 24

            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: false
                spacing: 4

                Label {
                    Layout.fillWidth: true
                    text: qsTr("Mời Ông/Bà lấy số thứ tự")
                    font.pixelSize: screen.tight ? Look.title : Look.headline
                    font.weight: Font.Bold
                    Accessible.role: Accessible.Heading
                }
                Label {
                    Layout.fillWidth: true
                    visible: !screen.tight || !screen.home.view.giving
                    text: screen.home.view.giving ? qsTr("Chạm vào việc Ông/Bà cần làm") : qsTr("Hiện chưa cấp số. Chạm vào một hàng để xem giờ trở lại.")
                    color: Look.inkSoft
                    font.pixelSize: screen.tight ? Look.body : Look.lead
                }
                Fact {
                    objectName: "as_of"
                    Layout.fillWidth: true
                    visible: screen.home.view.as_of !== ""
                    iconName: "warning"
                    text: qsTr("Số liệu lúc %1").arg(screen.home.view.as_of)
                }
            }
            GridLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                columns: screen.tileColumns
                columnSpacing: screen.tight ? 16 : 24
                rowSpacing: screen.tight ? 16 : 24
                uniformCellWidths: true
                uniformCellHeights: true

                Repeater {
                    model: screen.count

                    LineTile {
                        required property int index

                        line: screen.home.view.tiles[index] ?? ({
                                letter: "",
                                name: "",
                                icon: "",
                                waiting: "",
                                wait: "",
                                spoken: "",
                                state: "open"
                            })
                        objectName: "line_" + line.letter
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.maximumHeight: 300
                        onClicked: screen.home.choose_line(line.letter)
                    }
                }
            }
        }
        OtherJourneys {
            home: screen.home
            stacked: screen.wide
            tight: screen.tight
            Layout.fillWidth: !screen.wide
            Layout.preferredWidth: screen.wide ? 440 : -1
            Layout.fillHeight: screen.wide
        }
    }
}

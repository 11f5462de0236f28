pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

// Home: every line is one touch away; the other two journeys beside or below.
Item {
    id: screen

    required property var home
    readonly property bool wide: screen.width > screen.height * 1.3
    readonly property bool tight: screen.height < (screen.wide ? 780 : 1250) * Look.swell
    readonly property int count: screen.home.view.tiles.length
    readonly property int tileColumns: screen.wide && screen.count > 8 ? 3 : 2

    GridLayout {
        anchors.fill: parent
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
                    visible: !screen.tight
                    text: qsTr("Chạm vào việc Ông/Bà cần làm")
                    color: Look.inkSoft
                    font.pixelSize: Look.lead
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
                                spoken: ""
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

import QtQuick
import QtQuick.Layouts

// Hold a code under the scanner, or type it: the same screen for a dossier's code and a ticket's label.
Item {
    id: screen

    property string heading: ""
    property string hint: ""
    property string typeHint: ""
    property string prefix: ""
    property string typed: ""
    property string missing: ""
    property string problem: ""
    property var letters: []
    property string chosenLetter: ""
    property bool finding: false
    property bool canFind: false
    property string findName: ""
    property string findText: ""
    property string findIcon: "search"
    readonly property bool wide: screen.width > screen.height * 1.3
    readonly property bool tight: screen.height < (screen.wide ? 780 : 1250) * Look.swell

    signal keyPressed(string key)
    signal eraseTouched
    signal clearTouched
    signal findTouched
    signal homeTouched

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Look.margin
        anchors.topMargin: screen.tight ? 24 : 40
        anchors.bottomMargin: screen.tight ? 20 : 32
        spacing: screen.tight ? 16 : 28

        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            columns: screen.wide ? 2 : 1
            columnSpacing: 64
            rowSpacing: screen.tight ? 16 : 32

            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: false
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                spacing: screen.tight ? 16 : 28

                Label {
                    Layout.fillWidth: true
                    text: screen.heading
                    font.pixelSize: screen.tight || screen.wide ? Look.title : Look.headline
                    font.weight: Font.Bold
                    Accessible.role: Accessible.Heading
                }
                ScanHint {
                    Layout.fillWidth: true
                    Layout.fillHeight: false
                    visible: screen.problem === "" || !(screen.tight || Look.swell > 1)
                    text: screen.hint
                    letters: screen.tight ? Look.body : Look.lead
                }
                Label {
                    Layout.fillWidth: true
                    visible: !screen.tight || screen.wide
                    text: screen.typeHint
                    color: Look.inkSoft
                }
                CodeField {
                    Layout.fillWidth: true
                    implicitHeight: screen.tight ? 104 : 128
                    prefix: screen.prefix
                    typed: screen.typed
                    missing: screen.missing
                }
                Notice {
                    objectName: "problem"
                    Layout.fillWidth: true
                    text: screen.problem
                }
            }
            Pad {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                Layout.maximumHeight: (screen.letters.length > 0 ? 4 + Math.ceil(screen.letters.length / 6) : 4) * (highest + 16)
                Layout.alignment: screen.wide ? Qt.AlignTop : Qt.AlignBottom
                letters: screen.letters
                chosenLetter: screen.chosenLetter
                enabled: !screen.finding
                onPressed: key => screen.keyPressed(key)
                onEraseTouched: screen.eraseTouched()
                onClearTouched: screen.clearTouched()
            }
        }
        Busy {
            Layout.fillWidth: true
            running: screen.finding
        }
        ActionRow {
            Layout.fillWidth: true
            rowHeight: screen.tight ? 112 : 136
            nextName: screen.findName
            nextText: screen.findText
            nextIcon: screen.findIcon
            nextEnabled: screen.canFind
            onHomeTouched: screen.homeTouched()
            onNextTouched: screen.findTouched()
        }
    }
}

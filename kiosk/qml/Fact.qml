import QtQuick
import QtQuick.Layouts

// A small icon and what it says. `within` a control that has a spoken name it is not said a second time.
RowLayout {
    id: fact

    property string iconName: ""
    property string text: ""
    property color tone: Look.inkSoft
    property int letters: Look.body
    property int rightPadding: 0
    property bool within: false

    Layout.fillHeight: false
    spacing: 8

    Icon {
        name: fact.iconName
        tone: fact.tone
        size: Math.round(fact.letters * 1.1)
        Layout.preferredWidth: size
        Layout.preferredHeight: size
    }
    Label {
        Layout.fillWidth: true
        Layout.rightMargin: fact.rightPadding
        text: fact.text
        color: fact.tone
        font.pixelSize: fact.letters
        lineHeight: 1
        Accessible.ignored: fact.within || fact.text === ""
    }
}

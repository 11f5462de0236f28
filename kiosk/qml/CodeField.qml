import QtQuick

// What has been typed so far, with the places still to fill. Read-aloud passes over it: it may be a PIN.
Rectangle {
    id: field

    property string prefix: ""
    property string typed: ""
    property string missing: ""
    property int letters: 54
    readonly property bool unspoken: true

    implicitHeight: 128
    color: Look.surface
    radius: Look.radius
    border.color: Look.action
    border.width: 3
    Accessible.role: Accessible.StaticText
    Accessible.name: field.prefix + field.typed

    Row {
        id: row

        anchors.centerIn: parent
        scale: Math.min(1, (field.width - 32) / Math.max(1, row.width))

        Label {
            text: field.prefix
            color: Look.inkSoft
            font.pixelSize: field.letters
            font.features: ({
                    "tnum": 1
                })
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        Label {
            objectName: "typed"
            text: field.typed
            font.pixelSize: field.letters
            font.weight: Font.Bold
            font.features: ({
                    "tnum": 1
                })
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        Label {
            text: field.missing
            color: Look.inkSoft
            font.pixelSize: field.letters
            font.letterSpacing: 4
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}

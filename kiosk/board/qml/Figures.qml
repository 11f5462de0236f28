import QtQuick

// A number to be read from the other end of the hall, its capitals in the middle of the item.
Item {
    id: figures

    property alias text: letters.text
    property alias color: letters.color
    property int largest: 320

    readonly property int fitted: letters.fontInfo.pixelSize
    // Of the typeface: capitals are 0.74 em high and stand on a line 1 em below the top of the text.
    readonly property real capitals: 0.63

    BoardText {
        id: letters

        objectName: "figures"
        anchors.left: parent.left
        anchors.right: parent.right
        y: figures.height / 2 - figures.capitals * figures.fitted
        font.pixelSize: figures.largest
        font.weight: Font.Bold
        font.features: ({
                "tnum": 1
            })
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 100
        lineHeight: 0.82
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignTop
    }
}

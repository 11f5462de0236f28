import QtQuick

// One of the line icons; always stands beside a word, so screen readers pass over it.
Image {
    id: icon

    property string name: ""
    property color tone: Look.ink
    property int size: 48

    function address(): string {
        return "image://icon/" + icon.name + "/" + icon.tone.toString().substr(-6).toUpperCase();
    }

    width: icon.size
    height: icon.size
    sourceSize.width: icon.size * 2
    sourceSize.height: icon.size * 2
    smooth: true
    source: icon.name === "" ? "" : icon.address()
    Accessible.ignored: true
}

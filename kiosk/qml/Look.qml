pragma Singleton

import QtQuick

// Colours and sizes as the view model of the frame hands them over.
QtObject {
    id: look

    property var palette: ({})
    property var sizes: ({})
    property bool still: false

    readonly property color ground: look.palette.ground ?? "white"
    readonly property color surface: look.palette.surface ?? "white"
    readonly property color hairline: look.palette.hairline ?? "black"
    readonly property color edge: look.palette.edge ?? "black"
    readonly property color ink: look.palette.ink ?? "black"
    readonly property color inkSoft: look.palette.ink_soft ?? "black"
    readonly property color action: look.palette.action ?? "black"
    readonly property color actionPressed: look.palette.action_pressed ?? "black"
    readonly property color actionInk: look.palette.on_action ?? "white"
    readonly property color actionTint: look.palette.action_tint ?? "white"
    readonly property color urgent: look.palette.urgent ?? "black"
    readonly property color urgentInk: look.palette.on_urgent ?? "white"
    readonly property color urgentTint: look.palette.urgent_tint ?? "white"
    readonly property color done: look.palette.done ?? "black"
    readonly property color doneInk: look.palette.on_done ?? "white"
    readonly property color doneTint: look.palette.done_tint ?? "white"
    readonly property color warningGround: look.palette.warning_ground ?? "white"
    readonly property color warningInk: look.palette.on_warning ?? "black"

    readonly property int body: look.sizes.body ?? 32
    readonly property int lead: look.sizes.lead ?? 38
    readonly property int title: look.sizes.title ?? 46
    readonly property int headline: look.sizes.headline ?? 64
    readonly property real swell: look.body / 32
    readonly property int display: look.sizes.display ?? 224

    readonly property string family: "Be Vietnam Pro"
    readonly property int grid: 8
    readonly property int gap: 24
    readonly property int margin: 48
    readonly property int radius: 20
    readonly property int target: 112
    readonly property int moveMs: look.still ? 0 : 180
}

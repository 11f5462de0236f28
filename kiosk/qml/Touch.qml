import QtQuick
import QtQuick.Templates as T

// Whatever can be touched: at least 96 pixels, answers at once, says what it is. Enter presses it like the space bar.
T.AbstractButton {
    id: touch

    property color fill: Look.surface
    property color fillPressed: Look.actionTint
    property color outline: Look.edge
    property int outlineWidth: 2
    property int corner: Look.radius
    property string spoken: touch.text

    function enter(event: var) {
        event.accepted = touch.activeFocus;
        if (touch.activeFocus && !event.isAutoRepeat) {
            touch.click();
        }
    }

    implicitWidth: Math.max(Look.target, touch.implicitContentWidth + touch.leftPadding + touch.rightPadding)
    implicitHeight: Math.max(Look.target, touch.implicitContentHeight + touch.topPadding + touch.bottomPadding)
    padding: 20
    focusPolicy: Qt.TabFocus
    Accessible.role: touch.checkable ? Accessible.CheckBox : Accessible.Button
    Accessible.name: touch.spoken
    Accessible.checkable: touch.checkable
    Accessible.checked: touch.checked
    scale: touch.pressed ? 0.98 : 1
    Keys.onReturnPressed: event => touch.enter(event)
    Keys.onEnterPressed: event => touch.enter(event)

    Behavior on scale {
        NumberAnimation {
            duration: Look.moveMs / 2
        }
    }

    background: Rectangle {
        color: touch.pressed ? touch.fillPressed : touch.fill
        radius: touch.corner
        border.color: touch.visualFocus ? Look.action : touch.outline
        border.width: touch.visualFocus ? 6 : touch.outlineWidth
    }
}

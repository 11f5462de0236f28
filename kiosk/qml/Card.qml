import QtQuick

// A quiet sheet on the ground.
Rectangle {
    color: Look.surface
    radius: Look.radius
    border.color: Look.hairline
    border.width: 2
}

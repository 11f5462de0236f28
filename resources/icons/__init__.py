"""Line icons drawn for this project: one SVG each, strokes of width 2 on a grid of 24, black."""

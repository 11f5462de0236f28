"""The journeys of a citizen at the kiosk, one folder each: what is shown, and how it moves on."""

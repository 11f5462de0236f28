"""With which status the program ends when staff end it; the units in `installer/systemd` go by the same numbers."""

from __future__ import annotations

LEFT_TO_THE_DESKTOP = 0
"""Staff wanted the machine's own screen: nothing starts the program again by itself."""

START_AGAIN = 75
"""Staff wanted the program started anew (`EX_TEMPFAIL`): the service manager does so at once."""

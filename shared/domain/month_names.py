"""The names of the months in English; Vietnamese counts them (tháng 1 … tháng 12)."""

from __future__ import annotations

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
"""In full, January first."""

SHORT_MONTHS = tuple(name[:3] for name in MONTHS)
"""In three letters, for lists and slips: "Jan"."""

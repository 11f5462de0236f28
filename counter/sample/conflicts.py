"""Conflicts of the sample office: a number that two counters called while offline, a step at the wrong counter."""

from __future__ import annotations

from shared.domain.fact import Fact


def crossed_calls() -> tuple[Fact, ...]:
    """Facts for `SampleBook.write`: counters 1 and 3 both call A001; counter 2 finishes B001, which it never called."""
    return (
        Fact("ticket-0", "ticket.called", _call("quay-1")),
        Fact("ticket-0", "ticket.called", _call("quay-3")),
        Fact("ticket-9", "ticket.done", {"counter": "quay-2"}),
    )


def _call(counter: str) -> dict[str, object]:
    return {"counter": counter, "desk": f"desk-{counter}", "key": f"key-{counter}", "mode": "offline"}

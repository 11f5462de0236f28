"""Conflicts of the sample office: a number that two counters called while offline, a step at the wrong counter, a list
that was taken back at one counter while the department signed for it.
"""

from __future__ import annotations

from counter.sample.book import SampleBook
from shared.domain import handover
from shared.domain.custody import ONE_STOP
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


def disputed_list(book: SampleBook) -> None:
    """Three dossiers go to a department; the giver takes the list back while the receiver signs for it."""
    here = [each for each in book.dossiers.values() if each.stage == "received" and each.holder == ONE_STOP][:3]
    listed = tuple(handover.Listed("dossier", each) for each in here)
    offer = handover.Offer("handover-d", "BG-261123-0109", ONE_STOP, "van-phong", listed, receiver_kind="department")
    book.write(handover.decide(None, offer), "staff-1")
    offered = book.handovers["handover-d"]
    cancelled = handover.decide(offered, handover.Cancel(ONE_STOP))
    accepted = handover.decide(offered, handover.Accept("van-phong"))
    book.write(cancelled, "staff-1")
    book.write(accepted, "staff-5")

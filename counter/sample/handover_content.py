"""A list on paper that the sample office has not heard of, as the codes printed on it."""

from __future__ import annotations

from datetime import timedelta

from counter.sample.content import MORNING
from shared.domain.carried_list import CarriedList, CarriedPaper, to_codes
from shared.domain.custody import ONE_STOP

NUMBER = "BG-261123-0107"


def carried_codes(papers: int = 60) -> tuple[str, ...]:
    """The codes of a list with so many notes of the post, every third with a fee."""
    listed = tuple(
        CarriedPaper(
            "consignment",
            f"00000000-0000-4000-8000-{(7 * place) % 1000:012d}",
            f"PG-261123-02{place:03}",
            8000 if place % 3 == 0 else 0,
        )
        for place in range(1, papers + 1)
    )
    carried = CarriedList(
        id="handover-on-paper",
        number=NUMBER,
        giver="buu-dien-mau",
        receiver=ONE_STOP,
        giver_kind="post",
        receiver_kind="one_stop",
        papers=listed,
        offered_by="staff-9",
        offered_at=MORNING - timedelta(minutes=25),
        lamport=1,
    )
    return to_codes(carried)

"""Codes on paper, as a scanner types them."""

from __future__ import annotations

from collections.abc import Iterable

from shared.domain.paper_code import Gathered, gather, read_piece


def scanned(codes: Iterable[str]) -> Gathered:
    """What a machine has after all `codes` of one document were scanned in this order."""
    gathered: Gathered | None = None
    for code in codes:
        piece = read_piece(code)
        assert piece is not None
        gathered = gather(gathered, piece)
    assert gathered is not None
    return gathered

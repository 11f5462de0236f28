"""What a paper says of itself after people who were apart have written what does not go together."""

from __future__ import annotations

from shared.domain.dossier import Dossier
from shared.domain.handover import Handover


def whereabouts(dossier: Dossier) -> tuple[str, str | None]:
    """Who holds it, and the handover it is in transit on."""
    return dossier.holder, dossier.transit.handover if dossier.transit else None


def codes(state: Dossier | Handover) -> list[str]:
    """What does not fit."""
    return [each.code for each in state.conflicts]


def named(state: Dossier, code: str) -> tuple[tuple[str, ...], str]:
    """Whom the conflict `code` names, and what may be chosen instead; it says which paper it is about."""
    found = next(each for each in state.conflicts if each.code == code)
    assert state.code in found.vi
    assert state.code in found.en
    return found.parties, found.choice


def holds(kind: str, unit: str) -> str:
    """The choice that says the paper is there."""
    return f"holds:{kind}:{unit}"

"""Rate a visit or a dossier (đánh giá): what a scanned slip or receipt lets the citizen rate, and the rating itself."""

from __future__ import annotations

from dataclasses import dataclass

from shared.domain import rating
from shared.failures import Refusal
from shared.journal.dossier_queries import dossier_by_token
from shared.journal.journal import Journal, Reader
from shared.journal.queue_queries import ticket_by_token
from shared.journal.read_model import RATINGS

from .act import act
from .take_number import CITIZEN


@dataclass(frozen=True, slots=True)
class Ratable:
    """Something that can be rated: a ticket (lượt phục vụ) by its label or a dossier by its code."""

    about: rating.About
    about_id: str
    name: str
    rated: bool


def ratable_by_token(reader: Reader, token: str) -> Ratable:
    """What the token of a slip or receipt lets its holder rate. Refusal `nothing_to_rate`, `not_served_yet`."""
    ticket = ticket_by_token(reader, token)
    if ticket is not None:
        if ticket.state in ("waiting", "parked"):
            raise Refusal(
                "not_served_yet",
                f"Số {ticket.label} chưa được phục vụ. Mời Ông/Bà đánh giá sau khi được phục vụ.",
                f"Ticket {ticket.label} has not been served yet. Please rate after your visit.",
            )
        return _ratable(reader, "ticket", ticket.id, ticket.label)
    dossier = dossier_by_token(reader, token)
    if dossier is not None:
        return _ratable(reader, "dossier", dossier.id, dossier.code)
    raise Refusal(
        "nothing_to_rate",
        "Không tìm thấy lượt phục vụ nào với mã này.",
        "No visit was found for this code.",
    )


def _ratable(reader: Reader, about: rating.About, about_id: str, name: str) -> Ratable:
    return Ratable(about, about_id, name, rated=is_rated(reader, about_id))


def is_rated(reader: Reader, about_id: str) -> bool:
    """Whether the ticket or dossier with that id has its one rating."""
    return reader.state(RATINGS, rating.rating_id(about_id)) is not None


def rate(journal: Journal, command: rating.Rate) -> rating.Rating:
    """Gives the one rating. Refusal `already_rated`."""
    return act(journal, RATINGS, rating.decide, rating.rating_id(command.about_id), command, CITIZEN)

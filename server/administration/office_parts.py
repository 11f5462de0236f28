"""What an office has once (thông tin, quy tắc): the groups of fields that people edit together."""

from __future__ import annotations

import dataclasses
import secrets
from dataclasses import dataclass, replace
from typing import Any

from server.administration.fields import Field, part_as_document
from shared.domain.office import BankAccount, Office, TicketRules, part_from_document

Document = dict[str, Any]
_KINDS = {"bank": BankAccount}


@dataclass(frozen=True, slots=True)
class OfficePart:
    """One group: its address and fields, whose names begin with the field of the office they stand in."""

    address: str
    fields: tuple[Field, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The fields of the office that it changes."""
        return tuple(dict.fromkeys(field.name.partition(".")[0] for field in self.fields))

    def document(self, office: Office) -> Document:
        """What `office` says of it, with all its fields."""
        return {name: part_as_document(getattr(office, name)) for name in self.names}

    def changed(self, office: Office, typed: Document) -> Office:
        """`office` with what was typed. Raises `OfficeInvalid`."""
        return replace(office, **{name: _value(name, getattr(office, name), typed[name]) for name in self.names})


def _value(name: str, known: Any, typed: Any) -> Any:
    kind = _KINDS.get(name, type(known))
    if not dataclasses.is_dataclass(kind):
        return tuple(typed) if isinstance(known, tuple) else typed
    if typed is None:
        return None
    document = {**(part_as_document(known) or {}), **typed}
    if kind is TicketRules and document["one_number_per_card"] and not document["card_key"]:
        document["card_key"] = secrets.token_hex(32)
    return part_from_document(kind, document)


IDENTITY = (
    Field("name"),
    Field("name_en"),
    Field("managing_body"),
    Field("place"),
    Field("agency_code"),
    Field("address"),
    Field("hotline", empty=True),
    Field("public_url"),
)
"""What an office is called and where it is."""

OFFICE_PARTS = (
    OfficePart(
        "identity",
        IDENTITY,
    ),
    OfficePart(
        "tickets",
        (
            Field("tickets.early_minutes", "whole"),
            Field("last_ticket_minutes_before_close", "whole"),
            Field("tickets.most_matters", "whole"),
            Field("tickets.one_number_per_card", "yes"),
            Field("tickets.appointment_early_minutes", "whole"),
            Field("tickets.appointment_late_minutes", "whole"),
            Field("priority_bound", "whole"),
            Field("no_show.minimum_calls", "whole"),
            Field("no_show.minimum_seconds", "whole"),
        ),
    ),
    OfficePart(
        "board",
        (
            Field("board.repeats", "whole"),
            Field("board.english", "yes"),
            Field("board.volumes", "rows", empty=True, parts=(Field("start", "clock"), Field("percent", "whole"))),
        ),
    ),
    OfficePart(
        "deadlines",
        (
            Field("deadlines.stuck_hours", "whole"),
            Field("deadlines.answers_soon_days", "whole"),
            Field("deadlines.collect_days", "whole"),
        ),
    ),
    OfficePart(
        "handovers",
        (
            Field("handovers.transit_minutes", "whole"),
            Field("handovers.attempts", "whole"),
            Field("handovers.attempt_gap_days", "whole"),
        ),
    ),
    OfficePart(
        "bank",
        (
            Field("bank.bin", empty=True),
            Field("bank.account", empty=True),
            Field("bank.holder", empty=True),
            Field("bank.bank_name", empty=True),
            Field("paid_first", "choices", empty=True, choices="fields"),
        ),
    ),
)
BY_ADDRESS = {part.address: part for part in OFFICE_PARTS}

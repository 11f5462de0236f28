"""The one gate of all administration: a change, the document before it, and the event that says who did what.

All three are one transaction under the office's lock. The event says what changed; names of people stand in its
personal record, secrets nowhere.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from server.administration.differences import as_data, differences
from server.administration.retiring import in_use, refuse_in_use, vanishing
from server.offices import Offices
from server.reference_changes import change_reference, keep_replaced, replaced_office
from server.upstream.gate import refuse_below_province
from shared.clock import business_date
from shared.domain.fact import Data, Fact
from shared.domain.office import Office, Retired, RetiredKind
from shared.failures import Refusal
from shared.journal.journal import Writer

SUBJECT = "administration"
"""One subject for everything of administration, so that it is found by the index of subjects."""
COMMAND = "command"
"""The actor of what a command at the server's own prompt changes."""
Edit = Callable[[Office], Office]


def change(writer: Writer, offices: Offices, actor: str, what: str, edit: Edit) -> Office:
    """The office after `edit`, under its next version; as it was when nothing differs.

    `what` is the last word of the event's kind. Refusals of `edit`, `in_use`, `office_invalid`, `catalogue_invalid`,
    `at_the_province`.
    """
    refuse_below_province(offices.node)
    reference = offices.reference(writer.office)
    known = reference.read_stored(writer.connection)
    wanted = edit(known)
    found = differences(known, wanted)
    if not found:
        return known
    refuse_in_use(writer, known, wanted, business_date(writer.now))
    keep_replaced(writer, known, what, actor)
    later = change_reference(writer, reference, lambda _: wanted)
    data, personal = as_data(found)
    note(writer, actor, what, {"version": later.version, **data}, personal)
    return later


def note(writer: Writer, actor: str, what: str, data: Data, personal: Data | None = None) -> None:
    """Writes down something of administration that is no part of the reference data."""
    writer.append(actor, [Fact(SUBJECT, f"administration.{what}", data, personal)])


def put_back(writer: Writer, offices: Offices, actor: str, version: int) -> Office:
    """The office as version `version` had it, as a change like any other. Refusal `no_such_version`.

    Staff and devices stay as they are: nobody gets an old password back.
    """
    wanted, today = _kept(writer, version), business_date(writer.now)
    return change(writer, offices, actor, "put_back", lambda known: as_it_was(known, wanted, today))


def as_it_was(known: Office, wanted: Office, today: date) -> Office:
    """`wanted` with the staff, devices and PIN of `known`; what came since keeps its name for the journal."""
    kept = (each for each in wanted.retired if each.kind != "staff")
    retired: dict[tuple[RetiredKind, str], Retired] = {(each.kind, each.id): each for each in kept}
    retired |= {(each.kind, each.id): each for each in known.retired}
    retired |= {(each.kind, each.id): each for each in vanishing(known, wanted, today)}
    used = in_use(wanted)
    return replace(
        wanted,
        version=known.version,
        devices=known.devices,
        staff=known.staff,
        kiosks=known.kiosks,
        retired=tuple(each for key, each in retired.items() if key not in used),
    )


def _kept(writer: Writer, version: int) -> Office:
    wanted = replaced_office(writer.connection, writer.office, version)
    if wanted is None:
        raise Refusal(
            "no_such_version",
            f"Máy chủ không còn giữ bản {version}. Chưa có gì thay đổi.",
            f"This server does not keep version {version}. Nothing was changed.",
        )
    return wanted

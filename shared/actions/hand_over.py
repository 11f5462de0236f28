"""Hand papers over (bàn giao): the giver signs, the receiver counts and signs, or the giver takes the list back.

Each is one transaction with everything it means for the papers on the list. What else belongs into it (entering what
the post has brought, sending what the post takes along) is handed in as `then`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from shared.clock import business_date
from shared.domain import handover
from shared.domain.carried_list import CarriedList, CarriedPaper
from shared.domain.handover import Carried, Handover, PaperKind
from shared.domain.handover_count import Count
from shared.domain.office import Office
from shared.domain.office_record import UnitKind
from shared.domain.units import unit_kind
from shared.failures import Refusal
from shared.journal.dossier_queries import is_handover_number_taken
from shared.journal.journal import Journal, Reader, Writer
from shared.journal.node import Node
from shared.journal.paper_queries import papers_by_id
from shared.journal.read_model import HANDOVERS, events_of

from .act import act_within

Then = Callable[[Writer, Handover], None]
"""What belongs to the same transaction, given the handover after the signature."""


def together(*thens: Then | None) -> Then:
    """Several of them as one, in this order; what is None is left out. If one refuses, nothing has happened."""

    def all_of_them(writer: Writer, signed: Handover) -> None:
        for then in thens:
            if then is not None:
                then(writer, signed)

    return all_of_them


def offer(
    journal: Journal,
    node: Node,
    *,
    giver: str,
    receiver: str,
    officer: str,
    dossiers: tuple[str, ...] = (),
    papers: tuple[tuple[PaperKind, str], ...] = (),
    fees: tuple[Carried, ...] = (),
    office: Office | None = None,
    then: Then | None = None,
) -> Handover:
    """The giver signs: `dossiers` and other `papers`, all held by `giver`, go to `receiver`.

    `office` says what kind of units they are; without it every unit but the one-stop office is a department.
    """
    listed: tuple[tuple[PaperKind, str], ...] = (*(("dossier", each) for each in dossiers), *papers)
    with journal.writing() as writer:
        found = papers_by_id(writer, listed)
        if len(found) != len(listed):
            raise Refusal("no_such_dossier", "Có hồ sơ chưa rõ ở máy này.", "A dossier is not known here.")
        command = handover.Offer(
            id=journal.identities.subject(),
            number=next_handover_number(writer, node),
            giver=giver,
            receiver=receiver,
            papers=found,
            giver_kind=_kind(office, giver),
            receiver_kind=_kind(office, receiver),
            fees=fees,
        )
        offered = act_within(writer, HANDOVERS, handover.decide, command.id, command, officer)
        if then is not None:
            then(writer, offered)
        return offered


def _kind(office: Office | None, unit: str) -> UnitKind:
    if office is not None:
        return unit_kind(office, unit)
    return "one_stop" if unit == "one_stop" else "department"


def next_handover_number(writer: Writer, node: Node) -> str:
    """The next number of this machine's lists today."""
    today = business_date(writer.now)
    ordinal = writer.next_number(
        f"handover/{today.isoformat()}",
        lambda last: (last or 0) + 1,
        lambda number: is_handover_number_taken(writer, _number(node, today, number)),
    )
    return _number(node, today, ordinal)


def _number(node: Node, day: date, ordinal: int) -> str:
    return f"BG-{day:%y%m%d}-{node.index:02}{ordinal:02}"


def accept(
    journal: Journal,
    handover_id: str,
    *,
    unit: str,
    officer: str,
    missing: tuple[str, ...] = (),
    extra: tuple[str, ...] = (),
    count: Count | None = None,
    then: Then | None = None,
) -> Handover:
    """The receiver has counted and signs, for a list that this machine knows or has `heard` of from the giver's code.

    `missing` and `extra` are the whole count where nothing else is to be said.
    """
    counted = count or Count(missing, extra)
    heard, command = counted.heard, counted.signed(unit, handover_id)
    with journal.writing() as writer:
        known = writer.state(HANDOVERS, handover_id)
        if heard is not None and known is None:
            writer.hear(heard.lamport)
        elif heard is not None:
            command = _as_known(command)
        accepted = act_within(writer, HANDOVERS, handover.decide, handover_id, command, officer)
        if then is not None:
            then(writer, accepted)
        return accepted


def _as_known(command: handover.Accept) -> handover.Accept:
    """The list has arrived meanwhile: the code is not needed any more."""
    return replace(command, on_paper=None)


def cancel(journal: Journal, handover_id: str, *, unit: str, officer: str) -> Handover:
    """The giver takes the list back."""
    with journal.writing() as writer:
        return act_within(writer, HANDOVERS, handover.decide, handover_id, handover.Cancel(unit), officer)


def settle_difference(journal: Journal, handover_id: str, command: handover.Settle, *, officer: str) -> Handover:
    """A difference between list and count is settled."""
    with journal.writing() as writer:
        return act_within(writer, HANDOVERS, handover.decide, handover_id, command, officer)


def carried_list(reader: Reader, handover_id: str) -> CarriedList:
    """The list as the codes on the printed record carry it. Refusal `no_such_handover`."""
    found = reader.state(HANDOVERS, handover_id)
    if found is None:
        raise Refusal("no_such_handover", "Không tìm thấy biên bản này.", "There is no such handover.")
    papers = papers_by_id(reader, found.papers)
    offered = [
        each for each in events_of(reader.connection, reader.office, found.id) if each.kind == "handover.offered"
    ]
    signed = offered[0].lamport if offered else 0
    fee_of = {each.id: each.amount_vnd for each in found.fees}
    listed = tuple(
        CarriedPaper(each.kind, each.paper.id, each.paper.code, fee_of.get(each.paper.id, 0)) for each in papers
    )
    own = {each.id for each in listed}
    return CarriedList(
        id=found.id,
        number=found.number,
        giver=found.giver,
        receiver=found.receiver,
        giver_kind=found.giver_kind,
        receiver_kind=found.receiver_kind,
        papers=listed,
        offered_by=found.offered_by,
        offered_at=found.offered_at,
        lamport=signed + len(found.papers),
        fees=tuple(each for each in found.fees if each.id not in own),
    )

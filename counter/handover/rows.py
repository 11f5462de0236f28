"""Papers and handovers as the handover room shows them, from what the domain knows (dòng giấy tờ, biên bản được mở)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from counter.ports import CountedPaper, Difference, OpenedHandover, PaperRow
from counter.rows import handover_row
from shared.domain.carried_list import CarriedList
from shared.domain.consignment import Consignment
from shared.domain.delivery import DeliveryState
from shared.domain.dossier import Dossier
from shared.domain.dossier_progress import is_late
from shared.domain.handover import Handover, Listed, OutsideSignature, PaperKind
from shared.domain.handover_due import Proposal, proposal
from shared.domain.handover_fit import Fitting, fitting, goes_to
from shared.domain.office import Office
from shared.domain.office_names import staff_name, unit_name
from shared.domain.whereabouts import HandedPaper
from shared.failures import Refusal

_ORDER: Mapping[Proposal, int] = {"overdue": 0, "now": 1, "next_morning": 2}


def paper_row(
    office: Office,
    listed: Listed,
    person: str,
    now: datetime,
    *,
    title: str = "",
    giver: str | None = None,
    receiver: str | None = None,
    deliveries: Mapping[str, DeliveryState] | None = None,
) -> PaperRow:
    """A paper in a list. `title`: the procedure of a letter's dossier. With `giver`, how it suits `receiver`."""
    paper = listed.paper
    assert isinstance(paper, HandedPaper)
    likely = goes_to(office, paper, giver) if giver is not None else None
    target = receiver or likely
    known = deliveries or {}
    suits = fitting(office, paper, giver, target, known) if giver is not None and target is not None else Fitting()
    dossier = paper if isinstance(paper, Dossier) else None
    note = paper if isinstance(paper, Consignment) else None
    return PaperRow(
        kind=listed.kind,
        id=paper.id,
        code=paper.code,
        title=paper.procedure_name if isinstance(paper, Dossier | Consignment) else title,
        person=person,
        holder_name=unit_name(office, paper.holder),
        due_at=dossier.due_at if dossier is not None else None,
        late=dossier is not None and is_late(dossier, now),
        proposal=proposed(office, paper, now),
        goes_to=likely or "",
        fit=suits.fit,
        why=suits.why,
        fee_vnd=listed.fee_vnd,
        here=giver is None or (paper.holder == giver and paper.transit is None),
        waits_on=paper.transit.handover if paper.transit is not None else "",
        dossier=(note.registered_as or "") if note is not None else "",
        dossier_code=note.registered_code if note is not None else "",
    )


def proposed(office: Office, paper: HandedPaper, now: datetime) -> Proposal:
    """When `paper` is to be handed over: what was received here has the law's time for it, all else goes now."""
    held_since = paper.held_since
    if held_since is None and isinstance(paper, Dossier):
        held_since = paper.received_at
    waits = isinstance(paper, Dossier) and paper.stage == "received"
    if held_since is None or not (waits or isinstance(paper, Consignment)):
        return "now"
    try:
        return proposal(office.calendar, held_since, now)
    except Refusal:
        return "now"


def by_urgency(rows: Iterable[PaperRow]) -> tuple[PaperRow, ...]:
    """What suits first, and of that the most pressing."""
    return tuple(sorted(rows, key=lambda row: (row.fit != "fits", _ORDER[row.proposal])))


def unknown_row(kind: PaperKind, identity: str, code: str, fee_vnd: int = 0) -> PaperRow:
    """A paper of which this machine knows nothing but its code."""
    return PaperRow(kind, identity, code, "", "", "", fee_vnd=fee_vnd, known=False)


def opened_handover(
    office: Office, handover: Handover, papers: Mapping[str, PaperRow], words: Mapping[str, Mapping[str, object]]
) -> OpenedHandover:
    """A handover with everything on it.

    `papers`: what this machine knows of what is listed, by id; `words`: personal records by their hash.
    """
    fee_of, code_of = {each.id: each.amount_vnd for each in handover.fees}, dict(handover.codes)
    listed = tuple(
        papers.get(item) or unknown_row(kind, item, code_of.get(item) or _short_code(item), fee_of.get(item, 0))
        for kind, item in handover.papers
    )
    noted = words.get(handover.notes or "", {}).get("notes", {})
    notes = noted if isinstance(noted, Mapping) else {}
    return OpenedHandover(
        row=handover_row(office, handover),
        papers=listed,
        given_by=_signer(office, handover.offered_by, handover.giver_outside, words),
        taken_by=_signer(office, handover.accepted_by or "", handover.receiver_outside, words),
        taken_at=handover.receiver_outside.at if handover.receiver_outside else handover.accepted_at,
        counted=_counted(handover, notes),
        extra=handover.extra,
        fees=handover.fees,
        counted_vnd=handover.counted_vnd,
        differences=_differences(office, handover, {row.id: row.code for row in listed}, words),
    )


def heard_handover(office: Office, heard: CarriedList, papers: Mapping[str, PaperRow]) -> OpenedHandover:
    """A list that this machine knows from the giver's codes only."""
    asked = heard.on_paper
    handover = Handover(
        id=heard.id,
        number=heard.number,
        giver=heard.giver,
        receiver=heard.receiver,
        giver_kind=heard.giver_kind,
        receiver_kind=heard.receiver_kind,
        dossiers=tuple(each.id for each in heard.papers if each.kind == "dossier"),
        consignments=tuple(each.id for each in heard.papers if each.kind == "consignment"),
        letters=tuple(each.id for each in heard.papers if each.kind == "delivery"),
        fees=asked.fees,
        offered_by=heard.offered_by,
        offered_at=heard.offered_at,
    )
    return OpenedHandover(
        row=handover_row(office, handover),
        papers=tuple(
            papers.get(each.id) or unknown_row(each.kind, each.id, each.code, each.fee_vnd) for each in heard.papers
        ),
        given_by=staff_name(office, heard.offered_by),
        fees=asked.fees,
        heard=heard,
    )


def _signer(
    office: Office, member: str, outside: OutsideSignature | None, words: Mapping[str, Mapping[str, object]]
) -> str:
    """Who signed for one side: somebody of the office's staff, or who signed on paper for a unit without a machine."""
    if outside is not None:
        return str(words.get(outside.record or "", {}).get("signer", ""))
    return staff_name(office, member) if member else ""


def _short_code(identity: str) -> str:
    return f"…{identity[-6:]}"


def _counted(handover: Handover, notes: Mapping[str, object]) -> tuple[CountedPaper, ...]:
    def said(item: str) -> str:
        return str(notes.get(item, ""))

    return (
        *(CountedPaper(item, "missing", None, said(item)) for item in handover.missing),
        *(CountedPaper(item, "refused", reason, said(item)) for item, reason in handover.refused),
        *(CountedPaper(item, "damaged", None, said(item)) for item in handover.damaged),
    )


def _differences(
    office: Office, handover: Handover, codes: Mapping[str, str], words: Mapping[str, Mapping[str, object]]
) -> tuple[Difference, ...]:
    open_ones = tuple(
        Difference(kind, item, codes.get(item, item), handover.money_difference_vnd if kind == "money" else 0)
        for kind, item in handover.open_discrepancies
    )
    settled = tuple(
        Difference(
            each.kind,
            each.item,
            codes.get(each.item, each.item),
            settled_as=each.settled_as,
            settled_by=staff_name(office, each.by),
            settled_at=each.at,
            settled_vnd=each.amount_vnd,
            note=str(words.get(each.note or "", {}).get("note", "")),
        )
        for each in handover.settlements
    )
    return (*open_ones, *settled)

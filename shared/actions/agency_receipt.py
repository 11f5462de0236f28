"""Handovers with an agency that has no machine of this office's (cơ quan ngoài): it signs on paper, we record it.

Giving: the list is offered as any other; the agency counts and signs on the printed record, and the giver records its
receipt with name and time (`record_receipt`). Taking back: the agency's officer signs on paper, the receiver records
both sides at once (`take_from_agency`), with the agency's decision where there is one. The fact says that it was
recorded by the other side (`outside_at`); the name is personal.
"""

from __future__ import annotations

from datetime import datetime

from shared.domain import dossier, handover
from shared.domain.dossier import Dossier, Outcome
from shared.domain.handover import Handover, OutsideSigner
from shared.domain.handover_count import Count
from shared.domain.office import Office
from shared.domain.units import unit_kind
from shared.failures import Refusal
from shared.journal.dossier_queries import known_dossier
from shared.journal.journal import Journal, Writer
from shared.journal.node import Node
from shared.journal.paper_queries import papers_by_id
from shared.journal.read_model import DOSSIERS, HANDOVERS

from .act import act_within
from .coordinate import reached_within
from .hand_over import Then, next_handover_number


def record_receipt(
    journal: Journal,
    office: Office,
    handover_id: str,
    *,
    unit: str,
    officer: str,
    name: str,
    at: datetime | None = None,
    count: Count | None = None,
    then: Then | None = None,
) -> Handover:
    """The agency has signed the printed record (ký nhận trên giấy): `name` did so at `at` (None: now).

    Only the giver's people record it. Every dossier on the list that was received out of area for this agency has then
    reached it: its time limit begins. Refusals `no_such_handover`, `other_party`, `signs_by_itself`, `no_signer`,
    `signed_at_impossible`.
    """
    counted = count or Count()
    with journal.writing() as writer:
        found = writer.state(HANDOVERS, handover_id)
        if found is None:
            raise Refusal("no_such_handover", "Không tìm thấy biên bản này.", "There is no such handover.")
        if found.giver != unit:
            raise Refusal(
                "other_party",
                f"Biên bản {found.number} do đơn vị khác giao nên phải do họ ghi nhận.",
                f"Handover {found.number} was given by another unit, which records it.",
            )
        signed_at = at or max(writer.now, found.offered_at)
        _require_between(found.offered_at, signed_at, writer.now)
        command = counted.signed_outside(found.receiver, found.id, OutsideSigner(name, signed_at))
        accepted = act_within(writer, HANDOVERS, handover.decide, handover_id, command, officer)
        for item in accepted.taken:
            _reached(writer, office, item, unit, accepted.receiver, signed_at, officer)
        if then is not None:
            then(writer, accepted)
        return accepted


def take_from_agency(
    journal: Journal,
    node: Node,
    office: Office,
    subject: str,
    *,
    unit: str,
    officer: str,
    name: str,
    outcome: Outcome | None,
    at: datetime | None = None,
) -> Dossier:
    """The dossier comes back from the agency that holds it; `name` of the agency signed on paper at `at` (None: now).

    `outcome`: the agency's decision, None when it only comes back (nothing decided, or asked for its opinion only).
    """
    with journal.writing() as writer:
        found = known_dossier(writer, subject)
        agency = found.holder
        if unit_kind(office, agency) != "agency":
            raise Refusal(
                "not_with_agency",
                f"Hồ sơ {found.code} không ở cơ quan ngoài.",
                f"Dossier {found.code} is not with an outside agency.",
            )
        since = found.held_since or found.received_at
        signed_at = at or max(writer.now, since)
        _require_between(since, signed_at, writer.now)
        if outcome is not None:
            decided = dossier.AgencyDecided(unit, agency, outcome)
            act_within(writer, DOSSIERS, dossier.decide, subject, decided, officer)
        offered = handover.Offer(
            id=journal.identities.subject(),
            number=next_handover_number(writer, node),
            giver=agency,
            receiver=unit,
            papers=papers_by_id(writer, (("dossier", subject),)),
            giver_kind="agency",
            receiver_kind=unit_kind(office, unit),
            outside=OutsideSigner(name, signed_at),
        )
        act_within(writer, HANDOVERS, handover.decide, offered.id, offered, officer)
        act_within(writer, HANDOVERS, handover.decide, offered.id, handover.Accept(unit), officer)
        back = writer.state(DOSSIERS, subject)
        if back is None:
            raise LookupError("a dossier without a state")
        return back


def _reached(writer: Writer, office: Office, item: str, unit: str, agency: str, at: datetime, officer: str) -> None:
    found = writer.state(DOSSIERS, item)
    if found is not None and found.competent is not None and found.awaits_agency and found.competent.agency == agency:
        reached_within(writer, office, found, unit, at, officer, now=max(at, writer.now))


def _require_between(earliest: datetime, at: datetime, now: datetime) -> None:
    """The clock of who signed before may be ahead of this one: then that moment is the only one that can be meant."""
    if not earliest <= at <= max(now, earliest):
        raise Refusal(
            "signed_at_impossible",
            "Thời điểm ký trên giấy phải sau khi lập biên bản và không sau bây giờ.",
            "The signature on paper must come after the list was made and not after now.",
        )

"""Finds the paper that a scanned or typed text stands for, and shows papers of every kind as rows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from counter.handover.rows import paper_row
from counter.ports import PaperRow
from counter.wiring.finding import dossier_of
from shared.domain.consignment import Consignment
from shared.domain.delivery import Delivery, DeliveryState
from shared.domain.dossier import Dossier
from shared.domain.handover import Listed
from shared.domain.office import Office
from shared.failures import Refusal
from shared.journal.consignment_queries import note_by_number
from shared.journal.delivery_queries import deliveries_tracked
from shared.journal.dossier_queries import dossiers_by_id, personal_records
from shared.journal.journal import Reader

_NOTE = re.compile(r"PG-[0-9]{6}-[0-9]{4,}", re.IGNORECASE)
_TRACKING = re.compile(r"[A-Z]{2}[0-9]{9}[A-Z]{2}", re.IGNORECASE)


def paper_of(reader: Reader, office: Office, text: str) -> Listed:
    """The paper of `text`: a consignment note by its number, a delivery by the post's own, else a dossier.

    Refusals `no_such_dossier` and those of a code that cannot be read.
    """
    typed = text.strip().upper()
    if _NOTE.fullmatch(typed):
        return Listed("consignment", _note(reader, typed))
    if _TRACKING.fullmatch(typed):
        return _sent(reader, typed)
    return Listed("dossier", dossier_of(reader, office, text))


def paper_rows(
    reader: Reader,
    office: Office,
    listed: Sequence[Listed],
    now: datetime,
    giver: str | None = None,
    receiver: str | None = None,
    deliveries: Mapping[str, DeliveryState] | None = None,
) -> tuple[PaperRow, ...]:
    """`listed` as rows, with the names of the people; with `giver`, how each suits `receiver`."""
    known = personal_records(reader, [each for each in map(_personal, listed) if each])
    dossiers = [each.paper.dossier for each in listed if isinstance(each.paper, Delivery)]
    titles = {each.id: each.procedure_name for each in dossiers_by_id(reader, dossiers)} if dossiers else {}
    return tuple(
        paper_row(
            office,
            each,
            str(known.get(_personal(each), {}).get("name", "")),
            now,
            title=titles.get(each.paper.dossier, "") if isinstance(each.paper, Delivery) else "",
            giver=giver,
            receiver=receiver,
            deliveries=deliveries,
        )
        for each in listed
    )


def _personal(listed: Listed) -> str:
    paper = listed.paper
    if isinstance(paper, Dossier | Consignment):
        return paper.applicant or ""
    return (paper.addressee or "") if isinstance(paper, Delivery) else ""


def _note(reader: Reader, number: str) -> Consignment:
    found = note_by_number(reader, number)
    if found is None:
        raise Refusal(
            "no_such_dossier",
            "Chưa có phiếu gửi này trên máy. Hãy kiểm tra số hoặc chờ đồng bộ.",
            "This consignment note is not on this machine. Check the number or wait for the data to arrive.",
        )
    return found


def _sent(reader: Reader, tracking: str) -> Listed:
    """The letter with the post's number, or the dossier whose result it brings."""
    found = next(iter(deliveries_tracked(reader, tracking)), None)
    if found is not None and found.content != "result":
        return Listed("delivery", found)
    dossiers = dossiers_by_id(reader, (found.dossier,)) if found is not None else ()
    if not dossiers:
        raise Refusal(
            "no_such_dossier",
            "Chưa có bưu gửi mang số này trên máy.",
            "Nothing with this number of the post is on this machine.",
        )
    return Listed("dossier", dossiers[0])

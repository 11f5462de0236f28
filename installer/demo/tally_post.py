"""What became of the post's notes, bags and deliveries, read from the databases after every program has ended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, Table, select

from shared.domain.consignment import Consignment
from shared.journal import tables
from shared.journal.event import read_event
from shared.journal.node import Node
from shared.journal.read_model import CONSIGNMENTS, DOSSIERS, HANDOVERS

_PAPERS: Mapping[str, Table] = {
    "dossier": tables.dossier,
    "consignment": tables.consignment,
    "delivery": tables.delivery,
}


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Who holds which paper, as one machine knows it (giấy tờ đang ở đâu).

    `told`: the kinds of papers that a machine like this one is told of; `papers`: kind, subject, holder, and to whom it
    is on its way.
    """

    told: frozenset[str]
    papers: frozenset[tuple[str, str, str, str | None]]


_Fate = Literal["entered", "refused", "missing", "still_there", "astray"]


@dataclass(frozen=True, slots=True)
class InTheBags:
    """What the server's database says of the post; money in đồng.

    `notes_made` are `notes_entered` as dossiers, `notes_refused` or `notes_missing` when the office counted and with
    the post again, `notes_still_there` with the post untouched, or `notes_astray`: none of these. `entered_twice`:
    dossiers too many of one note. `post_brought_vnd`: what the office counted of the money that came with the bags;
    `post_difference_vnd`: by how much that is not what was due. `receipts_by_post`: Forms 01 of dossiers that came so.
    `items_given_to_post` were prepared to be delivered: `items_delivered`, or tried in `attempts`.
    """

    notes_made: int = 0
    notes_entered: int = 0
    notes_refused: int = 0
    notes_missing: int = 0
    notes_still_there: int = 0
    notes_astray: int = 0
    entered_twice: int = 0
    post_brought_vnd: int = 0
    post_difference_vnd: int = 0
    receipts_by_post: int = 0
    items_given_to_post: int = 0
    items_delivered: int = 0
    attempts: int = 0

    def complaints(self) -> Iterator[str]:
        """What did not hold, one sentence each."""
        nothing = {
            "phiếu gửi không rõ ở đâu / notes astray": self.notes_astray,
            "hồ sơ vào sổ hai lần / dossiers entered twice": self.entered_twice,
            "chênh lệch tiền thu hộ (đồng) / difference of the post's money (VND)": self.post_difference_vnd,
        }
        for what, count in nothing.items():
            if count:
                yield f"{what}: {count}."
        ends = self.notes_entered + self.notes_refused + self.notes_missing + self.notes_still_there
        if self.notes_made != ends:
            yield f"phiếu gửi / consignment notes: {self.notes_made} ≠ {ends}."
        enough = {
            "phiếu gửi đã vào sổ / notes entered": self.notes_entered,
            "phiếu gửi không nhận / notes refused": self.notes_refused,
            "phiếu gửi thiếu / notes missing": self.notes_missing,
            "phiếu gửi còn ở bưu điện / notes still with the post": self.notes_still_there,
            "tiền bưu điện nộp / money that the post brought": self.post_brought_vnd,
            "kết quả đã phát / results delivered": self.items_delivered,
            "lần phát không thành / attempts": self.attempts,
        }
        for what, count in enough.items():
            if count < 1:
                yield f"{what}: {count} < 1."


def in_the_bags(connection: Connection, office: str, kinds: Counter[str]) -> InTheBags:
    """Counts in the server's database. `kinds`: how many events of each kind."""
    notes = [CONSIGNMENTS.state(each) for each in _documents(connection, office, tables.consignment)]
    dossiers = [DOSSIERS.state(each) for each in _documents(connection, office, tables.dossier)]
    lists = [HANDOVERS.state(each) for each in _documents(connection, office, tables.handover)]
    missed = {item for each in lists for item in each.missing}
    fates = Counter(_fate(note, missed) for note in notes)
    by_post = {each.id for each in dossiers if each.consignment is not None}
    came_from = Counter(each.consignment for each in dossiers if each.consignment is not None)
    brought = [each for each in lists if each.giver_kind == "post" and each.accepted_at is not None]
    return InTheBags(
        notes_made=kinds["consignment.made"],
        notes_entered=fates["entered"],
        notes_refused=fates["refused"],
        notes_missing=fates["missing"],
        notes_still_there=fates["still_there"],
        notes_astray=fates["astray"],
        entered_twice=sum(came_from.values()) - len(came_from),
        post_brought_vnd=sum(each.counted_vnd or 0 for each in brought),
        post_difference_vnd=sum(abs(each.money_difference_vnd) for each in brought),
        receipts_by_post=_receipts(connection, office, by_post),
        items_given_to_post=kinds["delivery.prepared"],
        items_delivered=kinds["delivery.delivered"],
        attempts=kinds["delivery.attempted"],
    )


def where_papers_are(connection: Connection, node: Node) -> Whereabouts:
    """Who holds every paper, as `node` knows, whose database this is."""
    told = frozenset({"dossier"}) if node.kind == "kiosk" else frozenset(_PAPERS)
    found = frozenset(
        (kind, str(subject), str(holder), transit_to)
        for kind, table in _PAPERS.items()
        for subject, holder, transit_to in connection.execute(
            select(table.c.subject, table.c.holder, table.c.transit_to).where(table.c.office == node.office)
        )
    )
    return Whereabouts(told, found)


def papers_elsewhere(here: Whereabouts, at_server: Whereabouts) -> int:
    """Of how many papers a machine that is told of them does not know where they are for the server."""
    return len({(kind, subject) for kind, subject, *_ in here.papers ^ at_server.papers if kind in here.told})


def _fate(note: Consignment, missed: set[str]) -> _Fate:
    if note.registered_as is not None:
        return "entered"
    if note.holder != note.post or note.transit is not None or note.lost is not None:
        return "astray"
    if note.refused_for is not None:
        return "refused"
    return "missing" if note.id in missed else "still_there"


def _receipts(connection: Connection, office: str, dossiers: set[str]) -> int:
    table = tables.event
    query = select(table.c.body).where(table.c.office == office, table.c.kind == "form.issued")
    issued = (read_event(bytes(body)).data for body in connection.execute(query).scalars())
    return sum(data.get("form") == "receipt" and data.get("dossier") in dossiers for data in issued)


def _documents(connection: Connection, office: str, table: Any) -> list[bytes]:
    return list(connection.execute(select(table.c.document).where(table.c.office == office)).scalars())

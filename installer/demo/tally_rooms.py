"""What became of the morning's money, papers, scans and slips, read from the server after every program has ended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from installer.demo.databases import scans_attached, scans_whole
from shared.domain.payment import Payment
from shared.journal import tables
from shared.journal.event import read_event
from shared.journal.read_model import PAYMENTS


@dataclass(frozen=True, slots=True)
class InTheRooms:
    """What the server's databases say of the rooms behind reception; money in đồng.

    `fees_vnd`: of all payments that were not given back; `receipts_twice`: receipts that stand on two payments;
    `slips_read`: numbers called by their slips that a counter did not know, `slips_matched`: those whose ticket came.
    `scans_whole`: those of `scans_attached` that can be read on the server to the last byte.
    """

    submitted_by_others: int = 0
    payments: int = 0
    payments_by_transfer: int = 0
    payments_without_receipt: int = 0
    fees_vnd: int = 0
    receipts_twice: int = 0
    forms_issued: int = 0
    supplements_asked: int = 0
    supplements_brought: int = 0
    apologies: int = 0
    slips_read: int = 0
    slips_matched: int = 0
    scans_attached: int = 0
    scans_whole: int = 0

    def complaints(self, cash_up_vnd: int) -> Iterator[str]:
        """What did not hold, one sentence each. `cash_up_vnd`: the total on the printed sheet."""
        if self.receipts_twice:
            yield f"biên lai ghi hai lần / receipts on two payments: {self.receipts_twice}."
        pairs = {
            "bảng kê thu (đồng) / cash-up sheet (VND)": (cash_up_vnd, self.fees_vnd),
            "bản quét đủ ở máy chủ / scans whole on the server": (self.scans_whole, self.scans_attached),
            "số đọc trên phiếu đã ghép / numbers off slips that met their tickets": (
                self.slips_matched,
                self.slips_read,
            ),
            "khoản thu thiếu biên lai / payments without a receipt": (self.payments_without_receipt, 0),
        }
        for what, (found, wanted) in pairs.items():
            if found != wanted:
                yield f"{what}: {found} ≠ {wanted}."
        enough = {
            "nộp theo ủy quyền / authorised submitters": (self.submitted_by_others, 1),
            "khoản thu / payments": (self.payments, 2),
            "chuyển khoản / transfers": (self.payments_by_transfer, 1),
            "yêu cầu bổ sung / supplements asked for": (self.supplements_asked, 1),
            "bổ sung đã nộp / supplements brought": (self.supplements_brought, 1),
            "xin lỗi / apologies": (self.apologies, 1),
            "số đọc trên phiếu / numbers read off slips": (self.slips_read, 1),
            "bản quét / scans": (self.scans_attached, 1),
        }
        for what, (count, least) in enough.items():
            if count < least:
                yield f"{what}: {count} < {least}."


def in_the_rooms(connection: Connection, folder: Path, office: str, kinds: Counter[str]) -> InTheRooms:
    """Counts in the server's database, and reads its scans in `folder`. `kinds`: how many events of each kind."""
    payments = _payments(connection, office)
    receipts = [each.receipt.key for each in payments if each.receipt is not None]
    attached = scans_attached(connection, office)
    return InTheRooms(
        submitted_by_others=_by_others(connection, office),
        payments=len(payments),
        payments_by_transfer=sum(each.way == "transfer" for each in payments),
        payments_without_receipt=sum(each.receipt is None for each in payments),
        fees_vnd=sum(each.amount_vnd for each in payments),
        receipts_twice=len(receipts) - len(set(receipts)),
        forms_issued=kinds["form.issued"],
        supplements_asked=kinds["dossier.supplement_requested"],
        supplements_brought=kinds["dossier.supplement_taken"],
        apologies=kinds["dossier.apologised"],
        slips_read=kinds["ticket.read_off_slip"],
        slips_matched=kinds["ticket.slip_matched"],
        scans_attached=len(attached),
        scans_whole=scans_whole(folder, office, attached),
    )


def _by_others(connection: Connection, office: str) -> int:
    table = tables.event
    query = select(table.c.body).where(table.c.office == office, table.c.kind == "dossier.received")
    events = (read_event(bytes(body)) for body in connection.execute(query).scalars())
    return sum(event.data.get("submitted_by") == "authorised" for event in events)


def _payments(connection: Connection, office: str) -> list[Payment]:
    """Those that were not given back and not waived."""
    table = tables.payment
    documents = connection.execute(select(table.c.document).where(table.c.office == office)).scalars()
    payments = [PAYMENTS.state(document) for document in documents]
    return [each for each in payments if each.state == "collected" and each.way != "waived"]

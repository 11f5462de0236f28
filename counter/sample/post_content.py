"""A morning at the sample's post point: notes with fees, a list that was short of money, results brought to people."""

from __future__ import annotations

from datetime import timedelta

from counter.sample.book import SampleBook
from counter.sample.content import MORNING
from shared.domain import consignment as consignments
from shared.domain import delivery as deliveries
from shared.domain import handover as handovers
from shared.domain.consignment import Make, Withdraw
from shared.domain.delivery import Deliver, HandToPost, Prepare, TryToDeliver
from shared.domain.dossier_state import GivenDocument
from shared.domain.handover import Accept, Listed, Offer

POST = "buu-dien-mau"
_EMPLOYEE, _OTHER, _OFFICER = "staff-9", "staff-10", "staff-1"
_PERSON = {"name": "Nguyễn Thị Mẫu", "address": "Số 1, tổ 2, khu phố Thử, phường Mẫu", "phone": "0900000001"}
_FEES = (0, 8000, 8000, 50000, 0, 30000, 8000, 20000)
_PROCEDURES = (("1.001193", "Đăng ký khai sinh"), ("1.004873", "Cấp giấy xác nhận tình trạng hôn nhân"))


def fill_post_day(book: SampleBook) -> None:
    """Writes the morning into `book`: one refused, one missing, 5.000 đồng too little, one result not delivered."""
    notes = [_note(book, at, fee) for at, fee in enumerate(_FEES)]
    facts = consignments.decide(book.consignments[notes[0]], Withdraw(POST))
    book.write(facts, _EMPLOYEE, MORNING - timedelta(minutes=58))
    identity = "handover-post-1"
    listed = tuple(
        Listed("consignment", book.consignments[each], book.consignments[each].fee_vnd) for each in notes[1:7]
    )
    offer = Offer(identity, "BG-261123-0501", POST, "one_stop", listed, "post", "one_stop")
    book.write(handovers.decide(None, offer), _EMPLOYEE, MORNING - timedelta(minutes=30))
    count = Accept(
        "one_stop",
        missing=(notes[5],),
        refused={notes[2]: "incomplete"},
        damaged=(notes[3],),
        counted_vnd=61000,
        notes={notes[2]: "Thiếu Giấy chứng sinh"},
    )
    book.write(handovers.decide(book.handovers[identity], count), _OFFICER, MORNING - timedelta(minutes=20))
    for at in range(4):
        _result(book, at)


def _note(book: SampleBook, at: int, fee: int) -> str:
    code, name = _PROCEDURES[at % 2]
    command = Make(
        id=f"post-note-{at}",
        number=f"PG-261123-05{at + 1:03}",
        purpose="application",
        post=POST,
        procedure=code,
        procedure_name=name,
        field="Hộ tịch",
        documents=(GivenDocument("Tờ khai", 1, 0), GivenDocument("Giấy tờ kèm theo", 0, 2)),
        sets=1,
        return_way="post",
        fee_vnd=fee,
        applicant=_PERSON,
        receipt=("01AB-26E", f"{at + 40:07}") if fee else None,
    )
    made_at = MORNING - timedelta(minutes=70 - 4 * at, days=3 if at == 6 else 0)
    book.write(consignments.decide(None, command), _OTHER if at % 3 == 2 else _EMPLOYEE, made_at)
    return command.id


def _result(book: SampleBook, at: int) -> None:
    identity = f"post-result-{at}"
    code = f"H99.99.01-261120-10{at:02}"
    prepare = Prepare(identity, f"post-dossier-{at}", code, "result", "commune", _PERSON, tracking=f"RB12345678{at}VN")
    book.write(deliveries.decide(None, prepare), _OFFICER, MORNING - timedelta(days=3))
    taken_at = MORNING - timedelta(minutes=75)
    hand = HandToPost(POST, "handover-post-0", MORNING + timedelta(days=1), taken_at)
    book.write(deliveries.decide(book.deliveries[identity], hand), _EMPLOYEE, taken_at)
    if at < 2:
        done = Deliver(POST, "addressee", "identity_card", _PERSON["name"], "001190000001")
        book.write(deliveries.decide(book.deliveries[identity], done), _EMPLOYEE, MORNING - timedelta(minutes=10))
    elif at == 2:
        now = MORNING - timedelta(minutes=8)
        tried = TryToDeliver(POST, "absent", now, now + timedelta(days=2))
        book.write(deliveries.decide(book.deliveries[identity], tried), _OTHER, now)

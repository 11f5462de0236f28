"""Form 06 from the journal alone: every hand a dossier went through, the post's and the agencies' too, on the paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from counter.ports.steps import AgencyRequest
from counter.wiring.office import JournalCounterOffice
from shared.actions import agency_receipt, coordinate, hand_over
from shared.actions.act import act, act_within
from shared.actions.receive_dossier import Reception, receive_dossier
from shared.clock import SetClock
from shared.domain import consignment
from shared.domain import dossier as dossiers
from shared.domain.consignment import Make, Register
from shared.domain.dossier import ONE_STOP, GivenDocument, MarkResultReady, Return
from shared.domain.handover import Handover, PaperKind, Settle
from shared.domain.handover_count import Count
from shared.failures import Refusal
from shared.journal.read_model import CONSIGNMENTS, DOSSIERS
from tests.counter.counters import STAFF, WARD, askable, counter_at, procedure_of_a_department
from tests.documents.reading import text_of

POST, TAX, ELSEWHERE, UNIT = "buu-dien-mau", "thue-co-so-thu", "phuong-ban", "van-phong"
PROCEDURE = procedure_of_a_department()
PAPERS = (GivenDocument(askable(PROCEDURE)[0], 1, 0),)
HOUR = timedelta(hours=1)
POSTWOMAN, OFFICER, DECIDER = "staff-9", "staff-1", "staff-5"


@pytest.fixture
def counter(qtbot: QtBot, tmp_path: Path, clock: SetClock) -> Iterator[JournalCounterOffice]:
    with counter_at(tmp_path, 1, clock) as office:
        office.officer = STAFF["thu"]
        yield office


class Way:
    """What people do with one dossier, an hour after another."""

    def __init__(self, counter: JournalCounterOffice, clock: SetClock) -> None:
        self.counter, self.clock, self.journal = counter, clock, counter.journal
        self.node = counter.program.node
        self.dossier = ""

    def gives(self, giver: str, receiver: str, by: str, kind: PaperKind = "dossier", item: str = "") -> Handover:
        self.clock.advance(HOUR / 2)
        return hand_over.offer(
            self.journal,
            self.node,
            giver=giver,
            receiver=receiver,
            papers=((kind, item or self.dossier),),
            officer=by,
            office=WARD,
        )

    def takes(self, given: Handover, by: str, count: Count | None = None) -> Handover:
        self.clock.advance(HOUR / 2)
        return hand_over.accept(self.journal, given.id, unit=given.receiver, officer=by, count=count)

    def hands(self, giver: str, receiver: str, by: str, to: str, count: Count | None = None) -> Handover:
        return self.takes(self.gives(giver, receiver, by), to, count)

    def comes_by_post(self) -> None:
        """A note is made at the post point, handed over at the office and entered there."""
        with self.journal.writing() as writer:
            note = Make(
                id=self.journal.identities.subject(),
                number="PG-261123-001",
                purpose="application",
                post=POST,
                procedure=PROCEDURE.code,
                procedure_name=PROCEDURE.name,
                field=PROCEDURE.field,
                documents=PAPERS,
                sets=1,
                return_way="post",
                fee_vnd=0,
                applicant={"name": "Nguyễn Thị Kín", "address": "Thôn Mẫu"},
            )
            act_within(writer, CONSIGNMENTS, consignment.decide, note.id, note, POSTWOMAN)
        self.takes(self.gives(POST, ONE_STOP, POSTWOMAN, "consignment", note.id), OFFICER)
        self.received(consignment=note.id, consignment_number=note.number)
        entered = Register(self.dossier, "H99")
        act(self.journal, CONSIGNMENTS, consignment.decide, note.id, entered, OFFICER)

    def received(self, **by_post: str) -> None:
        reception = Reception(
            procedure=PROCEDURE.code,
            channel="post",
            documents=PAPERS,
            sets=1,
            fee_vnd=0,
            return_way="post",
            counter="quay-1",
            ticket=None,
            applicant={"name": "Nguyễn Thị Kín"},
            **by_post,  # type: ignore[arg-type]  # texts by name
        )
        self.dossier = receive_dossier(self.journal, WARD, self.node, reception, OFFICER).id

    def does(self, command: dossiers.Command, by: str) -> None:
        act(self.journal, DOSSIERS, dossiers.decide, self.dossier, command, by)

    def slip(self) -> str:
        return " ".join(text_of(self.counter.control_slip(self.dossier).pdf).split())


@pytest.fixture
def way(counter: JournalCounterOffice, clock: SetClock) -> Way:
    return Way(counter, clock)


def stands(words: str, said: str) -> bool:
    """Whether every one of `words` stands in `said`: cells of a table are read line by line, across columns."""
    return all(word in said for word in words.split())


def test_the_whole_way_of_a_dossier_that_came_and_went_by_post(way: Way) -> None:
    way.comes_by_post()
    way.hands(ONE_STOP, UNIT, OFFICER, DECIDER, Count(missing=(way.dossier,)))
    way.hands(ONE_STOP, UNIT, OFFICER, DECIDER, Count(refused={way.dossier: "incomplete"}))
    cancelled = way.gives(ONE_STOP, UNIT, OFFICER)
    hand_over.cancel(way.journal, cancelled.id, unit=ONE_STOP, officer=OFFICER)
    way.hands(ONE_STOP, UNIT, OFFICER, DECIDER, Count(damaged=(way.dossier,)))
    way.does(MarkResultReady(UNIT, "granted"), DECIDER)
    way.hands(UNIT, ONE_STOP, DECIDER, OFFICER)
    way.hands(ONE_STOP, POST, OFFICER, POSTWOMAN)
    way.does(Return("applicant", unit=POST), POSTWOMAN)
    said = way.slip()
    post, office, department = "Bưu điện phường Mẫu", "Bộ phận Một cửa", "Văn phòng HĐND và UBND phường"
    rows = [row.strip() for row in said.split("1. Giao:")[1:]]
    expected = [
        ("Người gửi hồ sơ", post, "Phiếu gửi PG-261123-001; niêm phong tại điểm bưu điện"),
        (post, office, "phiếu gửi PG-261123-001"),
        (office, department, "bên nhận ghi thiếu"),
        (office, department, "thành phần không đủ"),
        (office, department, "giấy tờ hư hỏng khi nhận"),
        (department, office, "có kết quả"),
        (office, post, "Biên bản"),
        (post, "Người nhận kết quả", "qua bưu chính"),
    ]
    for row, (giver, receiver, note) in zip(rows, expected, strict=False):
        told = row.replace("2. Nhận: ", "").replace(" ", "")
        for words in (giver, receiver, note):
            assert stands(words, told), (words, row)
    assert rows[len(expected)].startswith("......"), "rows to write on"
    assert cancelled.number not in said, "what was cancelled did not happen"
    for person in ("Ngô Thị Thử", "Nguyễn Thị Thử", "Hoàng Thị Mẫu"):
        assert person in said
    assert "Kín" not in said, "nothing of the applicant"


def test_a_coordinating_agency_stands_with_its_limit_and_how_it_was_kept(way: Way, clock: SetClock) -> None:
    """Decree 118/2025 Art. 20(2)(a)."""
    way.received()
    coordinate.ask_agency(
        way.journal,
        WARD,
        way.dossier,
        unit=ONE_STOP,
        agency=TAX,
        topic="verification",
        words="Hỏi về bà Nguyễn Thị Kín",
        working_days=1,
        officer=OFFICER,
    )
    assert "Thuế cơ sở 1 Thành phố Thử (xác minh thông tin; hạn 17 giờ 00, 25/11/2026)" in way.slip()
    clock.advance(timedelta(days=3))
    coordinate.agency_answered(way.journal, way.dossier, unit=ONE_STOP, agency=TAX, answer="given", officer=OFFICER)
    said = way.slip()
    assert "trả lời ngày 26/11/2026, quá hạn" in said
    assert "Kín" not in said


def test_the_slip_to_an_agency_states_the_work_and_its_time_limit(way: Way, counter: JournalCounterOffice) -> None:
    """Decree 118/2025 Art. 20(2)(a)."""
    way.received()
    with pytest.raises(Refusal):
        counter.agency_slips(way.dossier)
    for agency, topic, words in ((TAX, "financial_duty", ""), (UNIT, "other", "Tra cứu sổ gốc năm 1990")):
        counter.ask_agency(way.dossier, AgencyRequest(agency, topic, words, 2))  # type: ignore[arg-type]
    said = text_of(counter.agency_slips(way.dossier))
    assert said.count("PHIẾU CHUYỂN XỬ LÝ HỒ SƠ") == 2
    for words in ("Kính gửi: Thuế cơ sở 1 Thành phố Thử", "Xác định nghĩa vụ tài chính", "Tra cứu sổ gốc năm 1990"):
        assert words in said
    assert said.count("Thời hạn trả lời: 02 ngày làm việc, đến 17 giờ 00 phút, ngày 26 tháng 11 năm 2026") == 2


def test_what_an_agency_signed_on_paper_names_who_signed_and_when(way: Way, clock: SetClock) -> None:
    way.received()
    given = way.gives(ONE_STOP, TAX, OFFICER)
    signed_at = clock.now() + HOUR / 4
    clock.advance(HOUR)
    agency_receipt.record_receipt(
        way.journal, WARD, given.id, unit=ONE_STOP, officer=OFFICER, name="Lý Văn Giả", at=signed_at
    )
    clock.advance(HOUR)
    agency_receipt.take_from_agency(
        way.journal, way.node, WARD, way.dossier, unit=ONE_STOP, officer=OFFICER, name="Mạc Thị Giả", outcome=None
    )
    said = way.slip()
    for words in ("Lý Văn Giả", "Mạc Thị Giả", "ký trên giấy"):
        assert stands(words, said)


def test_a_dossier_on_its_way_leaves_room_for_the_second_signature(way: Way) -> None:
    way.received()
    way.gives(ONE_STOP, UNIT, OFFICER)
    said = way.slip()
    assert stands("bên giao đã ký, chờ bên nhận ký", said)
    assert "Nguyễn Thị Thử" in said


@pytest.mark.parametrize(("after", "kept"), [(HOUR, "Đúng hạn"), (timedelta(days=2), "Quá hạn")])
def test_the_one_stop_is_measured_by_the_day_of_receipt(way: Way, clock: SetClock, after: timedelta, kept: str) -> None:
    """Art. 18."""
    way.received()
    clock.advance(after)
    way.hands(ONE_STOP, UNIT, OFFICER, DECIDER)
    assert kept in way.slip()


def test_a_difference_settled_later_is_told_as_that(way: Way) -> None:
    way.received()
    given = way.hands(ONE_STOP, UNIT, OFFICER, DECIDER, Count(missing=(way.dossier,)))
    found = Settle(UNIT, "missing", way.dossier, "found_at_receiver")
    hand_over.settle_difference(way.journal, given.id, found, officer=DECIDER)
    said = way.slip()
    assert stands("xử lý chênh lệch: hồ sơ ở bên nhận", said)

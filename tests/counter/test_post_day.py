"""The post point's day: by keys over the sample, and on real journals from the note to the drawer of the office."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QWidget
from pytestqt.qtbot import QtBot

from counter.parts.rows import TWO_LINES, Row
from counter.ports import Count, Settling
from counter.ports.consign import NoteForm, NoteRow
from counter.sample.content import MORNING
from counter.sample.post_content import fill_post_day
from counter.sample_office import SampleOffice
from counter.wiring.office import JournalCounterOffice
from shared.actions.hand_over import carried_list
from shared.clock import SetClock
from shared.domain.carried_list import to_codes
from shared.failures import Refusal
from tests.counter.conftest import Build, Counter
from tests.counter.counters import CERTIFIED_COPY, STAFF, counter_at, everything_to
from tests.documents.reading import codes_of, text_of

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def room(build: Build) -> Counter:
    office = SampleOffice(SetClock(MORNING))
    fill_post_day(office.book)
    counter = build(office=office)
    counter.sign_in("buutu")
    counter.key(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    counter.key(Qt.Key.Key_3, ALT)
    return counter


def test_the_day_is_seen_in_figures_and_the_money_to_the_dong(room: Counter) -> None:
    shown = {name: room.text(name) for name in ("post_made", "post_handed_over", "post_delivered", "post_to_deliver")}
    assert shown == {"post_made": "6", "post_handed_over": "4", "post_delivered": "2", "post_to_deliver": "2"}
    assert room.text("post_differing") == "BG-261123-0501 (08:20): ▼ Thiếu 5.000 đ"
    row = room.find(QListWidget, "post_brought").item(0).data(TWO_LINES)
    assert isinstance(row, Row)
    assert (row.title, row.right, row.urgent) == ("BG-261123-0501", "▼ Thiếu 5.000 đ", True)


def test_another_day_is_a_key_away_and_tomorrow_is_not(room: Counter) -> None:
    room.key(Qt.Key.Key_Left, ALT)
    assert room.text("post_day") == "22/11/2026"
    assert room.text("post_nothing_brought") == "Ngày này chưa nộp tiền theo biên bản nào."
    room.key(Qt.Key.Key_Right, ALT)
    assert room.text("post_day") == "23/11/2026"
    assert not room.find(QWidget, "post_day_after").isEnabled()


def test_the_sheet_of_the_day_is_printed(room: Counter) -> None:
    room.control(Qt.Key.Key_P)
    assert room.said_words()[-1] == "Đã in bảng tổng hợp trong ngày."
    text = text_of(room.printer.printed[-1][1])
    assert "BẢNG TỔNG HỢP TRONG NGÀY" in text
    assert "thiếu 5.000" in text


def test_the_officers_drawer_counts_what_the_post_brought(build: Build) -> None:
    office = SampleOffice(SetClock(MORNING))
    fill_post_day(office.book)
    counter = build(office=office)
    counter.open()
    counter.click("room_cash")
    counter.key(Qt.Key.Key_3, ALT)
    counter.type("61000", "counted_cash")
    assert counter.text("cash_difference") == "✓ Khớp"
    counter.control(Qt.Key.Key_P)
    assert "khai 66.000 đồng, đếm được 61.000 đồng, thiếu 5.000 đồng" in text_of(counter.printer.printed[-1][1])


@pytest.fixture
def post_and_office(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[JournalCounterOffice, JournalCounterOffice]]:
    """A counter at the post point and one at the office; what one knows goes to the other by hand."""
    with ExitStack() as at_the_end:
        post = at_the_end.enter_context(counter_at(tmp_path, 1, sign_in="buutu"))
        office = at_the_end.enter_context(counter_at(tmp_path, 2, sign_in="thu"))
        yield post, office


def note(post: JournalCounterOffice, fee: int, number: str) -> NoteRow:
    form = replace(CERTIFIED_COPY, channel="post", fee_vnd=fee, return_way="post")
    return post.make_note(NoteForm(form, "01AB-26E", number))


def test_a_day_from_the_note_to_the_drawer(
    post_and_office: tuple[JournalCounterOffice, JournalCounterOffice],
) -> None:
    post, office = post_and_office
    first, second, kept = note(post, 28_000, "0000012"), note(post, 8_000, "0000013"), note(post, 50_000, "0000014")
    papers = (("consignment", first.id), ("consignment", second.id))
    listed = post.handover_list("one_stop", papers)
    assert "Tiền thu hộ giao kèm: 36.000 đồng" in text_of(listed)
    offered = post.offer("one_stop", (), papers)
    unsigned = post.handover_record(offered.id)
    with post.journal.reading() as reader:
        codes = to_codes(carried_list(reader, offered.id))
    assert codes_of(unsigned, 200) == list(codes)
    assert "Bên nhận đếm được: ...." in text_of(unsigned)
    everything_to(post, office)
    office.accept(offered.id, Count(counted_vnd=31_000, damaged=(second.id,), notes={second.id: "bìa ướt"}), None)
    record = text_of(office.handover_record(offered.id))
    for expected in (
        first.number,
        "28.000",
        "Phí, lệ phí thu hộ giao kèm: 36.000 đồng",
        "31.000 đồng (ba mươi mốt nghìn đồng), thiếu 5.000 đồng (năm nghìn đồng) so với số khai.",
        f"– {second.number}: bìa ướt",
        "Ngô Thị Thử",
        "Nguyễn Thị Thử",
    ):
        assert expected in record
    shown = office.day_takings(None, everybody=False)
    assert (shown.cash_up.cash_vnd, shown.cash_up.brought_vnd, shown.cash_up.drawer_vnd) == (0, 31_000, 31_000)
    assert [(each.giver_name, each.money.difference_vnd) for each in shown.brought] == [("Bưu điện phường Mẫu", -5_000)]
    assert [(each.key, each.amount_vnd) for each in shown.cash_up.by_way] == [("post", 36_000)]
    everything_to(office, post)
    day = post.post_day(None)
    assert day.money.is_balanced
    assert (day.money.taken_vnd, day.money.due_vnd, day.money.counted_vnd) == (86_000, 36_000, 31_000)
    assert [each.code for each in day.money.carried] == [kept.number]
    assert (day.figures.made, day.figures.handed_over, day.figures.damaged, day.figures.waiting) == (3, 2, 1, 1)
    assert "thiếu 5.000" in text_of(post.post_day_sheet(day.day))


def test_a_difference_that_is_paid_later_goes_from_the_day_into_the_drawer(
    post_and_office: tuple[JournalCounterOffice, JournalCounterOffice],
) -> None:
    post, office = post_and_office
    made = note(post, 28_000, "0000012")
    offered = post.offer("one_stop", (), (("consignment", made.id),))
    everything_to(post, office)
    office.accept(offered.id, Count(counted_vnd=20_000), None)
    office.settle_difference(offered.id, Settling("money", "", "paid", 8_000, ""))
    assert office.day_takings(None, everybody=False).cash_up.drawer_vnd == 28_000
    assert "Nộp bù sau khi ký: 8.000 đồng (tám nghìn đồng), hết chênh lệch." in text_of(
        office.handover_record(offered.id)
    )
    everything_to(office, post)
    assert post.post_day(None).differing == ()


def test_the_summary_is_for_the_people_of_a_post_point(
    post_and_office: tuple[JournalCounterOffice, JournalCounterOffice],
) -> None:
    office = post_and_office[1]
    for name in ("thu", "buuchinh"):
        office.officer = STAFF[name]
        with pytest.raises(Refusal) as refused:
            office.post_day(None)
        assert refused.value.code == "not_allowed"

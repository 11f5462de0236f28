"""The map of where papers are, in the window, by keys: places, what is on its way, alarms, one paper's hands."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QListWidget

from counter.custody.derive import derive_rows, where_words
from counter.custody.derive_map import ArrowProps, MapProps, derive_map
from counter.custody.map_layout import Measures, lay_out
from counter.custody.state import CustodyState, urgent_count
from counter.custody.words import age_words
from counter.sample.content import MORNING
from counter.sample.custody_content import fill_custody
from counter.sample_office import SampleOffice
from shared.clock import SetClock
from shared.domain.custody import ONE_STOP
from shared.domain.whereabouts import is_on_the_map
from tests.counter.conftest import Build, Counter

ALT = Qt.KeyboardModifier.AltModifier
POST = "buu-dien-mau"


@pytest.fixture
def office() -> SampleOffice:
    ward = SampleOffice(SetClock(MORNING))
    fill_custody(ward.book, ward._ward)
    return ward


@pytest.fixture
def room(build: Build, office: SampleOffice) -> Counter:
    """The room as somebody of a department sees it, in a window with room for map and panel."""
    counter = build(office=office)
    counter.sign_in("tuphap")
    counter.control(Qt.Key.Key_0)
    return counter


def focused() -> str:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget.objectName()


def said(counter: Counter, name: str) -> str:
    return counter.find(QAbstractButton, name).accessibleName()


def rows(counter: Counter) -> list[str]:
    view = counter.find(QListWidget, "custody_papers")
    return [view.item(at).text() for at in range(view.count())]


def test_every_unit_says_how_many_papers_it_holds_for_how_long_and_what_is_wrong(room: Counter) -> None:
    assert said(room, "spot_one_stop") == "Bộ phận Một cửa · 8 hồ sơ · lâu nhất 10 ngày · 1 thất lạc"
    assert said(room, f"spot_{POST}") == "Bưu điện phường Mẫu · 2 hồ sơ · 3 phiếu gửi · lâu nhất 5 ngày · 2 quá hạn"
    assert said(room, "spot_thue-co-so-thu") == "Thuế cơ sở 1 Thành phố Thử · 1 hồ sơ · lâu nhất 3 ngày"
    assert said(room, "spot_cong-an") == "Công an phường · không giữ giấy tờ nào"
    assert "đơn vị của bạn" in said(room, "spot_van-phong")
    assert said(room, f"spot_{POST}>one_stop") == (
        "Đang bàn giao · Bưu điện phường Mẫu → Bộ phận Một cửa · 3 phiếu gửi · lâu nhất 25 phút"
    )
    assert said(room, "spot_one_stop>kinh-te").endswith("chờ ký nhận quá lâu")
    assert room.text("custody_total") == "30 giấy tờ · 7 đang bàn giao"


def test_nothing_is_counted_twice_and_nothing_is_left_out(office: SampleOffice) -> None:
    office.sign_in("phutrach", "Mot-cua-mau-7")
    found = office.custody_map()
    book = office.book
    papers = (*book.dossiers.values(), *book.consignments.values(), *book.deliveries.values())
    assert sum(each.count for each in found.spots) == sum(is_on_the_map(each, (ONE_STOP,)) for each in papers)
    for spot in found.spots:
        assert len(office.papers_at(spot.holder, spot.transit_to).rows) == spot.count


def test_arrows_go_over_the_map_and_enter_opens_a_place(room: Counter) -> None:
    assert focused() == "spot_one_stop"
    room.key(Qt.Key.Key_Left)
    assert focused() == f"spot_{POST}>one_stop"
    room.key(Qt.Key.Key_Left)
    assert focused() == f"spot_{POST}"
    room.key(Qt.Key.Key_Right)
    room.key(Qt.Key.Key_Right)
    assert focused() == "spot_one_stop"
    room.key(Qt.Key.Key_Left)
    room.key(Qt.Key.Key_Left)
    room.key(Qt.Key.Key_Down)
    assert focused() == "spot_diem-tiep-nhan-ben-thu"
    room.key(Qt.Key.Key_Return)
    assert room.text("custody_title") == "Điểm tiếp nhận Bến Thử"
    assert room.text("custody_subtitle") == "Không có giấy tờ nào ở đây."
    room.key(Qt.Key.Key_Up, ALT)
    assert focused() == "spot_diem-tiep-nhan-ben-thu"


def test_the_list_of_a_place_stands_by_age_and_leads_to_the_dossier(room: Counter) -> None:
    wanted: list[str] = []
    room.window.presenters.ways.dossier_wanted.connect(wanted.append)
    room.click("spot_kinh-te")
    assert focused() == "custody_papers"
    assert [row.split(" · ")[0] for row in rows(room)] == ["H99.99.01-261120-1071", "H99.99.01-261119-1072"]
    assert rows(room)[0] == "H99.99.01-261120-1071 · 08:34 20/11 · Đặng Văn Giả · BG-261120-0071"
    assert "Hẹn trả" in room.text("custody_detail")
    room.key(Qt.Key.Key_Down)
    room.key(Qt.Key.Key_Return)
    assert wanted == ["dossier-72"]
    room.control(Qt.Key.Key_0)
    assert focused() in ("custody_papers", "spot_kinh-te")
    room.control(Qt.Key.Key_Return)
    assert len(wanted) == 2


def test_what_is_late_with_the_post_says_so_in_red_in_its_list(room: Counter) -> None:
    room.click(f"spot_{POST}")
    found = dict(derive_rows(room.window.presenters.custody.state, "vi"))
    assert found["dossier/dossier-81"].right == "quá hạn · 5 ngày"
    assert found["dossier/dossier-81"].urgent
    assert found["consignment/consignment-custody-2"].right == "1 giờ"


def test_alarms_stand_the_gravest_first_and_a_list_opens_what_it_holds(room: Counter) -> None:
    room.key(Qt.Key.Key_C, ALT)
    assert [row.split(" · ")[0] for row in rows(room)] == [
        "H99.99.01-261113-1083",
        "BG-261120-0076",
        "H99.99.01-261116-1081",
        "PG-261120-09001",
    ]
    room.key(Qt.Key.Key_Down)
    room.key(Qt.Key.Key_Return)
    assert room.text("custody_title") == "Bộ phận Một cửa → Phòng Kinh tế, Hạ tầng và Đô thị"
    assert len(rows(room)) == 2


def test_the_room_button_counts_what_concerns_the_own_unit(build: Build, office: SampleOffice) -> None:
    counter = build(office=office)
    counter.open()
    assert counter.window.presenters.custody.urgent == 4
    assert "cần xử lý: 4" in said(counter, "room_custody")
    assert urgent_count(office.custody_map()) == 4
    office.sign_out()
    post = build(office=office)
    post.sign_in("buutu")
    assert post.window.presenters.custody.urgent == 2, "what the post keeps too long"
    assert "cần xử lý: 2" in said(post, "room_custody")


def test_a_scanned_code_says_where_it_is_and_through_whose_hands_it_went(room: Counter) -> None:
    room.scan("H99.99.01-261116-1081")
    assert room.text("custody_title") == "H99.99.01-261116-1081"
    assert room.text("custody_where") == "Đang ở Bưu điện phường Mẫu"
    assert room.text("custody_signed") == "từ 08:31 18/11 · Ngô Thị Thử ký nhận · biên bản BG-261118-0079"
    where = room.window.presenters.custody.state.where
    assert where is not None
    assert [hand.unit for hand in where.hands] == [ONE_STOP, "van-phong", ONE_STOP, POST]
    wanted: list[str] = []
    room.window.presenters.ways.dossier_wanted.connect(wanted.append)
    room.control(Qt.Key.Key_Return)
    assert wanted == ["dossier-81"]


def test_a_dossiers_code_a_notes_and_a_tracking_number_are_taken_wherever_the_cursor_stands(room: Counter) -> None:
    for code, words in (
        ("PG-261123-09002", "Đang ở Bưu điện phường Mẫu"),
        ("pg-261123-09005", "Đang bàn giao: Bưu điện phường Mẫu → Bộ phận Một cửa"),
        ("EM023456789VN", "Đang ở Bưu điện phường Mẫu"),
        ("H99.99.01-261113-1083", "Thất lạc; nơi giữ cuối cùng: Bộ phận Một cửa"),
    ):
        room.scan(code)
        assert room.text("custody_where") == words
    room.key(Qt.Key.Key_F8)
    assert focused() == "custody_search"
    room.keys("261116-1081")
    room.key(Qt.Key.Key_Return)
    assert room.text("custody_title") == "H99.99.01-261116-1081"


def test_a_code_that_nobody_knows_is_said_in_words(room: Counter) -> None:
    room.window.presenters.custody.search("H99.99.01-261116-9999")
    room.settle()
    assert "Không tìm thấy hồ sơ này." in room.said_words()[-1]
    room.window.presenters.custody.search("BG-261120-0076")
    room.settle()
    assert "số biên bản" in room.said_words()[-1]


def test_the_hands_of_a_row_are_shown_and_back_leads_to_the_list(room: Counter) -> None:
    room.click("spot_kinh-te")
    room.key(Qt.Key.Key_K, ALT)
    assert room.text("custody_where") == "Đang ở Phòng Kinh tế, Hạ tầng và Đô thị"
    room.key(Qt.Key.Key_Up, ALT)
    assert room.text("custody_title") == "Phòng Kinh tế, Hạ tầng và Đô thị"
    room.key(Qt.Key.Key_Up, ALT)
    assert room.text("custody_title") == "Cần chú ý"


def test_a_note_that_is_no_dossier_yet_opens_its_hands(room: Counter) -> None:
    room.click(f"spot_{POST}>one_stop")
    room.key(Qt.Key.Key_Return)
    assert room.text("custody_where").startswith("Đang bàn giao")
    state = room.window.presenters.custody.state
    assert state.where is not None
    assert state.where.paper.kind == "consignment"


def test_beside_the_queue_the_list_takes_the_place_of_the_map(build: Build, office: SampleOffice) -> None:
    counter = build(office=office)
    counter.open()
    counter.window.resize(1280, 680)
    counter.control(Qt.Key.Key_0)
    counter.click("spot_kinh-te")
    assert not [each for each in counter.window.findChildren(QAbstractButton, "spot_kinh-te") if each.isVisible()]
    counter.key(Qt.Key.Key_Up, ALT)
    assert focused() == "spot_kinh-te"


def test_the_map_follows_what_happens_and_keeps_the_place_one_is_on(room: Counter, office: SampleOffice) -> None:
    room.find(QAbstractButton, "spot_one_stop").setFocus()
    book = office.book
    for note in book.consignments.values():
        if note.state == "made":
            book.consignments[note.id] = replace(note, ended="withdrawn", holder="citizen")
    room.window.refresh()
    room.settle()
    assert "2 hồ sơ · lâu nhất" in said(room, f"spot_{POST}")
    assert focused() == "spot_one_stop"


def test_an_empty_office_says_so(build: Build) -> None:
    ward = SampleOffice(SetClock(MORNING))
    for papers in (ward.book.dossiers, ward.book.handovers, ward.book.consignments, ward.book.deliveries):
        papers.clear()
    counter = build(office=ward)
    counter.sign_in("benthu")
    counter.control(Qt.Key.Key_0)
    assert counter.text("custody_total") == "Không có giấy tờ nào đang ở cơ quan hay trên đường."
    assert counter.text("custody_subtitle") == "Không có giấy tờ nào đi lạc hay chờ quá lâu."


def test_signing_out_forgets_the_map(room: Counter) -> None:
    room.window.presenters.sign_in.sign_out()
    room.settle()
    assert room.window.presenters.custody.state == CustodyState()
    assert room.window.presenters.custody.urgent == 0


def test_an_office_of_many_units_has_no_two_things_in_one_place(office: SampleOffice) -> None:
    office.sign_in("phutrach", "Mot-cua-mau-7")
    props = derive_map(CustodyState(found=office.custody_map()))
    nodes = props.nodes + tuple(
        replace(node, unit=f"{node.unit}-{copy}") for copy in range(4) for node in props.nodes if node.unit != ONE_STOP
    )
    units = [node.unit for node in nodes]
    arrows = tuple(
        ArrowProps(giver, receiver, 12, "12", late=False, said="")
        for giver, receiver in zip(units, reversed(units), strict=True)
        if giver != receiver
    )
    at = Measures(lambda node, _: 68 if node.awake else 36, 56, 8, 22, 20, lambda _: 60, 30)
    laid = lay_out(MapProps(nodes, arrows), 690, at)
    pills = [curve.pill for curve in laid.curves.values()]
    assert len(pills) == len(arrows)
    for things in ([*laid.nodes.values(), laid.citizen], pills):
        assert not [1 for one, other in combinations(things, 2) if one.intersects(other)]
    assert all(thing.bottom() <= laid.height for thing in [*laid.nodes.values(), *pills])


@pytest.mark.parametrize(
    ("elapsed", "words"),
    [
        (timedelta(seconds=30), "vừa xong"),
        (timedelta(minutes=1), "1 phút"),
        (timedelta(minutes=59), "59 phút"),
        (timedelta(hours=23, minutes=59), "23 giờ"),
        (timedelta(days=1), "1 ngày"),
        (timedelta(days=12), "12 ngày"),
    ],
)
def test_ages_are_said_in_their_largest_unit(elapsed: timedelta, words: str) -> None:
    assert age_words(elapsed) == words


def test_what_the_citizen_has_is_said_so(office: SampleOffice) -> None:
    office.sign_in("phutrach", "Mot-cua-mau-7")
    where = office.where_is("H99.99.01-261116-1081")
    assert where_words(replace(where, holder="citizen")) == "Người dân đã nhận"

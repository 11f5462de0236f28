"""An officer's whole day at the real window of a counter, by keys alone, the network cut for an hour in the middle.

The keys are those of the X server, the server is a process, papers are PDFs in a folder. In the hour without a network
the counter's power is taken away in the middle of a form. At the end nothing was typed twice and nothing is missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from installer.demo.office import Folders, Office
from installer.demo.remote import RemoteProgram
from server.offices import Offices
from server.oversteps import noted_oversteps
from shared.clock import HO_CHI_MINH, SystemClock
from shared.journal import tables
from shared.journal.opening import open_server
from tests.scenario import display
from tests.scenario.desk_keys import Desk
from tests.scenario.officers_office import OPENING, Day, before_the_day, clock_from

HANG = "000165000001|000000001|Nguyen Thi Thu Hang|03101965|Nu|So 1, Duong Mau 1, Phuong Mau|30032021"
DUC = "000190000002||Nguyen Van Thu Duc|18101990|Nam|So 2, Duong Mau 1, Phuong Mau|15022022"
PHONE_OF_DUC = "0900000002"
REASON = "Co quan phoi hop tra loi cham"
RECEIPT = ("01AB-26E", "0000012")

pytestmark = [
    pytest.mark.timeout(600),
    pytest.mark.xdist_group("morning"),
    pytest.mark.skipif(not display.is_installed(), reason=display.NOT_INSTALLED),
]


@pytest.fixture
def day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Day]:
    """The counter has just been switched on."""
    with ExitStack() as ending:
        name = ending.enter_context(display.virtual_display(1366, 768))
        monkeypatch.setenv("DISPLAY", name)
        monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
        office = Office(Folders(tmp_path), clock_from(OPENING), on_screen=True)
        ending.callback(office.stop_everything)
        office.set_up([], ["counter"])
        due_tomorrow, ready = before_the_day(office.folders.data("server"))
        office.keep_time(clock_from(OPENING))
        office.start_server()
        hand = display.Hand(name)
        ending.callback(hand.close)
        screen = office.start_counter("counter", RemoteProgram)
        screen.wait_ready()
        yield Day(office, Desk(screen, hand), name, hand, [], due_tomorrow, ready)


def test_a_whole_day_by_keys_alone_with_an_hour_without_the_network(day: Day) -> None:
    try:
        for part in THE_DAY:
            part(day)
    except Exception:
        day.desk.screen.last_picture(day.office.folders.whole / "last.png")
        raise
    nothing_is_missing(day)


def begin_the_morning(day: Day) -> None:
    """Sign in, open counter 1, see what is due."""
    day.desk.sign_in("thu", 1)
    day.desk.reads("Ctrl+5")
    day.desk.screen.wait_for("next_number", contains="A001", patience=20)


def call(day: Day, label: str) -> None:
    """F2."""
    day.desk.press("F2")
    day.desk.screen.wait_for("serving_number", contains=label, patience=15)


def choose(day: Day, procedure: str) -> None:
    """F8, the procedure's code, Enter."""
    day.desk.press("F8")
    day.desk.hand.type(procedure)
    day.desk.sees("procedure_list")
    day.desk.press("Enter")
    day.desk.screen.wait_gone("procedure_list")


def tick_papers(day: Day, count: int) -> None:
    """Enter in each row."""
    for _ in range(count):
        day.desk.press("Enter")


def take_in(day: Day) -> str:
    """Ctrl+Enter; answers the code of the new dossier."""
    day.desk.press("Ctrl+Enter")
    day.desk.sees("received_code")
    code = str(day.desk.screen.read("received_code"))
    day.codes.append(code)
    return code


def receive_two_for_one_person(day: Day) -> None:
    """A card, a telephone number, two dossiers: the person is typed once."""
    call(day, "A001")
    choose(day, "1.004884")
    day.desk.scan(HANG)
    day.desk.reads("Nguyen Thi Thu Hang")
    tick_papers(day, 2)
    take_in(day)
    day.desk.press("Ctrl+d")
    choose(day, "1.004873")
    tick_papers(day, 1)
    take_in(day)
    assert day.codes[0] != day.codes[1]
    day.desk.press("F7")
    day.desk.screen.wait_for("serving_number", is_="–")
    day.desk.press("Ctrl+n")


def park_and_call_back_later(day: Day) -> None:
    """The second person has to fetch a paper."""
    call(day, "A002")
    day.desk.press("F5")
    day.desk.sees("parked_A002")


def an_hour_without_the_network(day: Day) -> None:
    """The line goes down, a number is called all the same, the power goes in the middle of a form; both come back."""
    desk = day.desk
    begins = datetime(2026, 11, 23, 10, 0, tzinfo=HO_CHI_MINH)
    day.office.stop_server()
    call(day, "A003")
    desk.reads("Gọi khi mất kết nối")
    choose(day, "1.004884")
    desk.scan(DUC)
    desk.reads("Nguyen Van Thu Duc")
    focus_on(day, "phone", "Shift+Tab")
    desk.type(PHONE_OF_DUC)
    pause(day, 2.0)
    desk.screen.kill()
    day.office.keep_time(clock_from(begins + timedelta(minutes=40)))
    screen = day.office.start_counter("counter", RemoteProgram)
    screen.wait_ready()
    day.desk = desk = Desk(screen, day.hand, desk.typed)
    desk.sign_in("thu", 1)
    desk.screen.wait_for("serving_number", contains="A003", patience=15)
    desk.reads("Nguyen Van Thu Duc")
    desk.screen.wait_for("phone", contains=PHONE_OF_DUC)
    focus_on(day, "document_0", "Tab")
    tick_papers(day, 2)
    take_in(day)
    desk.press("F7")
    day.office.keep_time(clock_from(begins + timedelta(hours=1)))
    day.office.start_server()
    desk.press("Ctrl+n")
    call_the_parked(day)


def the_hour_has_been_sent(day: Day) -> None:
    """The counter has found its line again by itself, while the work went on."""
    day.desk.screen.wait_for("sync_text", contains="Đã đồng bộ", patience=60)


def call_the_parked(day: Day) -> None:
    """The second person is back with the paper."""
    focus_on(day, "parked_A002", "Shift+Tab")
    day.desk.press("Space")
    day.desk.screen.wait_for("serving_number", contains="A002")
    day.desk.press("F7")


def focus_on(day: Day, name: str, key: str) -> None:
    """Presses `key` until `name` has the focus."""
    for _ in range(80):
        if day.desk.screen.becomes(name, "focus", patience=0.2, is_=True):
            return
        day.desk.press(key)
    raise AssertionError(f"{key} does not lead to {name}")


def pause(day: Day, seconds: float) -> None:
    """The officer looks up."""
    day.desk.screen.becomes("received_code", "visible", patience=seconds, is_=True)


def hand_over_and_decide(day: Day) -> None:
    """The officer gives the dossiers to the department; its clerk takes, decides and gives back at the same machine."""
    desk = day.desk
    desk.press("Ctrl+2")
    for count, code in enumerate(day.codes, start=1):
        desk.hand.type(code.partition("-")[2])
        desk.press("Enter")
        desk.screen.wait_for("picked_count", contains=str(count))
    focus_on(day, "receiver", "Tab")
    desk.hand.type("van phong")
    desk.press("Ctrl+Enter")
    desk.reads("chờ bên nhận ký")
    change_places(day, "tuphap", None)
    sign_for_what_came(day)
    desk.press("Ctrl+3")
    for code in day.codes:
        desk.press("F8")
        desk.hand.type(code.partition("-")[2])
        desk.press("Enter")
        desk.reads(code)
        desk.press("Ctrl+Enter")
        desk.reads("đã có kết quả")
    desk.press("Ctrl+2")
    desk.press("Alt+1")
    desk.screen.wait_for("held_dossiers", "rows", contains=day.codes[0])
    desk.press("Ctrl+Shift+a")
    desk.screen.wait_for("picked_count", contains="3")
    focus_on(day, "receiver", "Tab")
    desk.hand.type("bo phan")
    desk.press("Ctrl+Enter")
    desk.reads("chờ bên nhận ký")
    change_places(day, "thu", 1)
    sign_for_what_came(day)


def change_places(day: Day, who: str, counter: int | None) -> None:
    """One goes, another sits down."""
    leave(day)
    day.desk.sign_in(who, counter)


def leave(day: Day) -> None:
    """Signs out, whatever the counter still has that should be handed over."""
    day.desk.press("Ctrl+Shift+l")
    if day.desk.screen.becomes("close_anyway", "visible", patience=1.0, is_=True):
        day.desk.press("Alt+q")


def sign_for_what_came(day: Day) -> None:
    """Opens the list that waits, counts by typing each code, signs."""
    desk = day.desk
    desk.press("Ctrl+2")
    desk.press("Alt+2")
    focus_on(day, "incoming_0", "Tab")
    desk.press("Space")
    desk.sees("accept")
    desk.press("F8")
    for code in day.codes:
        desk.hand.type(code.partition("-")[2])
        desk.press("Enter")
        desk.screen.wait_for("handover_scan", is_="")
    desk.press("Ctrl+Enter")
    desk.reads("Hai bên đã ký")


def apologise_in_time(day: Day) -> None:
    """What is due tomorrow and will not be ready: one apology with the new date."""
    desk = day.desk
    desk.press("Ctrl+5")
    desk.press("Alt+e")
    desk.screen.wait_for("deadline_rows", "rows", contains=day.due_tomorrow)
    desk.press("Alt+2")
    desk.press("Space")
    desk.press("Alt+x")
    desk.sees("apology_reason")
    desk.type(REASON)
    desk.press("Ctrl+Enter")
    desk.reads("Đã xin lỗi")


def return_a_result_with_its_fee(day: Day) -> None:
    """The receipt's code, the fee in cash with the number of its receipt, the result."""
    desk = day.desk
    open_result(day)
    desk.sees("pay_before_return")
    desk.press("Alt+t")
    desk.screen.wait_for("fee_code", is_=day.ready)
    focus_on(day, "fee_given", "Tab")
    desk.hand.type("10000")
    desk.screen.wait_for("fee_change", contains="2.000")
    focus_on(day, "fee_series", "Tab")
    desk.type(RECEIPT[0])
    desk.press("Tab")
    desk.type(RECEIPT[1])
    desk.press("Ctrl+Enter")
    desk.sees("taken_title")
    open_result(day)
    desk.screen.wait_gone("pay_before_return")
    desk.press("Ctrl+Enter")
    desk.reads("Đã trả kết quả")
    desk.press("Ctrl+n")


def open_result(day: Day) -> None:
    """Ctrl+4, the code, Enter."""
    day.desk.press("Ctrl+4")
    day.desk.press("F8")
    day.desk.hand.type(day.ready)
    day.desk.press("Enter")
    day.desk.screen.wait_for("result_code", is_=day.ready)


def find_a_dossier_again(day: Day) -> None:
    """Two words of a name, without diacritics; the page tells the whole story."""
    desk = day.desk
    desk.press("Ctrl+6")
    desk.hand.type("thu hang")
    desk.screen.wait_for("found_dossiers", "rows", contains="Nguyen Thi Thu Hang", patience=30)
    desk.press("Enter")
    desk.sees("dossier_code")
    desk.press("Escape")


def close_the_till_and_the_counter(day: Day) -> None:
    """The day's sheet, and out."""
    desk = day.desk
    desk.press("Ctrl+7")
    desk.press("Alt+3")
    desk.screen.wait_for("cash_total", contains="8.000")
    desk.press("Ctrl+p")
    desk.reads("Đã in bảng kê thu phí")
    leave(day)
    desk.sees("sign_in_name")
    desk.screen.wait_for("sync_text", contains="Đã đồng bộ", patience=60)


def nothing_is_missing(day: Day) -> None:
    """Everything is on the server once, every paper has been printed, and nobody typed anything twice."""
    assert len(set(day.desk.typed)) == len(day.desk.typed)
    assert len(set(day.codes)) == len(day.codes) == 3
    receipts = {f"{code}.pdf" for code in day.codes}
    assert receipts <= set(day.forms())
    assert len(day.forms()) == len(receipts) + 2, "the receipts, the apology, the till's sheet"
    day.desk.screen.stop()
    day.office.stop_server()
    engine = open_server(None, day.office.folders.data("server"))
    offices = Offices(engine, SystemClock())
    event, dossier = tables.event, tables.dossier
    with offices.journal(offices.names()[0]).reading() as reader:
        connection = reader.connection
        kinds = [str(kind) for kind in connection.execute(select(event.c.kind)).scalars()]
        conflicts = connection.execute(select(func.count()).select_from(tables.conflict)).scalar_one()
        stages = dict(connection.execute(select(dossier.c.code, dossier.c.stage)).all())
        oversteps = noted_oversteps(reader)
    engine.dispose()
    assert kinds.count("dossier.received") == 3 + 2
    assert kinds.count("dossier.apologised") == 1
    assert kinds.count("payment.collected") == 1
    assert kinds.count("form.issued") == 3 + 1
    assert kinds.count("ticket.done") == 3
    assert (conflicts, oversteps) == (0, ())
    assert [stages[code] for code in day.codes] == ["result_at_counter"] * 3
    assert stages[day.ready] == "returned"


THE_DAY = (
    begin_the_morning,
    receive_two_for_one_person,
    park_and_call_back_later,
    an_hour_without_the_network,
    hand_over_and_decide,
    the_hour_has_been_sent,
    apologise_in_time,
    return_a_result_with_its_fee,
    find_a_dossier_again,
    close_the_till_and_the_counter,
)

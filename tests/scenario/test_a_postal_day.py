"""A postal employee's day at two real windows by keys alone: papers in, results out, no line from ten to two.

The windows are those of a point of the post and of the office's counter, each on a display of its own; the keys are
those of the X server, the server is a process. After every step the custody map that stands on the screen is compared
with where the papers truly are. The short form takes a few papers; the long one forty in and thirty-five out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import func, select

from server.offices import Offices
from server.oversteps import noted_oversteps
from shared.clock import SystemClock
from shared.journal import tables
from shared.journal.opening import open_server
from tests.scenario import display
from tests.scenario.desk_keys import PATIENCE
from tests.scenario.postal_hands import (
    Truth,
    card_of,
    choose_receiver,
    codes_on,
    count,
    count_money,
    focus_on,
    open_delivery,
    open_what_came,
    rows_before,
    scan_onto_list,
    sign_away,
    the_map_is_right,
)
from tests.scenario.postal_office import POST, PostalDay, postal_office

PROCEDURE = "2.000635"
SERIES = "01AB-26E"
PIN = {"buutu": "990009"}

pytestmark = [
    pytest.mark.timeout(900),
    pytest.mark.xdist_group("morning"),
    pytest.mark.skipif(not display.is_installed(), reason=display.NOT_INSTALLED),
]


@dataclass(frozen=True, slots=True)
class Size:
    """How many papers come in, how many of them before ten, how many results go out."""

    all_in: int
    before_ten: int
    out: int


SHORT = Size(6, 4, 4)
LONG = Size(40, 25, 35)


@pytest.mark.parametrize("size", [SHORT, pytest.param(LONG, marks=pytest.mark.long)], ids=["short", "long"])
def test_a_postal_employees_day_at_the_windows(size: Size, tmp_path: Path) -> None:
    with postal_office(tmp_path, size.out) as day:
        try:
            the_day(day, size)
        except Exception:
            for name, desk in (("post", day.post), ("office", day.office)):
                desk.screen.last_picture(tmp_path / f"last-{name}.png")
            raise
        nothing_is_missing(day, size)


def the_day(day: PostalDay, size: Size) -> None:
    """From the first signature to the last."""
    post, office = Truth(), Truth()
    day.post.sign_in("buutu", None)
    day.office.sign_in("thu", 1)
    everywhere(day, (post, office), day.results, "one_stop")
    the_results_go_out(day, (post, office))
    first = [take_in(day, number) for number in range(1, size.before_ten + 1)]
    everywhere(day, (post, office), first, POST)
    the_first_bag(day, first, (post, office))
    day.at(10)
    day.office_programs.stop_server()
    later = [take_in(day, number) for number in range(size.before_ten + 1, size.all_in + 1)]
    post.put(later, POST)
    the_map_is_right(day.post, post)
    the_second_bag_on_paper(day, later, post, office)
    delivered = the_round(day, post)
    the_missing_one_is_found(day, post)
    day.at(14)
    day.office_programs.start_server()
    post.put(later, "one_stop")
    office.end(delivered)
    both_maps(day, post, office)
    the_missing_one_goes_after_all(day, first[-1], (post, office))
    what_the_office_refused_goes_home(day, first[-2], (post, office))
    what_nobody_took_goes_back(day, day.results[1], (post, office))
    the_sheet_of_the_day(day)


def everywhere(day: PostalDay, truths: Sequence[Truth], papers: Sequence[str], place: str) -> None:
    """They are there now, and both windows show it."""
    for truth in truths:
        truth.put(papers, place)
    both_maps(day, truths[0], truths[1])


def both_maps(day: PostalDay, post: Truth, office: Truth) -> None:
    """Both windows show the truth, as far as it can be known there."""
    the_map_is_right(day.post, post)
    the_map_is_right(day.office, office)


def take_in(day: PostalDay, number: int) -> str:
    """A citizen at the point of the post: procedure, card, paper, receipt; answers the number of the note."""
    desk = day.post
    desk.press("Ctrl+1")
    desk.press("F8")
    desk.hand.type(PROCEDURE)
    desk.sees("procedure_list")
    desk.press("Enter")
    desk.screen.wait_gone("procedure_list")
    desk.scan(card_of(f"Nguyen Thi Mau {number}", 165000000 + number))
    desk.reads(f"Nguyen Thi Mau {number} ")
    desk.press("Enter")
    desk.press("Ctrl+Enter")
    if number == 1:
        focus_on(desk, "note_receipt_series")
        desk.hand.type(SERIES)
        desk.press("Tab")
    focus_on(desk, "note_receipt_number")
    desk.hand.type(f"{number:07d}")
    desk.press("Ctrl+Enter")
    desk.sees("made_number")
    made = str(desk.screen.read("made_number"))
    day.notes.append(made)
    desk.press("Ctrl+n")
    desk.screen.wait_gone("made_number")
    return made


def the_results_go_out(day: PostalDay, truths: Sequence[Truth]) -> None:
    """Scanned by the officer, signed by both at one window: the postal employee with her own PIN."""
    desk = day.office
    day.at(8)
    scan_onto_list(desk, day.results)
    choose_receiver(desk, "buu dien")
    desk.press("Ctrl+Enter")
    desk.reads("chờ bên nhận ký")
    everywhere(day, truths, day.results, f"one_stop>{POST}")
    desk.press("Ctrl+2")
    desk.sees("signer_secret")
    focus_on(desk, "signer")
    desk.hand.type("Ngo Thi Thu")
    desk.press("Tab")
    desk.hand.type(PIN["buutu"])
    desk.press("Alt+k")
    desk.reads("Hai bên đã ký")
    everywhere(day, truths, day.results, POST)


def the_first_bag(day: PostalDay, notes: list[str], truths: Sequence[Truth]) -> None:
    """The last one is not there, the last but one not complete, the one before torn; all others are entered."""
    day.at(9, 40)
    sign_away(day.post, notes)
    everywhere(day, truths, notes, f"{POST}>one_stop")
    desk = day.office
    open_what_came(desk)
    count(desk, notes[:-2])
    desk.press("Alt+d")
    desk.sees("mark_words")
    desk.hand.type("Rach goc trang 2")
    count(desk, [notes[-2]], len(notes) - 2)
    desk.press("Alt+r")
    desk.sees("refusal_reason")
    desk.press("Alt+t")
    count_money(desk, len(notes) - 2)
    desk.press("Ctrl+Enter")
    desk.reads("Hai bên đã ký")
    for truth in truths:
        truth.put(notes[:-2], "one_stop")
    everywhere(day, truths, notes[-2:], POST)


def the_second_bag_on_paper(day: PostalDay, notes: list[str], post: Truth, office: Truth) -> None:
    """The record is printed; the office scans its codes, counts, signs, and scans each note to enter it."""
    day.at(11, 30)
    sign_away(day.post, notes)
    before = len(day.printed("BG-*"))
    day.post.press("Ctrl+p")
    day.post.reads("Đã in Biên bản")
    post.put(notes, f"{POST}>one_stop")
    the_map_is_right(day.post, post)
    record = day.printed("BG-*")[before]
    desk = day.office
    desk.press("Ctrl+2")
    desk.press("Alt+2")
    for code in codes_on(record):
        desk.scan(code)
    desk.sees("counted_count")
    count(desk, notes)
    count_money(desk, len(notes))
    desk.press("Ctrl+Enter")
    desk.reads("Hai bên đã ký")
    for note in notes:
        for code in codes_on(day.printed(f"{note}.pdf")[0], pages=1):
            desk.scan(code)
        desk.reads(f"{note} đã vào sổ", patience=20)
    office.put(notes, "one_stop")
    the_map_is_right(desk, office)


def the_round(day: PostalDay, post: Truth) -> list[str]:
    """The first is not at home, the second does not want it, the others sign. Answers what was delivered."""
    day.at(12, 15)
    desk = day.post
    desk.press("Ctrl+3")
    for code, key in ((day.results[0], "Alt+v"), (day.results[1], "Alt+c")):
        open_delivery(desk, code)
        desk.press(key)
        desk.sees("delivery_armed")
        desk.press(key)
        desk.sees("delivery_tried")
    delivered = day.results[2:]
    for place, code in enumerate(delivered, start=3):
        open_delivery(desk, code)
        desk.scan(card_of(f"Tran Van Mau {place}", place))
        desk.screen.wait_for("handing_number", is_=f"{place:012d}")
        desk.press("Ctrl+Enter")
        desk.sees("delivery_armed")
        desk.press("Ctrl+Enter")
        desk.screen.wait_for("delivery_done", contains=code)
    post.end(delivered)
    the_map_is_right(desk, post)
    return delivered


def the_missing_one_is_found(day: PostalDay, post: Truth) -> None:
    """It lay at the point of the post; who signed for the list writes that down."""
    desk = day.post
    desk.press("Ctrl+2")
    desk.press("Alt+2")
    focus_on(desk, "differing_0")
    desk.press("Space")
    focus_on(desk, "difference_0")
    desk.press("Space")
    desk.sees("settle_found_at_giver")
    desk.press("Alt+3")
    desk.screen.wait_gone("settle_found_at_giver")
    the_map_is_right(desk, post)


def the_missing_one_goes_after_all(day: PostalDay, note: str, truths: Sequence[Truth]) -> None:
    """On a list of its own."""
    sign_away(day.post, [note])
    everywhere(day, truths, [note], f"{POST}>one_stop")
    open_what_came(day.office)
    count(day.office, [note])
    count_money(day.office, 1)
    day.office.press("Ctrl+Enter")
    day.office.reads("Hai bên đã ký")
    everywhere(day, truths, [note], "one_stop")


def what_the_office_refused_goes_home(day: PostalDay, note: str, truths: Sequence[Truth]) -> None:
    """The sender gets the papers back."""
    desk = day.post
    desk.press("Ctrl+1")
    desk.press("Alt+2")
    desk.screen.wait_for("notes", "rows", contains=note)
    focus_on(desk, "notes")
    desk.press("Home")
    for _ in range(rows_before(desk, note)):
        desk.press("Down")
    desk.press("Alt+g")
    desk.press("Alt+g")
    desk.reads("Đã ghi trả lại")
    for truth in truths:
        truth.end([note])
    both_maps(day, truths[0], truths[1])


def what_nobody_took_goes_back(day: PostalDay, code: str, truths: Sequence[Truth]) -> None:
    """The result that its addressee refused is at the office again."""
    desk = day.post
    desk.press("Ctrl+3")
    open_delivery(desk, code)
    desk.press("Alt+h")
    desk.sees("delivery_armed")
    desk.press("Alt+h")
    desk.reads("chuyển hoàn")
    sign_away(desk, [code])
    everywhere(day, truths, [code], f"{POST}>one_stop")
    open_what_came(day.office)
    count(day.office, [code])
    day.office.press("Ctrl+Enter")
    day.office.reads("Hai bên đã ký")
    everywhere(day, truths, [code], "one_stop")


def the_sheet_of_the_day(day: PostalDay) -> None:
    """Alt+3: the figures of the day, on paper."""
    desk = day.post
    desk.press("Ctrl+1")
    desk.press("Alt+3")
    desk.screen.wait_for("print_post_day", "enabled", is_=True, patience=PATIENCE)
    desk.press("Ctrl+p")
    desk.reads("Đã in")
    for each in (day.post, day.office):
        each.screen.wait_for("sync_text", contains="Đã đồng bộ", patience=60)


def nothing_is_missing(day: PostalDay, size: Size) -> None:
    """Everything is on the server once: each note one fate, each fee one payment, nobody beyond their role."""
    for desk in (day.post, day.office):
        desk.screen.stop()
    day.office_programs.stop_server()
    engine = open_server(None, day.office_programs.folders.data("server"))
    offices = Offices(engine, SystemClock())
    note, dossier, delivery, conflict = tables.consignment, tables.dossier, tables.delivery, tables.conflict
    with offices.journal(offices.names()[0]).reading() as reader:
        ask = reader.connection.execute
        fates = Counter(ask(select(note.c.state)).scalars())
        assert fates == {"registered": size.all_in - 1, "given_back": 1}
        assert ask(select(func.count()).select_from(dossier)).scalar() == size.all_in - 1 + size.out
        assert len(set(ask(select(dossier.c.code)).scalars())) == size.all_in - 1 + size.out
        ends = Counter(ask(select(delivery.c.state)).scalars())
        assert ends == {"delivered": size.out - 2, "with_post": 1, "back": 1}
        assert ask(select(func.count()).select_from(tables.payment)).scalar() == size.all_in - 1
        assert ask(select(func.count()).select_from(conflict)).scalar() == 0
        assert noted_oversteps(reader) == ()
    engine.dispose()

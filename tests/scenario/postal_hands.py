"""What hands do at the desks of a postal employee's day: lists, counts, codes on paper, the map on the screen."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2

from installer.demo.remote import InVainError
from shared.domain.paper_code import read_piece
from tests.documents.reading import codes_of
from tests.scenario.desk_keys import Desk

FEE_VND = 8000


@dataclass
class Truth:
    """Where the papers are, in the words of the map: "buu-dien-mau", or "buu-dien-mau>one_stop" while on their way."""

    places: dict[str, str] = field(default_factory=dict)

    def put(self, papers: Sequence[str], place: str) -> None:
        """They are there now."""
        self.places |= dict.fromkeys(papers, place)

    def end(self, papers: Sequence[str]) -> None:
        """A citizen has them, or they are another paper now."""
        for each in papers:
            del self.places[each]

    def counts(self) -> dict[str, int]:
        """How many are in each place."""
        return dict(Counter(self.places.values()))


def on_the_map(desk: Desk) -> dict[str, int]:
    """What stands on the custody map of a window: place to number of papers."""
    found: dict[str, int] = {}
    for name in desk.screen.names():
        if not name.startswith("spot_"):
            continue
        try:
            said = str(desk.screen.read(name, "accessibleName"))
        except InVainError:
            continue  # it has gone from the map since its name was read
        count = sum(int(number) for number in _PAPERS.findall(said))
        if count:
            found[name.removeprefix("spot_")] = count
    return found


_PAPERS = re.compile(r"(\d+) (?:hồ sơ|phiếu gửi|thư)")


def the_map_is_right(desk: Desk, truth: Truth) -> None:
    """Ctrl+0: the map says where the papers are, as soon as the machine has heard."""
    desk.press("Ctrl+0")
    desk.sees("custody_map")
    until = time.monotonic() + 30
    while (seen := on_the_map(desk)) != truth.counts():
        assert time.monotonic() < until, f"the map says {seen}, the papers are {truth.counts()}"
        time.sleep(0.2)


def focus_on(desk: Desk, name: str, key: str = "Tab") -> None:
    """Presses `key` until `name` has the focus."""
    for _ in range(60):
        if desk.screen.becomes(name, "focus", patience=0.2, is_=True):
            return
        desk.press(key)
    raise AssertionError(f"{key} does not lead to {name}")


def card_of(name: str, number: int) -> str:
    """What stands in the code of somebody's identity card."""
    return f"{number:012d}|000000001|{name}|03101965|Nu|So {number}, Duong Mau 1, Phuong Mau|30032021"


def scan_onto_list(desk: Desk, codes: Sequence[str]) -> None:
    """Ctrl+2, each paper under the scanner, the count beside it."""
    desk.press("Ctrl+2")
    desk.press("Alt+1")
    desk.sees("picked_count")
    for count, code in enumerate(codes, start=1):
        desk.scan(code)
        desk.screen.wait_for("picked_count", is_=str(count))


def choose_receiver(desk: Desk, name: str) -> None:
    """The other side."""
    focus_on(desk, "receiver")
    desk.hand.type(name)


def sign_away(desk: Desk, papers: Sequence[str]) -> None:
    """The post's own signature under a list of `papers`."""
    scan_onto_list(desk, papers)
    desk.press("Ctrl+Enter")
    desk.screen.wait_gone("picked_count")
    desk.sees("print_record")


def open_what_came(desk: Desk) -> None:
    """The first list that waits for this unit."""
    desk.press("Ctrl+2")
    desk.press("Alt+2")
    focus_on(desk, "incoming_0")
    desk.press("Space")
    desk.sees("counted_count")


def count(desk: Desk, papers: Sequence[str], already: int = 0) -> None:
    """Each under the scanner."""
    for number, code in enumerate(papers, start=already + 1):
        desk.scan(code)
        desk.screen.wait_for("counted_count", contains=f"{number} /")


def count_money(desk: Desk, papers: int) -> None:
    """The fees that travelled with so many papers."""
    focus_on(desk, "money_counted")
    desk.hand.type(str(FEE_VND * papers))
    desk.screen.wait_for("money_difference", contains="Khớp")


def codes_on(paper: Path, pages: int | None = None) -> list[str]:
    """What a scanner finds on a printed paper, in the order of the pieces; `pages`: on so many of its sheets."""
    content = paper.read_bytes()
    with pypdfium2.PdfDocument(content) as document:
        sheets = range(pages or len(document))
    found = {code for sheet in sheets for code in codes_of(content, 200, sheet) if read_piece(code) is not None}
    return sorted(found, key=_place_of)


def _place_of(code: str) -> int:
    piece = read_piece(code)
    assert piece is not None
    return piece.place


def open_delivery(desk: Desk, code: str) -> None:
    """The receipt's code under the scanner."""
    desk.scan(code)
    desk.screen.wait_for("delivery_short", contains=code)


def rows_before(desk: Desk, note: str) -> int:
    """How many rows stand above the one of `note`."""
    rows = [str(row) for row in desk.screen.read("notes", "rows")]
    return next(at for at, row in enumerate(rows) if note in row)

"""Taking a number behind the glass: the port filled by a real encrypted journal and the sample ward."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import cast

import pytest
from sqlalchemy import select

from kiosk.journeys.take_number.missed_appointment import MissedAppointment
from kiosk.ports import NumberWish
from kiosk.sample_office import CARD
from kiosk.wiring.issued import slip_of, wait_in_words
from kiosk.wiring.office import JournalKioskOffice
from resources.sample_ward.load import sample_office_document
from shared.actions.take_number import book_appointment
from shared.clock import HO_CHI_MINH, SetClock
from shared.domain.appointment import Book
from shared.domain.office import Line, Office, TicketRules, office_from_document, office_to_document
from shared.domain.working_calendar import Session
from shared.failures import Refusal
from shared.identities import Identities
from shared.journal.journal import Journal
from shared.journal.node import Node
from shared.journal.queue_queries import ticket_by_label
from shared.journal.reference import ReferenceData, store_reference
from shared.journal.tables import metadata
from shared.qt.device_program import DeviceProgram
from tests.documents.reading import text_of
from tests.prepared import open_new_device

MONDAY_AT_EIGHT = datetime(2026, 11, 23, 8, 0, tzinfo=HO_CHI_MINH)


class Behind:
    """What the port takes of the device's program: journal, node, reference data."""

    def __init__(self, journal: Journal, node: Node) -> None:
        self.journal = journal
        self.node = node
        self.reference = ReferenceData(node.office)
        self.commits = 0

    def committed(self) -> None:
        """Counts."""
        self.commits += 1


class Ward:
    """The sample ward with a kiosk: `kiosk` is the port, `clock` in the test's hands, `office` as it is now."""

    def __init__(self, folder: Path) -> None:
        self.clock = SetClock(MONDAY_AT_EIGHT)
        self.office = office_from_document(sample_office_document())
        self.engine, lock = open_new_device(folder)
        lock.close()
        node = Node(self.office.id, "device-1", "kiosk", "Kiosk 1", 1, 1, 1, "http://127.0.0.1:9", "00" * 32)
        self.journal = Journal(
            self.engine,
            office=self.office.id,
            device="device-1",
            epoch=1,
            clock=self.clock,
            identities=Identities(self.clock),
        )
        self.behind = Behind(self.journal, node)
        self.kiosk = JournalKioskOffice(cast(DeviceProgram, self.behind))
        self.decide(self.office)

    def decide(self, office: Office) -> None:
        """The office changes its own document."""
        self.office = replace(office, version=office.version + 1)
        with self.engine.begin() as connection:
            store_reference(connection, office.id, self.office.version, office_to_document(self.office))

    def decide_line(self, letter: str, **changes: object) -> None:
        """One line changes."""
        lines = tuple(_changed(line, changes) if line.letter == letter else line for line in self.office.lines)
        self.decide(replace(self.office, lines=lines))

    def tile(self, letter: str) -> tuple[str, str]:
        """Whether the line gives numbers, and what is told."""
        tile = next(each for each in self.kiosk.tiles() if each.letter == letter)
        return tile.giving, tile.told.vi if tile.told else ""


def _changed(line: Line, changes: dict[str, object]) -> Line:
    return replace(line, **changes)  # type: ignore[arg-type]


@pytest.fixture
def ward(tmp_path: Path) -> Iterator[Ward]:
    sample = Ward(tmp_path / "device")
    yield sample
    sample.engine.dispose()


def test_a_number_with_further_lines_is_issued_once_and_says_what_follows(ward: Ward) -> None:
    wish = NumberWish("j1", ("A", "F", "B"), "elderly")
    first, again = ward.kiosk.take_number(wish), ward.kiosk.take_number(wish)
    assert (first.label, again.label) == ("A001", "A001")
    assert first.then_vi == ("Trả kết quả", "Đất đai – Xây dựng – Môi trường")
    assert first.then_en[0] == "Collect a result"
    assert first.slip.startswith(b"%PDF")
    with ward.journal.reading() as reader:
        kept = ticket_by_label(reader, "2026-11-23", "A001")
    assert kept is not None
    assert (kept.further, kept.priority) == (("F", "B"), "elderly")


def test_collecting_a_result_is_a_line_of_its_own(ward: Ward) -> None:
    assert ward.kiosk.take_number(NumberWish("j1", ("F",))).line_name_vi == "Trả kết quả"
    assert ward.kiosk.procedures("F") == ()


def test_home_says_how_many_matters_and_whether_a_card_is_wanted(ward: Ward) -> None:
    assert (ward.kiosk.home().most_matters, ward.kiosk.home().card_wanted) == (3, False)
    ward.decide(replace(ward.office, tickets=TicketRules(most_matters=1, one_number_per_card=True, card_key="ab" * 32)))
    assert (ward.kiosk.home().most_matters, ward.kiosk.home().card_wanted) == (1, True)


@pytest.mark.parametrize(
    ("hour", "minute", "open_", "comes_back"),
    [(8, 0, True, ""), (6, 30, False, "07:30 hôm nay"), (12, 0, False, "13:30 hôm nay"), (17, 0, False, "07:30 ngày")],
)
def test_home_says_when_to_come_back(ward: Ward, hour: int, minute: int, open_: bool, comes_back: str) -> None:
    ward.clock.set(MONDAY_AT_EIGHT.replace(hour=hour, minute=minute))
    home = ward.kiosk.home()
    assert home.open is open_
    assert comes_back in home.reopens_vi


def test_a_line_with_hours_of_its_own_is_over_while_the_office_is_open(ward: Ward) -> None:
    ward.decide_line("C", hours=(Session(time(7, 30), time(9, 0)),))
    assert ward.tile("C") == ("open", "")
    ward.clock.set(MONDAY_AT_EIGHT.replace(hour=10))
    giving, told = ward.tile("C")
    assert giving == "over"
    assert "07:30" in told
    assert ward.kiosk.home().open
    assert ward.tile("A")[0] == "open"


def test_a_line_that_has_given_all_its_numbers_is_full_and_refuses_the_next(ward: Ward) -> None:
    ward.decide_line("B", daily_capacity=1)
    ward.kiosk.take_number(NumberWish("j1", ("B",)))
    giving, told = ward.tile("B")
    assert giving == "full"
    assert "Hôm nay đã phát hết số" in told
    with pytest.raises(Refusal) as refused:
        ward.kiosk.take_number(NumberWish("j2", ("A", "B")))
    assert refused.value.code == "line_full"


def test_a_card_holds_one_waiting_number_and_its_mark_names_nobody(ward: Ward) -> None:
    ward.decide(replace(ward.office, tickets=TicketRules(one_number_per_card=True, card_key="ab" * 32)))
    with pytest.raises(Refusal) as wanted:
        ward.kiosk.take_number(NumberWish("j1", ("A",)))
    assert wanted.value.code == "card_wanted"
    mark = ward.kiosk.card_mark(CARD)
    assert "001099012345" not in mark
    ward.kiosk.take_number(NumberWish("j1", ("A",), holder=mark))
    with pytest.raises(Refusal) as waits:
        ward.kiosk.take_number(NumberWish("j2", ("B",), holder=ward.kiosk.card_mark(CARD)))
    assert waits.value.code == "card_waits_already"
    ward.clock.set(MONDAY_AT_EIGHT + timedelta(days=1))
    assert ward.kiosk.card_mark(CARD) != mark


def test_nothing_of_a_scanned_card_is_written_anywhere(ward: Ward) -> None:
    ward.decide(replace(ward.office, tickets=TicketRules(one_number_per_card=True, card_key="ab" * 32)))
    issued = ward.kiosk.take_number(NumberWish("j1", ("A",), holder=ward.kiosk.card_mark(CARD)))
    with ward.journal.reading() as reader:
        rows = [row for table in metadata.sorted_tables for row in reader.connection.execute(select(table))]
    written = repr(rows) + repr(issued) + text_of(issued.slip)
    assert "A001" in written
    for secret in CARD.split("|"):
        assert not secret or len(secret) < 4 or secret not in written


def test_an_office_without_a_key_marks_no_card(ward: Ward) -> None:
    assert ward.kiosk.card_mark(CARD) == ""
    with pytest.raises(Refusal, match="thẻ"):
        ward.kiosk.card_mark("hello")


def booked(ward: Ward, at: datetime) -> None:
    """An appointment in line B."""
    book_appointment(ward.journal, ward.office, "server", Book("appointment-1", "LH260017", "B", at))


def test_an_appointment_is_checked_in_by_its_code_and_goes_before_others(ward: Ward) -> None:
    booked(ward, MONDAY_AT_EIGHT + timedelta(minutes=10))
    first = ward.kiosk.check_in("j1", " lh-260017 ")
    assert ward.kiosk.check_in("j1", "LH260017").label == first.label == "B001"
    with pytest.raises(Refusal) as used:
        ward.kiosk.check_in("j2", "LH260017")
    assert used.value.code == "appointment_used"


@pytest.mark.parametrize("text", ["LH999999", "hello", ""])
def test_a_code_that_is_no_appointment_is_refused(ward: Ward, text: str) -> None:
    with pytest.raises(Refusal) as unknown:
        ward.kiosk.check_in("j1", text)
    assert unknown.value.code == "no_such_appointment"


def test_an_appointment_that_is_early_or_over_says_so_and_the_missed_one_knows_its_line(ward: Ward) -> None:
    booked(ward, MONDAY_AT_EIGHT + timedelta(hours=1))
    with pytest.raises(Refusal, match="08:30"):
        ward.kiosk.check_in("j1", "LH260017")
    ward.clock.set(MONDAY_AT_EIGHT + timedelta(hours=2))
    with pytest.raises(MissedAppointment) as missed:
        ward.kiosk.check_in("j1", "LH260017")
    assert missed.value.line == "B"


def test_the_slip_tells_priority_appointment_and_further_lines(ward: Ward) -> None:
    wish = NumberWish("j1", ("A", "B"), "elderly", "1.001193")
    ward.kiosk.take_number(wish)
    with ward.journal.reading() as reader:
        ticket = ticket_by_label(reader, "2026-11-23", "A001")
    assert ticket is not None
    slip = slip_of(ward.office, ticket, MONDAY_AT_EIGHT)
    assert (slip.priority_note, slip.priority_note_en) == ("Người cao tuổi", "Older person (60 or more)")
    assert slip.then == (("Đất đai – Xây dựng – Môi trường", "Land – Construction – Environment"),)
    assert slip.appointment_at == MONDAY_AT_EIGHT


@pytest.mark.parametrize(
    ("low", "high", "vi", "en"),
    [
        (None, None, "Quầy chưa mở", "The counter is not open yet"),
        (0, 10, "dưới 10 phút", "less than 10 minutes"),
        (20, 35, "khoảng 20–35 phút", "about 20–35 minutes"),
        (20, 20, "khoảng 20 phút", "about 20 minutes"),
    ],
)
def test_a_wait_is_told_as_people_tell_it(low: int | None, high: int | None, vi: str, en: str) -> None:
    assert wait_in_words(low, high) == (vi, en)


def test_every_number_wakes_the_line_to_the_server(ward: Ward) -> None:
    ward.kiosk.take_number(NumberWish("j1", ("A",)))
    assert ward.behind.commits == 1

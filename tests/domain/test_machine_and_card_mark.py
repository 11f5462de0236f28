from __future__ import annotations

from shared.domain import machine
from shared.domain.card_mark import card_mark
from shared.domain.machine import ReportPrinter, printer_in_words

from .stories import Story

KEY = "5f" * 32


def test_only_a_change_of_the_printer_is_written_down() -> None:
    story = Story(machine.decide, machine.evolve)
    assert machine.decide(story.state, ReportPrinter("k1", "Kiosk 1", "ready")) == ()
    assert machine.decide(story.state, ReportPrinter("k1", "Kiosk 1", "unknown")) == ()
    story.do(ReportPrinter("k1", "Kiosk 1", "paper_out"))
    assert machine.decide(story.state, ReportPrinter("k1", "Kiosk 1", "paper_out")) == ()
    assert printer_in_words(story.state) == ("Kiosk 1 đã hết giấy.", "Kiosk 1 is out of paper.")
    well = story.do(ReportPrinter("k1", "Kiosk 1", "ready"))
    assert printer_in_words(well) == ("", "")
    assert well.conflicts == ()


def test_a_state_of_a_later_version_is_unknown_and_no_conflict() -> None:
    story = Story(machine.decide, machine.evolve)
    facts = machine.decide(None, ReportPrinter("k1", "Kiosk 1", "cover_open"))
    later = type(facts[0])("k1", "machine.printer", {"name": "Kiosk 1", "printer": "on_fire"})
    assert story.happens(later).printer == "unknown"


def test_a_card_has_one_mark_a_day_that_does_not_name_it() -> None:
    mark = card_mark("001099012345", KEY, "2026-11-23")
    assert mark == card_mark("001099012345", KEY, "2026-11-23")
    assert "001099012345" not in mark
    others = {
        card_mark("001099012346", KEY, "2026-11-23"),
        card_mark("001099012345", KEY, "2026-11-24"),
        card_mark("001099012345", "60" * 32, "2026-11-23"),
    }
    assert mark not in others
    assert len(others) == 3

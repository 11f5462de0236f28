"""The frame of the screens, derived; where a scanned code leads; how silence is counted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.idle import COUNTDOWN_SECONDS, PATIENCE_SECONDS, countdown_after
from kiosk.language import SHIPPED, words_of
from kiosk.sample_office import CODE, RECEIPT, SAMPLE_NOW, SLIP
from kiosk.shell_props import Screen, ShellState, derive_shell_props, derive_sizes, kind_of_scan
from shared.qt.theme import HIGH_CONTRAST, NORMAL

VI = words_of("vi")
STATE = ShellState(now=SAMPLE_NOW)


@pytest.mark.parametrize(
    ("text", "screen", "kind"),
    [
        (RECEIPT, "home", "check_dossier"),
        (CODE, "home", "check_dossier"),
        (SLIP, "home", "rate"),
        (SLIP.replace("/t/", "/r/"), "home", "rate"),
        ("A012", "home", "rate"),
        ("a012", "take_number", "rate"),
        ("nonsense", "home", "check_dossier"),
        (RECEIPT, "rate", "rate"),
        (SLIP, "check_dossier", "check_dossier"),
        (RECEIPT, "take_number", "check_dossier"),
        (f" {SLIP} ", "home", "rate"),
        ("LH260001", "home", "appointment"),
        ("lh-260001", "rate", "appointment"),
        ("001099012345||Nguyễn Văn Thử|01011999|Nam|Số 1|01012022", "take_number", "card"),
        ("https://motcua.example/p/1.001193", "home", "procedure"),
        ("https://motcua.example/p/phuong-mau/1.001193/", "check_dossier", "procedure"),
    ],
)
def test_a_code_leads_to_the_journey_that_waits_for_it(text: str, screen: Screen, kind: str) -> None:
    assert kind_of_scan(text, screen) == kind


@pytest.mark.parametrize(
    ("idle", "left"),
    [
        (0, None),
        (PATIENCE_SECONDS - 1, None),
        (PATIENCE_SECONDS, COUNTDOWN_SECONDS),
        (PATIENCE_SECONDS + 1, COUNTDOWN_SECONDS - 1),
        (PATIENCE_SECONDS + COUNTDOWN_SECONDS, 0),
        (PATIENCE_SECONDS + COUNTDOWN_SECONDS + 9, 0),
    ],
)
def test_silence_is_counted(idle: int, left: int | None) -> None:
    assert countdown_after(idle) == left


def test_the_frame_knows_its_colours_and_the_time() -> None:
    props = derive_shell_props(STATE, VI, SHIPPED.languages())
    assert (props.time, props.day, props.counting) == ("08:05", "Thứ Hai, 23/11/2026", False)
    assert props.palette["action"] == NORMAL.action
    assert [(each.code, each.name) for each in props.languages] == [("en", "English")]
    contrasting = derive_shell_props(replace(STATE, high_contrast=True, countdown=3), VI, SHIPPED.languages())
    assert contrasting.palette["action"] == HIGH_CONTRAST.action
    assert (contrasting.counting, contrasting.countdown) == (True, 3)


def test_large_letters_grow_but_the_number_stays_as_large_as_it_can_be() -> None:
    assert derive_sizes(100)["body"] == 32
    assert derive_sizes(122)["body"] == 39
    assert derive_sizes(122)["display"] == derive_sizes(100)["display"]

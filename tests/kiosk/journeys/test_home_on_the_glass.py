"""The home screen, driven on the real window."""

from __future__ import annotations

import pytest

from tests.kiosk.citizen import Citizen


def test_a_full_line_is_explained_and_the_other_lines_are_one_touch_away(citizen: Citizen) -> None:
    citizen.office.full = "B"
    citizen.window.refresh()
    citizen.look()
    assert citizen.reads("Hết số") or citizen.reads("No numbers left")
    citizen.touch("line_B")
    assert citizen.reads("phát hết số của hàng này") or citizen.reads("no more numbers today")
    assert citizen.reads("07:30")
    assert not citizen.sees("line_A")
    citizen.touch("close_told")
    assert citizen.can_touch("line_A")
    assert citizen.office.issued == []


@pytest.mark.parametrize(
    ("card", "screen"),
    [
        ("check_dossier", "check_dossier"),
        ("rate", "rate"),
        ("procedures", "procedures"),
        ("appointment", "take_number"),
    ],
)
def test_every_other_journey_is_one_touch_away_even_where_a_line_is_explained(
    vietnamese: Citizen, card: str, screen: str
) -> None:
    vietnamese.touch(card)
    assert vietnamese.window.shell.state.screen == screen
    vietnamese.window.shell.go_home()
    vietnamese.office.over = "D"
    vietnamese.look()
    vietnamese.touch("line_D")
    vietnamese.touch(card)
    assert vietnamese.window.shell.state.screen == screen
    vietnamese.window.shell.go_home()
    vietnamese.look()
    assert vietnamese.sees("line_A")


def test_a_line_that_gives_numbers_again_is_not_explained_any_longer(vietnamese: Citizen) -> None:
    vietnamese.office.over = "D"
    vietnamese.window.refresh()
    vietnamese.look()
    vietnamese.touch("line_D")
    vietnamese.office.over = ""
    vietnamese.window.refresh()
    vietnamese.look()
    assert vietnamese.can_touch("line_D")


def test_a_closed_office_says_when_to_come_back_and_lets_people_do_the_rest(citizen: Citizen) -> None:
    citizen.office.open = False
    citizen.window.refresh()
    citizen.look()
    assert citizen.reads("13 giờ 30") or citizen.reads("13:30")
    assert not citizen.sees("line_A")
    assert not citizen.sees("appointment")
    citizen.touch("check_dossier")
    assert citizen.window.shell.state.screen == "check_dossier"


def test_an_open_office_whose_lines_are_all_over_says_so(citizen: Citizen) -> None:
    citizen.office.over = "ABCDEF"
    citizen.window.refresh()
    citizen.look()
    assert citizen.reads("Hiện chưa cấp số") or citizen.reads("No numbers at the moment")
    assert citizen.can_touch("line_A")

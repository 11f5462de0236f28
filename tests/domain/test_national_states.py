"""Where a dossier stands in the codes of the national portal, at every step of every way that it can go."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from shared.domain.dossier import ONE_STOP, MarkResultReady, ReachAgency, Refuse, Return
from shared.domain.dossier_state import Channel
from shared.domain.fact import Fact
from shared.domain.national_states import CHANNEL_NAMES, STATE_NAMES, national_channel, national_state

from .stories import START
from .test_dossier_progress import RECEIVE
from .test_dossier_rules import APOLOGY, ASK, CLOSE, DAY, DUE, READY, REFUSE, STOP, TAKE, UNIT, Way
from .test_planned_appointments import MEET, SHOW, land


def received() -> Way:
    way = Way()
    way.do(replace(RECEIVE, due_at=DUE))
    return way


def at_the_department() -> Way:
    way = received()
    way.moves(ONE_STOP, UNIT)
    return way


def states(way: Way, *steps: object) -> list[int]:
    return [national_state(way.do(step)) for step in steps]  # type: ignore[arg-type]


def test_on_the_straight_way_it_is_received_handled_decided_and_returned() -> None:
    way = received()
    assert national_state(way.state) == 2
    listed = {"handover": "h", "giver": ONE_STOP, "receiver": UNIT}
    assert national_state(way.happens(Fact("d1", "dossier.sent", listed))) == 2
    assert national_state(way.happens(Fact("d1", "dossier.taken", {"handover": "h"}))) == 4
    assert states(way, APOLOGY, READY) == [4, 9]
    back = {"handover": "b", "giver": UNIT, "receiver": ONE_STOP}
    assert national_state(way.happens(Fact("d1", "dossier.sent", back))) == 9
    assert national_state(way.happens(Fact("d1", "dossier.taken", {"handover": "b"}))) == 9
    assert states(way, Return("applicant")) == [10]


def test_while_the_citizen_is_waited_for_it_says_for_what() -> None:
    assert states(at_the_department(), ASK, TAKE) == [5, 4]
    assert states(land(), MEET, SHOW) == [6, 4]


def test_an_end_without_a_result_says_who_ended_it() -> None:
    assert states(received(), STOP) == [7]
    assert states(at_the_department(), STOP) == [7]
    assert states(received(), Refuse(ONE_STOP, "Không thuộc thẩm quyền", START + DAY)) == [3]
    assert states(at_the_department(), REFUSE) == [8]
    assert states(at_the_department(), ASK, CLOSE) == [5, 8]


def test_a_decision_that_says_no_is_a_result() -> None:
    assert states(at_the_department(), MarkResultReady(UNIT, "refused")) == [9]


def test_what_the_office_decides_by_itself_never_is_with_a_department() -> None:
    assert states(received(), MarkResultReady(ONE_STOP, "granted"), Return("applicant")) == [9, 10]


def test_out_of_its_area_it_is_handled_once_the_competent_agency_has_it() -> None:
    way = Way()
    way.do(replace(RECEIVE, due_at=None, competent="phuong-ban", reach_by=START + DAY))
    carried = {"handover": "h", "giver": ONE_STOP, "receiver": "buu-dien", "receiver_kind": "post"}
    way.happens(Fact("d1", "dossier.sent", carried))
    assert national_state(way.happens(Fact("d1", "dossier.taken", {"handover": "h"}))) == 2
    reached = ReachAgency(ONE_STOP, START + DAY / 2, DUE, "3 ngày làm việc", START + DAY)
    assert states(way, reached) == [4]


def test_a_return_that_was_recorded_after_a_stop_does_not_undo_the_stop() -> None:
    way = received()
    way.do(STOP)
    assert national_state(way.happens(Fact("d1", "dossier.returned", {"collector": "applicant"}))) == 7


def test_every_code_and_every_channel_has_its_name() -> None:
    assert list(STATE_NAMES) == list(range(1, 11))
    assert {national_channel(channel) for channel in get_args(Channel)} == set(CHANNEL_NAMES) == {1, 2, 3}
    assert [national_channel(each) for each in ("in_person", "online", "post")] == [1, 2, 3]

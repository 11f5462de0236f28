from __future__ import annotations

from datetime import timedelta

from shared.domain import dossier
from shared.domain.dossier import GivenDocument, MarkResultReady, Receive, Return
from shared.domain.dossier_progress import is_late, milestones, now_in_words
from shared.domain.fact import Fact, Recorded

from .stories import START, Story, record

RECEIVE = Receive(
    id="d1",
    code="H99.99.01-261123-1001",
    token="TOKEN",
    procedure="1.001193",
    procedure_name="Thủ tục đăng ký khai sinh",
    field="Hộ tịch",
    channel="in_person",
    documents=(GivenDocument("Giấy chứng sinh", 1, 0),),
    sets=1,
    fee_vnd=None,
    return_way="one_stop",
    received_at=START,
    due_at=START + timedelta(hours=8),
    time_limit_text="trong ngày làm việc",
    promise="",
    form_number=1,
    form_version="",
    counter="quay-1",
    ticket=None,
    applicant={"name": "Nguyễn Thị Thử"},
)


class Way(Story):
    def __init__(self) -> None:
        super().__init__(dossier.decide, dossier.evolve)
        self.facts: list[Recorded] = []

    def happens(self, fact: Fact) -> object:
        state = super().happens(fact)
        self.facts.append(record(fact, self.lamport))
        return state

    def moves(self, handover: str, giver: str, receiver: str) -> None:
        sides = {"giver": giver, "receiver": receiver}
        self.happens(Fact("d1", "dossier.sent", {"handover": handover, **sides}))
        self.happens(Fact("d1", "dossier.taken", {"handover": handover}))

    def states(self) -> str:
        marks = {"done": "x", "now": "O", "next": "."}
        return "".join(marks[each.state] for each in milestones(self.state, self.facts))


def test_the_way_of_a_dossier_is_shown_step_by_step() -> None:
    way = Way()
    seen = []
    way.do(RECEIVE)
    seen.append((way.state.stage, way.states()))
    way.happens(Fact("d1", "dossier.sent", {"handover": "h1", "giver": "one_stop", "receiver": "van-phong"}))
    seen.append((way.state.stage, way.states()))
    way.happens(Fact("d1", "dossier.taken", {"handover": "h1"}))
    seen.append((way.state.stage, way.states()))
    way.do(MarkResultReady("van-phong", "granted"))
    seen.append((way.state.stage, way.states()))
    way.happens(Fact("d1", "dossier.sent", {"handover": "h2", "giver": "van-phong", "receiver": "one_stop"}))
    seen.append((way.state.stage, way.states()))
    way.happens(Fact("d1", "dossier.taken", {"handover": "h2"}))
    seen.append((way.state.stage, way.states()))
    way.do(Return("applicant"))
    seen.append((way.state.stage, way.states()))
    assert seen == [
        ("received", "O...."),
        ("in_transit", "xO..."),
        ("processing", "xxO.."),
        ("result_ready", "xxxO."),
        ("in_transit", "xxxO."),
        ("result_at_counter", "xxxO."),
        ("returned", "xxxxx"),
    ]


def test_a_step_not_reached_has_no_time_and_one_reached_keeps_its_first() -> None:
    way = Way()
    way.do(RECEIVE)
    way.moves("h1", "one_stop", "van-phong")
    way.moves("h2", "van-phong", "kinh-te")
    times = [each.at for each in milestones(way.state, way.facts)]
    assert times == [START, way.facts[1].device_time, way.facts[2].device_time, None, None]


def test_late_is_what_has_passed_its_promise_without_a_result() -> None:
    way = Way()
    state = way.do(RECEIVE)
    assert not is_late(state, START + timedelta(hours=8))
    assert is_late(state, START + timedelta(hours=8, seconds=1))
    way.moves("h1", "one_stop", "van-phong")
    ready = way.do(MarkResultReady("van-phong", "granted"))
    assert not is_late(ready, START + timedelta(days=3))


def test_what_is_said_is_said_in_both_languages_and_names_nobody() -> None:
    way = Way()
    sentence = now_in_words(way.do(RECEIVE))
    assert sentence.vi
    assert sentence.en
    assert "Nguyễn" not in repr(milestones(way.state, way.facts)) + sentence.vi


def test_taking_what_nobody_sent_is_a_conflict() -> None:
    way = Way()
    way.do(RECEIVE)
    way.happens(Fact("d1", "dossier.taken", {"handover": "h9"}))
    assert way.state.stage == "received"
    assert [conflict.code for conflict in way.state.conflicts] == ["taken_without_sending"]

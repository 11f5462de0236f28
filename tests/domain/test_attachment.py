"""Scans of a dossier: attached once, told apart by the paper they show, taken out and put back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from shared.domain import attachment
from shared.domain.attachment import LARGEST_SCAN, MOST_PAGES, Add, Attachment, Describe, PutBack, Withdraw
from shared.domain.dossier import Dossier
from shared.domain.fact import Fact
from shared.failures import Refusal

from .stories import Story
from .test_dossier_progress import RECEIVE, Way

CONTENT = "0f" * 32


def dossier(**changes: Any) -> Dossier:
    way = Way()
    way.do(RECEIVE)
    state = way.state
    assert isinstance(state, Dossier)
    return replace(state, **changes)


ADD = Add("a1", dossier(), frozenset(), CONTENT, "application/pdf", 3, 4000, "Tờ khai", "Nguyễn Thị Thử.pdf")


class Scan(Story):
    def __init__(self) -> None:
        super().__init__(attachment.decide, attachment.evolve)


def refused(story: Scan, command: object) -> str:
    with pytest.raises(Refusal) as refusal:
        story.do(command)
    return refusal.value.code


def test_a_scan_is_attached_with_what_it_shows_and_who_took_it() -> None:
    state = Scan().do(ADD)
    assert isinstance(state, Attachment)
    assert (state.document, state.pages, state.size, state.state) == ("Tờ khai", 3, 4000, "kept")
    assert (state.added_by, state.personal) == ("staff-1", "hash")


def test_the_name_of_the_file_is_personal_and_no_fact_says_it() -> None:
    (fact,) = attachment.decide(None, ADD)
    assert "Nguyễn" not in str(fact.data)
    assert fact.personal == {"file_name": "Nguyễn Thị Thử.pdf"}


def test_the_same_file_is_attached_to_a_dossier_once() -> None:
    assert refused(Scan(), replace(ADD, kept=frozenset({CONTENT}))) == "attached_already"


def test_dossiers_that_came_online_are_not_scanned_again() -> None:
    assert refused(Scan(), replace(ADD, dossier=dossier(channel="online"))) == "not_to_be_scanned"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"size": 0}, "scan_empty"),
        ({"pages": 0}, "scan_empty"),
        ({"size": LARGEST_SCAN + 1}, "file_too_large"),
        ({"pages": MOST_PAGES + 1}, "too_many_pages"),
    ],
)
def test_a_scan_has_pages_and_a_bounded_size(change: dict[str, Any], code: str) -> None:
    assert refused(Scan(), replace(ADD, **change)) == code


def test_a_wrong_scan_is_taken_out_and_the_journal_knows_who_did_it() -> None:
    scan = Scan()
    scan.do(ADD)
    state = scan.do(Withdraw())
    assert (state.state, state.withdrawn_by) == ("withdrawn", "staff-1")
    assert refused(scan, Withdraw()) == "not_attached"
    assert refused(scan, Describe("Giấy khác")) == "not_attached"


def test_taking_out_can_be_undone_unless_the_file_came_again_meanwhile() -> None:
    scan = Scan()
    scan.do(ADD)
    scan.do(Withdraw())
    assert refused(scan, PutBack(frozenset({CONTENT}))) == "attached_already"
    assert scan.do(PutBack(frozenset())).state == "kept"
    assert refused(scan, PutBack(frozenset())) == "attached_already"


def test_which_paper_it_shows_can_be_said_later() -> None:
    scan = Scan()
    scan.do(replace(ADD, document=""))
    assert scan.do(Describe("Giấy chứng sinh")).document == "Giấy chứng sinh"
    assert attachment.decide(scan.state, Describe("Giấy chứng sinh")) == ()


def test_of_a_scan_that_is_not_known_nothing_can_be_done() -> None:
    for command in (Withdraw(), PutBack(frozenset()), Describe("x")):
        assert refused(Scan(), command) == "no_such_attachment"


@pytest.mark.parametrize(
    "change",
    [
        {"content": "../../etc/passwd"},
        {"content": "0F" * 32},
        {"media_type": "text/html"},
        {"size": LARGEST_SCAN + 1},
        {"pages": 0},
        {"size": "large"},
    ],
)
def test_a_fact_that_is_no_scan_is_not_folded(change: dict[str, Any]) -> None:
    (fact,) = attachment.decide(None, ADD)
    assert Scan().happens(Fact(fact.subject, fact.kind, {**fact.data, **change})) is None


def test_two_facts_that_begin_one_scan_leave_a_conflict() -> None:
    scan = Scan()
    scan.do(ADD)
    (fact,) = attachment.decide(None, ADD)
    assert [each.code for each in scan.happens(fact).conflicts] == ["attached_twice"]

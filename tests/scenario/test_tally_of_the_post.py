"""What the post carried is counted: every note has one end, its money agrees, every machine sees it in one place."""

from __future__ import annotations

import pytest

from installer.demo.tally_post import InTheBags
from shared.domain import consignment
from shared.domain.consignment import Make
from shared.domain.dossier_state import GivenDocument
from shared.domain.fact import Fact
from tests.scenario.sample_nodes import SampleNodes, write
from tests.server.facts import dossier_received

POST = "buu-dien-mau"
SIDES = {"giver": POST, "receiver": "one_stop", "giver_kind": "post", "receiver_kind": "one_stop"}
DONE = InTheBags(
    notes_made=4,
    notes_entered=1,
    notes_refused=1,
    notes_missing=1,
    notes_still_there=1,
    post_brought_vnd=8000,
    items_delivered=1,
    attempts=1,
)


def made(note: str, fee_vnd: int = 0) -> Fact:
    command = Make(
        id=note,
        number=f"PG-261123-0600{note[-1]}",
        purpose="application",
        post=POST,
        procedure="2.000635",
        procedure_name="Cấp bản sao Trích lục hộ tịch",
        field="Hộ tịch",
        documents=(GivenDocument("Tờ khai", 1, 0),),
        sets=1,
        return_way="post",
        fee_vnd=fee_vnd,
        receipt=("02BD-26E", f"000000{note[-1]}") if fee_vnd else None,
        applicant={"name": "Nguyễn Thị Mẫu", "address": "Số 1, Phường Mẫu"},
    )
    return consignment.decide(None, command)[0]


def sent(note: str) -> Fact:
    return Fact(note, "consignment.sent", {"handover": "h1", **SIDES})


def taken(note: str) -> Fact:
    return Fact(note, "consignment.taken", {"handover": "h1", **SIDES})


def left(note: str, why: str) -> Fact:
    return Fact(note, "consignment.not_taken", {"handover": "h1", "why": why})


def entered(note: str, ordinal: int) -> tuple[Fact, Fact]:
    received = dossier_received(ordinal)
    data = {**received.data, "channel": "post", "consignment": note, "consignment_number": f"PG-261123-0600{note[-1]}"}
    known = {"dossier": received.subject, "code": received.data["code"]}
    registered = Fact(note, "consignment.registered", known)
    return Fact(received.subject, received.kind, data, received.personal), registered


def a_bag(counted_vnd: int) -> list[Fact]:
    """Three notes in a bag: one is entered, one refused, one missing; a fourth has stayed."""
    notes = [made("n1", 8000), made("n2", 8000), made("n3"), made("n4")]
    bag = {"number": "BG-261123-0601", **SIDES, "dossiers": [], "consignments": ["n1", "n2", "n3"]}
    bag["fees"] = [["n1", 8000], ["n2", 8000]]
    count = {"missing": ["n3"], "extra": [], "refused": [["n2", "seal_broken"]], "counted_vnd": counted_vnd}
    return [
        *notes,
        Fact("h1", "handover.offered", bag),
        *map(sent, ("n1", "n2", "n3")),
        Fact("h1", "handover.accepted", count),
        taken("n1"),
        left("n2", "seal_broken"),
        left("n3", "missing"),
        *entered("n1", 6001),
    ]


def test_every_note_of_a_bag_has_one_end(nodes: SampleNodes) -> None:
    nodes.replicate(write(nodes.device("counter-1"), *a_bag(counted_vnd=8000)))
    post = nodes.tally().post
    assert (post.notes_made, post.notes_entered, post.notes_refused) == (4, 1, 1)
    assert (post.notes_missing, post.notes_still_there, post.notes_astray) == (1, 1, 0)
    assert (post.post_brought_vnd, post.post_difference_vnd) == (8000, 0)


def test_money_that_does_not_agree_with_the_bag_is_a_complaint(nodes: SampleNodes) -> None:
    nodes.replicate(write(nodes.device("counter-1"), *a_bag(counted_vnd=7000)))
    complaints = " ".join(nodes.tally().complaints())
    assert "difference of the post's money (VND): 1000" in complaints


def test_a_note_that_is_still_on_its_way_is_astray(nodes: SampleNodes) -> None:
    nodes.replicate(write(nodes.device("post-point"), made("n1"), sent("n1")))
    tally = nodes.tally()
    assert tally.post.notes_astray == 1
    assert "notes astray: 1" in " ".join(tally.complaints())


def test_a_note_that_two_counters_entered_is_a_complaint(nodes: SampleNodes) -> None:
    note = write(nodes.device("post-point"), made("n1"), sent("n1"))
    nodes.replicate(note)
    for name, ordinal in (("counter-1", 1001), ("counter-2", 2001)):
        nodes.replicate(write(nodes.device(name), *entered("n1", ordinal)))
    tally = nodes.tally()
    assert tally.post.entered_twice == 1
    assert "dossiers entered twice: 1" in " ".join(tally.complaints())


def test_a_counter_that_has_not_heard_where_a_note_is_sees_it_elsewhere(nodes: SampleNodes) -> None:
    note = write(nodes.device("post-point"), made("n1"))
    nodes.replicate(note)
    nodes.device("counter-1")
    tally = nodes.tally()
    assert tally.papers_seen_elsewhere == 1
    assert "papers that machines see in different places: 1" in " ".join(tally.complaints())


def test_a_kiosk_is_told_of_dossiers_only(nodes: SampleNodes) -> None:
    nodes.replicate(write(nodes.device("post-point"), made("n1")))
    nodes.device("kiosk", "kiosk")
    assert nodes.tally().papers_seen_elsewhere == 0


def test_a_post_that_did_its_work_leaves_nothing_to_complain_of() -> None:
    assert list(DONE.complaints()) == []


@pytest.mark.parametrize("lacking", ["notes_entered", "notes_refused", "items_delivered", "attempts"])
def test_a_post_that_did_not_do_its_work_is_a_complaint(lacking: str) -> None:
    figures = {name: getattr(DONE, name) for name in DONE.__slots__}
    assert list(InTheBags(**{**figures, lacking: 0}).complaints())

"""Random histories of lists over machines that are apart: one holder or one transit, nothing held by two, nothing lost.

The oracle reads the facts themselves and knows nothing of how they are folded one by one.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shared.domain.custody import CITIZEN, ONE_STOP
from shared.domain.dossier import Dossier, Return, decide
from shared.domain.fact import Recorded
from shared.domain.handover import Handover, SettledAs
from shared.failures import Refusal

from .machines import DEPARTMENT, ECONOMY, Machine, Office, code_of

UNITS = (ONE_STOP, DEPARTMENT, ECONOMY)
ANSWERS: tuple[SettledAs, ...] = ("found_at_giver", "found_at_receiver", "lost")
Step = tuple[str, int, int, int]
DEEDS = {
    "offer": 24,
    "accept": 22,
    "code": 10,
    "forged": 6,
    "cancel": 8,
    "settle": 12,
    "talk": 14,
    "return": 1,
    "people": 4,
}
"""What people do, and how often."""


def history(seed: int, most: int) -> list[Step]:
    """What happens, at which machine, and what is chosen there: the same for one seed for ever."""
    chance = random.Random(seed)
    deeds = chance.choices(list(DEEDS), list(DEEDS.values()), k=chance.randrange(most))
    return [(deed, chance.randrange(5), chance.randrange(8), chance.randrange(8)) for deed in deeds]


def chosen(papers: Sequence[str], mask: int) -> tuple[str, ...]:
    """Some of `papers`, by the bits of `mask`."""
    return tuple(paper for place, paper in enumerate(papers) if mask >> place & 1)


def play(office: Office, steps: Sequence[Step]) -> None:
    """Lets it happen; what the rules refuse does not."""
    for number, (deed, place, first, second) in enumerate(steps):
        machine = office.machines[place]
        with suppress(Refusal):
            one_step(office, machine, deed, f"h{number}", first, second)


def one_step(office: Office, machine: Machine, deed: str, identity: str, first: int, second: int) -> None:
    offered = [each for each in machine.handovers() if each.state == "offered"]
    match deed:
        case "offer":
            mine = [each.id for each in machine.papers() if each.holder == machine.unit and each.transit is None]
            machine.offer(identity, UNITS[second % 3], *chosen(mine, first or 7))
        case "accept":
            mine = [each.id for each in offered if each.receiver == machine.unit]
            if mine:
                _count(machine, mine[first % len(mine)], second)
        case "code" | "forged":
            others = [each for other in office.machines for each in other.handovers() if other is not machine]
            unheard = [each for each in others if each.receiver == machine.unit and machine.state(each.id) is None]
            if unheard:
                known = unheard[first % len(unheard)]
                if deed == "code":
                    machine.lamport = max(machine.lamport, *(other.lamport for other in office.machines))
                machine.accept(known.id, code=code_of(known), missing=chosen(known.dossiers, second & first))
        case "cancel":
            mine = [each.id for each in offered if each.giver == machine.unit]
            if mine:
                machine.cancel(mine[first % len(mine)])
        case "settle":
            open_ones = [(each.id, item) for each in machine.handovers() for _, item in each.open_discrepancies]
            if open_ones:
                machine.settle(*open_ones[first % len(open_ones)], ANSWERS[second % 3])
        case "return":
            mine = [each.id for each in machine.papers() if each.may_be_returned and each.holder == machine.unit]
            if mine:
                machine.write(decide(machine.state(mine[first % len(mine)]), Return("applicant")))
        case "people":
            disputes = [(each.id, code.code) for each in _all(machine) for code in each.conflicts]
            if disputes:
                machine.settle_conflict(*disputes[first % len(disputes)], other=second > 3)
        case _:
            machine.talk_to(office.server)


def _count(machine: Machine, identity: str, mask: int) -> None:
    listed = machine.state(identity).dossiers
    refused = chosen(listed, mask & 1) if mask > 5 else ()
    missing = tuple(each for each in chosen(listed, mask) if each not in refused)
    machine.accept(identity, missing=missing, refused=dict.fromkeys(refused, "incomplete"))


def _all(machine: Machine) -> list[Dossier | Handover]:
    return [*machine.papers(), *machine.handovers()]


def of_kind(facts: Sequence[Recorded], *steps: str) -> list[Recorded]:
    return [fact for fact in facts if fact.kind.partition(".")[2] in steps]


def has_one_place(machine: Machine, paper: Dossier) -> None:
    """One holder, or one open transit that begins at it; by the facts that this machine has."""
    assert paper.holder in (*UNITS, CITIZEN)
    if paper.returned_at is not None:
        return
    facts = sorted(machine.subjects[paper.id], key=lambda fact: fact.order)
    answered = {fact.data.get("handover") for fact in of_kind(facts, "taken", "not_taken", "moved", "lost")}
    waiting = [fact for fact in of_kind(facts, "sent") if fact.data["handover"] not in answered]
    by_holder = [str(fact.data["handover"]) for fact in waiting if fact.data["giver"] == paper.holder]
    assert (paper.transit.handover if paper.transit else None) == (by_holder[0] if by_holder else None)
    assert paper.transit is None or (paper.transit.giver == paper.holder and paper.lost is None)


def is_held_by_one(machine: Machine, paper: Dossier) -> None:
    """Without a conflict, the signatures for having received make one chain, from where it came in to who holds it."""
    facts = sorted(machine.subjects[paper.id], key=lambda fact: fact.order)
    if paper.conflicts or of_kind(facts, "conflict_settled"):
        return
    at, seen = ONE_STOP, set()
    for fact in of_kind(facts, "taken", "moved", "returned"):
        handover = fact.data.get("handover")
        giver, receiver = fact.data.get("giver", fact.data.get("from")), fact.data.get("receiver", fact.data.get("to"))
        if fact.kind == "dossier.moved" and receiver == giver:
            continue
        if fact.kind == "dossier.returned":
            at = CITIZEN
        elif at != receiver and (fact.kind, handover) not in seen:
            assert giver == at, "somebody signed for a paper that another had"
            at = str(receiver)
        seen.add((fact.kind, handover))
    assert at == paper.holder


def agrees_with_its_papers(machine: Machine, signed: Handover) -> None:
    """What a record says of each paper on it is what the paper says of that record: nothing falls between the two.

    Unless people have said since that it was cancelled after all.
    """
    if of_kind(machine.subjects[signed.id], "conflict_settled"):
        return
    for item in signed.dossiers:
        paper = machine.state(item)
        if paper.returned_at is not None:
            continue
        waits = any(each.handover == signed.id for each in paper.trail.lists)
        was_taken = paper.trail.to(signed.id, "taken") is not None
        assert waits == (signed.state == "offered")
        assert was_taken == (signed.state == "accepted" and item not in signed.left_behind)


def disputes_name_paper_and_persons(paper: Dossier) -> None:
    for conflict in paper.conflicts:
        if conflict.code == "sent_while_not_handled":
            continue
        assert paper.code in conflict.vi
        assert paper.code in conflict.en
        assert len(conflict.parties) == 2
        assert conflict.choice.startswith("holds:") or conflict.code in (
            *("sent_twice", "lost_elsewhere", "counted_differently", "settled_differently", "taken_and_cancelled"),
            *("after_return",),
        )


def holds_together(office: Office) -> None:
    for machine in (*office.machines, office.server):
        for paper in machine.papers():
            has_one_place(machine, paper)
            is_held_by_one(machine, paper)
            disputes_name_paper_and_persons(paper)


def settle_everything(office: Office, other: bool) -> None:
    for _ in range(500):
        disputes = [(each.id, code.code) for each in _all(office.here) for code in each.conflicts]
        if not disputes:
            return
        office.here.settle_conflict(*disputes[0], other=other)
    raise AssertionError("there is no end of conflicts")


def goes_through(steps: Sequence[Step], other: bool) -> None:
    office = Office(3)
    play(office, steps)
    holds_together(office)
    office.talk()
    for machine in office.machines:
        assert {each.id: each for each in _all(machine)} == {each.id: each for each in _all(office.server)}
    holds_together(office)
    for signed in office.server.handovers():
        agrees_with_its_papers(office.server, signed)
    settle_everything(office, other)
    office.talk()
    assert all(each.conflicts == () for machine in office.machines for each in _all(machine))
    holds_together(office)


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32), st.booleans())
def test_whatever_is_signed_apart_every_paper_has_one_place(seed: int, other: bool) -> None:
    goes_through(history(seed, 40), other)


@pytest.mark.long
@pytest.mark.timeout(1800)
@settings(max_examples=5_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32), st.booleans())
def test_whatever_is_signed_apart_for_weeks_every_paper_has_one_place(seed: int, other: bool) -> None:
    goes_through(history(seed, 120), other)

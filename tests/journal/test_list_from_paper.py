"""A list that this machine knows from the giver's paper only: signed for, and in its place when the machines meet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from shared.actions import hand_over
from shared.domain.carried_list import CarriedList, from_codes, to_codes
from shared.domain.custody import ONE_STOP
from shared.domain.fact import Fact
from shared.domain.handover import Handover
from shared.domain.handover_count import Count
from shared.failures import Refusal
from shared.journal.event import Event
from shared.journal.journal import Writer
from shared.journal.read_model import DOSSIERS, HANDOVERS
from tests.journal.test_handovers_apart import Desk, World
from tests.scanned import scanned

WORLD_SEED = 1


@pytest.fixture
def world() -> Iterator[World]:
    made = World(WORLD_SEED)
    yield made
    made.close()


def listed(desk: Desk) -> CarriedList:
    """A list of all dossiers from `desk`, as a scanner reads it off the printed codes."""
    ids = tuple(desk.states(DOSSIERS))
    offered = hand_over.offer(
        desk.journal, desk.node, giver=ONE_STOP, receiver="van-phong", officer=desk.officer, dossiers=ids
    )
    with desk.journal.reading() as reader:
        codes = to_codes(hand_over.carried_list(reader, offered.id))
    return from_codes(scanned(codes))


def accept(desk: Desk, heard: CarriedList, **count: object) -> Handover:
    counted = Count(heard=heard, **count)  # type: ignore[arg-type]
    return hand_over.accept(desk.journal, heard.id, unit="van-phong", officer=desk.officer, count=counted)


def test_what_is_signed_from_paper_comes_after_the_givers_signature_everywhere(world: World) -> None:
    here, there = world.desks[0], world.desks[2]
    heard = listed(here)
    assert accept(there, heard).on_paper
    mine = [event for event in there.events if event.device == there.node.device]
    theirs = [event for event in here.events if event.subject == heard.id or event.kind == "dossier.sent"]
    assert min(event.lamport for event in mine) > max(event.lamport for event in theirs)
    world.talk()
    for desk in (*world.desks, world.server):
        signed = desk.states(HANDOVERS)[heard.id]
        assert (signed.state, signed.on_paper, signed.conflicts) == ("accepted", False, ())
        assert {each.holder for each in desk.states(DOSSIERS).values()} == {"van-phong"}
        assert all(each.conflicts == () and each.held_by == "staff-5" for each in desk.states(DOSSIERS).values())


def test_a_machine_that_knows_none_of_the_papers_signs_for_them_all_the_same(world: World) -> None:
    here, new = world.desks[0], Desk(3, world.clock)
    heard = listed(here)
    signed = accept(new, heard)
    assert (signed.number, signed.giver, len(signed.dossiers)) == (heard.number, ONE_STOP, 3)
    assert new.states(DOSSIERS) == {}
    new.hears(here, world.chance)
    assert {each.holder for each in new.states(DOSSIERS).values()} == {"van-phong"}
    assert new.states(HANDOVERS)[heard.id].conflicts == ()
    new.engine.dispose()


def test_a_list_that_has_arrived_meanwhile_needs_its_code_no_more(world: World) -> None:
    here, there = world.desks[0], world.desks[2]
    heard = listed(here)
    world.talk()
    assert not accept(there, heard).on_paper
    assert "on_paper" not in _signature(there).data


def test_what_was_taken_back_is_not_signed_for_by_its_code(world: World) -> None:
    here, there = world.desks[0], world.desks[2]
    heard = listed(here)
    hand_over.cancel(here.journal, heard.id, unit=ONE_STOP, officer="staff-1")
    world.talk()
    with pytest.raises(Refusal) as refused:
        accept(there, heard)
    assert refused.value.code == "already_closed"


def test_a_code_for_another_unit_is_not_signed_for_here(world: World) -> None:
    heard = listed(world.desks[0])
    with pytest.raises(Refusal) as refused:
        accept(world.desks[2], replace(heard, receiver="kinh-te"))
    assert refused.value.code == "other_party"


@pytest.mark.parametrize("forged", [10**10, 2**62, 2**63, 10**300])
def test_a_forged_number_on_the_paper_puts_nobodys_events_out_of_place(world: World, forged: int) -> None:
    here, there = world.desks[0], world.desks[2]
    heard = replace(listed(here), lamport=forged)
    accept(there, heard)
    assert max(event.lamport for event in there.events) < 1000
    world.talk()
    assert {each.holder for each in world.server.states(DOSSIERS).values()} == {"van-phong"}
    assert world.server.states(HANDOVERS)[heard.id].conflicts == ()


def _signature(desk: Desk) -> Event:
    return next(event for event in desk.events if event.kind == "handover.accepted")


def refusing(_writer: Writer, _signed: Handover) -> None:
    raise Refusal("no", "Không.", "No.")


def test_what_belongs_to_a_signature_stands_or_falls_with_it(world: World) -> None:
    desk, seen = world.desks[0], []

    def note(writer: Writer, signed: Handover) -> None:
        seen.append(signed.number)
        writer.append("staff-1", [Fact(f"x-{len(seen)}", "weather.changed", {})])

    def offer(then: hand_over.Then) -> Handover:
        first = next(iter(desk.states(DOSSIERS)))
        return hand_over.offer(
            *(desk.journal, desk.node),
            giver=ONE_STOP,
            receiver="van-phong",
            officer="staff-1",
            dossiers=(first,),
            then=then,
        )

    before = len(desk.events)
    with pytest.raises(Refusal):
        offer(hand_over.together(note, None, refusing))
    assert (len(desk.events), desk.states(HANDOVERS)) == (before, {})
    offered = offer(hand_over.together(note, None, note))
    assert offered.number.endswith("0101"), "the refused one has used no number"
    assert [event.kind for event in desk.events[before:]] == [
        *("handover.offered", "dossier.sent"),
        *("weather.changed", "weather.changed"),
    ]

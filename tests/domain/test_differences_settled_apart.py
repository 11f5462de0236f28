"""Differences between list and count, settled on machines that do not hear of each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from shared.domain.custody import ONE_STOP
from shared.domain.fact import Fact

from .disputes import codes, holds, named, whereabouts
from .machines import DEPARTMENT, ECONOMY, Office, code_of


def missing_after_a_count(office: Office) -> None:
    office.here.offer("h1", DEPARTMENT, "d1")
    office.talk()
    office.there.accept("h1", missing=("d1",))
    office.talk()


@pytest.mark.parametrize("order", [("here", "there"), ("there", "here")])
def test_a_difference_settled_at_both_sides_in_two_ways_names_both(order: tuple[str, str]) -> None:
    office = Office()
    missing_after_a_count(office)
    answers = {"here": "found_at_giver", "there": "found_at_receiver"}
    getattr(office, order[1]).write([Fact("x", "weather.changed", {})] * 9)
    for side in order:
        getattr(office, side).settle("h1", "d1", answers[side])
    dossier, signed = office.talked(), office.server.state("h1")
    first = {"here": ONE_STOP, "there": DEPARTMENT}[order[0]]
    assert whereabouts(dossier) == (first, None)
    parties, choice = named(dossier, "settled_differently")
    assert set(parties) == {"staff-1", "staff-5"}
    assert choice == (holds("department", DEPARTMENT) if first == ONE_STOP else holds("one_stop", ONE_STOP))
    assert codes(signed) == ["settled_differently"]


def test_a_difference_settled_at_both_sides_in_the_same_way_moves_the_paper_once() -> None:
    office = Office()
    missing_after_a_count(office)
    office.there.write([Fact("x", "weather.changed", {})] * 9)
    office.here.settle("h1", "d1", "found_at_giver")
    office.here.offer("h2", DEPARTMENT, "d1")
    office.upstairs.accept("h2", code=code_of(office.here.state("h2")))
    office.there.settle("h1", "d1", "found_at_giver")
    dossier = office.talked()
    assert (whereabouts(dossier), dossier.conflicts) == ((DEPARTMENT, None), ())
    assert office.server.state("h1").conflicts == ()


@pytest.mark.parametrize("lost_first", [True, False])
def test_what_was_found_is_not_lost_whoever_wrote_it_first(lost_first: bool) -> None:
    office = Office()
    missing_after_a_count(office)
    (office.there if lost_first else office.here).write([Fact("x", "weather.changed", {})] * 9)
    office.here.settle("h1", "d1", "lost")
    office.there.settle("h1", "d1", "found_at_receiver")
    dossier = office.talked()
    assert (whereabouts(dossier), dossier.lost) == ((DEPARTMENT, None), None)
    assert set(named(dossier, "settled_differently")[0]) == {"staff-1", "staff-5"}


def test_a_lost_paper_is_held_by_nobody_else_until_it_turns_up_on_a_list() -> None:
    office = Office()
    missing_after_a_count(office)
    office.here.settle("h1", "d1", "lost")
    dossier = office.talked()
    assert dossier.lost is not None
    assert (dossier.lost.by, dossier.lost.handover, dossier.holder, dossier.transit) == (
        "staff-1",
        "h1",
        ONE_STOP,
        None,
    )
    office.beside.offer("h2", ECONOMY, "d1")
    dossier = office.talked()
    assert (whereabouts(dossier), dossier.lost, dossier.conflicts) == ((ONE_STOP, "h2"), None, ())


def test_a_paper_written_off_as_lost_while_another_has_signed_for_it_is_not_lost() -> None:
    office = Office()
    missing_after_a_count(office)
    office.beside.offer("h2", ECONOMY, "d1")
    office.economy.accept("h2", code=code_of(office.beside.state("h2")))
    office.there.write([Fact("x", "weather.changed", {})] * 9)
    office.there.settle("h1", "d1", "lost")
    dossier = office.talked()
    assert (whereabouts(dossier), dossier.lost) == ((ECONOMY, None), None)
    assert named(dossier, "lost_elsewhere")[0] == ("staff-6", "staff-5")


def test_a_code_that_lacks_a_paper_of_the_list_leaves_it_to_be_settled() -> None:
    office = Office(2)
    office.here.offer("h1", DEPARTMENT, "d1", "d2")
    whole = code_of(office.here.state("h1"))
    office.there.lamport = office.here.lamport
    torn = replace(whole, papers=whole.papers[:1])
    office.there.accept("h1", code=torn)
    signed = (office.talked("d1"), office.server.state("h1"))[1]
    assert (signed.missing, codes(signed)) == (("d2",), ["lists_differ"])
    assert signed.conflicts[0].parties == ("staff-1", "staff-5")
    office.here.settle("h1", "d2", "found_at_giver")
    dossier = office.talked("d2")
    assert (whereabouts(dossier), dossier.conflicts) == ((ONE_STOP, None), ())


def test_a_paper_that_was_missing_because_it_went_on_another_list_is_settled_as_never_given() -> None:
    office = Office()
    office.here.offer("h1", DEPARTMENT, "d1")
    office.beside.offer("h2", ECONOMY, "d1")
    office.economy.accept("h2", code=code_of(office.beside.state("h2")))
    office.talk()
    office.there.accept("h1", missing=("d1",))
    office.talk()
    for conflict in codes(office.here.state("d1")):
        office.here.settle_conflict("d1", conflict)
    office.here.settle("h1", "d1", "found_at_giver")
    dossier = office.talked()
    assert (whereabouts(dossier), dossier.conflicts) == ((ECONOMY, None), ())
    assert office.server.state("h1").open_discrepancies == ()


def test_a_difference_settled_about_a_paper_that_has_gone_elsewhere_names_both() -> None:
    office = Office()
    missing_after_a_count(office)
    office.beside.offer("h2", ECONOMY, "d1")
    office.economy.accept("h2", code=code_of(office.beside.state("h2")))
    office.there.write([Fact("x", "weather.changed", {})] * 9)
    office.there.settle("h1", "d1", "found_at_receiver")
    dossier = office.talked()
    assert whereabouts(dossier) == (ECONOMY, None)
    assert named(dossier, "moved_elsewhere") == (("staff-6", "staff-5"), holds("department", DEPARTMENT))

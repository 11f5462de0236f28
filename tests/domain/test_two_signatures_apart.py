"""Both sides sign while neither hears of the other: all agrees later, or the conflict names paper and persons."""

from __future__ import annotations

from dataclasses import replace

import pytest

from shared.domain.custody import CITIZEN, ONE_STOP
from shared.domain.dossier import Return, decide
from shared.domain.fact import Fact

from .disputes import codes, holds, named, whereabouts
from .machines import DEPARTMENT, ECONOMY, Machine, Office, code_of


def test_both_sign_without_a_line_and_everything_agrees() -> None:
    office = Office()
    office.here.offer("h1", DEPARTMENT, "d1")
    office.there.lamport = office.here.lamport
    office.there.accept("h1", code=code_of(office.here.state("h1")))
    dossier, signed = office.talked(), office.server.state("h1")
    assert whereabouts(dossier) == (DEPARTMENT, None)
    assert (dossier.held_by, dossier.held_against, dossier.conflicts) == ("staff-5", "h1", ())
    assert (signed.state, signed.offered_by, signed.accepted_by, codes(signed)) == (
        "accepted",
        "staff-1",
        "staff-5",
        [],
    )


def test_a_signature_from_paper_that_stands_before_the_givers_in_the_order_means_the_same() -> None:
    """A machine that did not believe the number on the paper writes into the past of the giver's signature."""
    office = Office()
    office.here.write([Fact("x", "weather.changed", {})] * 50)
    office.here.offer("h1", DEPARTMENT, "d1")
    office.there.accept("h1", code=code_of(office.here.state("h1")))
    office.there.offer("h2", ONE_STOP, "d1")
    office.beside.lamport = office.there.lamport
    office.beside.accept("h2", code=code_of(office.there.state("h2")))
    dossier, signed = office.talked(), office.server.state("h1")
    assert whereabouts(dossier) == (ONE_STOP, None), "the late list opens no second transit"
    assert (dossier.held_by, dossier.conflicts) == ("staff-2", ())
    assert (signed.state, signed.on_paper, signed.conflicts) == ("accepted", True, ())


def test_one_dossier_on_two_lists_is_in_transit_on_the_first_and_both_givers_are_named() -> None:
    office = Office()
    office.here.offer("h1", DEPARTMENT, "d1")
    office.beside.offer("h2", ECONOMY, "d1")
    dossier = office.talked()
    assert whereabouts(dossier) == (ONE_STOP, "h1")
    assert named(dossier, "sent_twice") == (("staff-1", "staff-2"), "")


@pytest.mark.parametrize(("cancelled", "left"), [("h1", "h2"), ("h2", "h1")])
def test_when_one_of_two_lists_is_taken_back_the_other_is_the_transit_and_nothing_is_left_to_settle(
    cancelled: str, left: str
) -> None:
    office = Office()
    office.here.offer("h1", DEPARTMENT, "d1")
    office.beside.offer("h2", ECONOMY, "d1")
    office.talk()
    office.here.cancel(cancelled)
    dossier = office.talked()
    assert whereabouts(dossier) == (ONE_STOP, left)
    assert dossier.conflicts == ()


def test_one_dossier_signed_for_by_two_units_has_one_holder_and_names_both() -> None:
    office = Office()
    office.here.offer("h1", DEPARTMENT, "d1")
    office.beside.offer("h2", ECONOMY, "d1")
    office.there.accept("h1", code=code_of(office.here.state("h1")))
    office.economy.accept("h2", code=code_of(office.beside.state("h2")))
    dossier = office.talked()
    assert whereabouts(dossier) == (DEPARTMENT, None)
    assert named(dossier, "taken_twice") == (("staff-5", "staff-6"), holds("department", ECONOMY))
    office.here.settle_conflict("d1", "taken_twice", other=True)
    dossier = office.talked()
    assert whereabouts(dossier) == (ECONOMY, None)
    assert "taken_twice" not in codes(dossier)


def test_taken_on_the_second_list_while_it_still_stands_on_the_first() -> None:
    office = Office()
    office.here.offer("h1", DEPARTMENT, "d1")
    office.beside.offer("h2", ECONOMY, "d1")
    office.talk()
    office.economy.accept("h2")
    dossier = office.talked()
    assert whereabouts(dossier) == (ECONOMY, None)
    assert named(dossier, "taken_from_other_list") == (("staff-1", "staff-6"), holds("one_stop", ONE_STOP))
    office.here.settle_conflict("d1", "taken_from_other_list", other=True)
    assert whereabouts(office.talked()) == (ONE_STOP, "h1"), "it was never with the other: the first list waits on"


@pytest.mark.parametrize("giver_is_first", [True, False])
def test_cancelled_here_and_signed_for_there_is_with_whoever_counted_it(giver_is_first: bool) -> None:
    office = Office()
    office.here.offer("h1", DEPARTMENT, "d1")
    office.talk()
    (office.there if giver_is_first else office.here).write([Fact("x", "weather.changed", {})] * 9)
    office.here.cancel("h1")
    office.there.accept("h1")
    dossier, signed = office.talked(), office.server.state("h1")
    assert whereabouts(dossier) == (DEPARTMENT, None)
    parties, choice = named(dossier, "taken_and_cancelled")
    assert (set(parties), choice) == ({"staff-1", "staff-5"}, holds("one_stop", ONE_STOP))
    assert (signed.state, codes(signed)) == ("accepted", ["closed_twice"])
    assert set(signed.conflicts[0].parties) == {"staff-1", "staff-5"}
    office.beside.settle_conflict("d1", "taken_and_cancelled", other=True)
    office.beside.settle_conflict("h1", "closed_twice")
    dossier = office.talked()
    assert (whereabouts(dossier), dossier.conflicts) == ((ONE_STOP, None), ())
    assert (dossier.held_by, dossier.held_against) == ("staff-2", None), "by the word of who settled it"


def test_cancelled_and_offered_again_while_the_first_receiver_signs() -> None:
    office = Office()
    office.here.offer("h1", DEPARTMENT, "d1")
    office.talk()
    office.here.cancel("h1")
    office.here.offer("h2", ECONOMY, "d1")
    office.there.accept("h1")
    dossier = office.talked()
    assert named(dossier, "taken_and_cancelled")[1] == holds("one_stop", ONE_STOP)
    assert named(dossier, "sent_by_another") == (("staff-5", "staff-1"), holds("one_stop", ONE_STOP))
    assert whereabouts(dossier) == (DEPARTMENT, None)
    office.economy.accept("h2", missing=("d1",))
    assert whereabouts(office.talked()) == (DEPARTMENT, None), "who counted it not changes nothing for who did"


def test_cancelled_on_both_machines_of_the_giver_is_cancelled() -> None:
    office = Office()
    office.here.offer("h1", DEPARTMENT, "d1")
    office.talk()
    office.here.cancel("h1")
    office.beside.cancel("h1")
    dossier, closed = office.talked(), office.server.state("h1")
    assert (whereabouts(dossier), dossier.conflicts) == ((ONE_STOP, None), ())
    assert (closed.state, closed.conflicts) == ("cancelled", ())


def test_cancelled_by_the_giver_and_counted_as_missing_by_the_receiver_agree_about_the_paper() -> None:
    office = Office(2)
    office.here.offer("h1", DEPARTMENT, "d1", "d2")
    office.talk()
    office.here.cancel("h1")
    office.there.accept("h1", missing=("d1",))
    assert office.talked("d1").conflicts == ()
    assert codes(office.talked("d2")) == ["taken_and_cancelled"]


@pytest.mark.parametrize("first", ["there", "upstairs"])
def test_two_counts_of_one_list_leave_behind_only_what_both_left(first: str) -> None:
    office = Office(3)
    office.here.offer("h1", DEPARTMENT, *office.papers)
    office.talk()
    late = office.upstairs if first == "there" else office.there
    late.write([Fact("x", "weather.changed", {})] * 9)
    office.there.accept("h1", missing=("d1", "d3"))
    office.upstairs.accept("h1", missing=("d2",), refused={"d3": "damaged"})
    signed = (office.talked("d1"), office.server.state("h1"))[1]
    assert (codes(signed), set(signed.conflicts[0].parties)) == (["accepted_twice"], {"staff-5", "staff-7"})
    assert (set(signed.taken), signed.left_behind) == ({"d1", "d2"}, frozenset({"d3"}))
    for paper in ("d1", "d2"):
        dossier = office.talked(paper)
        assert whereabouts(dossier) == (DEPARTMENT, None)
        parties, choice = named(dossier, "counted_differently")
        assert (set(parties), choice) == ({"staff-5", "staff-7"}, holds("one_stop", ONE_STOP))
    assert (whereabouts(office.talked("d3")), office.talked("d3").conflicts) == ((ONE_STOP, None), ())


def test_one_person_who_signs_the_same_on_two_machines_has_signed() -> None:
    office = Office()
    office.here.offer("h1", DEPARTMENT, "d1")
    office.talk()
    office.there.accept("h1")
    office.upstairs.accept("h1", officer="staff-5")
    dossier, signed = office.talked(), office.server.state("h1")
    assert (whereabouts(dossier), dossier.conflicts, signed.conflicts) == ((DEPARTMENT, None), (), ())


@pytest.mark.parametrize("returned_first", [True, False])
def test_a_result_returned_while_the_dossier_stood_on_a_list_names_both(returned_first: bool) -> None:
    office = Office()
    (office.here if returned_first else office.beside).write([Fact("x", "weather.changed", {})] * 9)
    office.here.offer("h1", DEPARTMENT, "d1")
    office.beside.write(decide(office.beside.state("d1"), Return("applicant")))
    office.there.accept("h1", code=code_of(office.here.state("h1")))
    dossier = office.talked()
    assert whereabouts(dossier) == (CITIZEN, None)
    assert {"staff-2", "staff-5"} in [set(each.parties) for each in dossier.conflicts]
    assert holds("department", DEPARTMENT) in [each.choice for each in dossier.conflicts]


def test_a_list_taken_back_after_the_dossier_was_returned_is_no_dispute() -> None:
    office = Office()
    office.here.offer("h1", DEPARTMENT, "d1")
    office.beside.write([Fact("x", "weather.changed", {})] * 9)
    office.beside.write(decide(office.beside.state("d1"), Return("applicant")))
    office.talk()
    before = codes(office.talked())
    office.here.cancel("h1")
    assert codes(office.talked()) == before == ["returned_too_early"]


def test_a_wrong_clock_changes_what_is_shown_and_not_who_holds_it() -> None:
    office, behind = Office(), Machine("server", "", "server")
    office.here.offer("h1", DEPARTMENT, "d1")
    office.talk()
    office.there.accept("h1")
    dossier = office.talked()
    for fact in office.server.facts.values():
        wrong = fact.device_time.replace(year=1999) if fact.device == "dept-3" else fact.device_time
        behind.take_in([replace(fact, device_time=wrong)])
    assert whereabouts(behind.state("d1")) == whereabouts(dossier) == (DEPARTMENT, None)


def test_a_second_signature_of_the_same_side_that_comes_when_the_paper_has_gone_on_disputes_nothing() -> None:
    office = Office()
    office.here.offer("h1", DEPARTMENT, "d1")
    office.talk()
    office.there.accept("h1")
    office.there.offer("h2", ECONOMY, "d1")
    office.economy.accept("h2", code=code_of(office.there.state("h2")))
    office.upstairs.write([Fact("x", "weather.changed", {})] * 30)
    office.upstairs.accept("h1")
    dossier = office.talked()
    assert (whereabouts(dossier), dossier.conflicts) == ((ECONOMY, None), ())
    assert codes(office.server.state("h1")) == ["accepted_twice"]


def test_whoever_has_it_can_always_pass_it_on_when_nobody_has_signed_it_away() -> None:
    office = Office()
    office.here.offer("h1", DEPARTMENT, "d1")
    office.beside.offer("h2", ECONOMY, "d1")
    office.talk()
    office.there.accept("h1")
    office.economy.accept("h2")
    office.talk()
    for conflict in codes(office.here.state("d1")):
        office.here.settle_conflict("d1", conflict)
    office.talk()
    office.there.offer("h3", ONE_STOP, "d1")
    office.talk()
    office.here.accept("h3")
    dossier = office.talked()
    assert (whereabouts(dossier), dossier.conflicts) == ((ONE_STOP, None), ())

"""The chain of hands of a paper, read from its own facts, and which papers are on the map."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from counter.sample.book import SampleBook
from counter.sample.content import MORNING
from counter.sample.custody_content import fill_custody
from counter.sample_office import SampleOffice
from shared.clock import SetClock
from shared.domain import consignment, dossier
from shared.domain.custody import CITIZEN, ONE_STOP
from shared.domain.dossier_state import Ending
from shared.domain.fact import Recorded
from shared.domain.whereabouts import Stay, hands_of, is_on_the_map, joined

POST, UNIT = "buu-dien-mau", "van-phong"
HOMES = (ONE_STOP, "diem-tiep-nhan-ben-thu")


def a_book() -> SampleBook:
    office = SampleOffice(SetClock(MORNING))
    fill_custody(office.book, office._ward)
    return office.book


BOOK = a_book()


def facts_of(subject: str) -> list[Recorded]:
    return [fact for fact in BOOK.facts if fact.subject == subject]


def test_every_stay_names_who_gave_who_took_and_the_record() -> None:
    chain = hands_of(dossier.evolve, facts_of("dossier-81"))
    assert [hand.holder for hand in chain] == [ONE_STOP, UNIT, ONE_STOP, POST]
    first, second = chain[0], chain[1]
    assert (first.by, first.against, first.given_by) == ("staff-1", None, None)
    assert (second.by, second.given_by) == ("staff-5", "staff-1")
    assert second.against is not None
    assert [hand.until for hand in chain[:-1]] == [hand.since for hand in chain[1:]]
    assert chain[-1].until is None


def test_a_list_that_nobody_signed_is_no_stay() -> None:
    assert [hand.holder for hand in hands_of(dossier.evolve, facts_of("dossier-79"))] == [ONE_STOP]
    assert [hand.holder for hand in hands_of(dossier.evolve, facts_of("dossier-83"))] == [ONE_STOP], "lost on its way"


def test_a_dossier_that_came_by_post_begins_with_its_note() -> None:
    since: Callable[[int], datetime] = lambda hours: MORNING + timedelta(hours=hours)  # noqa: E731
    note = (
        Stay(POST, "post", since(0), "staff-9", None, until=since(1)),
        Stay(ONE_STOP, "one_stop", since(1), "staff-1", "h-1", "staff-9"),
    )
    own = (
        Stay(ONE_STOP, "one_stop", since(2), "staff-1", None, until=since(3)),
        Stay(UNIT, "department", since(3), "staff-5", "h-2", "staff-1"),
    )
    chain = joined(note, own)
    assert [hand.holder for hand in chain] == [POST, ONE_STOP, UNIT]
    assert (chain[1].since, chain[1].until, chain[1].against) == (since(1), since(3), "h-1")
    assert joined((), own) == own
    assert joined(note[:1], own) == (*note[:1], *own)


def test_a_note_is_on_the_map_until_it_is_a_dossier_or_given_back() -> None:
    note = next(each for each in BOOK.consignments.values() if each.state == "made")
    assert is_on_the_map(note, HOMES)
    assert not is_on_the_map(replace(note, registered_as="dossier-1"), HOMES)
    assert not is_on_the_map(replace(note, ended="given_back", holder=CITIZEN), HOMES)
    assert hands_of(consignment.evolve, facts_of(note.id))[0].by == "staff-9"


def test_of_deliveries_letters_are_on_the_map_and_results_are_their_dossiers() -> None:
    result = next(each for each in BOOK.deliveries.values())
    assert not is_on_the_map(result, HOMES)
    letter = replace(result, content="apology")
    assert is_on_the_map(letter, HOMES)
    assert not is_on_the_map(replace(letter, delivered_at=MORNING, holder=CITIZEN), HOMES)


def test_a_dossier_that_has_ended_is_on_the_map_until_its_paper_is_home() -> None:
    held = next(each for each in BOOK.dossiers.values() if each.holder == UNIT)
    ended = replace(held, ending=Ending("stopped", ONE_STOP, MORNING, "staff-1", None, late=False, due_before=None))
    assert is_on_the_map(held, HOMES)
    assert is_on_the_map(ended, HOMES)
    assert not is_on_the_map(replace(ended, holder=ONE_STOP), HOMES)
    assert not is_on_the_map(replace(ended, holder=HOMES[1]), HOMES)
    assert not is_on_the_map(replace(held, returned_at=MORNING, holder=CITIZEN), HOMES)

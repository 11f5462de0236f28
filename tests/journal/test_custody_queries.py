"""The questions where all paper is agree with a slow count over every paper, and never look at what was given back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import event

from shared.domain.consignment import Consignment
from shared.domain.custody import CITIZEN, ONE_STOP, Loss, Transit
from shared.domain.delivery import Delivery
from shared.domain.dossier import Dossier
from shared.domain.dossier_state import Ending
from shared.domain.handover import Handover, PaperKind
from shared.domain.office_record import UnitKind
from shared.domain.whereabouts import HandedPaper, is_on_the_map
from shared.journal import custody_queries
from shared.journal.custody_queries import WithPost
from shared.journal.inserting import upsert
from shared.journal.journal import Journal
from shared.journal.projections import CONSIGNMENTS, DELIVERIES, DOSSIERS, HANDOVERS, Projection
from tests.journal.test_deadline_queries import NOW, a_dossier
from tests.papers import note_with

POST, SATELLITE, UNIT, AGENCY = "buu-dien-mau", "diem-tiep-nhan-ben-thu", "van-phong", "thue-co-so-thu"
HOMES = (ONE_STOP, SATELLITE)
UNITS: tuple[tuple[str, UnitKind], ...] = (
    (ONE_STOP, "one_stop"),
    (UNIT, "department"),
    (POST, "post"),
    (SATELLITE, "satellite"),
    (AGENCY, "agency"),
    (CITIZEN, "citizen"),
)


def transit(number: int, holder: str) -> Transit | None:
    receiver = UNITS[number % 5][0]
    if number % 4 or receiver == holder or holder == CITIZEN:
        return None
    return Transit(f"h-{number % 7}", holder, receiver, NOW - timedelta(hours=number % 50), "staff-1")


def dossier_of(number: int) -> Dossier:
    holder, kind = UNITS[number % len(UNITS)]
    ending = None
    if number % 5 == 0:
        ending = Ending("closed", ONE_STOP, NOW, "staff-1", None, late=False, due_before=None)
    return replace(
        a_dossier(number),
        holder=holder,
        holder_kind=kind,
        held_since=NOW - timedelta(hours=number % 90),
        transit=transit(number, holder),
        lost=Loss(NOW, "staff-1", None) if number % 17 == 0 else None,
        ending=ending,
        supplement=None,
        returned_at=NOW if number % 3 == 0 else None,
    )


def note_of(number: int) -> Consignment:
    holder, kind = UNITS[number % len(UNITS)]
    return note_with(
        id=f"n-{number:04}",
        number=f"PG-{number:04}",
        made_at=NOW,
        holder=holder,
        holder_kind=kind,
        held_since=NOW - timedelta(hours=number % 30),
        transit=transit(number, holder),
        submitted_at=NOW if number % 3 == 0 else None,
        registered_as="d-1" if number % 9 == 0 else None,
        ended="given_back" if number % 11 == 0 else None,
        refused_for="incomplete" if number % 13 == 0 else None,
    )


def letter_of(number: int) -> Delivery:
    holder, kind = UNITS[number % len(UNITS)]
    return Delivery(
        id=f"l-{number:04}",
        dossier=f"d-{number:05}",
        dossier_code="H99.99.01-261120-1001",
        content=("result", "supplement_request", "apology")[number % 3],
        scope="commune",
        addressee=None,
        tracking=f"EM{number:09}VN",
        fee_vnd=0,
        prepared_by="staff-1",
        prepared_at=NOW,
        handed_over_at=NOW if number % 2 else None,
        due_at=NOW + timedelta(days=number % 5),
        delivered_at=NOW if number % 8 == 0 else None,
        given_up_at=NOW if number % 10 == 0 else None,
        holder=holder,
        holder_kind=kind,
        held_since=NOW - timedelta(hours=number % 40),
        transit=transit(number, holder),
    )


DOSSIERS_OF_THE_OFFICE = tuple(dossier_of(number) for number in range(1, 601))
NOTES = tuple(note_of(number) for number in range(1, 201))
LETTERS = tuple(letter_of(number) for number in range(1, 201))
PAPERS: tuple[tuple[PaperKind, HandedPaper], ...] = (
    *(("dossier", each) for each in DOSSIERS_OF_THE_OFFICE),
    *(("consignment", each) for each in NOTES),
    *(("delivery", each) for each in LETTERS),
)


def keep(journal: Journal, projection: Projection[HandedPaper], papers: Iterable[HandedPaper]) -> None:
    with journal.writing() as writer:
        rows = [projection.row(writer.office, each.id, each, (1, "x", 1, 1)) for each in papers]
        upsert(writer.connection, projection.table, rows)


@pytest.fixture
def filled(journal: Journal) -> Journal:
    for projection, papers in ((DOSSIERS, DOSSIERS_OF_THE_OFFICE), (CONSIGNMENTS, NOTES), (DELIVERIES, LETTERS)):
        keep(journal, projection, papers)
    return journal


def place_of(paper: HandedPaper) -> tuple[str, str | None]:
    return paper.holder, None if paper.transit is None else paper.transit.receiver


def since_of(paper: HandedPaper) -> datetime:
    since = paper.held_since if paper.transit is None else paper.transit.since
    assert since is not None
    return since


def under_way() -> list[tuple[PaperKind, HandedPaper]]:
    """The slow way: every paper that there is, looked at by itself."""
    return [(kind, paper) for kind, paper in PAPERS if is_on_the_map(paper, HOMES)]


def test_the_counts_are_those_of_a_slow_count_over_every_paper(filled: Journal) -> None:
    counted: Counter[tuple[str, str, str | None]] = Counter()
    lost: Counter[tuple[str, str, str | None]] = Counter()
    oldest: dict[tuple[str, str, str | None], datetime] = {}
    for kind, paper in under_way():
        place = (kind, *place_of(paper))
        counted[place] += 1
        lost[place] += paper.lost is not None
        oldest[place] = min(since_of(paper), oldest.get(place, NOW))
    with filled.reading() as reader:
        found = custody_queries.places(reader, HOMES)
    answered: Counter[tuple[str, str, str | None]] = Counter()
    for each in found:
        answered[each.kind, each.holder, each.transit_to] += each.count
    assert answered == counted
    assert sum(each.lost for each in found) == sum(lost.values()) > 0
    for place, since in oldest.items():
        there = [each.oldest for each in found if (each.kind, each.holder, each.transit_to) == place]
        assert min(there) == since, place
    assert {kind for kind, _, _ in counted} == {"dossier", "consignment", "delivery"}
    assert not [holder for _, holder, _ in counted if holder == CITIZEN]


def test_the_list_behind_a_place_is_what_is_there_the_longest_first(filled: Journal) -> None:
    places = {place_of(paper) for _, paper in under_way()}
    assert len(places) > 8
    with filled.reading() as reader:
        for place in places:
            found = custody_queries.papers_at(reader, HOMES, *place, 1000)
            wanted = {(kind, paper.id) for kind, paper in under_way() if place_of(paper) == place}
            assert {(kind, paper.id) for kind, paper in found} == wanted
            times = [since_of(paper) for _, paper in found]
            assert times == sorted(times)
        few = custody_queries.papers_at(reader, HOMES, UNIT, None, 3)
        assert list(few) == list(custody_queries.papers_at(reader, HOMES, UNIT, None, 1000)[:3])


def test_lost_papers_are_found(filled: Journal) -> None:
    wanted = {paper.id for _, paper in under_way() if paper.lost is not None}
    with filled.reading() as reader:
        assert {paper.id for _, paper in custody_queries.lost_papers(reader, HOMES)} == wanted


def test_what_the_post_holds_is_told_with_the_time_of_its_delivery(journal: Journal) -> None:
    held = replace(dossier_of(2), id="d-here", returned_at=None, ending=None, transit=None, lost=None)
    held = replace(held, holder=POST, holder_kind="post", held_since=NOW - timedelta(days=2))
    back = replace(held, id="d-back")
    sent = replace(letter_of(3), dossier="d-here", content="result", handed_over_at=NOW, delivered_at=None)
    sent = replace(sent, due_at=NOW + timedelta(days=1), given_up_at=None)
    going = replace(sent, id="l-back", dossier="d-back", given_up_at=NOW)
    note = replace(note_of(2), holder=POST, transit=None, ended=None, registered_as=None, submitted_at=None)
    there = replace(note, id="n-taken", submitted_at=NOW, holder=ONE_STOP)
    keep(journal, DOSSIERS, [held, back])
    keep(journal, DELIVERIES, [sent, going])
    keep(journal, CONSIGNMENTS, [note, there])
    with journal.reading() as reader:
        found = {each.id: each for each in custody_queries.with_post(reader, (POST,))}
    assert found == {
        "d-here": WithPost("dossier", "d-here", NOW - timedelta(days=2), NOW + timedelta(days=1)),
        "d-back": WithPost("dossier", "d-back", NOW, None),
        note.id: WithPost("consignment", note.id, NOW - timedelta(hours=2), None),
    }


def test_lists_without_their_second_signature_are_told_the_longest_first(journal: Journal) -> None:
    offered = Handover("h-1", "BG-1", ONE_STOP, UNIT, ("d-1",), "staff-1", NOW)
    older = replace(offered, id="h-2", number="BG-2", offered_at=NOW - timedelta(hours=1))
    signed = replace(offered, id="h-3", number="BG-3", state="accepted")
    with journal.writing() as writer:
        rows = [HANDOVERS.row(writer.office, each.id, each, (1, "x", 1, 1)) for each in (offered, older, signed)]
        upsert(writer.connection, HANDOVERS.table, rows)
    with journal.reading() as reader:
        assert [each.number for each in custody_queries.unsigned_lists(reader)] == ["BG-2", "BG-1"]
        assert custody_queries.handover_numbers(reader, ["h-1", "h-3", "no such"]) == {"h-1": "BG-1", "h-3": "BG-3"}


def test_a_note_and_a_tracking_number_find_their_paper(filled: Journal) -> None:
    letter = next(each for each in LETTERS if each.content == "apology")
    result = next(each for each in LETTERS if each.content == "result")
    with filled.reading() as reader:
        assert custody_queries.paper_by_number(reader, "PG-0007") == ("consignment", NOTES[6])
        assert custody_queries.paper_by_number(reader, letter.tracking) == ("delivery", letter)
        found = custody_queries.paper_by_number(reader, result.tracking)
        assert found is not None
        assert (found[0], found[1].id) == ("dossier", result.dossier)
        assert custody_queries.paper_by_number(reader, "PG-9999") is None


def test_what_was_given_back_is_not_even_looked_at(filled: Journal) -> None:
    sent: list[tuple[str, tuple[object, ...]]] = []
    event.listen(filled.engine, "before_cursor_execute", lambda *call: sent.append((str(call[2]), call[3])))
    with filled.reading() as reader:
        custody_queries.places(reader, HOMES)
        custody_queries.papers_at(reader, HOMES, UNIT, None, 200)
        custody_queries.lost_papers(reader, HOMES)
        custody_queries.with_post(reader, (POST,))
        plans = [
            str(row[-1])
            for statement, values in list(sent)
            for row in reader.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
        ]
    of_dossiers = [step for step in plans if " dossier " in step]
    assert len(of_dossiers) == 7
    for step in of_dossiers:
        assert "dossier_custody (office=? AND open=?" in step or "dossier_stage (office=? AND stage=?" in step, step
    assert any("COVERING INDEX dossier_custody" in step for step in of_dossiers)
    assert not [step for step in plans if step.startswith("SCAN ") and not step.startswith(("SCAN C", "SCAN ("))]

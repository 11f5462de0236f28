"""What reports add up: rows of Biểu 07a, waits, satisfaction, the index of Decision 766."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.reports.form_07a import COLUMNS, DossierCounts, Form07b, added, total
from shared.domain.reports.index_766 import Inputs, is_on_time, known_score, parts_of
from shared.domain.reports.satisfaction import FEWEST, OTHERS, Given, satisfaction_of
from shared.domain.reports.sheet import Decimal, Share, cell_text
from shared.domain.reports.waits import WaitGroup, waits_of

NUMBERS = st.integers(0, 500)
INPUTS = Inputs(
    judged=200, on_time=150, received=120, received_online=30, on_paper=90, with_scan=45, ratings=100, satisfied=72
)


@st.composite
def rows(draw: st.DrawFn) -> DossierCounts:
    """A row whose dossiers were each received somehow and are somewhere now."""
    origins = draw(st.lists(st.sampled_from(("online_full", "online_partial", "post", "in_person", "carried_over"))))
    fates = st.sampled_from(("solved_early", "solved_on_time", "solved_late", "open_in_time", "open_late"))
    counts: dict[str, int] = {}
    for name in (each for origin in origins for each in (origin, draw(fates))):
        counts[name] = counts.get(name, 0) + 1
    return DossierCounts(**counts)


@given(st.lists(rows(), max_size=6))
def test_sums_of_rows_keep_the_invariants_of_the_form(some: list[DossierCounts]) -> None:
    whole = total(some)
    column = {number: whole.column(number) for number in COLUMNS}
    assert column[3] == sum(column[number] for number in (4, 5, 6, 7, 8)) == column[9] + column[13]
    assert column[9] == column[10] + column[11] + column[12]
    assert column[13] == column[14] + column[15]
    assert all(column[number] == sum(row.column(number) for row in some) for number in COLUMNS)


def test_a_row_that_lost_a_dossier_on_the_way_cannot_be_made() -> None:
    with pytest.raises(ValueError, match=r"\(3\) is not"):
        DossierCounts(in_person=3, solved_early=2)
    with pytest.raises(ValueError, match="below nothing"):
        DossierCounts(in_person=-1, open_late=-1)


def test_the_province_adds_its_own_bodies_and_the_communes_field_by_field() -> None:
    one = {"Hộ tịch": DossierCounts(in_person=2, solved_early=2), "Đất đai": DossierCounts(post=1, open_late=1)}
    other = {"Hộ tịch": DossierCounts(online_full=1, open_in_time=1)}
    communes = added([one, other])
    assert communes["Hộ tịch"] == DossierCounts(in_person=2, online_full=1, solved_early=2, open_in_time=1)
    assert Form07b(other, communes).total.total == 5


GROUPS = st.builds(
    WaitGroup,
    key=st.sampled_from("AB"),
    hour=st.sampled_from((8, 9)),
    minute=st.none() | st.integers(0, 60),
    kept=st.sampled_from(("held", "sooner", "later", "unpromised", "stand_in")),
    absent=st.booleans(),
    count=st.integers(1, 5),
    seconds=st.integers(0, 9000),
)


@given(st.lists(GROUPS))
def test_waits_are_those_of_everybody_lined_up(groups: list[WaitGroup]) -> None:
    found = waits_of(groups)
    real = [group for group in groups if group.kept != "stand_in"]
    waited = sorted(group.minute for group in real for _ in range(group.count) if group.minute is not None)
    assert found.whole.issued == sum(group.count for group in real)
    assert found.whole.called == len(waited)
    for share, answer in ((Fraction(1, 2), found.whole.median), (Fraction(9, 10), found.whole.ninth)):
        lined_up = [minute for minute in waited if sum(each <= minute for each in waited) >= share * len(waited)]
        assert answer == min(lined_up, default=None)
    assert sum(each.issued for each in found.by_key.values()) == found.whole.issued
    assert sum(each.issued for each in found.by_hour.values()) == found.whole.issued


def test_a_promise_is_kept_within_the_range_on_the_slip_only() -> None:
    group = WaitGroup("A", 8, 10, "held", absent=False, count=3, seconds=1800)
    found = waits_of([group, replace(group, kept="later", count=1), replace(group, kept="unpromised", count=9)])
    assert found.whole.held_share == 0.75
    assert found.whole.mean == pytest.approx(1800 * 3 / 13 / 60)
    assert waits_of([]).whole.held_share is None


def ratings(**counters: int) -> list[Given]:
    return [Given(3, ("time",), "kiosk", False, name) for name, count in counters.items() for _ in range(count)]


def test_few_ratings_of_a_counter_are_not_shown_apart_nor_found_by_subtraction() -> None:
    shown = satisfaction_of(ratings(q1=20, q2=6, q3=FEWEST - 1)).counters
    assert {name: tally.count for name, tally in shown.items()} == {"q1": 20, OTHERS: 10}
    shown = satisfaction_of(ratings(q1=20, q2=3, q3=2)).counters
    assert {name: tally.count for name, tally in shown.items()} == {"q1": 20, OTHERS: 5}
    assert satisfaction_of(ratings(q1=FEWEST - 1)).counters == {}
    assert set(satisfaction_of(ratings(q1=FEWEST, q2=9)).counters) == {"q1", "q2"}


@given(st.dictionaries(st.sampled_from(("q1", "q2", "q3", "q4", OTHERS)), st.integers(1, 12)))
def test_no_shown_group_is_smaller_than_five_and_none_is_lost_unless_all_are_hidden(counters: dict[str, int]) -> None:
    found = satisfaction_of(ratings(**counters))
    assert all(tally.count >= FEWEST for name, tally in found.counters.items())
    assert sum(tally.count for tally in found.counters.values()) in (0, found.whole.count)


def test_words_are_counted_and_never_kept() -> None:
    found = satisfaction_of([Given(1, ("time", "time"), "phone", True), Given(2, (), "kiosk", False)])
    assert (found.comments, dict(found.reasons), found.whole.satisfied_share) == (1, {"time": 1}, 0.5)


def test_the_index_answers_what_it_knows_and_says_why_the_rest_is_open() -> None:
    parts = {part.name: part for part in parts_of(INPUTS)}
    assert sum(part.most for part in parts.values()) == 100
    assert parts["progress"].score == 15
    assert parts["receiving"].score == pytest.approx(6 * 0.72 / 0.9)
    for part in parts.values():
        assert (part.score is None) == bool(part.why.vi) == bool(part.why.en)
    assert known_score(tuple(parts.values())) == (pytest.approx(19.8), 26)


def test_without_ratings_satisfaction_is_nothing_and_without_dossiers_timeliness_is_open() -> None:
    none = replace(INPUTS, ratings=0, satisfied=0, judged=0, on_time=0)
    parts = {part.name: part for part in parts_of(none)}
    assert (parts["receiving"].score, parts["progress"].score) == (0, None)
    assert parts_of(replace(INPUTS, satisfied=100))[5].score == 6


@pytest.mark.parametrize(
    ("terms", "supplements", "end", "on_time"),
    [
        ("[[0,50],[40,null],[100,150]]", 1, 109, True),
        ("[[0,50],[40,null],[100,150]]", 1, 110, True),
        ("[[0,50],[40,null],[100,150]]", 1, 111, False),
        ("[[0,50],[40,null],[100,150]]", 2, 109, False),
        ("[[0,50],[40,null]]", 1, 900, True),
        ("[[0,50],[100,150]]", 1, 109, False),
        ("[[0,null],[60,90]]", 1, 80, True),
        ("[[0,null],[10,50],[40,null],[100,150]]", 1, 109, True),
        ("[]", 2, 10, False),
    ],
)
def test_the_index_takes_the_citizens_time_off_instead_of_beginning_anew(
    terms: str, supplements: int, end: int, on_time: bool
) -> None:
    assert is_on_time(terms, supplements, end, solved_in_time=True) is on_time


def test_numbers_are_written_as_people_of_the_language_write_them() -> None:
    assert [cell_text(1234567), cell_text(1234567, "en")] == ["1.234.567", "1,234,567"]
    assert [cell_text(Share(0.1234)), cell_text(Share(0.1234), "en")] == ["12,3 %", "12.3 %"]
    assert [cell_text(Decimal(1234.56)), cell_text(Decimal(9.876, 2), "en"), cell_text(None)] == [
        "1.234,6",
        "9.88",
        "–",
    ]

"""The money that the post carries: to the đồng, day by day, each difference with its own handover."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from shared.clock import HO_CHI_MINH
from shared.domain.handover_state import Carried, Handover, SettledAs, Settlement
from shared.domain.post_day import PostPapers, post_day
from shared.domain.post_money import FeeTaken, PostMoney, brought, post_money, received_between

POST = "buu-dien-mau"
MONDAY = datetime(2026, 11, 23, tzinfo=HO_CHI_MINH)
TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)


def at(hour: int, minute: int = 0, day: datetime = MONDAY) -> datetime:
    return day + timedelta(hours=hour, minutes=minute)


def fee(name: str, amount: int, when: datetime, back: datetime | None = None) -> FeeTaken:
    return FeeTaken(name, f"PG-{name}", amount, when, "staff-9", back)


def handover(
    name: str,
    fees: dict[str, int],
    accepted: datetime | None,
    counted: int | None,
    left: tuple[str, ...] = (),
    settled: tuple[Settlement, ...] = (),
) -> Handover:
    return Handover(
        id=name,
        number=f"BG-{name}",
        giver=POST,
        receiver="one_stop",
        dossiers=(),
        offered_by="staff-9",
        offered_at=(accepted or MONDAY) - timedelta(minutes=5),
        state="offered" if accepted is None else "accepted",
        accepted_by=None if accepted is None else "staff-1",
        accepted_at=accepted,
        consignments=tuple(fees),
        giver_kind="post",
        missing=left,
        fees=tuple(Carried(each, amount) for each, amount in fees.items()),
        counted_vnd=counted,
        settlements=settled,
    )


def paid(amount: int, when: datetime, settled_as: SettledAs = "paid") -> Settlement:
    return Settlement("money", "", settled_as, amount, when, "staff-9", None)


def monday(fees: tuple[FeeTaken, ...], *handovers: Handover) -> PostMoney:
    return post_money(fees, handovers, MONDAY, TUESDAY)


def test_what_was_collected_was_brought_or_is_still_there() -> None:
    fees = (fee("a", 8_000, at(8)), fee("b", 50_000, at(9)), fee("c", 30_000, at(10)), fee("d", 20_000, at(16)))
    first = handover("1", {"a": 8_000, "b": 50_000, "c": 30_000}, at(11), 58_000, left=("c",))
    day = monday(fees, first)
    assert (day.before_vnd, day.taken_vnd, day.due_vnd, day.counted_vnd) == (0, 108_000, 58_000, 58_000)
    assert [(each.id, each.amount_vnd) for each in day.carried] == [("c", 30_000), ("d", 20_000)]
    assert day.records == {"a": "BG-1", "b": "BG-1"}
    assert (day.differing, day.is_balanced) == ((), True)


def test_five_thousand_too_little_stay_with_their_handover_and_are_not_set_off() -> None:
    fees = (fee("a", 60_000, at(8)), fee("b", 40_000, at(9)))
    short = handover("1", {"a": 60_000}, at(10), 55_000)
    over = handover("2", {"b": 40_000}, at(11), 45_000)
    day = monday(fees, short, over)
    assert [(each.number, each.difference_vnd) for each in day.differing] == [("BG-1", -5_000), ("BG-2", 5_000)]
    assert (day.due_vnd, day.counted_vnd, day.is_balanced) == (100_000, 100_000, True)


def test_one_dong_is_a_difference() -> None:
    day = monday((fee("a", 60_000, at(8)),), handover("1", {"a": 60_000}, at(10), 59_999))
    assert [each.difference_vnd for each in day.differing] == [-1]


def test_a_difference_is_open_until_it_is_paid_on_whatever_day() -> None:
    fees = (fee("a", 60_000, at(8)),)
    late = handover("1", {"a": 60_000}, at(10), 55_000, settled=(paid(5_000, at(9, day=TUESDAY)),))
    assert [each.difference_vnd for each in monday(fees, late).differing] == [-5_000]
    tuesday = post_money(fees, (late,), TUESDAY, WEDNESDAY)
    assert (tuesday.paid_later_vnd, tuesday.differing, tuesday.brought) == (5_000, (), ())
    assert received_between(late, MONDAY, TUESDAY) == 55_000
    assert received_between(late, TUESDAY, WEDNESDAY) == 5_000


def test_a_difference_that_was_explained_is_shown_and_not_open() -> None:
    explained = handover("1", {"a": 60_000}, at(10), 55_000, settled=(paid(0, at(11), "explained"),))
    money = brought(explained, TUESDAY)
    assert (money.difference_vnd, money.explained, money.is_open) == (-5_000, True, False)


def test_what_the_citizen_got_back_is_not_carried_any_more() -> None:
    day = monday((fee("a", 8_000, at(8), back=at(9)), fee("b", 5_000, at(8))))
    assert (day.back_vnd, day.carried_vnd, day.is_balanced) == (8_000, 5_000, True)


def test_what_the_office_gives_back_later_is_no_concern_of_the_post() -> None:
    fees = (fee("a", 8_000, at(8), back=at(15)),)
    day = monday(fees, handover("1", {"a": 8_000}, at(10), 8_000))
    assert (day.back, day.carried, day.is_balanced) == ((), (), True)


def test_fees_of_friday_are_brought_on_monday() -> None:
    friday = MONDAY - timedelta(days=3)
    fees = (fee("a", 8_000, at(16, day=friday)),)
    list_ = handover("1", {"a": 8_000}, at(8), 8_000)
    weekend = post_money(fees, (list_,), friday, MONDAY)
    assert (weekend.taken_vnd, weekend.carried_vnd) == (8_000, 8_000)
    assert [each.id for each in monday(fees, list_).before] == ["a"]
    assert monday(fees, list_).carried == ()


def test_money_for_a_fee_that_nobody_here_knows_is_said_and_not_hidden() -> None:
    day = monday((), handover("1", {"x": 8_000}, at(8), 8_000))
    assert (day.unknown_vnd, day.due_vnd, day.is_balanced) == (8_000, 8_000, True)


def test_one_fee_on_two_accepted_lists_is_counted_once_as_brought() -> None:
    lists = (handover("1", {"a": 8_000}, at(8), 8_000), handover("2", {"a": 8_000}, at(9), 0))
    day = monday((fee("a", 8_000, at(7)),), *lists)
    assert (day.unknown_vnd, day.records["a"], day.is_balanced) == (8_000, "BG-1", True)
    assert [(each.number, each.difference_vnd) for each in day.differing] == [("BG-2", -8_000)]


def test_a_list_that_waits_for_its_signature_has_brought_nothing() -> None:
    day = monday((fee("a", 8_000, at(8)),), handover("1", {"a": 8_000}, None, None))
    assert (day.brought, day.carried_vnd) == ((), 8_000)


def test_a_machine_whose_clock_was_ahead_does_not_make_money() -> None:
    day = monday((fee("a", 8_000, at(12)),), handover("1", {"a": 8_000}, at(8), 8_000))
    assert (day.taken_vnd, day.due_vnd, day.carried_vnd, day.is_balanced) == (8_000, 8_000, 0, True)


def test_a_list_without_money_is_no_line_of_the_money() -> None:
    assert monday((), handover("1", {}, at(8), None)).brought == ()


HOURS = st.integers(min_value=0, max_value=71)
AMOUNTS = st.integers(min_value=1, max_value=3_000_000)


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[FeeTaken], list[Handover]]:
    """Three days of any fees and lists: lost, refused, short, over, twice on a list, clocks that disagree."""
    fees = []
    for name in "abcdefgh"[: draw(st.integers(0, 8))]:
        back = draw(st.none() | HOURS)
        fees.append(fee(name, draw(AMOUNTS), at(draw(HOURS)), None if back is None else at(back)))
    known = {each.id: each.amount_vnd for each in fees} | {"stranger": 7_000}
    lists = []
    for number in range(draw(st.integers(0, 5))):
        ids = draw(st.lists(st.sampled_from(sorted(known)), unique=True))
        left = tuple(each for each in ids if draw(st.booleans()))
        accepted = draw(st.none() | HOURS)
        payments = tuple(paid(draw(st.integers(-9_000, 9_000)), at(hour)) for hour in draw(st.lists(HOURS, max_size=2)))
        carried = {each: known[each] for each in ids}
        when = None if accepted is None else at(accepted)
        lists.append(handover(str(number), carried, when, draw(st.integers(0, 9_000_000)), left, payments))
    return fees, lists


@settings(max_examples=120, deadline=None)
@given(histories())
def test_over_any_history_every_dong_is_accounted_for_and_the_days_join(
    history: tuple[list[FeeTaken], list[Handover]],
) -> None:
    fees, lists = history
    days = [post_money(fees, lists, MONDAY + timedelta(days=n), MONDAY + timedelta(days=n + 1)) for n in range(4)]
    for before, after in pairwise(days):
        assert before.carried == after.before
    for day in days:
        assert day.is_balanced
        assert day.counted_vnd - day.due_vnd == sum(each.first_difference_vnd for each in day.brought)
    left = sum(each.amount_vnd for each in days[-1].carried)
    taken = sum(day.taken_vnd - day.back_vnd + day.unknown_vnd for day in days)
    assert taken == sum(day.due_vnd for day in days) + left


def test_an_empty_day_is_all_noughts() -> None:
    day = post_day(POST, PostPapers((), (), (), ()), MONDAY, TUESDAY)
    assert day.figures.made == day.figures.handed_over == day.figures.to_deliver == day.money.taken_vnd == 0
    assert day.staff == ()

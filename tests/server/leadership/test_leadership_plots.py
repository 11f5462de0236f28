"""The plots: well-formed, with their numbers in them, legible, and told by more than colour."""

from __future__ import annotations

import math
import re
from datetime import datetime
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.leadership.drawings import Drawings
from server.leadership.figures import Day, Handled, Scores
from server.leadership.plots import BLUE, NARROW, RED, WIDE, Part, Told, lines, split_bar, twin_bars
from server.leadership.series import flow_of, load_of
from server.signed_in.words import room_words
from shared.clock import HO_CHI_MINH
from shared.domain.reports.period import period_from

SVG = "{http://www.w3.org/2000/svg}"
TOLD = Told("plot", 'Title with <marks> & "signs"', "What it says")
counts = st.lists(st.integers(0, 10**6), min_size=1, max_size=60)


def read(drawn: str) -> ElementTree.Element:
    assert "style=" not in drawn
    assert "<script" not in drawn
    return ElementTree.fromstring(drawn)


def number(value: float) -> str:
    return f"{value:g}"


@given(counts, counts, st.sampled_from([WIDE, NARROW]))
def test_any_numbers_make_a_drawing_that_stays_within_its_frame(ours: list[int], others: list[int], width: int) -> None:
    size = min(len(ours), len(others))
    labels = [f"{order + 1}/11" for order in range(size)]
    for drawing in (
        lines(TOLD, labels, (ours[:size], others[:size]), number, width),
        twin_bars(TOLD, labels, ours[:size], others[:size], number, width),
    ):
        picture = read(drawing)
        height = float(picture.get("height", "0"))
        for x, y in re.findall(r"([\d.]+) ([\d.]+)(?=[LHV\"])", drawing):
            assert 0 <= float(x) <= width
            assert 0 <= float(y) <= height
        for text in picture.iter(f"{SVG}text"):
            assert float(text.get("font-size", "0")) >= 12
            assert float(text.get("x", "-1")) >= 0
        heights = [float(bar.get("height", "0")) for bar in picture.iter(f"{SVG}rect")]
        assert all(math.isfinite(each) and each >= 0 for each in heights)


@given(st.lists(st.integers(0, 10**6), min_size=3, max_size=3))
def test_the_parts_of_a_split_bar_are_as_wide_as_their_shares(values: list[int]) -> None:
    picture = read(
        split_bar(TOLD, [Part(values[0], BLUE), Part(values[1], "#A9C9EA"), Part(values[2], RED, hatched=True)], 400)
    )
    widths = {bar.get("fill"): float(bar.get("width", "0")) for bar in picture.findall(f"{SVG}rect")}
    for value, colour in zip(values, (BLUE, "#A9C9EA", RED), strict=True):
        expected = 400 * value / sum(values) if value else 0
        assert widths.get(colour, 0) == pytest.approx(expected, abs=0.06)
    assert ("url(#plot-2)" in widths) == (values[2] > 0)


def test_every_drawing_says_in_words_what_it_shows_in_both_languages() -> None:
    handled, scores = Handled(2500, 1801, 502, 103, 9, 4), Scores(11, 1222, 3333)
    for language, thousands in (("vi", "."), ("en", ",")):
        draw = Drawings(room_words("server.leadership", language))  # type: ignore[arg-type]
        bar = read(str(draw.handled("all", handled).narrow))
        said = bar.findtext(f"{SVG}desc", "")
        assert all(each in said for each in (f"1{thousands}801", "502", "103"))
        assert bar.get("aria-labelledby") == "all-320-title all-320-words"
        said = read(str(draw.satisfaction(scores).wide)).findtext(f"{SVG}desc", "")
        assert all(each in said for each in ("11", f"1{thousands}222", f"3{thousands}333"))
        days = {"2026-11-16": Day(40, 30), "2026-11-17": Day(1200, 20)}
        flow = flow_of(days, period_from("2026-11-16..2026-11-22"))
        picture = read(str(draw.flow(flow).wide))
        assert f"1{thousands}240" in picture.findtext(f"{SVG}desc", "")
        assert f"1{thousands}500" in [text.text for text in picture.iter(f"{SVG}text")]


def test_lines_and_bars_differ_by_more_than_their_colour() -> None:
    drawn = lines(TOLD, ["a", "b"], ((1, 2), (2, 1)), number, WIDE)
    assert drawn.count("stroke-dasharray") == 1
    assert "<circle" in drawn
    bars = read(twin_bars(TOLD, ["8h"], [3], [2], number, WIDE))
    assert {bar.get("fill") for bar in bars.findall(f"{SVG}rect")} == {BLUE, "url(#plot-h)"}


def test_weekends_without_work_are_left_out_and_long_periods_go_by_weeks() -> None:
    saturday_worked = flow_of({"2026-11-21": Day(3, 1)}, period_from("2026-11-16..2026-11-29"))
    assert saturday_worked.labels == (
        "16/11",
        "17/11",
        "18/11",
        "19/11",
        "20/11",
        "21/11",
        *(f"{day}/11" for day in range(23, 28)),
    )
    assert saturday_worked.received[5] == 3
    days = {"2026-01-01": Day(1, 0), "2026-06-30": Day(2, 2), "2026-07-01": Day(4, 4)}
    weekly = flow_of(days, period_from("2026"))
    assert weekly.weekly
    assert (sum(weekly.received), sum(weekly.solved)) == (7, 6)
    assert dict(zip(weekly.labels, weekly.received, strict=True))["29/6"] == 6
    assert (weekly.labels[0], weekly.labels[-1]) == ("15/12", "7/12")
    so_far = flow_of(days, period_from("2026").so_far(datetime(2026, 7, 3, 9, 0, tzinfo=HO_CHI_MINH)))
    assert so_far.labels[-1] == "22/6"


def test_the_hours_of_two_periods_stand_side_by_side() -> None:
    load = load_of({8: 12.5, 10: 3.0}, {7: 1.0, 8: 11.0})
    assert load.labels == ("7h", "8h", "9h", "10h")
    assert (load.now, load.before) == ((0, 12.5, 0, 3.0), (1.0, 11.0, 0, 0))
    assert load.busiest == 8
    assert load_of({}, {}).busiest is None

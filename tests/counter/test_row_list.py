"""A list that touches only the rows that have become others."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from counter.parts.rows import IDENTITY, TWO_LINES, Row, RowList

Shown = tuple[tuple[str, Row], ...]

_LISTS = st.lists(
    st.tuples(st.sampled_from("abcdefg"), st.sampled_from(["", "x"])), max_size=7, unique_by=lambda e: e[0]
)


def rows_of(pairs: list[tuple[str, str]]) -> Shown:
    return tuple((identity, Row(identity, words)) for identity, words in pairs)


def content(rows: RowList) -> Shown:
    return tuple((rows.item(at).data(IDENTITY), rows.item(at).data(TWO_LINES)) for at in range(rows.count()))


def test_whatever_is_shown_after_whatever_it_is_there_and_the_current_row_stays(qtbot: QtBot) -> None:
    @settings(max_examples=40)
    @given(st.lists(_LISTS, min_size=2, max_size=4), st.integers(min_value=0, max_value=6))
    def check(steps: list[list[tuple[str, str]]], place: int) -> None:
        view = RowList("rows")
        qtbot.addWidget(view)
        for step in steps:
            current = view.current_identity()
            view.show_rows(rows_of(step))
            assert content(view) == rows_of(step)
            assert view.current_identity() == (current if current in dict(step) else None)
            view.setCurrentRow(min(place, view.count() - 1))

    check()


def test_a_heading_is_no_row_to_stand_on(qtbot: QtBot) -> None:
    view = RowList("rows")
    qtbot.addWidget(view)
    view.show_rows((("head", Row("Quá hạn", "", heads=True)), *rows_of([("a", ""), ("b", "")])))
    assert not view.item(0).flags() & Qt.ItemFlag.ItemIsEnabled
    view.show_place(0)
    assert view.current_identity() == "a"
    view.show_rows((("head", Row("Quá hạn", "", heads=True)),))
    view.show_place(0)
    assert view.current_identity() is None
    assert view.sizeHintForRow(0) > 0


def test_one_more_row_of_many_leaves_the_others_alone(qtbot: QtBot) -> None:
    view = RowList("rows")
    qtbot.addWidget(view)
    many = rows_of([(f"row {at}", "") for at in range(300)])
    view.show_rows(many[:-1])
    before = [view.item(at) for at in range(299)]
    view.show_rows((many[-1], *many[:-1]))
    assert [view.item(at) for at in range(1, 300)] == before

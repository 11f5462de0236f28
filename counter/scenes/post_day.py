"""The post point's day, and what the office sees of the money that the post brings: every screen on a fresh stage."""

from __future__ import annotations

from datetime import timedelta

from counter.sample.content import MORNING
from counter.sample.post_content import fill_post_day
from counter.stage import Scene, Stage
from shared.domain import handover as handovers
from shared.domain.handover import Settle


def post_day_empty(stage: Stage) -> None:
    """Nothing has happened yet."""
    _day(stage)


def post_day_page(stage: Stage) -> None:
    """A morning with one refused, one missing, one damaged, and 5.000 đồng too little."""
    fill_post_day(stage.office.book)
    _day(stage)


def post_day_settled(stage: Stage) -> None:
    """What was missing has been paid."""
    fill_post_day(stage.office.book)
    book = stage.office.book
    paid = Settle("one_stop", "money", "", "paid", 5000)
    book.write(handovers.decide(book.handovers["handover-post-1"], paid), "staff-1", MORNING - timedelta(minutes=4))
    _day(stage)


def cash_up_with_post(stage: Stage) -> None:
    """The drawer of the officer who counted what the post brought."""
    fill_post_day(stage.office.book)
    stage.serve()
    stage.window.show_room("cash")
    stage.window.presenters.cash.show_page("cash_up")
    stage.settle()
    stage.window.presenters.cash.set_counted("61.000")


def _day(stage: Stage) -> None:
    stage.sign_in("buutu")
    stage.window.show_room("consign")
    stage.settle()
    stage.window.presenters.consign.show_page("day")
    stage.settle()


SCREENS: tuple[Scene, ...] = (post_day_empty, post_day_page, post_day_settled, cash_up_with_post)

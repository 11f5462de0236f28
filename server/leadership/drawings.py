"""The plots of the page in the language of whoever looks, each as a desk and as a phone shows it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from server.leadership.figures import Handled, Scores
from server.leadership.plots import BLUE, LIGHT, NARROW, RED, WIDE, Part, Told, lines, split_bar, twin_bars
from server.leadership.series import Flow, Load
from server.signed_in.words import RoomWords
from shared.domain.reports.sheet import Decimal, cell_text

_IN_A_ROW, _ROW_HEIGHT = 132, 14
"""Pixels of the small bar in a row of a table."""


@dataclass(frozen=True, slots=True)
class Plot:
    """One plot twice: `wide` and `narrow`."""

    wide: Markup
    narrow: Markup


class Drawings:
    """Draws in the words of one language."""

    def __init__(self, words: RoomWords) -> None:
        self._words = words

    def number(self, value: float | None) -> str:
        """A count with its thousands apart; a share of one with one decimal when it is small."""
        if value is None:
            return cell_text(None)
        whole = isinstance(value, int) or value == int(value) or value >= 10
        return cell_text(round(value) if whole else Decimal(value), self._words.language)

    def flow(self, flow: Flow) -> Plot:
        """Received and solved, day by day."""
        title = self._words("plot_flow_weekly" if flow.weekly else "plot_flow")
        received, solved = self.number(sum(flow.received)), self.number(sum(flow.solved))
        says = self._words("plot_flow_says", received=received, solved=solved)
        series = (flow.received, flow.solved)
        wide, narrow = (
            lines(Told(f"flow-{width}", title, says), flow.labels, series, self.number, width)
            for width in (WIDE, NARROW)
        )
        return Plot(Markup(wide), Markup(narrow))  # noqa: S704  # every word in it was escaped by plots.py

    def load(self, load: Load) -> Plot:
        """Numbers drawn by the hour."""
        title = self._words("plot_load")
        says = self._words("plot_load_says", hour=load.busiest) if load.busiest is not None else title
        wide, narrow = (
            twin_bars(Told(f"load-{width}", title, says), load.labels, load.now, load.before, self.number, width)
            for width in (WIDE, NARROW)
        )
        return Plot(Markup(wide), Markup(narrow))  # noqa: S704

    def satisfaction(self, scores: Scores) -> Plot:
        """Ratings by score."""
        says = self._words(
            "plot_scores_says",
            very=self.number(scores.very_satisfied),
            satisfied=self.number(scores.satisfied),
            dissatisfied=self.number(scores.dissatisfied),
        )
        title = self._words("satisfaction")
        parts = (
            Part(scores.very_satisfied, BLUE),
            Part(scores.satisfied, LIGHT),
            Part(scores.dissatisfied, RED, hatched=True),
        )
        wide, narrow = (split_bar(Told(f"scores-{width}", title, says), parts, width) for width in (WIDE, NARROW))
        return Plot(Markup(wide), Markup(narrow))  # noqa: S704

    def handled(self, name: str, handled: Handled) -> Plot:
        """How everything was solved."""
        wide, narrow = (self._handled(f"{name}-{width}", handled, width, 26) for width in (WIDE, NARROW))
        return Plot(wide, narrow)

    def row(self, name: str, handled: Handled) -> Markup:
        """The same as a small bar in a row of a table."""
        return self._handled(name, handled, _IN_A_ROW, _ROW_HEIGHT)

    def _handled(self, name: str, handled: Handled, width: int, height: int) -> Markup:
        says = self._words(
            "plot_handled_says",
            early=self.number(handled.early),
            on_time=self.number(handled.on_time),
            late=self.number(handled.late),
        )
        parts = (Part(handled.early, BLUE), Part(handled.on_time, LIGHT), Part(handled.late, RED, hatched=True))
        drawn = split_bar(Told(name, self._words("solved"), says), parts, width, height)
        return Markup(drawn)  # noqa: S704

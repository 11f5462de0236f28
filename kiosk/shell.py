"""The frame around the journeys: goes from one to the next and home again, and keeps what the citizen set."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot

from kiosk.journeys.check_dossier.view_model import CheckDossierViewModel
from kiosk.journeys.home.view_model import HomeViewModel
from kiosk.journeys.rate.view_model import RateViewModel
from kiosk.journeys.take_number.view_model import TakeNumberViewModel
from kiosk.language import Language
from kiosk.ports import Tile
from kiosk.shell_props import Screen, ShellProps, ShellState, derive_shell_props, journey_of_scan
from kiosk.view_model import ViewModel
from shared.clock import Clock


class Shell(ViewModel):
    """Owns no journey's state; it begins and ends them."""

    def __init__(
        self,
        language: Language,
        clock: Clock,
        home: HomeViewModel,
        take_number: TakeNumberViewModel,
        check_dossier: CheckDossierViewModel,
        rate: RateViewModel,
    ) -> None:
        self._clock = clock
        self._home = home
        self._take_number = take_number
        self._check_dossier = check_dossier
        self._rate = rate
        self._state = ShellState(now=clock.now())
        super().__init__(language)
        home.line_chosen.connect(self._begin_taking_a_number)
        home.dossier_chosen.connect(self._begin_checking)
        home.rating_chosen.connect(self._begin_rating)
        for journey in (take_number, check_dossier, rate):
            journey.left.connect(self.go_home)

    @property
    def state(self) -> ShellState:
        """Where the kiosk is and how it looks."""
        return self._state

    def is_working(self) -> bool:
        """Whether something is being written for the citizen, so that the screen must not go away."""
        return self._take_number.state.issuing or self._rate.state.sending

    def scanned(self, text: str) -> None:
        """The scanner read `text`: goes to the journey it belongs to, unless a number is being issued."""
        if self.is_working():
            return
        target = journey_of_scan(text, self._state.screen)
        if target == "rate":
            if self._state.screen != "rate":
                self._begin_rating()
            self._rate.find_scanned(text)
        else:
            if self._state.screen != "check_dossier":
                self._begin_checking()
            self._check_dossier.find_scanned(text)

    def tick(self) -> None:
        """The time goes on."""
        self._move(replace(self._state, now=self._clock.now()))

    def count_down(self, seconds: int) -> None:
        """Nobody has touched the glass for long: shows the seconds left; at home there is nothing to lose."""
        if self._state.screen != "home" or self._state.help_open:
            self._move(replace(self._state, countdown=seconds))

    def calm(self) -> None:
        """Somebody is there after all."""
        self._move(replace(self._state, countdown=None))

    def start_over(self) -> None:
        """As the next citizen should find it: home, everything typed and set is gone."""
        self._leave_everything()
        still, connected = self._state.still, self._state.connected
        self._move(ShellState(now=self._clock.now(), still=still, connected=connected))
        self._language.speak_as_at_first()

    def mark_connected(self) -> None:
        """The line to the server is there."""
        self._move(replace(self._state, connected=True))

    def mark_disconnected(self) -> None:
        """The line to the server is gone: a small mark, nothing else changes."""
        self._move(replace(self._state, connected=False))

    @Slot()
    def go_home(self) -> None:
        """Ends the journey; not while something is being written."""
        if self.is_working():
            return
        self._move(replace(self._state, screen="home", help_open=False, countdown=None))
        self._leave_everything()
        self._home.refresh()

    @Slot(str)
    def speak(self, language: str) -> None:
        """A language was touched."""
        self._language.speak(language)

    @Slot()
    def toggle_large_text(self) -> None:
        """ "Chữ to" was touched."""
        self._move(replace(self._state, large_text=not self._state.large_text))

    @Slot()
    def toggle_high_contrast(self) -> None:
        """ "Tương phản" was touched."""
        self._move(replace(self._state, high_contrast=not self._state.high_contrast))

    @Slot()
    def toggle_lowered(self) -> None:
        """ "Hạ thấp" was touched."""
        self._move(replace(self._state, lowered=not self._state.lowered))

    @Slot()
    def toggle_still(self) -> None:
        """ "Tắt chuyển động" was touched."""
        self._move(replace(self._state, still=not self._state.still))

    @Slot()
    def toggle_help(self) -> None:
        """ "Trợ giúp" was touched."""
        self._move(replace(self._state, help_open=not self._state.help_open))

    def _begin_taking_a_number(self, tile: Tile) -> None:
        self._take_number.begin(tile, self._home.state.groups)
        self._go_to("take_number")

    def _begin_checking(self) -> None:
        self._check_dossier.begin()
        self._go_to("check_dossier")

    def _begin_rating(self) -> None:
        self._rate.begin(self._home.state.tiles)
        self._go_to("rate")

    def _go_to(self, screen: Screen) -> None:
        self._move(replace(self._state, screen=screen, help_open=False))

    def _leave_everything(self) -> None:
        for journey in (self._take_number, self._check_dossier, self._rate):
            journey.leave()

    def _move(self, state: ShellState) -> None:
        self._state = state
        self.show_again()

    def _derived(self) -> ShellProps:
        return derive_shell_props(self._state, self._words)

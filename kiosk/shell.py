"""The frame around the journeys: goes from one to the next and home again, and keeps what the citizen set."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Slot

from kiosk.journeys.check_dossier.view_model import CheckDossierViewModel
from kiosk.journeys.home.view_model import HomeViewModel
from kiosk.journeys.procedures.view_model import ProceduresViewModel
from kiosk.journeys.rate.view_model import RateViewModel
from kiosk.journeys.take_number.view_model import TakeNumberViewModel
from kiosk.language import Language
from kiosk.ports import Tile
from kiosk.shell_props import Screen, ShellProps, ShellState, derive_shell_props, kind_of_scan, procedure_in_scan
from kiosk.staff.view_model import StaffViewModel
from kiosk.view_model import ViewModel
from shared.clock import Clock


@dataclass(frozen=True, slots=True)
class Journeys:
    """What can be on the screen: the home screen, the citizens' journeys and the staff's panel."""

    home: HomeViewModel
    take_number: TakeNumberViewModel
    check_dossier: CheckDossierViewModel
    rate: RateViewModel
    procedures: ProceduresViewModel
    staff: StaffViewModel


class Shell(ViewModel):
    """Owns no journey's state; it begins and ends them."""

    def __init__(self, language: Language, clock: Clock, journeys: Journeys) -> None:
        self._clock = clock
        self._journeys = journeys
        self._state = ShellState(now=clock.now())
        super().__init__(language)
        home = journeys.home
        home.line_chosen.connect(self._begin_taking_a_number)
        home.dossier_chosen.connect(self._begin_checking)
        home.rating_chosen.connect(self._begin_rating)
        home.procedures_chosen.connect(self._begin_procedures)
        home.appointment_chosen.connect(self._begin_checking_in)
        journeys.procedures.queue_wanted.connect(self._take_a_number_for)
        for journey in self._all():
            journey.left.connect(self.go_home)

    @property
    def state(self) -> ShellState:
        """Where the kiosk is and how it looks."""
        return self._state

    def is_working(self) -> bool:
        """Whether something is being written for the citizen, so that the screen must not go away."""
        return self._journeys.take_number.state.issuing or self._journeys.rate.state.sending

    @Slot(str)
    def scanned(self, text: str) -> None:
        """The scanner read `text`: goes to the journey it belongs to, unless something is being written.

        An identity card is read only where a number waits for it; anywhere else it is forgotten at once.
        """
        if self.is_working() or self._state.screen == "staff":
            return
        kind = kind_of_scan(text, self._state.screen)
        if kind == "card":
            if self._state.screen == "take_number" and self._journeys.take_number.wants_card:
                self._journeys.take_number.take_card(text)
        elif kind == "appointment":
            if self._state.screen != "take_number":
                self._begin_checking_in()
            self._journeys.take_number.check_in_scanned(text)
        elif kind == "procedure":
            self._begin_procedures()
            self._journeys.procedures.read(procedure_in_scan(text) or "")
        elif kind == "rate":
            if self._state.screen != "rate":
                self._begin_rating()
            self._journeys.rate.find_scanned(text)
        else:
            if self._state.screen != "check_dossier":
                self._begin_checking()
            self._journeys.check_dossier.find_scanned(text)

    @Slot()
    def tick(self) -> None:
        """The time goes on."""
        self._move(replace(self._state, now=self._clock.now()))

    @Slot(int)
    def count_down(self, seconds: int) -> None:
        """Nobody has touched the glass for long: shows the seconds left; at home there is nothing to lose."""
        if self._state.screen != "home" or self._state.help_open or self._state.languages_open:
            self._move(replace(self._state, countdown=seconds))

    @Slot()
    def calm(self) -> None:
        """Somebody is there after all."""
        self._move(replace(self._state, countdown=None))

    @Slot()
    def start_over(self) -> None:
        """As the next citizen should find it: home, everything typed and set is gone."""
        before = self._state
        self._move(
            ShellState(
                now=self._clock.now(),
                still=before.still,
                connected=before.connected,
                reading_offered=before.reading_offered,
            )
        )
        self._leave_everything()
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
        self._move(replace(self._state, screen="home", help_open=False, languages_open=False, countdown=None))
        self._leave_everything()
        self._journeys.home.refresh()

    @Slot(str)
    def speak(self, language: str) -> None:
        """A language was touched."""
        self._language.speak(language)
        self._move(replace(self._state, languages_open=False))

    @Slot()
    def toggle_languages(self) -> None:
        """ "Ngôn ngữ" was touched, where there are more than two."""
        self._move(replace(self._state, languages_open=not self._state.languages_open, help_open=False))

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

    def offer_reading_aloud(self) -> None:
        """There is a program that can read the screen aloud: the help has a switch for it."""
        self._move(replace(self._state, reading_offered=True))

    @Slot()
    def toggle_read_aloud(self) -> None:
        """ "Đọc to màn hình" was touched."""
        self._move(replace(self._state, read_aloud=self._state.reading_offered and not self._state.read_aloud))

    @Slot()
    def toggle_help(self) -> None:
        """ "Trợ giúp" was touched."""
        self._move(replace(self._state, help_open=not self._state.help_open, languages_open=False))

    @Slot()
    def open_staff(self) -> None:
        """The staff's door was held: asks for the PIN, unless something is being written."""
        if not self.is_working():
            self._leave_everything()
            self._journeys.staff.begin()
            self._go_to("staff")

    @Slot(object)
    def _begin_taking_a_number(self, tile: Tile) -> None:
        self._journeys.take_number.begin(tile, self._journeys.home.state.groups)
        self._go_to("take_number")

    @Slot(str, str)
    def _take_a_number_for(self, letter: str, procedure: str) -> None:
        self._journeys.take_number.begin_for(letter, procedure)
        self._go_to("take_number")
        self._journeys.procedures.leave()

    @Slot()
    def _begin_checking_in(self) -> None:
        self._leave_everything()
        self._journeys.take_number.begin_appointment()
        self._go_to("take_number")

    @Slot()
    def _begin_checking(self) -> None:
        self._journeys.check_dossier.begin()
        self._go_to("check_dossier")

    @Slot()
    def _begin_rating(self) -> None:
        self._journeys.rate.begin(self._journeys.home.state.tiles)
        self._go_to("rate")

    @Slot()
    def _begin_procedures(self) -> None:
        self._journeys.procedures.begin()
        self._go_to("procedures")

    def _go_to(self, screen: Screen) -> None:
        self._move(replace(self._state, screen=screen, help_open=False, languages_open=False))

    def _all(
        self,
    ) -> tuple[TakeNumberViewModel | CheckDossierViewModel | RateViewModel | ProceduresViewModel | StaffViewModel, ...]:
        journeys = self._journeys
        return (journeys.take_number, journeys.check_dossier, journeys.rate, journeys.procedures, journeys.staff)

    def _leave_everything(self) -> None:
        self._journeys.home.leave()
        for journey in self._all():
            journey.leave()

    def _move(self, state: ShellState) -> None:
        self._state = state
        self.show_again()

    def _derived(self) -> ShellProps:
        return derive_shell_props(self._state, self._words, self._language.choices())

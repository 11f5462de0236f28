"""What a citizen does at the kiosk: touches, and papers held under the scanner."""

from __future__ import annotations

from pathlib import Path

from installer.demo.citizens import Rating
from installer.demo.remote import InVainError, RemoteProgram

_HOME = "line_A"
_WHILE_DATA_ARRIVE_SECONDS = 1.5


class KioskHands:
    """One citizen after another in front of the same glass.

    Every deed begins and ends at the home screen. `screens`: where photographs go.
    """

    def __init__(self, program: RemoteProgram, screens: Path) -> None:
        self.program = program
        self._screens = screens

    def wait_home(self) -> None:
        """Waits until the kiosk is ready for the next citizen."""
        self.program.wait(_HOME, patience=30)

    def show_english(self) -> None:
        """Somebody looks at the home screen in English."""
        self.program.click("language_en")
        self.program.wait("language_vi")
        self.photograph("kiosk_home_english")
        self.program.click("language_vi")
        self.program.wait("language_en")

    def take_number(self, line: str, priority: str | None, photograph: str | None = None) -> str:
        """Takes a number: two touches, three with a priority group. Answers the label on the screen."""
        kiosk = self.program
        if photograph:
            self.photograph(f"kiosk_home_{photograph}")
        kiosk.click(f"line_{line}")
        if priority:
            kiosk.click(f"priority_{priority}")
        kiosk.wait("confirm_number")
        if photograph:
            self.photograph(f"kiosk_take_number_{photograph}")
        kiosk.click("confirm_number")
        kiosk.wait("ticket_label")
        label = str(kiosk.read("ticket_label"))
        if photograph:
            self.photograph(f"kiosk_ticket_{photograph}")
        self._leave()
        return label

    def check_by_scan(self, url: str, code: str, photograph: str | None = None) -> bool:
        """Holds the receipt under the scanner; False when the kiosk knows nothing of the dossier yet."""
        self.program.scan(url)
        return self._progress(code, photograph)

    def check_by_typing(self, code: str, photograph: str | None = None) -> bool:
        """Types what comes after the office's part of the code."""
        self.program.click("check_dossier")
        self.program.wait("typed")
        self._press(code.split("-", 1)[1])
        self.program.click("find_dossier")
        return self._progress(code, photograph)

    def rate_by_scan(self, url: str, rating: Rating, photograph: str | None = None) -> bool:
        """Rates the visit or dossier whose paper is held under the scanner; False when there is nothing to rate yet.

        A slip opens the rating from the home screen; a receipt would open the dossier, so rating is touched first.
        """
        if "/d/" in url:
            self.program.click("rate")
            self.program.wait("typed")
        self.program.scan(url)
        return self._rate(rating, photograph)

    def rate_by_typing(self, label: str, rating: Rating, photograph: str | None = None) -> bool:
        """Rates the visit whose number is typed."""
        self.program.click("rate")
        self.program.wait("typed")
        self._press(label)
        self.program.click("find_visit")
        return self._rate(rating, photograph)

    def photograph(self, name: str) -> None:
        """Photographs the glass."""
        self.program.picture(self._screens / f"{name}.png")

    def _press(self, characters: str) -> None:
        for character in characters:
            if character.isalnum():
                self.program.click(f"pad_{character}")

    def _progress(self, code: str, photograph: str | None) -> bool:
        try:
            self.program.wait("go_back", patience=_WHILE_DATA_ARRIVE_SECONDS)
        except InVainError:
            self._leave()
            return False
        self.program.wait_shows(code)
        if photograph:
            self.photograph(f"kiosk_dossier_{photograph}")
        self._leave()
        return True

    def _rate(self, rating: Rating, photograph: str | None) -> bool:
        try:
            self.program.wait(f"score_{rating.score}", patience=_WHILE_DATA_ARRIVE_SECONDS)
        except InVainError:
            self._leave()
            return False
        self.program.click(f"score_{rating.score}")
        if rating.reason:
            self.program.click(f"reason_{rating.reason}")
        if photograph:
            self.photograph(f"kiosk_rating_{photograph}")
        self.program.click("send_rating")
        self.program.wait_gone("send_rating")
        self._leave()
        return True

    def _leave(self) -> None:
        self.program.click("go_home")
        self.program.wait(_HOME)

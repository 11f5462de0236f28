"""An officer at a counter's real window who has no mouse: every deed is a key of the X server.

What the officer sees is read from the window (which thing is visible, what it says); nothing is clicked or set.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from installer.demo.remote import RemoteProgram
from resources.sample_ward.load import SampleStaff, sample_staff
from tests.scenario.display import Hand

_KEYS = {"Ctrl": "Control_L", "Alt": "Alt_L", "Shift": "Shift_L", "Enter": "Return", "Esc": "Escape", "Space": "space"}
_KEYS |= {"PageUp": "Prior", "PageDown": "Next"}
PATIENCE = 30.0


def staff(sign_in: str) -> SampleStaff:
    """Somebody of the sample's staff."""
    return next(each for each in sample_staff() if each.sign_in == sign_in)


class Desk:
    """The window, and the hands on the keyboard before it.

    Attributes: `screen`, what can be seen; `typed`, every text that the hands typed into a form, for finding what was
    typed twice.
    """

    def __init__(self, screen: RemoteProgram, hand: Hand, typed: Sequence[str] = ()) -> None:
        self.screen, self.hand = screen, hand
        self.typed = list(typed)

    def press(self, keys: str) -> None:
        """Presses a key or a combination such as "Ctrl+Enter"."""
        self.hand.keys(*(_KEYS.get(each, each) for each in keys.split("+")))

    def type(self, text: str) -> None:
        """Types into whatever has the focus, as a person does."""
        self.typed.append(text)
        self.hand.type(text)

    def scan(self, text: str) -> None:
        """Holds a code under the scanner."""
        self.hand.scan(text)

    def sees(self, name: str, patience: float = PATIENCE) -> None:
        """Waits until it is there."""
        self.screen.wait(name, patience=patience)

    def reads(self, text: str, patience: float = PATIENCE) -> None:
        """Waits until something on the screen says so."""
        self.screen.wait_shows(text, patience=patience)

    def sign_in(self, who: str, counter: int | None) -> None:
        """Name, Enter, password, Enter, and the number of the counter."""
        person = staff(who)
        self.sees("sign_in_name", 30)
        self.hand.give_focus()
        self.press("Ctrl+a")
        self.hand.type(person.sign_in)
        self.press("Tab")
        self.hand.type(person.password)
        self.press("Enter")
        if counter is not None:
            self.sees(f"counter_{counter}")
            for _ in range(counter - 1):
                self.press("Tab")
            self.press("Enter")
        self.sees("officer_name")

    def photograph(self, file: Path) -> None:
        """Keeps a picture of the window."""
        self.screen.picture(file)

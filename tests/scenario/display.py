"""A virtual display of its own with a hand on the pointer and a scanner at the keys: real events of the X server.

The hand and the scanner go through the server's XTEST extension, so that a program cannot tell them from devices.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

from Xlib import XK, X
from Xlib.display import Display
from Xlib.ext import xtest
from Xlib.xobject.drawable import Window

NOT_INSTALLED = "Xvfb is not installed on this machine"
_SCANNER_SECONDS_A_KEY = 0.004
_HAND_SECONDS_A_KEY = 0.09
_SPARE_KEYCODES = (248, 249, 250, 251)


def is_installed() -> bool:
    """Whether there is an Xvfb."""
    return shutil.which("Xvfb") is not None


@contextmanager
def virtual_display(width: int, height: int) -> Iterator[str]:
    """An X server without a screen of glass; answers its name (":99")."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-ac"],
        pass_fds=(write,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read, "rb") as said:
            yield f":{int(said.readline())}"
    finally:
        server.terminate()
        server.wait(10)


class Hand:
    """The pointer and the keys of one display."""

    def __init__(self, name: str) -> None:
        self._display = Display(name)
        self._minimum = self._display.display.info.min_keycode

    def close(self) -> None:
        """Lets the display go."""
        self._display.close()

    def display_size(self) -> tuple[int, int]:
        """How many pixels the display has."""
        screen = self._display.screen()
        return screen.width_in_pixels, screen.height_in_pixels

    def touch(self, x: int, y: int, button: int = 1) -> None:
        """Moves the pointer there, presses and lets go."""
        xtest.fake_input(self._display, X.MotionNotify, x=x, y=y)
        xtest.fake_input(self._display, X.ButtonPress, button)
        xtest.fake_input(self._display, X.ButtonRelease, button)
        self._display.sync()

    def drag(self, begins: tuple[int, int], ends: tuple[int, int]) -> None:
        """Presses, moves and lets go."""
        xtest.fake_input(self._display, X.MotionNotify, x=begins[0], y=begins[1])
        xtest.fake_input(self._display, X.ButtonPress, 1)
        for step in range(1, 11):
            x, y = (first + (last - first) * step // 10 for first, last in zip(begins, ends, strict=True))
            xtest.fake_input(self._display, X.MotionNotify, x=x, y=y)
        xtest.fake_input(self._display, X.ButtonRelease, 1)
        self._display.sync()

    def give_focus(self) -> None:
        """Gives the keys to the largest window, as a window manager does with one that opens."""
        windows = [(each.get_geometry(), each) for each in self._display.screen().root.query_tree().children]
        seen = [(size.width * size.height, each) for size, each in windows if _is_seen(each)]
        if seen:
            max(seen, key=lambda pair: pair[0])[1].set_input_focus(X.RevertToParent, X.CurrentTime)
        self._display.sync()

    def scan(self, text: str) -> None:
        """Types as a scanner does, and Enter."""
        self._type(text, _SCANNER_SECONDS_A_KEY)
        self._press(XK.XK_Return)

    def type(self, text: str) -> None:
        """Types as a person does."""
        self._type(text, _HAND_SECONDS_A_KEY)

    def keys(self, *names: str) -> None:
        """Presses a combination such as ("Alt_L", "F4")."""
        codes = [self._display.keysym_to_keycode(XK.string_to_keysym(name)) for name in names]
        for code in codes:
            xtest.fake_input(self._display, X.KeyPress, code)
        for code in reversed(codes):
            xtest.fake_input(self._display, X.KeyRelease, code)
        self._display.sync()

    def _type(self, text: str, seconds: float) -> None:
        for character in text:
            self._press(_keysym(character))
            time.sleep(seconds)

    def _press(self, keysym: int) -> None:
        code, shift = self._key_of(keysym)
        if shift:
            xtest.fake_input(self._display, X.KeyPress, self._display.keysym_to_keycode(XK.XK_Shift_L))
        xtest.fake_input(self._display, X.KeyPress, code)
        xtest.fake_input(self._display, X.KeyRelease, code)
        if shift:
            xtest.fake_input(self._display, X.KeyRelease, self._display.keysym_to_keycode(XK.XK_Shift_L))
        self._display.sync()

    def _key_of(self, keysym: int) -> tuple[int, bool]:
        """The key that writes it and whether with Shift."""
        for code, index in self._display.keysym_to_keycodes(keysym):
            if index in (0, 1):
                return code, index == 1
        raise ValueError("no key of this keyboard writes that")


def _is_seen(window: Window) -> bool:
    return bool(window.get_attributes().map_state == X.IsViewable)


def _keysym(character: str) -> int:
    return ord(character) if ord(character) < 0x100 else 0x1000000 + ord(character)

"""The guard of the full screen: nothing a citizen does with keys, mouse or fingers leads out of it.

It stands before every other reader of the window's events. Characters and the keys that move between fields pass, for
scanners and for people with a keyboard; everything that a window manager or Qt could take for a command does not.
Staff have a chord of their own, which only asks for their PIN. What never reaches a window (the switch to a text
console, a desktop's own gestures) is closed in the session: `installer/systemd/README.md`.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QWindow

COME_BACK_MILLISECONDS = 200
"""How soon after it has lost the screen the window takes it again."""

TRY_AGAIN_MILLISECONDS = 1000
"""How soon it tries again when a window manager did not let it."""

_QUIET_MODIFIERS = (
    Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier
)
_STAFF_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_STAFF_KEY = Qt.Key.Key_S
_PASSING = frozenset(
    {
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Space,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Delete,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Shift,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_AltGr,
    }
)
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick)
_NEVER = (
    QEvent.Type.ContextMenu,
    QEvent.Type.NativeGesture,
    QEvent.Type.Gesture,
    QEvent.Type.GestureOverride,
    QEvent.Type.DragEnter,
    QEvent.Type.DragMove,
    QEvent.Type.Drop,
)
_PLATFORMS_WITH_STACKED_WINDOWS = ("xcb", "windows", "cocoa")
_CHANGES = (QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.WindowStateChange, QEvent.Type.Hide)


def may_pass(key: int, modifiers: Qt.KeyboardModifier, text: str) -> bool:
    """Whether a key reaches the screens: what writes a character or moves between fields, and nothing with Ctrl, Alt
    or the logo key."""
    if modifiers & ~_QUIET_MODIFIERS:
        return False
    return key in _PASSING or (text != "" and text.isprintable())


class KioskGuard(QObject):
    """Guards `window` from `stand` to `let_go`. Install it after every other event filter: the last one is asked first.

    Signals: `staff_called` when the staff's chord (Ctrl+Alt+S) was pressed.
    """

    staff_called = Signal()

    def __init__(self, window: QWindow) -> None:
        super().__init__(window)
        self._window = window
        self._standing = False
        self._has_had_the_screen = False
        self._coming_back = QTimer(self)
        self._coming_back.setSingleShot(True)
        self._coming_back.timeout.connect(self.come_back)

    @property
    def is_standing(self) -> bool:
        """Whether it guards."""
        return self._standing

    def stand(self) -> None:
        """Begins to guard. Once the window has had the whole screen, it takes it again whenever it loses it."""
        if not self._standing:
            self._standing = True
            self._has_had_the_screen = self._is_whole()
            self._window.installEventFilter(self)
            self._window.visibilityChanged.connect(self._look)

    def let_go(self) -> None:
        """Ends the guard: the window may be closed."""
        if self._standing:
            self._standing = False
            self._window.visibilityChanged.disconnect(self._look)
        self._coming_back.stop()
        self._window.removeEventFilter(self)

    @Slot()
    def come_back(self) -> None:
        """Takes the whole screen and the keyboard again, unless the window has both."""
        if not (self._standing and self._has_had_the_screen):
            return
        if not self._is_whole():
            self._window.showFullScreen()
        if not self._window.isActive():
            if QGuiApplication.platformName() in _PLATFORMS_WITH_STACKED_WINDOWS:
                self._window.raise_()
            self._window.requestActivate()
            self._coming_back.start(TRY_AGAIN_MILLISECONDS)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """True for what must not reach the window."""
        kind = event.type()
        if kind in _KEYS and isinstance(event, QKeyEvent):
            return self._key(event)
        if kind in _PRESSES and isinstance(event, QMouseEvent):
            return event.button() != Qt.MouseButton.LeftButton
        if kind == QEvent.Type.Close or kind in _NEVER:
            event.ignore()
            return True
        if kind in _CHANGES:
            self._look()
        return False

    @Slot()
    def _look(self) -> None:
        """Something about the window has changed."""
        self._has_had_the_screen = self._has_had_the_screen or self._is_whole()
        if self._has_had_the_screen:
            self._coming_back.start(COME_BACK_MILLISECONDS)

    def _is_whole(self) -> bool:
        """Whether the window is there and covers its screen. One that was made small still calls itself full screen."""
        states = self._window.windowStates()
        small = states & Qt.WindowState.WindowMinimized
        return self._window.isVisible() and bool(states & Qt.WindowState.WindowFullScreen) and not small

    def _key(self, event: QKeyEvent) -> bool:
        if event.modifiers() == _STAFF_MODIFIERS and event.key() == _STAFF_KEY:
            if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
                self.staff_called.emit()
            return True
        return not may_pass(event.key(), event.modifiers(), event.text())

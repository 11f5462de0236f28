"""The one window: the rooms at the left, the work in the middle, the queue at the right, one sentence at the bottom."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from counter.idle import IdleWatch
from counter.language import Language
from counter.look import LARGE_SIZE, NORMAL_SIZE, Look
from counter.message_bar import MessageBar
from counter.messages import Messages
from counter.navigation import Navigation
from counter.presenters import Presenters
from counter.queue_desk.view import QueueDeskView
from counter.rooms import Rooms
from counter.session import Room, Session, rooms_of, serves_a_counter
from counter.sign_in.closing_view import ClosingView
from counter.sign_in.view import SignInView
from counter.sync_line import SyncLine
from counter.words import translate
from shared.clock import Clock
from shared.qt.lanes import Lanes
from shared.qt.theme import HIGH_CONTRAST, NORMAL, load_typeface

_NAVIGATION_WIDTH = 196
_QUEUE_WIDTH = 340
_SMALLEST = (1280, 680)
_COUNTED: tuple[Room, ...] = ("deadlines", "custody")
"""The rooms whose buttons say how much in them is urgent, wherever one is."""


class MainWindow(QMainWindow):
    """The counter (quầy).

    Attributes: `presenters`, `session`, `messages`, `language`; `idle`, which locks the screen.
    """

    def __init__(
        self,
        presenters: Presenters,
        session: Session,
        messages: Messages,
        language: Language,
        clock: Clock,
        lanes: Lanes,
    ) -> None:
        super().__init__()
        self._lanes = lanes
        self.presenters, self.session, self.messages, self.language = presenters, session, messages, language
        self._look = Look()
        self._family = load_typeface()
        self._room: Room | None = None
        self._closing = False
        self.setObjectName("main_window")
        self._pages = QStackedWidget()
        self._sign_in = SignInView(presenters.sign_in, language, self._look)
        self._navigation = Navigation(self._look)
        self._desk = QueueDeskView(presenters.desk, presenters.sign_in, session, clock, language, self._look)
        self._rooms = Rooms(presenters, language)
        self._middle = QStackedWidget()
        self._closing_view = ClosingView(presenters.sign_in, language)
        self._message_bar = MessageBar(messages, self._look)
        self._sync = SyncLine(presenters.sync, language, self._look)
        self._sync_outside = SyncLine(presenters.sync, language, self._look)
        self._lay_out()
        self._connect()
        self.idle = IdleWatch(self)
        self.idle.idle.connect(presenters.sign_in.lock)
        self.become(self._look)
        self._say()
        self._session_changed()
        presenters.sync.refresh()

    @property
    def look(self) -> Look:
        """The look now."""
        return self._look

    def become(self, look: Look) -> None:
        """Takes another look: colours and size of letters."""
        self._look = look
        self.setStyleSheet(look.style_sheet(self._family))
        self._navigation.setFixedWidth(look.part(_NAVIGATION_WIDTH))
        self._queue_panel.setFixedWidth(look.part(_QUEUE_WIDTH))
        self._bottom_right.setFixedWidth(look.part(_QUEUE_WIDTH))
        self._bottom.setMinimumHeight(look.px(56))
        for part in (
            self._sign_in,
            self._navigation,
            self._desk,
            self._message_bar,
            self._sync,
            self._sync_outside,
        ):
            part.become(look)
        for room in self._rooms.made():
            room.become(look)

    def show_room(self, room: str) -> None:
        """Goes to `room`, if the officer works in it."""
        officer = self.session.state.officer
        if officer is None:
            return
        self.presenters.sign_in.stay()
        for wanted in rooms_of(officer):
            if wanted == room:
                if wanted != self._room:
                    self._message_bar.leave_room()
                self._room = wanted
                view = self._rooms.view(wanted, self._look)
                if self._middle.indexOf(view) < 0:
                    self._middle.addWidget(view)
                self._middle.setCurrentWidget(view)
                self._navigation.show_room(wanted)
                self._refresh_room()
                view.focus_first()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Closes once what was typed is kept."""
        forms = (self.presenters.reception, self.presenters.consign)
        unsaved = next((form for form in forms if form.unsaved), None)
        if unsaved is not None and not self._closing:
            self._closing = True
            event.ignore()
            unsaved.save_draft(self._close_now)
            return
        super().closeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Watches the keys of the native window and puts the cursor where work begins."""
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            self.idle.watch(handle)
        self._focus()

    def refresh_sync(self, _progress: object = None) -> None:
        """Looks again at where the data is safe."""
        self.presenters.sync.refresh()

    def shut_down(self) -> None:
        """Stops looking, and waits until the disk has what was typed; the lanes are still open then."""
        self.presenters.beat.stop()
        for form in (self.presenters.reception, self.presenters.consign):
            form.save_draft()
        self._lanes.database.run_and_wait(lambda: None)

    def dispose(self) -> None:
        """Takes the window away for good, timers and translator included."""
        self.hide()
        self.language.use("vi")
        self.deleteLater()
        QCoreApplication.sendPostedEvents(self, QEvent.Type.DeferredDelete)

    def _close_now(self) -> None:
        self.close()

    def _connect(self) -> None:
        presenters = self.presenters
        self.session.changed.connect(self._session_changed)
        self.language.changed.connect(self._say)
        # The page first, then the cursor in it.
        presenters.sign_in.changed.connect(self._sign_in.show_state)
        presenters.sign_in.changed.connect(self._focus_page)
        presenters.sign_in.changed.connect(self._show_closing)
        self._closing_view.hand_over_wanted.connect(self._hand_over)
        self._navigation.room_wanted.connect(self.show_room)
        self._navigation.lock.does(presenters.sign_in.lock)
        self._navigation.sign_out.does(presenters.sign_in.sign_out)
        self._navigation.large.does(self._switch_size)
        self._navigation.contrast.does(self._switch_palette)
        self._navigation.language.does(lambda: self.language.use("vi" if self.language.code == "en" else "en"))
        presenters.beat.beat.connect(self.refresh)
        presenters.ways.room_wanted.connect(self.show_room)
        presenters.deadlines.urgent_changed.connect(lambda count: self._navigation.show_urgent("deadlines", count))
        presenters.custody.urgent_changed.connect(lambda count: self._navigation.show_urgent("custody", count))
        presenters.ways.dossier_wanted.connect(lambda _: self.show_room("dossiers"))
        presenters.ways.steps_wanted.connect(lambda _: self.show_room("dossiers"))
        for key, deed in (("F8", self._search), ("Ctrl+Enter", self._primary)):
            QShortcut(QKeySequence(key), self._workplace, deed).setAutoRepeat(False)

    def _session_changed(self) -> None:
        state = self.session.state
        self._pages.setCurrentIndex(1 if state.working else 0)
        if state.officer is None:
            self._room = None
            self._sign_in.forget()
            self._message_bar.close_message()
        else:
            rooms = rooms_of(state.officer)
            serving = serves_a_counter(state.officer)
            self._navigation.offer(rooms)
            self._navigation.show_officer(state.officer.name)
            self._queue_panel.setVisible(serving)
            if state.working:
                self.show_room(self._room if self._room in rooms else rooms[0])
        self._sign_in.show_state()
        self._focus_page()

    def _focus_page(self) -> None:
        if not self.session.state.working and not self.presenters.sign_in.state.busy:
            self._sign_in.focus_first()

    def _show_closing(self) -> None:
        """Shows in the place of the room what is left in the counter that somebody wants to close."""
        shown = self._middle.currentWidget() is self._closing_view
        if self.presenters.sign_in.state.left and not shown:
            self._middle.setCurrentWidget(self._closing_view)
            self._closing_view.focus_first()
        elif shown and not self.presenters.sign_in.state.left and self._room is not None:
            self._middle.setCurrentWidget(self._rooms.view(self._room, self._look))
            self._focus()

    def _hand_over(self, dossiers: object) -> None:
        if isinstance(dossiers, tuple):
            self.presenters.handover.pick_these(dossiers)
            self.show_room("handover")

    def _focus(self) -> None:
        if self._room is not None and self.session.state.working:
            self._rooms.view(self._room, self._look).focus_first()
        else:
            self._sign_in.focus_first()

    def refresh(self) -> None:
        """Looks again at everything that is shown: the queue, the room, where the data is safe."""
        self.presenters.sync.refresh()
        if self.session.state.working:
            self.presenters.desk.refresh()
            self._refresh_room()
            for room in _COUNTED:
                if room != self._room:
                    self.presenters.refresh(room)

    def _refresh_room(self) -> None:
        if self._room is not None:
            self.presenters.refresh(self._room)

    def _search(self) -> None:
        if self._room is not None:
            self._rooms.view(self._room, self._look).focus_search()

    def _primary(self) -> None:
        if self.presenters.sign_in.state.left:
            self._closing_view.primary()
        elif self._room is not None:
            self._rooms.view(self._room, self._look).primary()

    def _switch_size(self) -> None:
        self.become(Look(self._look.palette, NORMAL_SIZE if self._look.is_large else LARGE_SIZE))

    def _switch_palette(self) -> None:
        self.become(Look(NORMAL if self._look.is_high_contrast else HIGH_CONTRAST, self._look.size))

    def _say(self) -> None:
        self.setWindowTitle(translate("Shell", "Quầy Một cửa"))

    def _lay_out(self) -> None:
        self._middle.setObjectName("middle")
        self._middle.addWidget(self._closing_view)
        self._queue_panel = QFrame()
        self._queue_panel.setObjectName("queue_panel")
        panel = QVBoxLayout(self._queue_panel)
        panel.setContentsMargins(0, 0, 0, 0)
        panel.addWidget(self._desk)
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._middle, 1)
        across.addWidget(self._queue_panel)
        beside = QVBoxLayout()
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addLayout(across, 1)
        beside.addWidget(self._bottom_strip())
        self._workplace = QWidget()
        self._workplace.setObjectName("workplace")
        self._workplace.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        whole = QHBoxLayout(self._workplace)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._navigation)
        whole.addLayout(beside, 1)
        self._pages.addWidget(self._outside())
        self._pages.addWidget(self._workplace)
        self.setCentralWidget(self._pages)
        self.setMinimumSize(*_SMALLEST)
        self.resize(1366, 768)

    def _outside(self) -> QWidget:
        page = QWidget()
        line = QHBoxLayout()
        line.setContentsMargins(24, 0, 24, 16)
        line.addWidget(self._sync_outside)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._sign_in, 1)
        layout.addLayout(line)
        return page

    def _bottom_strip(self) -> QFrame:
        self._bottom = QFrame()
        self._bottom.setObjectName("bottom_strip")
        self._bottom_right = QWidget()
        right = QHBoxLayout(self._bottom_right)
        right.setContentsMargins(20, 0, 12, 0)
        right.addWidget(self._sync)
        layout = QHBoxLayout(self._bottom)
        layout.setContentsMargins(24, 4, 0, 4)
        layout.setSpacing(0)
        layout.addWidget(self._message_bar, 1)
        layout.addWidget(self._bottom_right)
        return self._bottom

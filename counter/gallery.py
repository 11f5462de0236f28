"""Pictures of every screen in both languages and sizes of letters, from fixed content, without a display."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLineEdit

from counter.look import LARGE_SIZE, NORMAL_SIZE
from counter.main_window import MainWindow
from counter.sample.content import MORNING, several_visits
from counter.sample.direct import direct_lanes
from counter.sample_office import SampleLine, SampleOffice, SamplePrinter
from counter.window import build_counter
from resources.sample_ward.load import sample_citizens, sample_staff
from shared.clock import SetClock
from shared.domain.machine import Machine
from shared.failures import EnvironmentFailure
from shared.qt.lanes import Lanes

SIZES: tuple[tuple[int, int], ...] = ((1366, 768), (1920, 1080))
_LANGUAGES = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Stage:
    """A window over a fresh sample office, to be brought to a screen."""

    window: MainWindow
    office: SampleOffice
    line: SampleLine
    printer: SamplePrinter
    clock: SetClock
    lanes: Lanes

    def settle(self) -> None:
        """Lets everything that is on its way arrive."""
        for _ in range(6):
            QApplication.processEvents()

    def sign_in(self, name: str) -> None:
        """Signs in somebody of the sample's staff."""
        member = next(each for each in sample_staff() if each.sign_in == name)
        self.window.presenters.sign_in.sign_in(member.sign_in, member.password)
        self.settle()

    def open_counter(self, counter: str = "quay-1") -> None:
        """Signs in an officer and opens a counter."""
        self.sign_in("thu")
        self.window.presenters.sign_in.choose(counter)
        self.settle()

    def serve(self) -> None:
        """Opens the counter and calls the first number, two minutes ago."""
        self.open_counter()
        self.window.presenters.desk.call_next()
        self.settle()
        self.clock.set(MORNING.replace(minute=42, second=17))
        self.window.presenters.desk.changed.emit()


def set_stage(language: str, letters: float = NORMAL_SIZE, size: tuple[int, int] = SIZES[0]) -> Stage:
    """A window in `language` over a fresh sample office, shown and settled."""
    clock = SetClock(MORNING)
    office = SampleOffice(clock)
    line, printer, lanes = SampleLine(office), SamplePrinter(), direct_lanes()
    keys = (f"{number:032x}" for number in range(1, 1000))
    window = build_counter(office, line, printer, lanes, clock, language=language, key_factory=lambda: next(keys))
    window.become(replace(window.look, size=letters))
    window.resize(*size)
    window.show()
    stage = Stage(window, office, line, printer, clock, lanes)
    stage.settle()
    return stage


def sign_in_page(_: Stage) -> None:
    """The page before the work."""


def wrong_password(stage: Stage) -> None:
    """A password that was not right."""
    stage.window.presenters.sign_in.sign_in("thu", "?")


def counters_page(stage: Stage) -> None:
    """The choice of a counter."""
    stage.sign_in("thu")


def locked_page(stage: Stage) -> None:
    """The lock."""
    stage.open_counter()
    stage.window.presenters.sign_in.lock()


def empty_form(stage: Stage) -> None:
    """An empty form while nobody is served."""
    stage.open_counter()


def searching(stage: Stage) -> None:
    """The search for a procedure."""
    stage.serve()
    field = stage.window.findChild(QLineEdit, "procedure_search")
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.setText("khai sinh")
    stage.window.presenters.reception.search("khai sinh")


def filled_form(stage: Stage) -> None:
    """A form ready to be received, an officer calling."""
    stage.serve()
    reception = stage.window.presenters.reception
    reception.choose(next(each for each in stage.office.procedures("1.004884") if each.code == "1.004884"))
    reception.scanned(sample_citizens()[0].qr_11)
    reception.set(phone="0900 000 001")
    reception.set_count(0, 1, 0)
    reception.set_count(2, 0, 2)


def missing_fields(stage: Stage) -> None:
    """A form with fields missing."""
    stage.serve()
    stage.window.presenters.reception.set(birth="31/02/1990")
    stage.window.presenters.reception.receive()


def foreign_code(stage: Stage) -> None:
    """A code that is no identity card, and an organisation's form."""
    stage.serve()
    reception = stage.window.presenters.reception
    reception.set(kind="organisation", name="Công ty TNHH Mẫu")
    reception.choose(stage.office.procedures("2.000815")[0])
    reception.scanned("https://vi-du.example/khong-phai-the")


def received_page(stage: Stage) -> None:
    """A dossier has been received."""
    filled_form(stage)
    stage.settle()
    stage.window.presenters.reception.receive()


def transfer_choice(stage: Stage) -> None:
    """The choice of a line to transfer to."""
    stage.serve()
    stage.window.presenters.desk.choose_line()


def offline_and_parked(stage: Stage) -> None:
    """The server is silent: a number called offline, another parked, events unsent."""
    stage.serve()
    desk = stage.window.presenters.desk
    desk.park()
    stage.settle()
    stage.line.silent = True
    stage.office.lose_contact(unsent=3)
    desk.call_next()
    stage.settle()
    stage.window.presenters.sync.refresh()


def several_matters(stage: Stage) -> None:
    """A visit with further matters being served, an appointment next, a kiosk without paper."""
    stage.office.book.write(several_visits(), "kiosk", MORNING - timedelta(minutes=70))
    stage.office.machines = (Machine("kiosk-1", "Máy lấy số 1", "paper_out", MORNING),)
    stage.serve()
    stage.window.presenters.desk.refresh()


def give_page(stage: Stage) -> None:
    """A list for a handover."""
    stage.serve()
    stage.window.show_room("handover")
    stage.settle()
    stage.window.presenters.handover.scanned(stage.office.held_here()[1].code)
    stage.settle()
    stage.window.presenters.handover.pick(stage.office.held_here()[0].id)


def offered_page(stage: Stage) -> None:
    """The giver has signed; the receiver may sign on this screen."""
    give_page(stage)
    stage.settle()
    stage.window.presenters.handover.offer()


def incoming_page(stage: Stage) -> None:
    """Counting what has come: one scanned, one missing, one too many."""
    stage.serve()
    stage.window.show_room("handover")
    handover = stage.window.presenters.handover
    handover.show_page("records")
    stage.settle()
    handover.open(handover.state.handovers[0].id)
    stage.settle()
    rows = handover.state.rows
    handover.scanned(rows[0].code)
    handover.toggle_missing(rows[1].id)
    handover.scanned(stage.office.held_here()[0].code)


def deciding_page(stage: Stage) -> None:
    """A department marks a result."""
    stage.sign_in("tuphap")
    stage.window.show_room("deciding")
    stage.settle()
    stage.window.presenters.deciding.choose(stage.office.held_here()[0].id)


def results_page(stage: Stage) -> None:
    """Results that wait."""
    stage.serve()
    stage.window.show_room("results")


def result_card(stage: Stage) -> None:
    """A result that may be returned."""
    results_page(stage)
    stage.settle()
    stage.window.presenters.results.scanned(stage.office.ready_results()[0].code)


def result_not_ready(stage: Stage) -> None:
    """A result that may not be returned yet."""
    results_page(stage)
    stage.settle()
    stage.window.presenters.results.scanned(stage.office.held_here()[0].code)


def rating_page(stage: Stage) -> None:
    """The code for the rating after the return."""
    result_card(stage)
    stage.settle()
    stage.window.presenters.results.return_result()


SCREENS: tuple[Callable[[Stage], None], ...] = (
    sign_in_page,
    wrong_password,
    counters_page,
    locked_page,
    empty_form,
    searching,
    filled_form,
    missing_fields,
    foreign_code,
    received_page,
    transfer_choice,
    offline_and_parked,
    several_matters,
    give_page,
    offered_page,
    incoming_page,
    deciding_page,
    results_page,
    result_card,
    result_not_ready,
    rating_page,
)
"""Every screen, each brought about on a fresh stage."""


def draw(folder: Path) -> list[Path]:
    """Draws every screen into `folder` and answers the files. A QApplication must be running."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EnvironmentFailure(
            "folder_not_writable",
            f"Không ghi được vào thư mục {folder}.",
            f"The folder {folder} cannot be written to.",
        ) from error
    return [_draw_one(folder, *which) for which in _every_one()]


def _every_one() -> Iterator[tuple[Callable[[Stage], None], str, str, float, tuple[int, int]]]:
    for screen in SCREENS:
        for language in _LANGUAGES:
            for size in SIZES:
                yield screen, language, "normal", NORMAL_SIZE, size
            yield screen, language, "large", LARGE_SIZE, SIZES[0]


def _draw_one(
    folder: Path,
    screen: Callable[[Stage], None],
    language: str,
    letters_name: str,
    letters: float,
    size: tuple[int, int],
) -> Path:
    stage = set_stage(language, letters, size)
    screen(stage)
    stage.settle()
    path = folder / f"{screen.__name__}-{language}-{letters_name}-{size[0]}x{size[1]}.png"
    saved = stage.window.grab().save(str(path))
    stage.window.dispose()
    stage.lanes.close()
    if not saved:
        raise EnvironmentFailure(
            "picture_not_saved",
            f"Không lưu được ảnh {path.name}.",
            f"The picture {path.name} could not be saved.",
        )
    return path

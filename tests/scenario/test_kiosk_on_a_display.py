"""Every journey of the kiosk in its real window on a virtual display: a pointer and a scanner's keys, a real server."""

from __future__ import annotations

import os
import sys
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import select

from installer.demo.remote import RemoteProgram
from resources.sample_ward.load import sample_office_document
from shared.actions.take_number import book_appointment
from shared.clock import ShiftedClock, SystemClock
from shared.domain.appointment import Book
from shared.domain.fact import Fact
from shared.domain.office import KioskRules, office_from_document
from shared.journal import tables
from tests.quick_hash import quick_hash
from tests.scenario import display
from tests.server.facts import dossier_received, ticket_issued
from tests.server.running import MORNING, RunningServer, file_engine, running

ROOT = Path(__file__).resolve().parents[2]
SIZES = {"portrait": (1080, 1920), "landscape": (1920, 1080)}
PIN = "2468"
CARD = "001099012345||Nguyen Thi Mau|01011990|Nu|So 1, Duong Mau 1|01012024"

pytestmark = [
    pytest.mark.timeout(300),
    pytest.mark.skipif(not display.is_installed(), reason=display.NOT_INSTALLED),
]


@dataclass
class Kiosk:
    """The kiosk's window as a citizen meets it: `screen` says where things are, `hand` touches, types and scans."""

    screen: RemoteProgram
    hand: display.Hand
    server: RunningServer
    slips: Path
    tokens: dict[str, str]

    def touch(self, name: str) -> None:
        """Touches what is called `name` with the pointer."""
        self.hand.touch(*self.screen.where(name))

    def sees(self, name: str) -> None:
        """Waits until it is there."""
        self.screen.wait(name)

    def home(self) -> None:
        """Goes home as a citizen does."""
        self.touch("go_home")
        self.sees("line_A")

    def kinds_on_server(self) -> list[str]:
        """The kinds of the events that the server has of this kiosk."""
        event = tables.event
        with self.server.engine.connect() as connection:
            query = select(event.c.kind).where(event.c.device != self.server.node.device).order_by(event.c.seq)
            return list(connection.execute(query).scalars())


@pytest.fixture(params=[("vi", "portrait"), ("vi", "landscape"), ("en", "portrait"), ("en", "landscape")])
def kiosk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Kiosk]:
    """A kiosk that has just opened full screen, in each language and orientation."""
    language, orientation = request.param
    with ExitStack() as ending:
        name = ending.enter_context(display.virtual_display(*SIZES[orientation]))
        document = sample_office_document()
        office = replace(office_from_document(document), kiosks=KioskRules(quick_hash(PIN)))
        folder = tmp_path / "server"
        folder.mkdir()
        engine = file_engine(folder)
        ending.callback(engine.dispose)
        server = ending.enter_context(running(engine, office))
        tokens = furnish(server)
        clock = ShiftedClock(MORNING, SystemClock().now().timestamp(), 1.0).as_setting()
        env = {
            **os.environ,
            "DISPLAY": name,
            "QT_QPA_PLATFORM": "xcb",
            "QT_QUICK_BACKEND": "software",
            "PYTHONPATH": str(ROOT),
            "MOTCUA_DEMONSTRATION_CLOCK": clock,
        }
        command = [sys.executable, "-m", "kiosk", "--data", str(tmp_path / "kiosk")]
        command += [
            "--prints",
            str(tmp_path / "slips"),
            "--server",
            server.url,
            "--enrol",
            server.code("kiosk", "Kiosk 1"),
            "--language",
            language,
        ]
        program = RemoteProgram("kiosk", command, env, tmp_path / "kiosk.log")
        ending.callback(lambda: program.kill() if program.is_running else None)
        hand = display.Hand(name)
        ending.callback(hand.close)
        program.wait_ready()
        program.wait("line_A", patience=30)
        yield Kiosk(program, hand, server, tmp_path / "slips", tokens)


def furnish(server: RunningServer) -> dict[str, str]:
    """A counter that is open, a visit that is over, a dossier, an appointment; answers their tokens."""
    visit, dossier = ticket_issued(7), dossier_received(12)
    call = {"counter": "quay-1", "desk": "desk", "key": str(uuid.uuid4()), "mode": "claimed"}
    with server.journal().writing() as writer:
        writer.append("staff-1", [Fact(str(uuid.uuid4()), "desk.opened", {"counter": "quay-1", "lines": ["A", "C"]})])
        writer.append("citizen", [visit])
        writer.append("staff-1", [Fact(visit.subject, "ticket.called", call)])
        writer.append("staff-1", [Fact(visit.subject, "ticket.done", {"counter": "quay-1"})])
        writer.append("staff-1", [dossier])
    at = MORNING.replace(minute=20)
    for code in ("LH260001", "LH260002"):
        book_appointment(server.journal(), server.office, "staff-1", Book(str(uuid.uuid4()), code, "C", at))
    address = "https://motcua.phuong-mau.example"
    return {
        "slip": f"{address}/t/{visit.data['token']}",
        "receipt": f"{address}/d/{dossier.data['token']}",
        "code": str(dossier.data["code"]),
    }


def test_every_journey_with_a_pointer_and_a_scanner(kiosk: Kiosk) -> None:
    for journey in JOURNEYS:
        journey(kiosk)
    wait_until(lambda: kiosk.kinds_on_server().count("rating.given") == 2, kiosk)
    kinds = kiosk.kinds_on_server()
    assert kinds.count("ticket.issued") == 5
    assert kinds.count("appointment.arrived") == 2
    assert len(list(kiosk.slips.glob("*.pdf"))) >= 5
    assert kiosk.screen.is_running


def wait_until(holds: Callable[[], bool], kiosk: Kiosk) -> None:
    """Waits for replication; the kiosk's own patience is the clock."""
    for _ in range(40):
        if holds():
            return
        kiosk.screen.becomes("line_A", "visible", patience=0.25, is_=False)
    raise AssertionError("the server has not heard of it")


def take_a_number(kiosk: Kiosk) -> None:
    """Two touches; touched again and again it stays one number."""
    kiosk.touch("line_A")
    kiosk.sees("confirm_number")
    x, y = kiosk.screen.where("confirm_number")
    for _ in range(4):
        kiosk.hand.touch(x, y)
    kiosk.sees("ticket_label")
    assert kiosk.screen.read("ticket_label") == "A001"
    kiosk.home()


def take_a_number_for_several_matters(kiosk: Kiosk) -> None:
    """With the documents of a procedure, a priority and a second line."""
    kiosk.touch("line_A")
    kiosk.touch("priority_elderly")
    kiosk.touch("list_matters")
    kiosk.touch("matter_C")
    kiosk.touch("matters_done")
    kiosk.touch("list_procedures")
    kiosk.sees("page_after")
    kiosk.touch(kiosk.screen.wait_named("procedure_"))
    kiosk.touch("confirm_number")
    kiosk.sees("ticket_then")
    kiosk.home()


def check_in_for_an_appointment(kiosk: Kiosk) -> None:
    """Once by the scanner from home, once on the pad."""
    kiosk.hand.scan("LH260001")
    kiosk.sees("ticket_label")
    kiosk.home()
    kiosk.touch("appointment")
    for digit in "260002":
        kiosk.touch(f"pad_{digit}")
    kiosk.touch("check_in")
    kiosk.sees("ticket_label")
    kiosk.home()


def check_a_dossier(kiosk: Kiosk) -> None:
    """Once by the scanner from home, once on the pad."""
    kiosk.hand.scan(kiosk.tokens["receipt"])
    kiosk.sees("dossier_code")
    assert kiosk.tokens["code"] in kiosk.screen.read("dossier_code")
    kiosk.home()
    kiosk.touch("check_dossier")
    for digit in kiosk.tokens["code"].partition("-")[2].replace("-", ""):
        kiosk.touch(f"pad_{digit}")
    kiosk.touch("find_dossier")
    kiosk.sees("dossier_code")
    kiosk.home()


def rate(kiosk: Kiosk) -> None:
    """The visit by its slip, the dossier by its receipt; a second rating of the visit is not taken."""
    kiosk.hand.scan(kiosk.tokens["slip"])
    kiosk.touch("score_3")
    kiosk.touch("reason_attitude")
    kiosk.touch("send_rating")
    kiosk.sees("thanks")
    kiosk.home()
    kiosk.touch("rate")
    kiosk.sees("typed")
    kiosk.hand.scan(kiosk.tokens["receipt"])
    kiosk.touch("score_1")
    kiosk.touch("send_rating")
    kiosk.sees("thanks")
    kiosk.home()
    kiosk.hand.scan(kiosk.tokens["slip"])
    kiosk.sees("problem")
    kiosk.home()


def look_up_a_procedure(kiosk: Kiosk) -> None:
    """On the keys of the glass, then typed on a keyboard, and on to a number for it."""
    kiosk.touch("procedures")
    kiosk.touch("open_keyboard")
    for letter in "khai":
        kiosk.touch(f"key_{letter}")
    kiosk.hand.type(" sinh")
    kiosk.screen.wait_for("search_text", "text", is_="khai sinh")
    kiosk.touch(kiosk.screen.wait_named("hit_"))
    kiosk.sees("print_sheet")
    kiosk.touch("take_number")
    kiosk.touch("confirm_number")
    kiosk.sees("ticket_label")
    kiosk.home()


def hold_an_identity_card_before_it(kiosk: Kiosk) -> None:
    """Nobody asked for it: nothing happens, and nothing of it is kept or complained of."""
    kiosk.hand.scan(CARD)
    kiosk.hand.scan("LH999999")
    kiosk.sees("problem")
    assert not [text for text in kiosk.screen.texts() for part in CARD.split("|") if len(part) > 5 and part in text]
    kiosk.home()
    assert not [part for part in CARD.split("|") if len(part) > 5 and part in kiosk.screen.complaints()]


def change_how_it_looks(kiosk: Kiosk) -> None:
    """Large letters, contrast, lowered, help and the other language, and all of it back."""
    other = next(name for name in kiosk.screen.names() if name.startswith("language_"))
    for name in ("large_text", "high_contrast", "lowered", "large_text", "high_contrast", "lowered"):
        kiosk.touch(name)
    kiosk.touch("help")
    kiosk.touch("close_help")
    kiosk.touch(other)
    back = "language_vi" if other == "language_en" else "language_en"
    kiosk.sees(back)
    kiosk.touch(back)
    kiosk.sees(other)


def cover_the_whole_screen(kiosk: Kiosk) -> None:
    """The window is as large as the display, window manager or not."""
    picture = kiosk.slips.parent / "screen.png"
    kiosk.screen.picture(picture)
    with Image.open(picture) as seen:
        assert seen.size in SIZES.values()
        assert kiosk.hand.display_size() == seen.size


def try_to_get_out(kiosk: Kiosk) -> None:
    """Neither keys nor the pointer lead out of full screen."""
    combinations = (("Alt_L", "F4"), ("Escape",), ("F11",), ("Control_L", "q"), ("Control_L", "w"), ("Alt_L", "Tab"))
    for keys in combinations:
        kiosk.hand.keys(*keys)
    kiosk.hand.touch(400, 400, button=3)
    kiosk.hand.drag((300, 20), (300, 700))
    kiosk.screen.wait("line_A")


def enter_the_staff_panel(kiosk: Kiosk) -> None:
    """A wrong PIN is refused, the right one opens the panel."""
    kiosk.hand.keys("Control_L", "Alt_L", "s")
    kiosk.sees("pin_field")
    for pin, sees in (("1111", "problem"), (PIN, "print_test")):
        for digit in pin:
            kiosk.touch(f"pad_{digit}")
        kiosk.touch("enter_staff")
        kiosk.sees(sees)
    kiosk.touch("print_test")
    kiosk.sees("trial")
    kiosk.home()


JOURNEYS = (
    cover_the_whole_screen,
    take_a_number,
    take_a_number_for_several_matters,
    check_in_for_an_appointment,
    check_a_dossier,
    rate,
    look_up_a_procedure,
    hold_an_identity_card_before_it,
    change_how_it_looks,
    try_to_get_out,
    enter_the_staff_panel,
)

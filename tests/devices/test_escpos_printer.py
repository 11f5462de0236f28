"""Slips on a thermal printer: what comes out, what is said when it cannot, and never twice."""

from __future__ import annotations

import io
import socket
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from subprocess import run

import pytest
import zxingcpp
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from shared.devices.escpos_printer import EscposPrinter, Patience
from shared.devices.link import SocketLink
from shared.failures import EnvironmentFailure
from tests.devices.conftest import FOLLOW_URL
from tests.devices.fake_escpos import FakeEscpos, State

HASTY = Patience(connect=5, answer=0.3, stall=1, look=0.05, quick=0.3, mm_a_second=1000)


def printer_of(fake: FakeEscpos, head_dots: int = 576, patience: Patience = HASTY) -> EscposPrinter:
    return EscposPrinter(partial(SocketLink, "127.0.0.1", fake.port), head_dots, patience)


def codes_on(picture: Image.Image) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(picture.convert("L"))]


@pytest.mark.parametrize("head_dots", [576, 512, 384])
def test_a_slip_comes_out_as_wide_as_the_head_with_a_code_that_can_be_read(
    fake: FakeEscpos, slip_pdf: bytes, head_dots: int
) -> None:
    printer_of(fake, head_dots).print_slip("A012", slip_pdf)
    job = fake.job()
    assert job.commands[0] == "reset"
    assert job.commands[-1] == "cut"
    assert set(job.commands[1:-1]) == {"band"}
    assert max(band.height for band in job.bands) <= 128
    assert job.picture.width == head_dots
    assert codes_on(job.picture) == [FOLLOW_URL]


def test_the_code_on_the_slip_keeps_whole_dots_for_each_of_its_modules(fake: FakeEscpos, slip_pdf: bytes) -> None:
    printer_of(fake).print_slip("A012", slip_pdf)
    picture = fake.job().picture.convert("L")
    (code,) = zxingcpp.read_barcodes(picture)
    corner = code.position.top_left
    row = picture.crop((corner.x, corner.y + 1, code.position.top_right.x, corner.y + 2))
    runs = run_lengths([row.getpixel((x, 0)) == 0 for x in range(row.width)])
    dots = runs[0] // 7  # the finder pattern begins with seven dark modules
    assert dots >= 5
    assert all(length % dots == 0 for length in runs)


def run_lengths(row: list[bool]) -> list[int]:
    edges = [0, *(x for x in range(1, len(row)) if row[x] != row[x - 1]), len(row)]
    return [end - start for start, end in pairwise(edges)]


def test_the_white_above_and_below_the_slip_uses_no_paper(fake: FakeEscpos) -> None:
    printer_of(fake).print_slip(
        "note", pdf_of(height_mm=200, draw=lambda canvas: canvas.rect(20, 300, 100, 80, stroke=0, fill=1))
    )
    assert fake.job().picture.height <= 80 / 72 * 25.4 * 8 + 2 * 16 + 2


def test_each_page_is_cut_off(fake: FakeEscpos) -> None:
    def two_pages(canvas: Canvas) -> None:
        canvas.rect(20, 20, 30, 30, fill=1)
        canvas.showPage()
        canvas.rect(20, 20, 30, 30, fill=1)

    printer_of(fake).print_slip("note", pdf_of(height_mm=40, draw=two_pages))
    assert fake.job().commands == ["reset", "band", "cut", "band", "cut"]


def pdf_of(height_mm: float, draw: Callable[[Canvas], None]) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(80 / 25.4 * 72, height_mm / 25.4 * 72))
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize(
    ("state", "code", "condition"),
    [
        (State(paper_out=True), "printer_paper_out", "paper_out"),
        (State(cover_open=True), "printer_cover_open", "cover_open"),
        (State(cover_open=True, paper_out=True), "printer_cover_open", "cover_open"),
        (State(offline=True), "printer_offline", "offline"),
        (State(broken_knife=True), "printer_failed", "failed"),
    ],
)
def test_a_printer_that_cannot_print_is_sent_nothing(slip_pdf: bytes, state: State, code: str, condition: str) -> None:
    with FakeEscpos(state) as fake:
        printer = printer_of(fake)
        with pytest.raises(EnvironmentFailure) as told:
            printer.print_slip("A012", slip_pdf)
        assert told.value.code == code
        assert told.value.sentence.vi.startswith(("Máy in", "Nắp máy in", "Không kết nối"))
        assert not fake.job().bands
        assert printer.condition() == condition


def test_paper_that_runs_low_is_reported_and_the_slip_printed(slip_pdf: bytes) -> None:
    with FakeEscpos(State(paper_low=True)) as fake:
        printer = printer_of(fake)
        printer.print_slip("A012", slip_pdf)
        assert fake.job().commands[-1] == "cut"
        assert printer.condition() == "paper_low"


def test_paper_that_ends_in_the_middle_is_told(slip_pdf: bytes) -> None:
    with FakeEscpos(State(paper_out_after=3)) as fake:
        printer = printer_of(fake)
        with pytest.raises(EnvironmentFailure) as told:
            printer.print_slip("A012", slip_pdf)
        assert told.value.code == "printer_unfinished"
        assert printer.condition() == "paper_out"


def test_a_line_that_breaks_in_the_middle_is_told_and_not_tried_again(slip_pdf: bytes) -> None:
    with FakeEscpos(State(hangs_up_after=2)) as fake:
        with pytest.raises(EnvironmentFailure) as told:
            printer_of(fake).print_slip("A012", slip_pdf)
        assert told.value.code == "printer_unfinished"
        assert len(fake.job().bands) == 2
        assert fake.calls == 1


def test_a_silent_printer_is_trusted(slip_pdf: bytes) -> None:
    with FakeEscpos(State(silent=True)) as fake:
        printer = printer_of(fake)
        printer.print_slip("A012", slip_pdf)
        assert codes_on(fake.job().picture) == [FOLLOW_URL]
        assert printer.condition() == "unknown"


def test_a_question_is_answered_within_a_second_even_for_a_printer_that_says_nothing() -> None:
    with FakeEscpos(State(silent=True)) as fake:
        printer = printer_of(fake, patience=Patience())
        begun = time.monotonic()
        assert printer.condition() == "unknown"
        assert time.monotonic() - begun < 1


def test_a_printer_without_an_end_mark_is_believed_when_it_stays_ready(slip_pdf: bytes) -> None:
    with FakeEscpos(State(knows_end_mark=False)) as fake:
        printer_of(fake).print_slip("A012", slip_pdf)
        assert fake.job().commands[-1] == "cut"


def test_a_printer_that_is_not_there_is_offline(slip_pdf: bytes) -> None:
    with FakeEscpos() as gone:
        printer = printer_of(gone)
    with pytest.raises(EnvironmentFailure) as told:
        printer.print_slip("A012", slip_pdf)
    assert told.value.code == "printer_offline"
    assert printer.condition() == "offline"


def test_a_printer_that_takes_nothing_any_more_holds_nobody_up(slip_pdf: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
        patience = Patience(connect=5, answer=0.1, stall=0.2, look=0.05, quick=0.1)
        narrow = partial(_narrow_link, deaf.getsockname()[1])
        with pytest.raises(EnvironmentFailure) as told:
            EscposPrinter(narrow, 576, patience).print_slip("A012", slip_pdf)
        assert told.value.code == "printer_unfinished"


def _narrow_link(port: int, seconds: float) -> SocketLink:
    link = SocketLink("127.0.0.1", port, seconds)
    link._socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1)  # loopback buffers would swallow a slip whole
    return link


def test_a_question_during_a_job_answers_at_once_with_what_is_known(slip_pdf: bytes, fake: FakeEscpos) -> None:
    opened, go_on = threading.Event(), threading.Event()

    def opening(seconds: float) -> SocketLink:
        opened.set()
        assert go_on.wait(10)
        return SocketLink("127.0.0.1", fake.port, seconds)

    printer = EscposPrinter(opening, 576, HASTY)
    job = threading.Thread(target=printer.print_slip, args=("A012", slip_pdf))
    job.start()
    assert opened.wait(10)
    assert printer.condition() == "unknown"
    go_on.set()
    job.join(10)
    assert printer.condition() == "ready"


@pytest.mark.parametrize("pdf", [b"not a PDF", pdf_of(100, lambda canvas: None), pdf_of(2000, lambda canvas: None)])
def test_a_slip_without_anything_to_print_never_reaches_the_printer(fake: FakeEscpos, pdf: bytes) -> None:
    with pytest.raises(EnvironmentFailure) as told:
        printer_of(fake).print_slip("A012", pdf)
    assert told.value.code == "printer_failed"
    assert fake.calls == 0


def test_what_draws_and_speaks_is_loaded_with_the_first_slip() -> None:
    program = (
        "import sys, shared.devices.printer_address, shared.devices.print_spool;"
        "print({'escpos', 'pypdfium2', 'PIL', 'serial', 'usb'} & set(sys.modules))"
    )
    assert run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "set()\n"

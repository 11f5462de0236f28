"""The print spool: every slip once, on bad days too."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from shared.clock import SetClock
from shared.devices import printer_failures
from shared.devices.print_spool import PrintSpool
from shared.devices.printer import PrinterCondition
from shared.failures import EnvironmentFailure, Refusal

MakeSpool = Callable[[], PrintSpool]


@dataclass
class Paper:
    """A printer that keeps what it printed; `next_failure` happens instead of the next print."""

    slips: list[tuple[str, bytes]] = field(default_factory=list)
    next_failure: EnvironmentFailure | None = None

    def print_slip(self, name: str, pdf: bytes) -> None:
        failure, self.next_failure = self.next_failure, None
        if failure is not None:
            raise failure
        self.slips.append((name, pdf))

    def condition(self) -> PrinterCondition:
        return "ready"


@pytest.fixture
def paper() -> Paper:
    """The printer."""
    return Paper()


@pytest.fixture
def new_spool(tmp_path: Path, paper: Paper, set_clock: SetClock) -> MakeSpool:
    """A spool on the same folder, as after a new start of the program."""
    ids = iter(f"again-{number}" for number in range(100))
    return lambda: PrintSpool(tmp_path / "spool", paper, set_clock, lambda: next(ids))


def test_an_accepted_slip_is_printed_once(new_spool: MakeSpool, paper: Paper) -> None:
    spool = new_spool()
    assert spool.accept("journey", "A012", b"pdf\nwith\nlines")
    assert not spool.accept("journey", "A012", b"pdf")
    assert [slip.name for slip in spool.report().waiting] == ["A012"]
    assert spool.run("journey")
    assert not spool.run("journey")
    assert not spool.accept("journey", "A012", b"pdf")
    assert spool.print_next() is None
    assert paper.slips == [("A012", b"pdf\nwith\nlines")]
    assert spool.report().waiting == ()


def test_a_job_is_known_after_a_new_start(new_spool: MakeSpool, paper: Paper) -> None:
    first = new_spool()
    first.accept("journey", "A012", b"pdf")
    first.run("journey")
    second = new_spool()
    assert not second.accept("journey", "A012", b"pdf")
    assert second.print_next() is None
    assert len(paper.slips) == 1


def test_waiting_slips_are_printed_in_their_order(new_spool: MakeSpool, paper: Paper, set_clock: SetClock) -> None:
    spool = new_spool()
    for number in (3, 1, 2):
        spool.accept(f"journey {number}/…", f"A00{number}", b"pdf")
        set_clock.advance(timedelta(seconds=1))
    assert [spool.print_next() for _ in range(4)] == ["journey 3/…", "journey 1/…", "journey 2/…", None]
    assert [name for name, _ in paper.slips] == ["A003", "A001", "A002"]


@pytest.mark.parametrize(("minutes", "printed"), [(0, 1), (9.9, 1), (10, 0), (600, 0), (-9, 1), (-30, 0)])
def test_a_slip_that_waited_is_printed_at_the_next_start_while_somebody_may_stand_there(
    new_spool: MakeSpool, paper: Paper, set_clock: SetClock, minutes: float, printed: int
) -> None:
    new_spool().accept("journey", "A012", b"pdf")
    set_clock.advance(timedelta(minutes=minutes))
    spool = new_spool()
    assert (spool.print_next() == "journey") is bool(printed)
    assert len(paper.slips) == printed
    assert [slip.name for slip in spool.report().failed] == ([] if printed else ["A012"])


def test_a_slip_for_which_there_was_no_paper_does_not_come_out_later_by_itself(
    new_spool: MakeSpool, paper: Paper
) -> None:
    spool = new_spool()
    spool.accept("journey", "A012", b"pdf")
    paper.next_failure = printer_failures.paper_out()
    with pytest.raises(EnvironmentFailure) as told:
        spool.run("journey")
    assert told.value.code == "printer_paper_out"
    assert spool.print_next() is None
    assert new_spool().print_next() is None
    report = spool.report()
    assert report.last_failure == told.value.sentence
    assert [slip.job_id for slip in report.failed] == ["journey"]
    assert report.unsure == ()
    assert paper.slips == []


def test_a_slip_that_stopped_in_the_middle_is_unsure_until_staff_say_so(new_spool: MakeSpool, paper: Paper) -> None:
    spool = new_spool()
    spool.accept("journey", "A012", b"pdf")
    paper.next_failure = printer_failures.unfinished()
    with pytest.raises(EnvironmentFailure):
        spool.run("journey")
    assert [slip.name for slip in new_spool().report().unsure] == ["A012"]
    spool.forget_unsure("journey")
    assert spool.report().unsure == ()
    assert not spool.accept("journey", "A012", b"pdf")


@pytest.mark.parametrize("failure", [None, printer_failures.offline(), printer_failures.unfinished()])
def test_staff_print_a_slip_again_as_a_job_of_its_own(
    new_spool: MakeSpool, paper: Paper, failure: EnvironmentFailure | None
) -> None:
    spool = new_spool()
    spool.accept("journey", "A012", b"pdf")
    paper.next_failure = failure
    if failure is None:
        spool.run("journey")
    else:
        with pytest.raises(EnvironmentFailure):
            spool.run("journey")
    before = len(paper.slips)
    again = spool.reprint("journey")
    assert again != "journey"
    assert spool.run(again)
    assert not spool.run(again)
    assert len(paper.slips) == before + 1
    assert spool.report().unsure == ()
    assert spool.report().last_failure is None


def test_a_slip_that_is_not_there_cannot_be_printed_again(new_spool: MakeSpool) -> None:
    with pytest.raises(Refusal) as told:
        new_spool().reprint("journey")
    assert told.value.code == "no_such_slip"


def test_a_job_that_is_unknown_prints_nothing(new_spool: MakeSpool) -> None:
    assert not new_spool().run("journey")


def test_old_slips_are_swept_after_a_day(new_spool: MakeSpool, tmp_path: Path, set_clock: SetClock) -> None:
    spool = new_spool()
    spool.accept("yesterday", "A012", b"pdf")
    spool.run("yesterday")
    (tmp_path / "spool" / "torn.part").write_bytes(b"half a sl")
    (tmp_path / "spool" / "damaged.printed").write_bytes(b"\0\0\0\0")
    set_clock.advance(timedelta(hours=20))
    spool.accept("today", "A001", b"pdf")
    assert len(list((tmp_path / "spool").iterdir())) == 2
    assert not spool.accept("yesterday", "A012", b"pdf")
    set_clock.advance(timedelta(hours=20))
    spool.report()
    assert [slip.name for slip in spool.report().waiting] == ["A001"]
    assert len(list((tmp_path / "spool").iterdir())) == 1


def test_damaged_files_hinder_nothing(new_spool: MakeSpool, tmp_path: Path, paper: Paper) -> None:
    folder = tmp_path / "spool"
    folder.mkdir()
    for content in (b"", b"[]\n", b'{"job": 1}\n', b"{", b'{"job": "x", "name": "y", "accepted_at": "2026-11-23"}\n'):
        (folder / f"{len(content)}.waiting").write_bytes(content)
    spool = new_spool()
    assert spool.print_next() is None
    assert spool.report().waiting == ()
    assert list(folder.iterdir()) == []


def test_where_the_folder_cannot_be_made_slips_are_printed_directly(
    new_spool: MakeSpool, tmp_path: Path, paper: Paper
) -> None:
    (tmp_path / "spool").write_bytes(b"a file where the folder should be")
    spool = new_spool()
    assert spool.accept("journey", "A012", b"pdf")
    assert not spool.accept("journey", "A012", b"pdf")
    assert spool.run("journey")
    assert not spool.run("journey")
    assert spool.accept("other", "A013", b"pdf")
    assert spool.print_next() == "other"
    assert spool.print_next() is None
    assert [name for name, _ in paper.slips] == ["A012", "A013"]
    failure = spool.report().last_failure
    assert failure is not None
    assert "hàng in" in failure.vi


def test_on_a_full_disk_the_slip_is_printed_and_that_is_told(
    new_spool: MakeSpool, paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    spool = new_spool()
    with monkeypatch.context() as full:
        full.setattr(os, "fsync", full_disk)
        spool.accept("journey", "A012", b"pdf")
        spool.run("journey")
    assert len(paper.slips) == 1
    assert spool.report().last_failure is not None
    spool.accept("next", "A013", b"pdf")
    spool.run("next")
    assert spool.report().last_failure is None
    assert len(paper.slips) == 2


def test_a_slip_that_the_disk_will_not_move_on_is_printed_once(
    new_spool: MakeSpool, paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_only(_self: Path, _target: Path) -> Path:
        raise OSError(30, "Read-only file system")

    spool = new_spool()
    spool.accept("journey", "A012", b"pdf")
    monkeypatch.setattr(Path, "replace", read_only)
    assert spool.run("journey")
    assert not spool.run("journey")
    assert spool.print_next() is None
    assert not spool.accept("journey", "A012", b"pdf")
    assert len(paper.slips) == 1
    assert spool.report().waiting == ()
    assert spool.report().last_failure is not None


def test_a_failure_of_the_printer_without_a_disk_is_told_and_not_tried_again(
    new_spool: MakeSpool, tmp_path: Path, paper: Paper
) -> None:
    (tmp_path / "spool").write_bytes(b"")
    spool = new_spool()
    spool.accept("journey", "A012", b"pdf")
    paper.next_failure = printer_failures.offline()
    with pytest.raises(EnvironmentFailure):
        spool.run("journey")
    assert spool.print_next() is None
    assert spool.report().last_failure == printer_failures.offline().sentence

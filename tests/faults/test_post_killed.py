"""kill -9 while forty notes are offered, counted and entered, while a fee is collected at the door: all or nothing."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from counter.ports import Count
from counter.ports.delivery import DeliveryForm
from counter.sample.content import MORNING
from counter.wiring.office import JournalCounterOffice
from shared.clock import SetClock
from shared.domain.consignment import Consignment
from shared.domain.custody import ONE_STOP
from shared.journal import tables
from shared.journal.read_model import CONSIGNMENTS, DELIVERIES, DOSSIERS
from shared.journal.verify import verify
from shared.qt.device_program import DeviceProgram, DeviceSettings
from tests.counter.counters import STAFF, counter_at, hand_over, procedure_of_a_department, reception_form
from tests.counter.post_and_office import POST, note_form
from tests.faults.postal_program import FEE_VND, accept, deliver, offer
from tests.faults.strikes import Strike, told_while_struck

PROGRAM = Path(__file__).with_name("postal_program.py")
NOTES = 40
PLACES = {"pwrite64": range(1, 780), "fsync": range(1, 10)}


@dataclass(frozen=True, slots=True)
class Told:
    """What a run told before it ended."""

    folder: Path
    done: frozenset[str]
    code: int


@pytest.fixture(scope="module")
def morning(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty notes at the post point, each with its fee, and one result that the post is to bring."""
    folder = tmp_path_factory.mktemp("morning")
    with counter_at(folder, sign_in="buutu") as office:
        for number in range(1, NOTES + 1):
            office.make_note(note_form(f"{number:07}", FEE_VND))
        office.officer = STAFF["thu"]
        entered = replace(reception_form(procedure_of_a_department()), return_way="post", fee_vnd=FEE_VND)
        dossier = office.receive(entered).id
        hand_over(office, dossier, "thu", "tuphap")
        office.officer = STAFF["tuphap"]
        office.mark_result_ready(dossier, "granted")
        hand_over(office, dossier, "tuphap", "thu")
        office.officer = STAFF["thu"]
        form = DeliveryForm(dossier, "result", "commune", "Nguyễn Thị Mẫu", "Thôn Mẫu", "", (), "", FEE_VND)
        office.prepare_delivery(form)
        office.accept(office.offer(POST, (dossier,)).id, Count(), STAFF["buutu"])
    return folder


def killed_at(morning: Path, tmp_path: Path, call: str, places: Sequence[int]) -> list[Told]:
    """One run for each of `places`, killed when it makes that one of its calls `call`."""
    folders = [tmp_path / f"run-{place}" for place in places]
    for folder in folders:
        shutil.copytree(morning, folder)
    last = max(places)
    plans = [
        {"folder": str(folder), "call": call, "harmless": last - place}
        for folder, place in zip(folders, places, strict=True)
    ]
    told = told_while_struck(PROGRAM, plans, Strike(call, "signal=SIGKILL"), str(last))
    return [_told(folder, lines) for folder, lines in zip(folders, told, strict=True)]


def _told(folder: Path, lines: Sequence[dict[str, Any]]) -> Told:
    done = {name for line in lines for name in line if name in ("offered", "accepted", "delivered")}
    return Told(folder, frozenset(done), lines[-1]["ended"])


def assert_whole(run: Told) -> frozenset[str]:
    """Opens the machine of `run` again: everything told is there, nothing by half, and the rest can be done now.

    Answers what had been done.
    """
    program = DeviceProgram(DeviceSettings(run.folder / "counter-1", "counter", "Quầy 1"), SetClock(MORNING))
    office = JournalCounterOffice(program)
    done = done_whole(office)
    assert run.done <= done, "what was acknowledged is there"
    for name, deed in (("offered", offer), ("accepted", accept), ("delivered", deliver)):
        if name not in done:
            deed(office)
    assert done_whole(office) == {"offered", "accepted", "delivered"}
    with office.journal.reading() as reader:
        codes = reader.connection.execute(select(tables.dossier.c.code)).scalars().all()
        assert len(set(codes)) == len(codes) == NOTES + 1
        assert verify(reader.connection, office.journal.office, frozenset({office.journal.device})).findings == ()
    program.close()
    return done


def done_whole(office: JournalCounterOffice) -> frozenset[str]:
    """What has been done so far; nothing of it by half."""
    with office.journal.reading() as reader:
        ids = reader.connection.execute(select(tables.consignment.c.subject)).scalars().all()
        notes = [reader.state(CONSIGNMENTS, str(each)) for each in ids]
        delivery = reader.state(DELIVERIES, str(reader.connection.execute(select(tables.delivery.c.subject)).scalar()))
        assert delivery is not None
        result = reader.state(DOSSIERS, delivery.dossier)
        entered = [reader.state(DOSSIERS, each.registered_as or "") for each in notes if each]
        kept = reader.connection.execute(select(tables.payment.c.document)).scalars().all()
    assert len(notes) == NOTES
    assert result is not None
    stages = {_stage(each) for each in notes}
    assert len(stages) == 1, f"a list by half: {stages}"
    done = {"with the post": frozenset[str](), "offered": {"offered"}, "entered": {"offered", "accepted"}}[stages.pop()]
    if "accepted" in done:
        assert {each.holder for each in entered if each} == {ONE_STOP}
        assert [each.fee_account.paid_vnd for each in entered if each] == [FEE_VND] * NOTES
    brought = delivery.delivered_at is not None
    assert (result.returned_at is not None, result.fee_account.paid_vnd) == (brought, FEE_VND if brought else 0)
    assert len(kept) == (NOTES if "accepted" in done else 0) + brought, "no fee without its deed, none twice"
    return frozenset(done | {"delivered"} if brought else done)


def _stage(note: Consignment | None) -> str:
    assert note is not None
    assert not note.conflicts
    if note.registered_as is not None:
        return "entered"
    return "offered" if note.transit is not None else "with the post"


@pytest.mark.parametrize(("call", "places"), [("pwrite64", (110, 300, 480, 590)), ("fsync", (5, 7))])
def test_what_the_post_was_doing_when_the_machine_died_is_done_or_not_done(
    morning: Path, tmp_path: Path, call: str, places: tuple[int, ...]
) -> None:
    runs = killed_at(morning, tmp_path, call, places)
    seen = {assert_whole(run) for run in runs}
    assert {run.code for run in runs} == {-9}
    assert len(seen) > 1, "killed at different deeds"


@pytest.mark.long
@pytest.mark.parametrize("call", PLACES)
def test_at_every_single_write_it_is_done_or_not_done(qtbot: QtBot, morning: Path, tmp_path: Path, call: str) -> None:
    for run in killed_at(morning, tmp_path, call, PLACES[call]):
        assert_whole(run)
        shutil.rmtree(run.folder)

"""kill -9 at the writes of a counter's deeds: what was said to be done is there, what was not is not half there."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from counter.sample.content import MORNING
from counter.wiring.office import JournalCounterOffice
from shared.clock import SetClock
from shared.journal import tables
from shared.journal.read_model import ATTACHMENTS, DOSSIERS, FORMS, PAYMENTS
from shared.journal.verify import verify
from shared.qt.device_program import DeviceProgram, DeviceSettings
from tests.counter.counters import STAFF, counter_at, procedure_of_a_department, reception_form, written
from tests.faults.strikes import Strike, told_while_struck

PROGRAM = Path(__file__).with_name("counter_program.py")
ROUNDS = 2
PLACES = {"pwrite64": range(1, 420), "fsync": range(1, 45), "rename": range(1, 12), "write": range(20, 200)}
OF_KIND = {"dossier": DOSSIERS, "payment": PAYMENTS, "form": FORMS, "attachment": ATTACHMENTS}


@dataclass(frozen=True, slots=True)
class Told:
    """What a run told before it ended."""

    folder: Path
    made: tuple[tuple[str, str], ...]
    code: int


def killed_at(tmp_path: Path, call: str, places: Sequence[int]) -> list[Told]:
    """One run for each of `places`, killed when it makes that one of its calls `call`."""
    with counter_at(tmp_path / "first"):
        pass
    folders = [tmp_path / f"run-{place}" for place in places]
    for folder in folders:
        shutil.copytree(tmp_path / "first", folder)
    last = max(places)
    plans = [
        {"folder": str(folder), "steps": ROUNDS, "call": call, "harmless": last - place}
        for folder, place in zip(folders, places, strict=True)
    ]
    runs: list[Told] = []
    for folder, lines in zip(
        folders, told_while_struck(PROGRAM, plans, Strike(call, "signal=SIGKILL"), str(last)), strict=True
    ):
        made = [item for line in lines for item in line.items() if item[0] in (*OF_KIND, "draft")]
        runs.append(Told(folder, tuple(made), lines[-1]["ended"]))
    return runs


def assert_whole(run: Told) -> None:
    """Opens the counter of `run` again: everything told is there and whole, and it works on."""
    program = DeviceProgram(DeviceSettings(run.folder / "counter-1", "counter", "Quầy 1"), SetClock(MORNING))
    office = JournalCounterOffice(program)
    office.officer = STAFF["thu"]
    with office.journal.reading() as reader:
        for what, made in run.made:
            if what != "draft":
                assert reader.state(OF_KIND[what], made) is not None, what  # type: ignore[arg-type]
        supplements = [each for each in written(office) if each.kind == "dossier.supplement_requested"]
        forms = reader.connection.execute(select(tables.form.c.form)).scalars().all()
        numbers = reader.connection.execute(select(tables.form.c.form, tables.form.c.number)).all()
        counted = reader.connection.execute(select(func.count()).select_from(tables.payment)).scalar_one()
        dossiers = reader.connection.execute(select(tables.dossier.c.subject)).scalars().all()
    assert forms.count("supplement_request") == len(supplements), "a step and its form stand together"
    assert len(set(numbers)) == len(numbers)
    fees = [each for each in written(office) if each.kind == "dossier.fee_taken"]
    assert len(fees) == counted, "money stands on the payment and on the dossier"
    for dossier in dossiers:
        for row in office.attachments(str(dossier)):
            assert row.here, "no scan without its file"
            assert office.attachment_content(row.id).startswith(b"%PDF")
    drafts = [made for what, made in run.made if what == "draft"]
    if drafts:
        kept = office.load_draft("reception")
        assert kept is not None
        assert int(str(kept["round"])) >= int(drafts[-1])
    known = {code for _, code in _codes(office)}
    again = office.receive(reception_form(procedure_of_a_department()))
    assert again.code not in known
    with office.journal.reading() as reader:
        assert verify(reader.connection, office.journal.office, frozenset({office.journal.device})).findings == ()
    program.close()


def _codes(office: JournalCounterOffice) -> list[tuple[str, str]]:
    with office.journal.reading() as reader:
        rows = reader.connection.execute(select(tables.dossier.c.subject, tables.dossier.c.code)).all()
    return [(str(subject), str(code)) for subject, code in rows]


@pytest.mark.parametrize(("call", "every"), [("pwrite64", 140), ("fsync", 21)])
def test_a_counter_killed_at_a_write_keeps_what_it_said_was_done(
    qtbot: QtBot, tmp_path: Path, call: str, every: int
) -> None:
    runs = killed_at(tmp_path, call, PLACES[call][7::every])
    assert sum(run.code == -9 for run in runs) >= len(runs) // 2
    for run in runs:
        assert_whole(run)


@pytest.mark.long
@pytest.mark.parametrize("call", PLACES)
def test_a_counter_killed_at_every_single_write_keeps_what_it_said_was_done(
    qtbot: QtBot, tmp_path: Path, call: str
) -> None:
    for run in killed_at(tmp_path, call, PLACES[call]):
        assert_whole(run)

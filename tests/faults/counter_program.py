"""A counter that receives, takes fees, issues forms and attaches scans, and tells after each what is durable.

It reads its plan as `writing_program` does; each round is one of every kind of deed. Lines of JSON on standard output.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from counter.ports import FeeForm
from counter.sample.content import MORNING
from counter.wiring.office import JournalCounterOffice
from shared.clock import SetClock
from shared.domain.payment import FeePart
from shared.failures import EnvironmentFailure
from shared.qt.device_program import DeviceProgram, DeviceSettings
from tests.counter.counters import STAFF, askable, procedure_of_a_department, reception_form
from tests.faults.writing_program import call_harmlessly, tell
from tests.scans import samples

PROCEDURE = procedure_of_a_department()


def rounds(office: JournalCounterOffice, folder: Path, count: int) -> None:
    """`count` times: a draft, its dossier, the fee, Form 01, a scan, Form 02; each told when it is durable."""
    for number in range(count):
        tried("draft", partial(_draft, office, number))
        dossier = tried("dossier", lambda: office.receive(reception_form(PROCEDURE)).id)
        if dossier is not None:
            tried("payment", partial(_fee, office, dossier))
            tried("form", partial(_form_01, office, dossier))
            tried("attachment", partial(_scan, office, dossier, folder / f"scan-{number}.pdf"))
            tried("form", partial(_form_02, office, dossier))


def _draft(office: JournalCounterOffice, number: int) -> str:
    office.save_draft("reception", {"round": number})
    return str(number)


def _fee(office: JournalCounterOffice, dossier: str) -> str:
    return office.collect(FeeForm(dossier, 5000, 5000, (FeePart("Lệ phí", 5000),), "cash")).id


def _form_01(office: JournalCounterOffice, dossier: str) -> str:
    return office.form_01(dossier).id


def _form_02(office: JournalCounterOffice, dossier: str) -> str:
    return office.request_supplement(dossier, (askable(PROCEDURE)[1],), "Thiếu").id


def _scan(office: JournalCounterOffice, dossier: str, paper: Path) -> str:
    paper.write_bytes(samples.pdf(1, dossier))
    return office.attach(dossier, paper, "").id


def tried(what: str, deed: Callable[[], str]) -> str | None:
    try:
        made = deed()
    except EnvironmentFailure as failure:
        tell(failure=failure.code)
        return None
    tell(**{what: made})
    return made


def run(plan: Mapping[str, object]) -> None:
    """One run of the plan, in this process."""
    with counter_of(plan) as office:
        office.officer = STAFF["thu"]
        rounds(office, Path(str(plan["folder"])), int(str(plan["steps"])))


@contextmanager
def counter_of(plan: Mapping[str, object]) -> Iterator[JournalCounterOffice]:
    """The counter in the folder of the plan, told when it is open."""
    call_harmlessly(str(plan["call"]), int(str(plan["harmless"])))
    settings = DeviceSettings(Path(str(plan["folder"])) / "counter-1", "counter", "Quầy 1")
    program = DeviceProgram(settings, SetClock(MORNING))
    office = JournalCounterOffice(program)
    tell(opened=True)
    yield office
    program.close()


def every_run(run: Callable[[Mapping[str, object]], None]) -> None:
    """Every run of the plan, each in a process of its own."""
    for plan in json.loads(sys.stdin.read()):
        child = os.fork()
        if child == 0:
            tell(begun=os.getpid())
            application = QCoreApplication([])
            run(plan)
            del application
            os._exit(0)
        _, status = os.waitpid(child, 0)
        tell(ended=os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    every_run(run)

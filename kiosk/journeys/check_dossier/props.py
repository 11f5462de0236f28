"""What the screens of checking a dossier (tra cứu hồ sơ) show, derived from the state of the journey."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kiosk.date_words import promise_text, step_text
from kiosk.language import Words
from kiosk.ports import Progress, Step
from kiosk.text_words import in_language, shortened
from shared.failures import Sentence

Stage = Literal["resting", "entry", "found"]

DATE_DIGITS = 6
FEWEST_DIGITS = 10
MOST_DIGITS = 13
LONGEST_PROCEDURE_NAME = 160


@dataclass(frozen=True, slots=True)
class CheckDossierState:
    """Where the journey stands; `digits` are those typed after the office's prefix, without the dash."""

    stage: Stage = "resting"
    prefix: str = ""
    digits: str = ""
    finding: int = 0
    progress: Progress | None = None
    hotline: str = ""
    problem: Sentence | None = None


@dataclass(frozen=True, slots=True)
class StepProps:
    """One step on the dossier's way: `state` is done, now or next, `state_text` says so in words."""

    name: str
    when: str
    state: str
    state_text: str


@dataclass(frozen=True, slots=True)
class ProgressProps:
    """Where the dossier stands (tình trạng hồ sơ); texts that do not apply are ""."""

    code: str
    procedure_name: str
    steps: tuple[StepProps, ...]
    now: str
    next: str
    promise: str
    finished: bool
    late: bool
    hotline: str
    as_of: str


@dataclass(frozen=True, slots=True)
class CheckDossierProps:
    """All screens of the journey. `typed` and `missing` together are the code's mask after the prefix."""

    stage: str
    prefix: str
    typed: str
    missing: str
    can_find: bool
    finding: bool
    problem: str
    progress: ProgressProps


def derive_check_dossier_props(state: CheckDossierState, words: Words) -> CheckDossierProps:
    """The screens of the journey in the language of `words`."""
    typed, missing = masked(state.digits)
    return CheckDossierProps(
        stage=state.stage,
        prefix=state.prefix,
        typed=typed,
        missing=missing,
        can_find=len(state.digits) >= FEWEST_DIGITS and not state.finding,
        finding=bool(state.finding),
        problem=state.problem.in_language(words.language) if state.problem else "",
        progress=derive_progress_props(state.progress, state.hotline, words),
    )


def masked(digits: str) -> tuple[str, str]:
    """The typed digits with the dash after the date, and the places still to fill: ("261123-0", "___")."""
    dashed = digits if len(digits) < DATE_DIGITS else f"{digits[:DATE_DIGITS]}-{digits[DATE_DIGITS:]}"
    mask = "_" * DATE_DIGITS + "-" + "_" * (FEWEST_DIGITS - DATE_DIGITS)
    return dashed, mask[len(dashed) :]


def derive_progress_props(progress: Progress | None, hotline: str, words: Words) -> ProgressProps:
    """Where the dossier stands; empty for none."""
    if progress is None:
        return ProgressProps("", "", (), "", "", "", finished=False, late=False, hotline="", as_of="")
    coming = next((step for step in progress.steps if step.state == "next"), None)
    finished = all(step.state == "done" for step in progress.steps)
    return ProgressProps(
        code=progress.code,
        procedure_name=shortened(progress.procedure_name, LONGEST_PROCEDURE_NAME),
        steps=tuple(derive_step_props(step, words) for step in progress.steps),
        now=in_language(progress.now_vi, progress.now_en, words),
        next=in_language(coming.name_vi, coming.name_en, words) if coming else "",
        promise=promise_text(progress.due_at, words) if progress.due_at and not finished else "",
        finished=finished,
        late=progress.late and not finished,
        hotline=hotline,
        as_of=step_text(progress.as_of, words) if progress.as_of else "",
    )


def derive_step_props(step: Step, words: Words) -> StepProps:
    """One step of the line of steps."""
    state_texts = {
        "done": words.translate("Dossier", "Đã xong"),
        "now": words.translate("Dossier", "Đang ở bước này"),
        "next": words.translate("Dossier", "Sắp tới"),
    }
    return StepProps(
        name=in_language(step.name_vi, step.name_en, words),
        when=step_text(step.at, words) if step.at else "",
        state=step.state,
        state_text=state_texts[step.state],
    )

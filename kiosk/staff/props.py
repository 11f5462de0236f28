"""What the staff's pad and panel show, derived from where staff are."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.language import Words
from kiosk.staff.health_words import FactProps, derive_facts
from kiosk.staff.state import LONGEST_PIN, SHORTEST_PIN, StaffState

DOT = "●"
PLACE = "○"


@dataclass(frozen=True, slots=True)
class StaffProps:
    """Both screens. `typed` never holds a digit; texts that do not apply are "".

    `trial`: how the test print goes ("", printing, printed, failed), `trial_text` the sentence about it unless it
    failed, which is a `problem`. `asked`: the end of the program ("restart", "quit") that waits for its second touch.
    """

    stage: str
    typed: str
    missing: str
    takes_digits: bool
    can_enter: bool
    checking: bool
    locked: bool
    problem: str
    known: bool
    facts: tuple[FactProps, ...]
    warning: str
    failures: tuple[str, ...]
    trial: str
    trial_text: str
    asked: str


def derive_staff_props(state: StaffState, words: Words) -> StaffProps:
    """The pad and the panel in the language of `words`."""
    health = state.health
    problem = state.problem.in_language(words.language) if state.problem else ""
    if state.stage == "pin" and state.pin_set is False:
        problem = words.translate(
            "Staff", "Chưa đặt mã PIN cho máy lấy số. Người quản trị đặt mã trên máy chủ bằng lệnh kiosk-pin."
        )
    return StaffProps(
        stage=state.stage,
        typed=DOT * len(state.digits),
        missing=PLACE * max(0, SHORTEST_PIN - len(state.digits)),
        takes_digits=state.takes_digits,
        can_enter=state.takes_digits and SHORTEST_PIN <= len(state.digits) <= LONGEST_PIN,
        checking=state.checking,
        locked=state.locked,
        problem=problem,
        known=health is not None,
        facts=derive_facts(health, words) if health else (),
        warning=health.problem.in_language(words.language) if health and health.problem else "",
        failures=tuple(each.in_language(words.language) for each in health.failures) if health else (),
        trial=state.trial,
        trial_text=_trial_text(state, words),
        asked=state.asked or "",
    )


def _trial_text(state: StaffState, words: Words) -> str:
    texts = {
        "": "",
        "printing": words.translate("Staff", "Đang in thử…"),
        "printed": words.translate("Staff", "Đã gửi phiếu in thử. Xin xem chữ trên phiếu có rõ không."),
        "failed": "",
    }
    return texts[state.trial]

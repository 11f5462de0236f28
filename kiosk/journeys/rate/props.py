"""What the screens of rating (đánh giá mức độ hài lòng) show, derived from the state of the journey."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kiosk.language import Words
from kiosk.ports import Ratable
from kiosk.text_words import in_language
from shared.domain.rating import REASONS
from shared.failures import Sentence

Stage = Literal["resting", "entry", "scoring", "thanks"]

FEWEST_DIGITS = 3
MOST_DIGITS = 4
_REASON_ICONS = {
    "attitude": "attitude",
    "waiting": "waiting",
    "guidance": "guidance",
    "time": "on_time",
    "papers": "papers",
    "cost": "cost",
}


@dataclass(frozen=True, slots=True)
class RateState:
    """Where the journey stands. `label` is the ticket's label as typed, `score` 0 until a face is touched."""

    stage: Stage = "resting"
    letters: tuple[str, ...] = ()
    label: str = ""
    finding: int = 0
    ratable: Ratable | None = None
    score: int = 0
    reasons: frozenset[str] = frozenset()
    sending: bool = False
    problem: Sentence | None = None


@dataclass(frozen=True, slots=True)
class ScoreProps:
    """One face (mức hài lòng)."""

    score: int
    name: str
    icon: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class ReasonProps:
    """One reason as a chip (lý do)."""

    id: str
    name: str
    icon: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class RateProps:
    """All screens of the journey; `question` asks for reasons in the sense of the score."""

    stage: str
    letters: tuple[str, ...]
    label: str
    missing: str
    can_find: bool
    finding: bool
    title: str
    scores: tuple[ScoreProps, ...]
    question: str
    reasons: tuple[ReasonProps, ...]
    can_send: bool
    sending: bool
    problem: str


def derive_rate_props(state: RateState, words: Words) -> RateProps:
    """The screens of the journey in the language of `words`."""
    title = in_language(state.ratable.title_vi, state.ratable.title_en, words) if state.ratable else ""
    return RateProps(
        stage=state.stage,
        letters=state.letters,
        label=state.label,
        missing=("_" * (1 + FEWEST_DIGITS))[len(state.label) :],
        can_find=may_find(state),
        finding=bool(state.finding),
        title=title,
        scores=derive_scores(state.score, words),
        question=derive_question(state.score, words),
        reasons=derive_reasons(state.reasons, words),
        can_send=state.score > 0 and not state.sending,
        sending=state.sending,
        problem=state.problem.in_language(words.language) if state.problem else "",
    )


def may_find(state: RateState) -> bool:
    """Whether what was typed is a whole label."""
    return len(state.label) > FEWEST_DIGITS and not state.finding


def with_key(state: RateState, key: str) -> RateState:
    """`state` after a key of the pad: a letter begins the label anew, a digit goes on with it."""
    if state.finding:
        return state
    if key in state.letters:
        label = key + state.label[1:]
    elif len(key) == 1 and key.isdigit() and state.label and len(state.label) <= MOST_DIGITS:
        label = state.label + key
    else:
        return state
    return RateState(stage="entry", letters=state.letters, label=label)


def derive_scores(chosen: int, words: Words) -> tuple[ScoreProps, ...]:
    """The three faces, the happiest first."""
    names = {
        3: words.translate("Rate", "Rất hài lòng"),
        2: words.translate("Rate", "Hài lòng"),
        1: words.translate("Rate", "Không hài lòng"),
    }
    return tuple(ScoreProps(score, name, f"face_{score}", score == chosen) for score, name in names.items())


def derive_question(score: int, words: Words) -> str:
    """What the reasons answer; "" before a face is touched."""
    if score == 0:
        return ""
    if score == 1:
        return words.translate("Rate", "Điều gì cần làm tốt hơn?")
    return words.translate("Rate", "Ông/Bà hài lòng về điều gì?")


def derive_reasons(chosen: frozenset[str], words: Words) -> tuple[ReasonProps, ...]:
    """The reasons that can be tapped, in the order of `rating.REASONS`."""
    names = {
        "attitude": words.translate("Rate", "Thái độ phục vụ"),
        "waiting": words.translate("Rate", "Thời gian chờ"),
        "guidance": words.translate("Rate", "Hướng dẫn hồ sơ"),
        "time": words.translate("Rate", "Đúng hẹn"),
        "papers": words.translate("Rate", "Giấy tờ phải nộp"),
        "cost": words.translate("Rate", "Phí, lệ phí"),
    }
    return tuple(ReasonProps(each, names[each], _REASON_ICONS[each], each in chosen) for each in REASONS)

"""Custody (ai đang giữ giấy tờ): who holds a paper, since when, signed for by whom and against which record.

At every moment a paper has exactly one holder, or it is in exactly one open transit: the giver has signed, the receiver
not yet. Dossiers, consignment notes and the post's letters are all folded by the functions here; each keeps its custody
in the same fields (`Held`).

Machines that were apart can have written facts that exclude each other. Four rules choose, whatever arrives first:

* A paper is in transit exactly when its holder has signed it away on a list that nobody has answered yet. Should it be
  on several (`Trail.lists`), the first in order is the transit; the next steps in when that one is answered.
* What people physically did wins over what they wrote down to do: a signature for having received beats a cancelling, a
  count that missed the paper, and another list that still waits.
* Of two signatures for having received that cannot both be true, the first in order stands.
* What is said a second time by the same side, or by another with the same outcome, changes nothing.

Wherever one person's signature gives way to another's, a conflict names the paper and both persons (`parties`), and its
`choice` is the unit that holds the paper if the other one is right; people say where it is.
"""

from __future__ import annotations

from typing import TypeVar, get_args

from shared.domain.custody_state import (
    CITIZEN,
    HOLDS,
    NO_TRAIL,
    ONE_STOP,
    Answer,
    Held,
    Loss,
    Said,
    Trail,
    Transit,
)
from shared.domain.fact import Recorded, with_conflict
from shared.domain.office_record import UnitKind
from shared.domain.replacing import replace
from shared.failures import Sentence

__all__ = [
    "CITIZEN",
    "HOLDS",
    "NO_TRAIL",
    "ONE_STOP",
    "Answer",
    "Held",
    "Loss",
    "Said",
    "Trail",
    "Transit",
    "disputed",
    "given_to_citizen",
    "kind_in",
    "lost",
    "moved",
    "named",
    "not_taken",
    "sent",
    "settled",
    "taken",
]

H = TypeVar("H", bound=Held)


def sent(paper: H, fact: Recorded, what: Sentence | None = None) -> H:
    """The giver has signed. `what` names the paper in a sentence ("Hồ sơ …", "Dossier …")."""
    what = what or named(paper, fact)
    receiver = fact.text("receiver")
    listed = Transit(
        handover=fact.text("handover"),
        giver=fact.text("giver"),
        receiver=receiver,
        since=fact.device_time,
        by=fact.actor,
        receiver_kind=kind_in(fact, "receiver_kind", receiver),
    )
    known = paper.trail.to(listed.handover, *get_args(Said)) is not None
    if known or any(each.handover == listed.handover for each in paper.trail.lists):
        return paper
    on_list = _on_lists(paper, (*paper.trail.lists, listed))
    if paper.holder != listed.giver:
        return disputed(
            on_list,
            "sent_by_another",
            Sentence(
                f"{what.vi} được bàn giao bởi đơn vị không giữ nó.",
                f"{what.en} was handed over by a unit that did not hold it.",
            ),
            (paper.held_by or "", fact.actor),
            listed.giver,
            kind_in(fact, "giver_kind", listed.giver),
        )
    if paper.transit is not None:
        return disputed(
            on_list,
            _TWO_LISTS,
            Sentence(f"{what.vi} được ghi vào hai danh sách bàn giao.", f"{what.en} is on two lists of handovers."),
            (paper.transit.by, fact.actor),
        )
    return replace(on_list, lost=None)  # type: ignore[type-var]


_TWO_LISTS = "sent_twice"


def taken(paper: H, fact: Recorded, what: Sentence | None = None) -> H:
    """The receiver has counted it and signed.

    The receiver may have signed on a machine that had not heard of the giver's signature: the fact then says itself who
    gave, and custody passes when the giver held the paper.
    """
    what, handover = what or named(paper, fact), fact.text("handover")
    if paper.trail.to(handover, "taken") is not None:
        return paper
    listed = _list_of(paper, handover)
    giver = listed.giver if listed else fact.optional_text("giver")
    receiver = listed.receiver if listed else fact.optional_text("receiver")
    if giver is None or receiver is None:
        return disputed(
            paper,
            "taken_without_sending",
            Sentence(
                f"{what.vi} được ký nhận theo một biên bản chưa có bên giao.",
                f"{what.en} was accepted on a record that no giver has signed.",
            ),
            (paper.held_by or "", fact.actor),
        )
    kind = listed.receiver_kind if listed else kind_in(fact, "receiver_kind", receiver)
    answered = _answered(paper, Answer(handover, "taken", receiver, fact.actor))
    if paper.holder == giver:
        held = _held(answered, receiver, kind, fact, handover)
        return _against_others(paper, held, fact, what, handover)
    if paper.holder == receiver:
        return answered
    return disputed(
        answered,
        "taken_twice",
        Sentence(f"Hai người cùng ký đang giữ: {what.vi}.", f"Two persons have signed for having it: {what.en}."),
        (paper.held_by or "", fact.actor),
        receiver,
        kind,
    )


def _against_others(paper: H, held: H, fact: Recorded, what: Sentence, handover: str) -> H:
    """`held`, which `paper` became by a signature for having received it, against what others have said of it."""
    back = paper.holder, paper.holder_kind
    said = paper.trail.to(handover, "not_taken", "cancelled", "lost")
    if said is not None:
        held = disputed(held, *_counted_otherwise(said.said, what), (said.by, fact.actor), *back)
    if paper.transit is not None and paper.transit.handover != handover:
        words = Sentence(
            f"{what.vi} được ký nhận theo một biên bản trong khi còn nằm trong danh sách khác.",
            f"{what.en} was accepted on one record while it stood on another list.",
        )
        held = disputed(held, "taken_from_other_list", words, (paper.transit.by, fact.actor), *back)
    return held


def _counted_otherwise(said: Said, what: Sentence) -> tuple[str, Sentence]:
    if said == "cancelled":
        return "taken_and_cancelled", Sentence(
            f"{what.vi}: bên giao hủy bàn giao, bên nhận đã ký nhận.",
            f"{what.en}: the giver cancelled the handover, the receiver signed for it.",
        )
    return "counted_differently", Sentence(
        f"{what.vi}: một người đếm thấy và ký nhận, một người ghi là không nhận.",
        f"{what.en}: one person counted it and signed, another wrote that it was not taken.",
    )


def not_taken(paper: H, fact: Recorded, what: Sentence | None = None) -> H:
    """Counted and not there, refused, or the handover was cancelled: it is still with the giver."""
    handover = fact.text("handover")
    listed = _list_of(paper, handover)
    giver = listed.giver if listed else fact.optional_text("giver") or ""
    said: Said = "cancelled" if fact.data.get("why") == "cancelled" else "not_taken"
    answered = _answered(paper, Answer(handover, said, giver, fact.actor))
    taken_by = paper.trail.to(handover, "taken")
    if taken_by is None:
        return answered
    back = (giver, kind_in(fact, "giver_kind", giver)) if giver and paper.holder != giver else ()
    words = _counted_otherwise(said, what or named(paper, fact))
    return disputed(answered, *words, (taken_by.by, fact.actor), *back)


def moved(paper: H, fact: Recorded, what: Sentence | None = None) -> H:
    """A discrepancy was settled: the paper is at one side of the handover after all.

    That it was at the giver's (`giver`) moves nothing: it is there, or the giver has passed it on by another list.
    """
    what, source, target = what or named(paper, fact), fact.text("from"), fact.text("to")
    kind, handover = kind_in(fact, "to_kind", target), fact.optional_text("handover") or ""
    answered = _answered(paper, Answer(handover, "found", target, fact.actor))
    before = paper.trail.to(handover, "found", "lost")
    if before is not None and (before.said == "lost" or before.unit != target):
        answered = _settled_differently(answered, before, fact, what, target, kind)
        if before.said == "found":
            return answered
    elif before is not None:
        return answered
    if target in (paper.holder, fact.optional_text("giver")):
        return replace(answered, lost=None)  # type: ignore[type-var]
    elsewhere = Sentence(
        f"{what.vi}: nơi giữ theo biên bản xử lý chênh lệch không khớp với nơi giữ đã ghi.",
        f"{what.en}: settled as being in another place than the one recorded.",
    )
    if paper.holder != source:
        return disputed(answered, "moved_elsewhere", elsewhere, (paper.held_by or "", fact.actor), target, kind)
    held = _held(answered, target, kind, fact, fact.optional_text("handover"))
    other = answered.transit
    if other is None or other.receiver == target:
        return held
    return disputed(held, "moved_elsewhere", elsewhere, (other.by, fact.actor), source, paper.holder_kind)


def lost(paper: H, fact: Recorded, what: Sentence | None = None) -> H:
    """Both sides have written down that it is lost (Decree 118/2025 Art. 23; Decision 45/2016/QĐ-TTg Art. 14).

    A paper that somebody has meanwhile is not lost: whoever has it stands against who wrote that.
    """
    what, handover = what or named(paper, fact), fact.optional_text("handover") or ""
    giver = fact.optional_text("giver") or paper.holder
    answered = _answered(paper, Answer(handover, "lost", giver, fact.actor))
    before = paper.trail.to(handover, "found", "taken")
    if before is not None:
        return _settled_differently(answered, before, fact, what)
    if answered.holder == giver and answered.transit is None:
        gone = Loss(fact.device_time, fact.actor, fact.optional_text("handover"))
        return replace(answered, lost=gone)  # type: ignore[type-var]
    has_it = answered.transit.by if answered.transit else answered.held_by or ""
    words = Sentence(
        f"{what.vi} được ghi là thất lạc trong khi có người đã ký đang giữ.",
        f"{what.en} was recorded as lost while somebody has signed for having it.",
    )
    return disputed(answered, "lost_elsewhere", words, (has_it, fact.actor))


def _settled_differently(
    paper: H, before: Answer, fact: Recorded, what: Sentence, other: str | None = None, kind: UnitKind = "one_stop"
) -> H:
    words = Sentence(
        f"{what.vi}: một chênh lệch được xử lý theo hai cách khác nhau.",
        f"{what.en}: one difference was settled in two ways.",
    )
    choice = other if other != paper.holder else None
    return disputed(paper, "settled_differently", words, (before.by, fact.actor), choice, kind)


def given_to_citizen(paper: H, fact: Recorded) -> H:
    """It was given back or delivered: the citizen holds it."""
    return _held(paper, CITIZEN, "citizen", fact, paper.held_against)


def settled(paper: H, fact: Recorded) -> H:
    """People have said where a disputed paper is: not against a record, but by the word of who settled it."""
    choice = fact.optional_text("choice") or ""
    kind, _, unit = choice.removeprefix(HOLDS).partition(":")
    if not choice.startswith(HOLDS) or not unit or kind not in get_args(UnitKind):
        return paper
    return _held(paper, unit, kind, fact, None)  # type: ignore[arg-type]  # one of the names


def named(paper: Held, fact: Recorded) -> Sentence:
    """The paper in a sentence, by the subject of `fact` and the code that people call it by."""
    if fact.kind.startswith("consignment."):
        return Sentence(f"Phiếu gửi {paper.code}", f"Consignment note {paper.code}")
    if fact.kind.startswith("delivery."):
        return Sentence(f"Thư của hồ sơ {paper.code}", f"The letter of dossier {paper.code}")
    return Sentence(f"Hồ sơ {paper.code}", f"Dossier {paper.code}")


def disputed(
    paper: H,
    code: str,
    words: Sentence,
    persons: tuple[str, str],
    other: str | None = None,
    other_kind: UnitKind = "one_stop",
) -> H:
    """`paper` with a conflict that names both `persons`; `other`: the unit that may hold it instead."""
    choice = "" if other is None else f"{HOLDS}{other_kind}:{other}"
    return with_conflict(paper, code, words.vi, words.en, tuple(each for each in persons if each), choice)


def kind_in(fact: Recorded, name: str, unit: str) -> UnitKind:
    """The kind of `unit` that `fact` names; older facts name none."""
    kind = fact.optional_text(name)
    if kind in get_args(UnitKind):
        return kind  # type: ignore[return-value]  # one of the names, as just checked
    return "one_stop" if unit == ONE_STOP else "department"


def _list_of(paper: Held, handover: str) -> Transit | None:
    """The list of `handover` that waits for an answer about the paper."""
    return next((each for each in paper.trail.lists if each.handover == handover), None)


def _answered(paper: H, answer: Answer) -> H:
    """`paper` with `answer`: its list waits no more, and another one may step in."""
    answers = paper.trail.answers
    if answer not in answers:
        answers = (*answers, answer)
    left = tuple(each for each in paper.trail.lists if each.handover != answer.handover)
    return _placed(paper, paper.holder, Trail(left, answers))


def _on_lists(paper: H, lists: tuple[Transit, ...]) -> H:
    return _placed(paper, paper.holder, Trail(lists, paper.trail.answers))


def _placed(paper: H, holder: str, trail: Trail, **held: object) -> H:
    """`paper` with `holder` (whose other fields are `held`), in transit on the first list that its holder has signed.

    That it stood on two lists is over by itself when all but one have been answered without anybody taking it.
    """
    by_holder = [each for each in trail.lists if each.giver == holder]
    conflicts = paper.conflicts
    if conflicts and len(by_holder) < 2:
        conflicts = tuple(each for each in conflicts if each.code != _TWO_LISTS)
    return replace(  # type: ignore[type-var]
        paper,
        holder=holder,
        trail=trail,
        transit=by_holder[0] if by_holder else None,
        conflicts=conflicts,
        **held,
    )


def _held(paper: H, holder: str, kind: UnitKind, fact: Recorded, against: str | None) -> H:
    return _placed(
        paper,
        holder,
        paper.trail,
        holder_kind=kind,
        held_since=fact.device_time,
        held_by=fact.actor,
        held_against=against,
        lost=None,
    )

"""What a procedure costs on a day (phí, lệ phí): dated rules over the catalogue's amount, each with its source.

Nothing here is a constant. The catalogue gives the ordinary amount (`Procedure.fee_vnd` per `fee_per`); the office's
reference document adds dated `FeeRule`s. A rule without a condition and without a reduction sets the fee; one with
`percent_off` takes a part of it off; one with a condition is a question that the officer answers for the person at the
counter ("a level-2 e-ID?"). Decree 118/2025 Art. 24 leaves the amounts to the law on fees and charges.

Reductions do not add up: where several apply, the one that leaves the least to pay counts (no text says that they add
up, and the citizen must not lose by a second right).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from shared.domain.procedure import Procedure, in_force
from shared.failures import Sentence


def dong(amount: int) -> Sentence:
    """An amount in đồng as sentences write it: "8.000 đ", "8,000 VND"."""
    return Sentence(f"{amount:,} đ".replace(",", "."), f"{amount:,} VND")


@dataclass(frozen=True, slots=True)
class FeeStep:
    """From the `from_unit`-th unit (trang thứ …) on, each costs `amount_vnd` đồng; units count from 1."""

    from_unit: int
    amount_vnd: int


@dataclass(frozen=True, slots=True)
class FeeScale:
    """A fee with steps (mức thu lũy tiến), as for certified copies: so much a page, at most so much a copy.

    `steps` in rising order, the first from 1. `unit_*` is what the steps count ("trang"), `piece_*` what `most_vnd`
    bounds ("bản"); `most_vnd` None: no bound.
    """

    unit_vi: str
    unit_en: str
    piece_vi: str
    piece_en: str
    steps: tuple[FeeStep, ...]
    most_vnd: int | None = None

    def of_piece(self, units: int) -> int:
        """The fee in đồng of one piece with `units` units."""
        total = 0
        for place, step in enumerate(self.steps):
            last = self.steps[place + 1].from_unit - 1 if place + 1 < len(self.steps) else units
            total += max(min(units, last) - step.from_unit + 1, 0) * step.amount_vnd
        return total if self.most_vnd is None else min(total, self.most_vnd)


@dataclass(frozen=True, slots=True)
class FeeRule:
    """One dated rule (quy định mức thu) for the procedures with these codes.

    Exactly one of `amount_vnd` (per unit of the catalogue), `scale` and `percent_off` (1 to 100, 100 waives) is set.
    `condition_*`: what must be true of the applicant for it, "" for everybody. `valid_from`, `valid_to`: both included.
    """

    id: str
    procedures: tuple[str, ...]
    name_vi: str
    name_en: str
    basis: str
    amount_vnd: int | None = None
    scale: FeeScale | None = None
    percent_off: int | None = None
    condition_vi: str = ""
    condition_en: str = ""
    valid_from: date | None = None
    valid_to: date | None = None

    @property
    def condition(self) -> Sentence:
        """The question to the officer."""
        return Sentence(self.condition_vi, self.condition_en or self.condition_vi)

    @property
    def sets_the_fee(self) -> bool:
        """Whether it is the fee itself for everybody, and no reduction or exception."""
        return self.percent_off is None and not self.condition_vi


@dataclass(frozen=True, slots=True)
class FeeChoice:
    """What a procedure costs on a day, as far as the law says it (mức thu áp dụng).

    `amount_vnd` per `unit` ("" for the whole dossier), or `scale`; both None: no fixed amount, the officer knows it.
    `name` is that of the rule that sets it, "" for the catalogue's. `always`: reductions for everybody; `questions`:
    rules with a condition, to be ticked. `text` is the catalogue's.
    """

    amount_vnd: int | None
    unit: str
    scale: FeeScale | None
    text: str
    basis: str
    name: str = ""
    always: tuple[FeeRule, ...] = ()
    questions: tuple[FeeRule, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether an amount can be worked out."""
        return self.amount_vnd is not None or self.scale is not None


@dataclass(frozen=True, slots=True)
class FeeDue:
    """A fee worked out (số tiền phải thu): before reductions, due, and the rule that was applied to it, if any."""

    full_vnd: int
    due_vnd: int
    applied: FeeRule | None = None


def fees_of(procedure: Procedure, rules: Sequence[FeeRule], day: date) -> FeeChoice:
    """What `procedure` costs on `day` by the catalogue and the rules in force; the later rule that sets it wins."""
    mine = [
        rule for rule in rules if procedure.code in rule.procedures and in_force(rule.valid_from, rule.valid_to, day)
    ]
    setting = max(
        (rule for rule in mine if rule.sets_the_fee), key=lambda rule: rule.valid_from or date.min, default=None
    )
    amount = procedure.fee_vnd if setting is None else setting.amount_vnd
    scale = None if setting is None else setting.scale
    return FeeChoice(
        amount_vnd=amount,
        unit=procedure.fee_per if amount is not None else "",
        scale=scale,
        text=procedure.fee_text,
        basis=setting.basis if setting else procedure.fee_text,
        name=setting.name_vi if setting else "",
        always=tuple(rule for rule in mine if rule.percent_off is not None and not rule.condition_vi),
        questions=tuple(rule for rule in mine if rule.condition_vi),
    )


def fee_due(choice: FeeChoice, ticked: frozenset[str] = frozenset(), units: int = 1, pieces: int = 1) -> FeeDue | None:
    """The fee for `pieces` pieces of `units` units each, when the rules `ticked` (ids) apply; None when not known.

    Without a scale, `pieces` counts what the catalogue's amount is for (bản, thẻ, …) and `units` says nothing.
    """
    full = _full(choice, units, pieces)
    if full is None:
        return None
    best = FeeDue(full, full)
    for rule in (*choice.always, *(each for each in choice.questions if each.id in ticked)):
        reduced = _reduced(rule, full, units, pieces)
        if reduced < best.due_vnd:
            best = FeeDue(full, reduced, rule)
    return best


def _full(choice: FeeChoice, units: int, pieces: int) -> int | None:
    if choice.scale is not None:
        return choice.scale.of_piece(units) * pieces
    return None if choice.amount_vnd is None else choice.amount_vnd * pieces


def _reduced(rule: FeeRule, full: int, units: int, pieces: int) -> int:
    if rule.percent_off is not None:
        return full * (100 - rule.percent_off) // 100
    if rule.scale is not None:
        return rule.scale.of_piece(units) * pieces
    return full if rule.amount_vnd is None else rule.amount_vnd * pieces

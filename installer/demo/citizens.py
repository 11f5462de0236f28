"""Who comes on the sample morning, when, for what, and how content they will be. The same seed makes the same day."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from resources.sample_ward.load import SampleCitizen, arrival_minutes, sample_citizens

OPENS, CLOSES = time(7, 30), time(11, 0)
_TODAY = date(2026, 11, 23)
_ADULT_YEARS, _ELDERLY_YEARS = 18, 60

Rater = Literal["kiosk", "phone"]
Checker = Literal["scan", "type"]


@dataclass(frozen=True, slots=True)
class Errand:
    """A procedure that somebody comes for (việc cần làm): its line, what the officer types to find it, its name."""

    line: str
    code: str
    typed: str
    department: str


@dataclass(frozen=True, slots=True)
class Rating:
    """What somebody will say of the visit (đánh giá): where, the score, a reason, a comment (phones only)."""

    where: Rater
    score: int
    reason: str | None = None
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit (lượt đến). `arrives` says when, from 0 (the first of the morning) to 1 (the last).

    `errand` is None for those who only ask; `check` says how the citizen looks the dossier up at the kiosk afterwards.
    `stays` is False for somebody who takes a number and leaves; `belongs_to` is the line that the officer sends on to.
    `submitter` stands at the counter with an authorisation by `citizen`, who stays at home.
    """

    citizen: SampleCitizen
    arrives: float
    line: str
    priority: str | None = None
    errand: Errand | None = None
    rating: Rating | None = None
    check: Checker | None = None
    stays: bool = True
    belongs_to: str | None = None
    submitter: SampleCitizen | None = None


CIVIL, ECONOMY, LAND, POLICE, SOCIAL = "van-phong", "kinh-te", "dat-dai", "cong-an", "van-hoa-xa-hoi"

ERRANDS = (
    Errand("A", "1.001193", "khai sinh", CIVIL),
    Errand("A", "1.000894", "ket hon", CIVIL),
    Errand("A", "1.004873", "tinh trang hon nhan", CIVIL),
    Errand("A", "2.000635", "trich luc ho tich", CIVIL),
    Errand("A", "1.004859", "cai chinh ho tich", CIVIL),
    Errand("A", "1.004884", "dang ky lai khai sinh", CIVIL),
    Errand("E", "1.001612", "thanh lap ho kinh doanh", ECONOMY),
    Errand("E", "2.000720", "thay doi noi dung ho kinh doanh", ECONOMY),
    Errand("E", "1.001266", "cham dut ho kinh doanh", ECONOMY),
    Errand("B", "1.012783", "cap doi giay chung nhan quyen su dung dat", LAND),
    Errand("B", "1.012786", "cap lai giay chung nhan bi mat", LAND),
    Errand("C", "1.004194", "dang ky tam tru", POLICE),
    Errand("C", "1.002755", "gia han tam tru", POLICE),
    Errand("D", "1.001731", "chi phi mai tang", SOCIAL),
    Errand("D", "1.001653", "cap lai giay xac nhan khuyet tat", SOCIAL),
)
"""Procedures of the catalogue that people come for most."""

_LINES = "AAEACBAEDAACAEBADAEACABEADACEBAADEAC"
"""The lines of the first visits, in the order in which people come."""

_ASKING_ONLY = frozenset({5, 13, 20, 28, 33})
_LEAVES, _WRONG_LINE, _AUTHORISED = 15, 22, 10
_COMMENTS = ("Cán bộ hướng dẫn rất dễ hiểu, cảm ơn!", "Chờ hơi lâu nhưng làm nhanh.", "")
_REASONS = {3: ("attitude", "guidance", "time"), 2: ("waiting", "time"), 1: ("waiting",)}


def first_visits(seed: int) -> tuple[Visit, ...]:
    """Those who come to hand something in or to ask, earliest first."""
    chance = random.Random(seed)  # noqa: S311  # a sample, not a secret
    minutes = arrival_minutes(seed, len(_LINES), OPENS, CLOSES)
    first, last = minutes[0], minutes[-1]
    people = [citizen for citizen in sample_citizens() if _age(citizen) >= _ADULT_YEARS]
    chance.shuffle(people)
    errands = {line: [errand for errand in ERRANDS if errand.line == line] for line in set(_LINES)}
    visits = []
    for place, line in enumerate(_LINES):
        asks = place in _ASKING_ONLY or place in (_LEAVES, _WRONG_LINE)
        choices = errands[line]
        errand = None if asks else choices[place % len(choices)]
        citizen = people[place % len(people)]
        visits.append(
            Visit(
                citizen=citizen,
                arrives=(minutes[place] - first) / (last - first),
                line=line,
                priority=_priority(citizen, place),
                errand=errand,
                rating=None if place == _LEAVES else _rating(chance, place),
                check=_check(place) if errand else None,
                stays=place != _LEAVES,
                belongs_to="E" if place == _WRONG_LINE else None,
                submitter=people[-1] if place == _AUTHORISED else None,
            )
        )
    return tuple(visits)


def _age(citizen: SampleCitizen) -> int:
    born = citizen.birth_date
    return _TODAY.year - born.year - ((_TODAY.month, _TODAY.day) < (born.month, born.day))


def _priority(citizen: SampleCitizen, place: int) -> str | None:
    if _age(citizen) >= _ELDERLY_YEARS:
        return "elderly"
    if place == 8 and citizen.sex == "Nữ":
        return "pregnant"
    return "disabled" if place == 17 else None


def _rating(chance: random.Random, place: int) -> Rating | None:
    if place % 3:
        return None
    score = chance.choices((3, 2, 1), (7, 2, 1))[0]
    reason = chance.choice(_REASONS[score])
    if place % 2:
        return Rating("phone", score, reason, chance.choice(_COMMENTS))
    return Rating("kiosk", score, reason)


def _check(place: int) -> Checker | None:
    return {1: "scan", 7: "type", 10: "scan", 19: "scan", 30: "type"}.get(place)  # type: ignore[return-value]

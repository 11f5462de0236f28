"""Other agencies that a dossier concerns: those asked to take part (phối hợp), and the competent one elsewhere.

A coordinating agency answers within a limit of its own, which the slip to it states (Decree 118/2025 Art. 19(4),
20(2)(a)); the dossier's promise is not changed by it. The competent agency of a dossier received out of its area (phi
địa giới) is another thing: the time limit of the whole dossier counts from when that agency receives it (Art. 17(3) as
amended by Decree 309 Art. 8(3)).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from shared.domain.replacing import replace

CoordinationTopic = Literal["opinion", "verification", "financial_duty", "site_check", "records", "other"]
"""Cho ý kiến, xác minh, xác định nghĩa vụ tài chính, kiểm tra thực địa, cung cấp hồ sơ gốc, việc khác."""

CoordinationAnswer = Literal["given", "not_needed"]
"""Đã trả lời; không cần nữa (hỏi nhầm, hoặc đã có thông tin từ nơi khác)."""

WORKING_DAYS_TO_ANSWER = (1, 2, 3, 5, 7, 10, 15)
"""The limits that are offered for an agency's answer, in working days."""


@dataclass(frozen=True, slots=True)
class Coordination:
    """One request to an agency (phiếu chuyển xử lý): who asked which agency for what, and until when.

    `words` is the SHA-256 of the personal record with what was written about it. `answer_by`: the agency's own limit,
    `working_days` after the request. `answered_at` None: it is waited for. `late`: the answer came after the limit.
    """

    unit: str
    agency: str
    topic: CoordinationTopic
    words: str | None
    working_days: int
    answer_by: datetime
    asked_at: datetime
    asked_by: str
    answer: CoordinationAnswer | None = None
    answered_at: datetime | None = None
    answered_by: str | None = None
    late: bool = False


@dataclass(frozen=True, slots=True)
class Competent:
    """The agency that decides a dossier received out of its area (cơ quan có thẩm quyền ngoài địa bàn).

    `reach_by`: until when its paper must be there, one working day after the receipt (Decree 118/2025 Art. 20(1)(a));
    `reached_at`: when the agency received it, which starts the time limit; `late`: after `reach_by`.
    """

    agency: str
    reach_by: datetime
    reached_at: datetime | None = None
    recorded_by: str | None = None
    late: bool = False


Coordinations = tuple[Coordination, ...]


class Concerned(Protocol):
    """What concerns other agencies: a dossier."""

    @property
    def coordinations(self) -> Coordinations:
        """The agencies that were asked to take part."""
        ...

    @property
    def competent(self) -> Competent | None:
        """The agency that decides it elsewhere."""
        ...


def agencies_of(found: Concerned) -> tuple[str, ...]:
    """The ids of the other agencies that it concerns, each once."""
    competent = () if found.competent is None else (found.competent.agency,)
    return tuple(dict.fromkeys((*competent, *(each.agency for each in found.coordinations))))


def open_place(coordinations: Coordinations, agency: str) -> int | None:
    """The place of the request to `agency` that waits for its answer, None when there is none."""
    return next(
        (place for place, each in enumerate(coordinations) if each.agency == agency and each.answered_at is None), None
    )


def answered(
    coordinations: Coordinations, place: int, at: datetime, by: str, answer: CoordinationAnswer, *, late: bool
) -> Coordinations:
    """With the request at `place` answered."""
    done = replace(coordinations[place], answer=answer, answered_at=at, answered_by=by, late=late)
    return (*coordinations[:place], done, *coordinations[place + 1 :])

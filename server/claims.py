"""Claims of the next ticket: those that wait while one transaction commits are answered together in the next one.

However many counters press at once, the disk is waited for once. Each claim still is decided on its own, in turn, under
the office's lock.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from server.callers import refusals_of
from server.claim_group import claim_together
from server.offices import Offices
from server.writing_lane import WritingLane
from shared.actions.call_next import ClaimRule, Press
from shared.failures import Refusal
from shared.journal.event import Event
from shared.replication.signing import Caller

LARGEST_GROUP = 64


@dataclass(frozen=True, slots=True)
class Claim:
    """One press, and who sent it (yêu cầu gọi số)."""

    caller: Caller
    press: Press


Outcome = Event | None | Refusal
"""The call event, None when nobody waits, or why the claim was refused."""


class Claims:
    """Answers claims in groups. Used from one event loop."""

    def __init__(self, offices: Offices, lane: WritingLane) -> None:
        self._offices = offices
        self._lane = lane
        self._waiting: list[tuple[Claim, asyncio.Future[Outcome]]] = []
        self._answering: asyncio.Task[None] | None = None

    async def answer(self, claim: Claim) -> Event | None:
        """The call event for `claim`, None when nobody waits. Raises what refuses it."""
        future: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        self._waiting.append((claim, future))
        if self._answering is None or self._answering.done():
            self._answering = asyncio.create_task(self._answer_all())
        outcome = await future
        if isinstance(outcome, Refusal):
            raise outcome
        return outcome

    async def _answer_all(self) -> None:
        while self._waiting:
            office = self._waiting[0][0].caller.office
            group = [each for each in self._waiting if each[0].caller.office == office][:LARGEST_GROUP]
            self._waiting = [each for each in self._waiting if each not in group]
            claims = [claim for claim, _ in group]
            try:
                outcomes = await self._lane.run(lambda office=office, claims=claims: self._decide(office, claims))  # type: ignore[misc]
            except Exception as error:  # noqa: BLE001  # whoever waits must hear of it
                for _, future in group:
                    if not future.done():
                        future.set_exception(error)
                continue
            for (_, future), outcome in zip(group, outcomes, strict=True):
                if not future.done():
                    future.set_result(outcome)

    def _decide(self, office: str, claims: Sequence[Claim]) -> list[Outcome]:
        """Decides `claims` in one transaction; what it answers has been committed."""
        with self._offices.journal(office).writing() as writer:
            rule = ClaimRule(self._offices.reference(office).read(writer.connection).priority_bound)
            refused = refusals_of(writer.connection, [claim.caller for claim in claims])
            admitted = [claim.press for claim, refusal in zip(claims, refused, strict=True) if refusal is None]
            events = iter(claim_together(writer, rule, admitted))
            return [next(events) if refusal is None else refusal for refusal in refused]

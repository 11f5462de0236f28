"""Claims of the next ticket: those that wait for the office's lock are answered together once it is there.

However many counters press at once, the disk is waited for once. Each claim still is decided on its own, in its turn.
"""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass

from server.callers import refusals_of
from server.claim_group import claim_together
from server.claim_heard import not_heard_yet
from server.claim_queue import ClaimQueue
from server.offices import Offices
from server.refusals import HttpRefusal
from server.writing_lane import WritingLane
from shared.actions.as_officer import as_officer
from shared.actions.call_next import ClaimRule, Press
from shared.domain.office import Office
from shared.failures import Refusal
from shared.journal.event import Event
from shared.replication.claim_messages import CalledAlone
from shared.replication.signing import Caller

LARGEST_GROUP = 64


@dataclass(frozen=True, slots=True)
class Claim:
    """One press, and who sent it (yêu cầu gọi số)."""

    caller: Caller
    press: Press
    called: CalledAlone | None = None


Outcome = Event | None | Refusal
"""The call event, None when nobody waits, or why the claim was refused."""


Waiting = tuple[Claim, "asyncio.Future[Outcome]"]


class Claims:
    """Answers claims in groups. Used from one event loop."""

    def __init__(self, offices: Offices, lane: WritingLane) -> None:
        self._offices = offices
        self._lane = lane
        self._waiting: dict[str, deque[Waiting]] = {}
        self._answering: dict[str, asyncio.Task[None]] = {}
        self._queues: dict[str, ClaimQueue] = {}

    async def answer(self, claim: Claim) -> Event | None:
        """The call event for `claim`, None when nobody waits. Raises what refuses it."""
        office = claim.caller.office
        future: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(office, deque()).append((claim, future))
        answering = self._answering.get(office)
        if answering is None or answering.done():
            self._answering[office] = asyncio.create_task(self._answer_all(office))
        outcome = await future
        if isinstance(outcome, Refusal):
            raise outcome
        return outcome

    async def _answer_all(self, office: str) -> None:
        waiting = self._waiting[office]
        while waiting:
            group: list[Waiting] = []
            try:
                outcomes = await self._lane.run_short(lambda group=group: self._decide(office, group))  # type: ignore[misc]
            except Exception as error:  # noqa: BLE001  # whoever waits must hear of it
                group += _taken_from(waiting)
                for _, future in group:
                    if not future.done():
                        future.set_exception(error)
                continue
            for (_, future), outcome in zip(group, outcomes, strict=True):
                if not future.done():
                    future.set_result(outcome)

    def _decide(self, office: str, group: list[Waiting]) -> list[Outcome]:
        """Decides in one transaction what waits when the office's lock is there, and puts it into `group`.

        What it answers has been committed.
        """
        queue = self._queues.setdefault(office, ClaimQueue())
        with self._offices.journal(office).writing() as writer:
            group += _taken_from(self._waiting[office])
            if not group:
                return []
            claims = [claim for claim, _ in group]
            known = self._offices.reference(office).read(writer.connection)
            rule = ClaimRule(known.priority_bound)
            refused = [
                refusal
                or _not_allowed(known, claim.press)
                or not_heard_yet(writer.connection, claim.caller, claim.called)
                for claim, refusal in zip(claims, refusals_of(writer, [claim.caller for claim in claims]), strict=True)
            ]
            admitted = [claim.press for claim, refusal in zip(claims, refused, strict=True) if refusal is None]
            events = iter(claim_together(writer, rule, admitted, queue))
            outcomes: list[Outcome] = [next(events) if refusal is None else refusal for refusal in refused]
        queue.keep(writer)
        return outcomes


def _not_allowed(office: Office, press: Press) -> HttpRefusal | None:
    """Why `press` may not call: its officer is nobody of the office's staff, or has no such right."""
    try:
        as_officer(office, press.officer, "call")
    except Refusal as refusal:
        return HttpRefusal(403, refusal.code, refusal.sentence.vi, refusal.sentence.en)
    return None


def _taken_from(waiting: deque[Waiting]) -> list[Waiting]:
    """The first of those who wait, who wait no longer. A deque may be filled and emptied by different threads."""
    return [waiting.popleft() for _ in range(min(len(waiting), LARGEST_GROUP))]

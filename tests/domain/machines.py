"""Machines that know nothing of each other until they talk to the server: what each has heard, and what it makes of it.

A machine here is the pure part of one: the facts that it has, folded by the rules; commands are decided on that alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from shared.domain import dossier, handover, settling
from shared.domain.custody import ONE_STOP
from shared.domain.dossier import Dossier, MarkResultReady
from shared.domain.fact import Fact, Recorded, fold
from shared.domain.handover import Accept, Cancel, Handover, Listed, Offer, OnPaper, RefusalReason
from shared.domain.office_record import UnitKind

from .stories import record
from .test_dossier_progress import RECEIVE

DEPARTMENT = "van-phong"
ECONOMY = "kinh-te"
KINDS: Mapping[str, UnitKind] = {ONE_STOP: "one_stop", DEPARTMENT: "department", ECONOMY: "department"}


class Machine:
    """A machine of `unit`, at which `officer` works."""

    def __init__(self, name: str, unit: str, officer: str) -> None:
        self.name, self.unit, self.officer = name, unit, officer
        self.facts: dict[tuple[object, ...], Recorded] = {}
        self.subjects: dict[str, list[Recorded]] = defaultdict(list)
        self.lamport = 0
        self._folded: dict[str, Any] = {}

    def write(self, facts: Iterable[Fact], officer: str | None = None) -> None:
        """Writes what was decided."""
        for fact in facts:
            self.lamport += 1
            self.take_in([record(fact, self.lamport, actor=officer or self.officer, device=self.name)])

    def take_in(self, facts: Iterable[Recorded]) -> None:
        """Hears of what others wrote, or itself."""
        for fact in facts:
            if fact.order not in self.facts:
                self.facts[fact.order] = fact
                self.subjects[fact.subject].append(fact)
                self._folded.pop(fact.subject, None)
                self.lamport = max(self.lamport, fact.order[0])

    def talk_to(self, server: Machine) -> None:
        """Both hear everything that the other has."""
        server.take_in(list(self.facts.values()))
        self.take_in(list(server.facts.values()))

    def state(self, subject: str) -> Any:
        """A dossier or a handover as this machine sees it; None while it has not heard how it began."""
        if subject not in self._folded:
            evolve = handover.evolve if subject.startswith("h") else dossier.evolve
            self._folded[subject] = fold(evolve, self.subjects.get(subject, ()))  # type: ignore[type-var]
        return self._folded[subject]

    def papers(self) -> list[Dossier]:
        """The dossiers that it knows."""
        return [self.state(each) for each in sorted(self.subjects) if each.startswith("d") and self.state(each)]

    def handovers(self) -> list[Handover]:
        """The handovers that it knows."""
        return [self.state(each) for each in sorted(self.subjects) if each.startswith("h") and self.state(each)]

    def offer(self, identity: str, receiver: str, *papers: str, fee_vnd: int = 0) -> None:
        """The officer here signs for giving."""
        listed = tuple(Listed("dossier", self.state(each), fee_vnd) for each in papers)
        offered = Offer(identity, identity.upper(), self.unit, receiver, listed, KINDS[self.unit], KINDS[receiver])
        self.write(handover.decide(None, offered))

    def accept(
        self,
        identity: str,
        *,
        missing: tuple[str, ...] = (),
        refused: Mapping[str, RefusalReason] | None = None,
        code: OnPaper | None = None,
        counted_vnd: int | None = None,
        officer: str | None = None,
    ) -> None:
        """The officer here counts and signs for having received; `code`: from the giver's paper."""
        count = Accept(self.unit, missing, refused=refused or {}, on_paper=code, counted_vnd=counted_vnd, id=identity)
        self.write(handover.decide(self.state(identity), count), officer)

    def cancel(self, identity: str, officer: str | None = None) -> None:
        """The officer here takes the list back."""
        self.write(handover.decide(self.state(identity), Cancel(self.unit)), officer)

    def settle(self, identity: str, item: str, settled_as: handover.SettledAs) -> None:
        """A difference is settled here: a paper that was missing."""
        self.write(handover.decide(self.state(identity), handover.Settle(self.unit, "missing", item, settled_as)))

    def settle_conflict(self, subject: str, code: str, *, other: bool = False) -> None:
        """Somebody says what holds: what is recorded, or the `other` answer where there is one."""
        state = self.state(subject)
        found = next(each for each in state.conflicts if each.code == code)
        choice = found.choice if other and found.choice else settling.ACCEPTED
        prefix = "handover" if subject.startswith("h") else "dossier"
        self.write(settling.decide(state, settling.Settle(subject, prefix, code, choice)))


def code_of(known: Handover) -> OnPaper:
    """What the giver's printed code says of a handover."""
    return OnPaper(
        number=known.number,
        giver=known.giver,
        receiver=known.receiver,
        giver_kind=known.giver_kind,
        receiver_kind=known.receiver_kind,
        papers=known.papers,
        fees=known.fees,
        offered_by=known.offered_by,
        offered_at=known.offered_at,
    )


class Office:
    """Two machines of the one-stop office, two of a department, one of another, and the server."""

    def __init__(self, dossiers: int = 1) -> None:
        self.here, self.beside = Machine("counter-1", ONE_STOP, "staff-1"), Machine("counter-2", ONE_STOP, "staff-2")
        self.there, self.upstairs = Machine("dept-3", DEPARTMENT, "staff-5"), Machine("dept-4", DEPARTMENT, "staff-7")
        self.economy = Machine("dept-5", ECONOMY, "staff-6")
        self.server = Machine("server", "", "server")
        self.papers = tuple(f"d{number}" for number in range(1, dossiers + 1))
        for number, paper in enumerate(self.papers, start=1):
            receive = replace(RECEIVE, id=paper, code=f"H99.99.01-261123-{1000 + number}")
            self.here.write(dossier.decide(None, receive))
            self.here.write(dossier.decide(self.here.state(paper), MarkResultReady(ONE_STOP, "granted")))
        self.talk()

    @property
    def machines(self) -> tuple[Machine, ...]:
        """The machines at which people work."""
        return self.here, self.beside, self.there, self.upstairs, self.economy

    def talk(self) -> None:
        """Everybody hears everything."""
        for _ in range(2):
            for each in self.machines:
                each.talk_to(self.server)

    def talked(self, paper: str = "d1") -> Dossier:
        """The dossier after everybody has heard everything; all see the same."""
        self.talk()
        seen = [each.state(paper) for each in self.machines]
        assert all(each == seen[0] for each in seen)
        state: Dossier = seen[0]
        return state

"""The book of the sample office: folds the domain's facts in memory, in the order they are written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar

from shared.clock import Clock
from shared.domain import consignment as consignments
from shared.domain import delivery as deliveries
from shared.domain import dossier as dossiers
from shared.domain import handover as handovers
from shared.domain import issued_form
from shared.domain import payment as payments
from shared.domain import ticket as tickets
from shared.domain.consignment import Consignment
from shared.domain.delivery import Delivery
from shared.domain.dossier import Dossier
from shared.domain.fact import Evolve, Fact, Recorded, State, step
from shared.domain.handover import Handover
from shared.domain.issued_form import IssuedForm
from shared.domain.payment import Payment
from shared.domain.ticket import Ticket

S = TypeVar("S", bound=State)
_DEVICE = "counter-sample"


class SampleBook:
    """What has happened in the sample office.

    Attributes: `tickets`, `dossiers`, `handovers`, `payments`, `consignments`, `deliveries` by their ids; `people`,
    personal records by their digest; `facts`, all of them in their order.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._written = 0
        self.tickets: dict[str, Ticket] = {}
        self.dossiers: dict[str, Dossier] = {}
        self.handovers: dict[str, Handover] = {}
        self.forms: dict[str, IssuedForm] = {}
        self.payments: dict[str, Payment] = {}
        self.consignments: dict[str, Consignment] = {}
        self.deliveries: dict[str, Delivery] = {}
        self.people: dict[str, dict[str, object]] = {}
        self.facts: list[Recorded] = []

    def write(self, facts: Iterable[Fact], actor: str, at: datetime | None = None) -> None:
        """Takes `facts` in, recorded by `actor` at `at` (now, if not said)."""
        for fact in facts:
            recorded = self._recorded(fact, actor, at or self._clock.now())
            self.facts.append(recorded)
            kind = fact.kind.split(".")[0]
            if kind == "ticket":
                _fold_in(self.tickets, tickets.evolve, recorded)
            elif kind == "dossier":
                _fold_in(self.dossiers, dossiers.evolve, recorded)
            elif kind == "payment":
                _fold_in(self.payments, payments.evolve, recorded)
            elif kind == "consignment":
                _fold_in(self.consignments, consignments.evolve, recorded)
            elif kind == "delivery":
                _fold_in(self.deliveries, deliveries.evolve, recorded)
            elif kind == "form":
                _fold_in(self.forms, issued_form.evolve, recorded)
            else:
                _fold_in(self.handovers, handovers.evolve, recorded)

    def now(self) -> datetime:
        """The time in the sample office."""
        return self._clock.now()

    def new_id(self, kind: str) -> str:
        """A further id."""
        return f"{kind}-{self._written + 1:04d}"

    def _recorded(self, fact: Fact, actor: str, at: datetime) -> Recorded:
        self._written += 1
        digest = None
        if fact.personal is not None:
            digest = hashlib.sha256(repr(sorted(fact.personal.items())).encode()).hexdigest()
            self.people[digest] = dict(fact.personal)
        return Recorded(
            fact.subject, fact.kind, fact.data, digest, actor, _DEVICE, at, (self._written, _DEVICE, 1, self._written)
        )


def _fold_in(states: dict[str, S], evolve: Evolve[S], fact: Recorded) -> None:
    state = step(evolve, states.get(fact.subject), fact)
    if state is not None:
        states[fact.subject] = state

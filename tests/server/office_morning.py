"""An office in mid-morning: tickets and dossiers in every state, as the public pages show them."""

from __future__ import annotations

import uuid
from datetime import timedelta

from shared.domain.fact import Fact
from tests.server.facts import dossier_received, ticket_issued
from tests.server.running import RunningServer

COUNTER = "quay-1"


class Morning:
    """Tickets and dossiers by the state they are in; `tickets` and `dossiers` give the tokens."""

    def __init__(self, server: RunningServer) -> None:
        self._server = server
        self.tickets: dict[str, str] = {}
        self.dossiers: dict[str, str] = {}
        self._write(Fact(str(uuid.uuid4()), "desk.opened", {"counter": COUNTER, "lines": ["A", "C"]}))
        self._open_tickets()
        self._open_dossiers()

    def _write(self, *facts: Fact) -> None:
        with self._server.journal().writing() as writer:
            writer.append("staff-1", facts)

    def _open_tickets(self) -> None:
        names = ("done", "absent", "parked", "called", "next", "waiting", "last")
        facts = dict(zip(names, (ticket_issued(number) for number in range(1, 8)), strict=True))
        facts["old"] = ticket_issued(8, date="2026-11-20")
        for name, fact in facts.items():
            self.tickets[name] = str(fact.data["token"])
            self._write(fact)
            self._server.clock.advance(timedelta(minutes=2))
        for name in ("done", "absent", "parked", "called"):
            subject = facts[name].subject
            call = {"counter": COUNTER, "desk": "desk", "key": str(uuid.uuid4()), "mode": "claimed"}
            self._write(Fact(subject, "ticket.called", call))
            if name != "called":
                self._write(Fact(subject, f"ticket.{name}", {"counter": COUNTER}))

    def _open_dossiers(self) -> None:
        facts = {name: dossier_received(n) for n, name in enumerate(("received", "processing", "ready", "returned"), 1)}
        for name, fact in facts.items():
            self.dossiers[name] = str(fact.data["token"])
            self._write(fact)
        for name in ("processing", "ready", "returned"):
            self._move(facts[name].subject, "one_stop", "van-phong")
        for name in ("ready", "returned"):
            subject = facts[name].subject
            self._write(Fact(subject, "dossier.result_ready", {"unit": "van-phong", "outcome": "granted"}))
            self._move(subject, "van-phong", "one_stop")
        self._write(Fact(facts["returned"].subject, "dossier.returned", {"collector": "applicant"}))

    def _move(self, subject: str, giver: str, receiver: str) -> None:
        handover = str(uuid.uuid4())
        self._write(
            Fact(subject, "dossier.sent", {"handover": handover, "giver": giver, "receiver": receiver}),
            Fact(subject, "dossier.taken", {"handover": handover}),
        )

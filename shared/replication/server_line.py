"""A device's line to its server: the questions it can ask, each signed on its lane."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Protocol

from shared.journal.node import Node
from shared.replication.claim_messages import CLAIM_PATH, ClaimAnswer, ClaimQuestion, claim_to_bytes, read_claim_answer
from shared.replication.heartbeat_messages import HEARTBEAT_PATH, Heartbeat, heartbeat_to_bytes
from shared.replication.http_transport import HttpTransport, Incoming, Outgoing
from shared.replication.messages import (
    PUSH_PATH,
    REFERENCE_PATH,
    PullAnswer,
    PullQuestion,
    Push,
    PushAnswer,
    ReferenceAnswer,
    push_to_bytes,
    read_pull_answer,
    read_push_answer,
    read_reference_answer,
)
from shared.replication.refusals import answer_unreadable
from shared.replication.request_counters import RequestCounters
from shared.replication.signing import LANES, Caller, Lane, Signable, Signer

_GRACE_SECONDS = 15.0
_CLAIM_CONNECT_SECONDS = 0.5
_CLAIM_READ_SECONDS = 1.0
_HEARTBEAT_CONNECT_SECONDS = 0.5
_HEARTBEAT_READ_SECONDS = 1.0


class Line(Protocol):
    """What a device asks its server. Every call may raise EnvironmentFailure."""

    def push(self, push: Push) -> PushAnswer:
        """Sends a stretch of the log, or asks how far the server has it."""
        ...

    def pull(self, question: PullQuestion) -> PullAnswer:
        """Asks for what is new; waits at the server as long as the question says."""
        ...

    def reference(self) -> ReferenceAnswer:
        """Asks for the office's reference data."""
        ...

    def interrupt(self) -> None:
        """Ends the calls under way, from another thread."""
        ...


class ServerLine:
    """The line over HTTP: one connection a lane, one request at a time on each."""

    def __init__(self, node: Node, counters: RequestCounters, ca: Path | None = None) -> None:
        self._office = node.office
        self._device = node.device
        self._counters = counters
        self._signer = Signer(node.private_key)
        self._transports = {lane: HttpTransport(node.server_url, ca) for lane in LANES}

    def push(self, push: Push) -> PushAnswer:
        """Sends a stretch of the log, or asks how far the server has it."""
        incoming = self.ask("push", Outgoing("POST", PUSH_PATH, push_to_bytes(push)), frozenset({200, 409}))
        try:
            answer = read_push_answer(incoming.body)
        except ValueError as problem:
            raise answer_unreadable() from problem
        if (answer.outcome == "taken") != (incoming.status == 200):
            raise answer_unreadable()
        return answer

    def pull(self, question: PullQuestion) -> PullAnswer:
        """Asks for what is new; waits at the server as long as the question says."""
        outgoing = Outgoing("GET", question.target(), read_seconds=question.wait + _GRACE_SECONDS)
        incoming = self.ask("pull", outgoing)
        try:
            return read_pull_answer(incoming.body)
        except ValueError as problem:
            raise answer_unreadable() from problem

    def reference(self) -> ReferenceAnswer:
        """Asks for the office's reference data."""
        incoming = self.ask("pull", Outgoing("GET", REFERENCE_PATH))
        try:
            return read_reference_answer(incoming.body)
        except ValueError as problem:
            raise answer_unreadable() from problem

    def claim(self, question: ClaimQuestion) -> ClaimAnswer:
        """Claims the next ticket; gives up after about a second and a half."""
        outgoing = Outgoing(
            "POST",
            CLAIM_PATH,
            claim_to_bytes(question),
            read_seconds=_CLAIM_READ_SECONDS,
            connect_seconds=_CLAIM_CONNECT_SECONDS,
        )
        incoming = self.ask("line", outgoing)
        try:
            return read_claim_answer(incoming.body)
        except ValueError as problem:
            raise answer_unreadable() from problem

    def heartbeat(self, heartbeat: Heartbeat) -> None:
        """Tells the server that this device lives; gives up as soon as a claim does, which uses the same lane."""
        outgoing = Outgoing(
            "POST",
            HEARTBEAT_PATH,
            heartbeat_to_bytes(heartbeat),
            read_seconds=_HEARTBEAT_READ_SECONDS,
            connect_seconds=_HEARTBEAT_CONNECT_SECONDS,
        )
        self.ask("line", outgoing)

    def interrupt(self) -> None:
        """Ends the calls under way, from another thread."""
        for transport in self._transports.values():
            transport.interrupt()

    def close(self) -> None:
        """Gives the connections back."""
        for transport in self._transports.values():
            transport.close()

    def ask(self, lane: Lane, outgoing: Outgoing, accepted: frozenset[int] = frozenset({200})) -> Incoming:
        """Sends `outgoing`, signed, on `lane`; EnvironmentFailures as of `HttpTransport.exchange`."""
        caller = Caller(self._office, self._device, lane, self._counters.next(lane))
        signable = Signable(outgoing.method, outgoing.target, outgoing.body, caller)
        signed = replace(outgoing, headers=self._signer.headers(signable))
        return self._transports[lane].exchange(signed, accepted)

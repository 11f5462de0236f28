"""What comes in from other systems: online dossiers and results, each in one transaction with the answer to it.

The answer is kept under the sender's idempotency key and, of a dossier, under the portal's number, so that a request
that is repeated because its answer was lost does nothing twice and gets the same bytes again, whichever process of the
server it reaches. What is kept of the request is an HMAC under the sender's own key, which the server does not have:
nobody can try out numbers of citizens against it.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pydantic import BaseModel
from sqlalchemy import ColumnElement, select, update

from server.connections.clients import Client
from server.connections.feed import PORTAL_NUMBER
from server.connections.messages import (
    DossierReceived,
    Links,
    NewDossier,
    ResultMade,
    ResultRecorded,
    to_the_second,
    with_offset,
)
from shared.actions.receive_dossier import Reception, to_receive
from shared.domain import dossier
from shared.domain.authority import refuse_client_overstep
from shared.domain.dossier_state import Dossier
from shared.domain.fact import Fact
from shared.domain.national_states import national_state
from shared.domain.office import Office
from shared.failures import Refusal
from shared.identities import Identities
from shared.journal.dossier_queries import known_dossier
from shared.journal.inserting import insert_new
from shared.journal.journal import Writer
from shared.journal.node import Node
from shared.journal.read_model import DOSSIERS, milliseconds
from shared.journal.tables import client_answer as table

ONLINE_COUNTER = "online"
"""The counter that stands in the receipt of an online dossier."""

STATE_PATH = "/api/connect/v1/dossiers/{code}"
_RESERVED = b""
"""The answer of a row whose own transaction has not ended yet; nobody else ever reads it."""


@dataclass(frozen=True, slots=True)
class Sending:
    """One request of a client (một lần gửi). `names`: what its answer is kept under, the idempotency key first."""

    client: Client
    names: tuple[str, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class Answered:
    """The bytes of an answer; `again`: they were given before."""

    body: bytes
    again: bool


def sending(client: Client, key: str, idempotency_key: str, what: str, body: BaseModel, *further: str) -> Sending:
    """The request `body` for `what`; `key` is the client's own secret, `further` the other names of its answer."""
    text = f"{what}\n{body.model_dump_json()}"
    digest = hmac.new(key.encode("utf-8", "surrogateescape"), text.encode(), hashlib.sha256).hexdigest()
    return Sending(client, (f"key {idempotency_key}", *further), digest)


def portal_name(number: str) -> str:
    """Under which name the answer to the dossier with the portal's `number` is kept."""
    return f"portal {number}"


def once(writer: Writer, request: Sending, do: Callable[[], BaseModel]) -> Answered:
    """Does `do` in the transaction of `writer` unless the request was answered before. 409 `key_reused`."""
    rows = [_row(writer, request, name) for name in request.names]
    known: bytes | None = None
    for row in rows:
        # A process that is answering the same request at this moment is waited for here.
        insert_new(writer.connection, table, [row])
        digest, answer = writer.connection.execute(
            select(table.c.request_hash, table.c.answer).where(_is(request, str(row["key"])))
        ).one()
        if bytes(answer) == _RESERVED:
            continue
        if not hmac.compare_digest(str(digest), request.digest):
            raise _used_for_another(str(row["key"]))
        known = bytes(answer)
    body = known if known is not None else do().model_dump_json().encode()
    for name in request.names:
        writer.connection.execute(update(table).where(_is(request, name)).values(answer=body))
    return Answered(body, again=known is not None)


def submit(
    writer: Writer, identities: Identities, office: Office, node: Node, client: Client, new: NewDossier
) -> DossierReceived:
    """Receives an online dossier. The rules refuse what they refuse at the counter."""
    command = to_receive(writer, identities, office, node, _reception(new))
    facts = [
        replace(fact, data={**fact.data, PORTAL_NUMBER: new.portal_number}) for fact in dossier.decide(None, command)
    ]
    received = _done(writer, client, command.id, facts)
    return DossierReceived(
        dossier=received.id,
        code=received.code,
        token=received.token,
        office=office.id,
        portal_number=new.portal_number,
        state=national_state(received),
        received_at=to_the_second(received.received_at),
        due_at=with_offset(received.due_at),
        links=Links(
            follow=f"{office.public_url}/d/{received.token}", state=STATE_PATH.replace("{code}", received.code)
        ),
    )


def record_result(writer: Writer, client: Client, subject: str, made: ResultMade) -> ResultRecorded:
    """Records a result for the unit that has the dossier. Custody is not moved by what was decided elsewhere."""
    before = known_dossier(writer, subject)
    facts = dossier.decide(before, dossier.MarkResultReady(before.holder, made.outcome))
    ready = _done(writer, client, subject, facts)
    if ready.result_ready_at is None or ready.outcome is None:
        raise LookupError("a dossier without the result that was recorded")
    return ResultRecorded(
        dossier=ready.id,
        code=ready.code,
        state=national_state(ready),
        outcome=ready.outcome,
        result_at=to_the_second(ready.result_ready_at),
    )


def _done(writer: Writer, client: Client, subject: str, facts: Sequence[Fact]) -> Dossier:
    for fact in facts:
        refuse_client_overstep(client.rights, fact.kind)
    writer.append(client.actor, facts)
    state = writer.state(DOSSIERS, subject)
    if state is None:
        raise LookupError("a dossier has no state after its command")
    return state


def _reception(new: NewDossier) -> Reception:
    applicant: dict[str, object] = new.applicant.model_dump(mode="json")
    if new.submitter is not None:
        applicant["submitter"] = new.submitter.model_dump(mode="json")
    if new.return_address:
        applicant["return_address"] = new.return_address
    return Reception(
        procedure=new.procedure,
        channel="online",
        documents=tuple(dossier.GivenDocument(each.name, each.originals, each.copies) for each in new.documents),
        sets=new.sets,
        fee_vnd=new.fee_vnd,
        return_way=new.return_way,
        counter=ONLINE_COUNTER,
        ticket=None,
        applicant=applicant,
        submitted_by="applicant" if new.submitter is None else "authorised",
        online_service=new.online_service,
    )


def _row(writer: Writer, request: Sending, name: str) -> dict[str, object]:
    return {
        "office": request.client.office,
        "client": request.client.id,
        "key": name,
        "request_hash": request.digest,
        "status": 201,
        "answer": _RESERVED,
        "at": milliseconds(writer.now),
    }


def _is(request: Sending, name: str) -> ColumnElement[bool]:
    of_client = (table.c.office == request.client.office) & (table.c.client == request.client.id)
    return of_client & (table.c.key == name)


def _used_for_another(name: str) -> Refusal:
    if name.startswith("key "):
        return Refusal(
            "key_reused",
            "Khóa Idempotency-Key này đã dùng cho một yêu cầu khác. Yêu cầu trước vẫn giữ nguyên; hãy dùng khóa mới.",
            "This Idempotency-Key was used for another request, which stands. Use a new key for a new request.",
        )
    return Refusal(
        "portal_number_used",
        "Số hồ sơ của cổng này đã được gửi với nội dung khác. Hồ sơ trước vẫn giữ nguyên; hãy tra lại theo số đó.",
        "This portal number was submitted with other contents. The earlier dossier stands; look it up by its number.",
    )

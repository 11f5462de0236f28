"""How a new device is let in: it makes its key, shows the one-time code, and becomes a node of its office."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from shared.journal.engine import WRITING, failures_in_words
from shared.journal.node import Node, read_node, read_value, write_node, write_value
from shared.replication.enrolment_messages import (
    ENROLMENT_PATH,
    EnrolledKind,
    EnrolmentAnswer,
    EnrolmentQuestion,
    enrolment_to_bytes,
    read_enrolment_answer,
)
from shared.replication.http_transport import HttpTransport, Outgoing
from shared.replication.refusals import answer_unreadable
from shared.replication.signing import new_private_key, public_key_of

_UNUSED_KEY = "key_before_enrolment"


@dataclass(frozen=True, slots=True)
class Application:
    """What the person in front of the new device has typed (đăng ký thiết bị)."""

    server_url: str
    code: str
    kind: EnrolledKind
    name: str


def enrol(engine: Engine, application: Application, ca: Path | None = None) -> Node:
    """Enrols the device whose database is `engine` and answers the node it has become, committed.

    The key is kept before the question is asked: when the answer is lost, asking again with the same code gets the
    same answer. A device that is a node already answers it. EnvironmentFailure as of `HttpTransport.exchange`.
    """
    with failures_in_words(), engine.connect().execution_options(**WRITING) as connection, connection.begin():
        known = read_node(connection)
        private_key = read_value(connection, _UNUSED_KEY) or new_private_key()
        if known is None:
            write_value(connection, _UNUSED_KEY, private_key)
    if known is not None:
        return known
    question = EnrolmentQuestion(application.code, public_key_of(private_key), application.kind, application.name)
    node = _node(application, private_key, _ask(application.server_url, question, ca))
    with failures_in_words(), engine.connect().execution_options(**WRITING) as connection, connection.begin():
        write_node(connection, node)
        write_value(connection, _UNUSED_KEY, "")
    return node


def _ask(server_url: str, question: EnrolmentQuestion, ca: Path | None) -> EnrolmentAnswer:
    transport = HttpTransport(server_url, ca)
    try:
        incoming = transport.exchange(Outgoing("POST", ENROLMENT_PATH, enrolment_to_bytes(question)))
        return read_enrolment_answer(incoming.body)
    except ValueError as problem:
        raise answer_unreadable() from problem
    finally:
        transport.close()


def _node(application: Application, private_key: str, answer: EnrolmentAnswer) -> Node:
    return Node(
        office=answer.office,
        device=answer.device,
        kind=application.kind,
        name=answer.name,
        epoch=1,
        index=answer.index,
        kiosk_index=answer.kiosk_index,
        server_url=application.server_url.rstrip("/"),
        private_key=private_key,
    )

"""What a counter and its server say to each other when the next number is called."""

from __future__ import annotations

from dataclasses import dataclass

from shared.journal.event import sha256, to_json
from shared.journal.journal import PersonalRecord
from shared.replication.messages import personal_to_json, read_personal
from shared.replication.wire import Fields, read_fields

CLAIM_PATH = "/api/desk/next"
LONGEST_TEXT = 200
_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
"""Of lines, as reference data names them."""

NOT_HEARD_YET = "not_heard_yet"
"""The code of the refusal by which a server asks a counter to send its log first."""


@dataclass(frozen=True, slots=True)
class CalledAlone:
    """The last call that a counter made by itself (gọi khi mất kết nối): its epoch and number in the counter's log."""

    epoch: int
    seq: int


@dataclass(frozen=True, slots=True)
class ClaimQuestion:
    """A press of the key "next" (gọi số tiếp theo). `key` is one per press; `lines` are the letters served.

    `called`: the place in the counter's own log of the last call it made by itself and nobody has acknowledged; a
    server that has not heard of it would call that number again.
    """

    key: str
    counter: str
    desk: str
    officer: str
    lines: tuple[str, ...]
    called: CalledAlone | None = None


@dataclass(frozen=True, slots=True)
class ClaimAnswer:
    """The event of the call as the server wrote it, or None when nobody waits; with the personal records it names."""

    event: bytes | None
    personal: tuple[PersonalRecord, ...] = ()


def claim_to_bytes(question: ClaimQuestion) -> bytes:
    """The body of the request that claims."""
    return to_json(
        {
            "key": question.key,
            "counter": question.counter,
            "desk": question.desk,
            "officer": question.officer,
            "lines": list(question.lines),
            "called_in": question.called.epoch if question.called else None,
            "called_at": question.called.seq if question.called else None,
        }
    )


def read_claim(data: bytes) -> ClaimQuestion:
    """The press that `data` holds; ValueError for anything else, or texts that are empty or too long."""
    fields = read_fields(data)
    question = ClaimQuestion(
        key=fields.text("key"),
        counter=fields.text("counter"),
        desk=fields.text("desk"),
        officer=fields.text("officer"),
        lines=fields.texts("lines"),
        called=_called(fields),
    )
    texts = (question.key, question.counter, question.desk, question.officer)
    if not all(0 < len(text) <= LONGEST_TEXT for text in texts):
        raise ValueError("a text is empty or too long")
    # All claims that wait together are asked for in one question, with a part for each line.
    if len(question.lines) > len(_LETTERS) or not _LETTERS.issuperset(question.lines):
        raise ValueError("a line has another letter, or one is named twice")
    return question


def _called(fields: Fields) -> CalledAlone | None:
    epoch, seq = fields.natural_if_told("called_in"), fields.natural_if_told("called_at")
    if epoch is None or seq is None:
        return None
    if not 1 <= epoch < 2**31:
        raise ValueError("no epoch")
    return CalledAlone(epoch, seq)


def claim_answer_to_bytes(answer: ClaimAnswer) -> bytes:
    """The body of the answer to a claim."""
    return to_json(
        {
            "event": None if answer.event is None else answer.event.decode(),
            "personal": personal_to_json(answer.personal),
        }
    )


def read_claim_answer(data: bytes) -> ClaimAnswer:
    """The answer to a claim."""
    fields = read_fields(data)
    event = fields.optional_text("event")
    records = read_personal(fields)
    if any(sha256(record.body) != record.hash for record in records):
        raise ValueError("a personal record is not what its hash says")
    return ClaimAnswer(None if event is None else event.encode(), records)

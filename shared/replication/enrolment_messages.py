"""What a new device and the server say to each other when it is let in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from shared.domain.text import has_odd_letters, tidy
from shared.journal.event import to_json
from shared.replication.signing import is_public_key
from shared.replication.wire import read_fields

ENROLMENT_PATH = "/api/enrolment"
LONGEST_NAME = 100

EnrolledKind = Literal["kiosk", "counter", "board", "office_server"]
ENROLLED_KINDS: tuple[EnrolledKind, ...] = get_args(EnrolledKind)


@dataclass(frozen=True, slots=True)
class EnrolmentQuestion:
    """A device asks to be let in with a one-time `code` (mã đăng ký thiết bị) and its public key (hex)."""

    code: str
    public_key: str
    kind: EnrolledKind
    name: str


@dataclass(frozen=True, slots=True)
class EnrolmentAnswer:
    """Who the device is from now on. `kiosk_index` is 0 for what gives out no tickets."""

    office: str
    device: str
    index: int
    kiosk_index: int
    name: str
    reference_version: int


def enrolment_to_bytes(question: EnrolmentQuestion) -> bytes:
    """The body of the request that enrols."""
    return to_json(
        {"code": question.code, "public_key": question.public_key, "kind": question.kind, "name": question.name}
    )


def read_enrolment(data: bytes) -> EnrolmentQuestion:
    """The question that `data` holds; ValueError for anything else, a kind that is none, or a key that is none."""
    fields = read_fields(data)
    name, public_key = tidy(fields.text("name")), fields.text("public_key").lower()
    if len(name) > LONGEST_NAME or has_odd_letters(name) or not is_public_key(public_key):
        raise ValueError("no name or no key")
    return EnrolmentQuestion(fields.text("code"), public_key, enrolled_kind(fields.text("kind")), name)


def enrolled_kind(text: str) -> EnrolledKind:
    """The kind of device that `text` names; ValueError when it names none."""
    for kind in ENROLLED_KINDS:
        if kind == text:
            return kind
    raise ValueError("no such kind of device")


def enrolment_answer_to_bytes(answer: EnrolmentAnswer) -> bytes:
    """The body of the answer to an enrolment."""
    return to_json(
        {
            "office": answer.office,
            "device": answer.device,
            "index": answer.index,
            "kiosk_index": answer.kiosk_index,
            "name": answer.name,
            "reference_version": answer.reference_version,
        }
    )


def read_enrolment_answer(data: bytes) -> EnrolmentAnswer:
    """The answer to an enrolment."""
    fields = read_fields(data)
    return EnrolmentAnswer(
        office=fields.text("office"),
        device=fields.text("device"),
        index=fields.natural("index"),
        kiosk_index=fields.natural("kiosk_index"),
        name=fields.text("name"),
        reference_version=fields.natural("reference_version"),
    )

"""One slip in the spool (phiếu trong hàng in) and the file that holds it: a line of JSON, then the PDF."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class SpooledSlip:
    """A slip as the spool reports it. `name` is for people ("A012"); `accepted_at` is UTC. No personal data."""

    job_id: str
    name: str
    accepted_at: datetime


def file_key(job_id: str) -> str:
    """The part of the file's name that belongs to `job_id`, whatever characters that has."""
    return hashlib.sha256(job_id.encode()).hexdigest()[:32]


def to_bytes(slip: SpooledSlip, pdf: bytes) -> bytes:
    """The whole file of a slip."""
    head = {"job": slip.job_id, "name": slip.name, "accepted_at": slip.accepted_at.isoformat()}
    return json.dumps(head).encode("ascii") + b"\n" + pdf


def head_from_line(line: bytes) -> SpooledSlip:
    """The slip from the first line of its file. ValueError for a damaged one."""
    head = json.loads(line)
    if not isinstance(head, dict) or not all(isinstance(head.get(key), str) for key in ("job", "name", "accepted_at")):
        raise ValueError("not a spooled slip")
    accepted_at = datetime.fromisoformat(head["accepted_at"])
    if accepted_at.tzinfo is None:
        raise ValueError("an instant without a time zone")
    return SpooledSlip(head["job"], head["name"], accepted_at)

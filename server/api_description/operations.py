"""What each address takes and answers, beside what its own function says: one row an operation.

The addresses of connected systems describe themselves; these are the devices' and the public pages'.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pydantic import BaseModel

from server.api_description import device_messages as said
from server.health import HEALTH_PATH, READY_PATH
from shared.replication.claim_messages import CLAIM_PATH
from shared.replication.enrolment_messages import ENROLMENT_PATH
from shared.replication.heartbeat_messages import HEARTBEAT_PATH
from shared.replication.messages import PULL_PATH, PUSH_PATH, REFERENCE_PATH
from shared.replication.office_server_messages import DEVICES_PATH, HEARTBEATS_PATH, OFFICE_SERVER_ENROLMENT_PATH
from shared.replication.reserve_messages import RESERVE_PATH
from shared.replication.scan_messages import OCTETS, PIECE_PATH, SCANS_PATH
from shared.replication.signing import Lane

Bytes = str
"""A body or answer that is no JSON, by its media type."""

_BODY = (400, 401, 408, 413, 503)
"""What may go wrong with any signed request that has a body."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One address and method. `lane`: of a signed request. `also`: answers besides 200 that are no failures."""

    body: type[BaseModel] | Bytes | None = None
    answer: type[BaseModel] | Bytes | None = None
    lane: Lane | None = None
    fails: tuple[int, ...] = ()
    also: Mapping[int, type[BaseModel]] = field(default_factory=dict)


OPERATIONS: Mapping[tuple[str, str], Operation] = {
    ("post", PUSH_PATH): Operation(said.PushSent, said.PushTaken, "push", (*_BODY, 403), also={409: said.PushTaken}),
    ("get", PULL_PATH): Operation(None, said.PullPage, "pull", (401, 422, 503)),
    ("get", REFERENCE_PATH): Operation(None, said.ReferenceShown, "pull", (401, 503)),
    ("post", CLAIM_PATH): Operation(said.Press, said.Called, "line", (*_BODY, 403, 409)),
    ("post", HEARTBEAT_PATH): Operation(said.LifeSign, said.Noted, "line", _BODY),
    ("post", SCANS_PATH): Operation(said.ScansAsked, said.ScansShown, "scans", (*_BODY, 403)),
    ("put", PIECE_PATH): Operation(OCTETS, said.ScansShown, "scans", (*_BODY, 403, 404, 409, 422, 507)),
    ("get", PIECE_PATH): Operation(None, OCTETS, "scans", (400, 401, 403, 404, 422, 503)),
    ("post", ENROLMENT_PATH): Operation(said.Asking, said.LetIn, None, (400, 403, 408, 409, 413, 429, 503)),
    ("post", OFFICE_SERVER_ENROLMENT_PATH): Operation(said.Asking, said.LetIn, "line", (*_BODY, 403, 409, 429)),
    ("get", DEVICES_PATH): Operation(None, said.DevicesShown, "line", (401, 403, 503)),
    ("post", RESERVE_PATH): Operation(said.ReserveAsked, said.ReserveShown, "line", (*_BODY, 403)),
    ("post", HEARTBEATS_PATH): Operation(said.LifeSigns, said.Noted, "line", (*_BODY, 403)),
    ("get", HEALTH_PATH): Operation(None, said.Health, None, (503,)),
    ("get", READY_PATH): Operation(None, said.Ready, None, also={503: said.Ready}),
}


@dataclass(frozen=True, slots=True)
class PublicPage:
    """A public page: with which statuses it is shown, and whether it is sent a form."""

    statuses: tuple[int, ...]
    takes_form: bool = False


PUBLIC_PAGES: Mapping[tuple[str, str], PublicPage] = {
    ("get", "/t/{token}"): PublicPage((200, 404, 429, 503)),
    ("get", "/d/{token}"): PublicPage((200, 404, 429, 503)),
    ("get", "/r/{token}"): PublicPage((200, 404, 429, 503)),
    ("post", "/r/{token}"): PublicPage((200, 303, 404, 422, 429, 503), takes_form=True),
    ("get", "/p/{code}"): PublicPage((200, 404, 429, 503)),
    ("get", "/p/{office}/{code}"): PublicPage((200, 404, 429, 503)),
}

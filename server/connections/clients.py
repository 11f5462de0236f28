"""Programs that connect (hệ thống kết nối): each has a key of its own, rights, and one office or the whole province.

A key is 256 random bits and is shown once; its SHA-256 is kept, which nobody can turn back and which is what is looked
for, so that how long the answer takes says nothing about any key. A revoked key is refused from the next request on.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal, get_args

from sqlalchemy import Connection, Engine, Row, insert, select, update

from server.administration.changes import SUBJECT
from server.refusals import HttpRefusal
from shared.clock import Clock
from shared.domain.fact import Fact
from shared.domain.office_names import CLIENT
from shared.failures import Refusal, Sentence
from shared.journal.engine import WRITING, failures_in_words
from shared.journal.journal import Writer
from shared.journal.node import write_value
from shared.journal.read_model import milliseconds
from shared.journal.tables import client as table

ClientRight = Literal["read_changes", "submit_dossiers", "record_results"]
CLIENT_RIGHTS: tuple[ClientRight, ...] = get_args(ClientRight)
RIGHT_NAMES: dict[ClientRight, Sentence] = {
    "read_changes": Sentence("nhận thay đổi của hồ sơ", "read the changes of dossiers"),
    "submit_dossiers": Sentence("gửi hồ sơ trực tuyến", "submit online dossiers"),
    "record_results": Sentence("gửi kết quả giải quyết", "record results"),
}

WHOLE_PROVINCE = ""
KEY_PREFIX = "motcua_"
"""How every key begins, so that one that was published by mistake can be found by whoever looks for such."""

LONGEST_NAME = 100
_KEY_BYTES = 32
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_LONGEST_ID = 60
_USED_AGAIN_MILLISECONDS = 60_000


@dataclass(frozen=True, slots=True)
class Client:
    """A program that connects; `office` is the one it has to do with, "" for every office of the province."""

    id: str
    office: str
    name: str
    rights: frozenset[ClientRight]
    created_at: datetime
    created_by: str
    revoked_at: datetime | None
    used_at: datetime | None

    @property
    def actor(self) -> str:
        """How events name it."""
        return f"{CLIENT}{self.id}"

    def serves(self, office: str) -> bool:
        """Whether it has to do with `office`."""
        return self.office in (WHOLE_PROVINCE, office)


@dataclass(frozen=True, slots=True)
class NewClient:
    """What somebody enters to let a program in; `by`: the actor who does."""

    id: str
    office: str
    name: str
    rights: Sequence[ClientRight]
    by: str


def new_key() -> str:
    """A new key."""
    return KEY_PREFIX + secrets.token_hex(_KEY_BYTES)


def key_hash(key: str) -> str:
    """What is kept of a key."""
    return hashlib.sha256(key.encode("utf-8", "surrogateescape")).hexdigest()


def add_client(writer: Writer, new: NewClient, key: str) -> Client:
    """Lets a program in with `key`, in the journal of its scope. Refusal `client_invalid`, `client_exists`."""
    connection, now = writer.connection, writer.now
    name = " ".join(new.name.split())
    if _ID.fullmatch(new.id) is None or len(new.id) > _LONGEST_ID:
        raise Refusal(
            "client_invalid",
            "Mã hệ thống chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, ví dụ cong-dich-vu-cong.",
            "The id consists of small letters, digits and hyphens, for example provincial-portal.",
        )
    if not 0 < len(name) <= LONGEST_NAME or not name.isprintable():
        raise Refusal(
            "client_invalid",
            f"Tên hệ thống phải có từ 1 đến {LONGEST_NAME} ký tự.",
            f"The name must have 1 to {LONGEST_NAME} characters.",
        )
    rights = [right for right in CLIENT_RIGHTS if right in new.rights]
    if not rights:
        raise Refusal(
            "client_invalid", "Hãy chọn ít nhất một quyền cho hệ thống.", "Choose at least one right for the system."
        )
    write_value(connection, "client/added", new.id)  # whoever adds one in another scope waits here for this commit
    if connection.execute(select(table.c.client).where(table.c.client == new.id)).first() is not None:
        raise Refusal(
            "client_exists",
            f"Đã có hệ thống mang mã {new.id}; mã của hệ thống đã thu hồi cũng không dùng lại.",
            f"There is a system called {new.id} already; the id of a revoked one is not used again either.",
        )
    row = {
        "office": new.office,
        "client": new.id,
        "name": name,
        "key_hash": key_hash(key),
        "rights": " ".join(rights),
        "created_at": milliseconds(now),
        "created_by": new.by,
    }
    connection.execute(insert(table).values(row))
    told = {"client": new.id, "name": name, "office": new.office, "rights": rights}
    writer.append(new.by, [Fact(SUBJECT, "administration.client_added", told)])
    return Client(new.id, new.office, name, frozenset(rights), now, new.by, None, None)


def client_by_id(connection: Connection, client: str) -> Client:
    """The program called `client`. Refusal `no_such_client`."""
    found = next((each for each in all_clients(connection) if each.id == client), None)
    if found is None:
        raise Refusal("no_such_client", "Không có hệ thống nào mang mã này.", "There is no system with this id.")
    return found


def renew_key(writer: Writer, client: str, key: str, by: str) -> Client:
    """Gives `client` another key; the one before is refused from now on. Refusal `no_such_client`, `client_revoked`.

    A request that it had sent under the old key and sends again is not recognised as the same, and refused.
    """
    found = _in_use(writer.connection, client)
    changing = update(table).where(table.c.client == client)
    writer.connection.execute(changing.values(key_hash=key_hash(key), used_at=None))
    writer.append(by, [Fact(SUBJECT, "administration.client_key_renewed", {"client": client, "office": found.office})])
    return found


def revoke_client(writer: Writer, client: str, by: str) -> Client:
    """Refuses the key of `client` from now on, for good; in the journal of its scope.

    Refusal `no_such_client`, `client_revoked`.
    """
    found = _in_use(writer.connection, client)
    at = milliseconds(writer.now)
    writer.connection.execute(update(table).where(table.c.client == client).values(revoked_at=at))
    writer.append(by, [Fact(SUBJECT, "administration.client_revoked", {"client": client, "office": found.office})])
    return found


def _in_use(connection: Connection, client: str) -> Client:
    found = client_by_id(connection, client)
    if found.revoked_at is not None:
        raise Refusal(
            "client_revoked", "Khóa của hệ thống này đã được thu hồi.", "The key of this system has been revoked."
        )
    return found


def all_clients(connection: Connection) -> tuple[Client, ...]:
    """Every program that has ever been let in, those in use first, by name."""
    rows = connection.execute(select(table).order_by(table.c.revoked_at.is_not(None), table.c.name)).all()
    return tuple(_client(row) for row in rows)


class Keys:
    """Finds out who shows a key."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    def client_with(self, key: str) -> Client:
        """Whose key it is; notes, once a minute, that it was used. 401 `key_wrong`, `key_revoked`."""
        wanted = key_hash(key)
        now = milliseconds(self._clock.now())
        with failures_in_words(), self._engine.begin() as connection:
            query = select(table).where(table.c.key_hash == wanted)
            row = connection.execute(query).one_or_none()
        if row is None or not hmac.compare_digest(str(row.key_hash), wanted):
            raise key_refused()
        client = _client(row)
        if client.revoked_at is not None:
            raise HttpRefusal(
                401,
                "key_revoked",
                "Khóa kết nối này đã bị thu hồi. Không có gì được ghi; xin liên hệ người quản trị.",
                "This key has been revoked. Nothing was written; please contact the administrator.",
            )
        if row.used_at is None or not row.used_at <= now < row.used_at + _USED_AGAIN_MILLISECONDS:
            self._note_use(client, now)
        return client

    def _note_use(self, client: Client, now: int) -> None:
        changing = update(table).where(table.c.office == client.office, table.c.client == client.id)
        with failures_in_words(), self._engine.connect().execution_options(**WRITING) as connection, connection.begin():
            connection.execute(changing.values(used_at=now))


def key_refused() -> HttpRefusal:
    """No such key."""
    return HttpRefusal(
        401,
        "key_wrong",
        "Khóa kết nối không đúng. Hãy gửi khóa trong tiêu đề Authorization: Bearer.",
        "The key is not right. Send it in the header Authorization: Bearer.",
    )


def _client(row: Row[Any]) -> Client:
    return Client(
        id=row.client,
        office=row.office,
        name=row.name,
        rights=frozenset(right for right in CLIENT_RIGHTS if right in row.rights.split()),
        created_at=_instant(row.created_at),
        created_by=row.created_by,
        revoked_at=None if row.revoked_at is None else _instant(row.revoked_at),
        used_at=None if row.used_at is None else _instant(row.used_at),
    )


def _instant(milliseconds: int) -> datetime:
    return datetime.fromtimestamp(milliseconds / 1000, UTC)

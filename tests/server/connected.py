"""Programs of other systems, for tests: their keys, and what they ask."""

from __future__ import annotations

import uuid
from typing import Any

import requests
from sqlalchemy import Engine

from server.connections.clients import CLIENT_RIGHTS, ClientRight, NewClient, add_client, new_key
from server.offices import Offices
from shared.clock import Clock

ROOT = "/api/connect/v1"


def a_key(engine: Engine, clock: Clock, client: str, *rights: ClientRight, office: str = "") -> str:
    """The key of a new program with `rights` (all when none is named) for `office` ("": the province)."""
    key = new_key()
    new = NewClient(client, office, f"Hệ thống {client}", rights or CLIENT_RIGHTS, "account:test")
    with Offices(engine, clock).journal(office).writing() as writer:
        add_client(writer, new, key)
    return key


class Partner:
    """A program of another system that talks to the server at `url` with `key`."""

    def __init__(self, url: str, key: str) -> None:
        self._url = url
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.headers["Authorization"] = f"Bearer {key}"

    def get(self, path: str, **query: object) -> requests.Response:
        """Asks for `path`."""
        shown: dict[str, Any] = dict(query)
        return self._session.get(f"{self._url}{ROOT}{path}", params=shown, timeout=30)

    def post(self, path: str, body: object, key: str = "") -> requests.Response:
        """Sends `body` under the idempotency `key`, or under a new one."""
        headers = {"Idempotency-Key": key or str(uuid.uuid4())}
        return self._session.post(f"{self._url}{ROOT}{path}", json=body, headers=headers, timeout=30)

    def all_changes(self, office: str, limit: int = 500, after: str = "") -> list[dict[str, Any]]:
        """Every change after a cursor, page by page."""
        found: list[dict[str, Any]] = []
        while True:
            answer = self.get("/changes", office=office, after=after, limit=limit)
            assert answer.status_code == 200, answer.text
            page = answer.json()
            found += page["changes"]
            after = page["next"]
            if not page["more"]:
                return found

    def close(self) -> None:
        """Gives its connections back."""
        self._session.close()


def online_dossier(number: str = "G22.99-261123-000001", **other: object) -> dict[str, object]:
    """An online dossier as a portal submits it; `other` fields over it."""
    return {
        "office": "phuong-mau",
        "portal_number": number,
        "procedure": "1.001193",
        "applicant": {"name": "Nguyễn Văn Thử", "identity_number": "001099012345", "phone": "0900000000"},
        "documents": [{"name": "Tờ khai đăng ký khai sinh", "originals": 0, "copies": 1}],
        "fee_vnd": 0,
        **other,
    }

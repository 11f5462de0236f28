"""The door for other systems: whose key a request shows, what that key may do, for which office, and how often."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import Request
from starlette.concurrency import run_in_threadpool

from server.connections.clients import Client, ClientRight, Keys, key_refused
from server.limits import Allowance, Limit, address_of
from server.offices import Offices
from server.refusals import HttpRefusal

OF_A_KEY = Allowance(at_once=200, per_second=20)
"""What one key may ask: a portal that catches up after a night sends some hundred dossiers and reads pages of 500."""

OF_WRONG_KEYS = Allowance(at_once=20, per_second=0.2)
"""Wrong keys from one address. Nobody guesses 256 bits; this keeps a broken program from asking the database."""

_LONGEST_KEY = 200


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks (hệ thống đang gọi). `key` is its secret, needed once more for the digests of its requests."""

    client: Client
    key: str


class ClientDoor:
    """Lets programs in."""

    def __init__(self, offices: Offices) -> None:
        self._offices = offices
        self._keys = Keys(offices.engine, offices.clock)
        self._asked = Limit(OF_A_KEY)
        self._wrong = Limit(OF_WRONG_KEYS)

    async def caller(self, request: Request, right: ClientRight | None, office: str | None = None) -> Caller:
        """Who asks, with a key that holds, has `right` (None: any) and is for `office` (None: not yet known).

        401 `key_missing`, `key_wrong`, `key_revoked`; 403 `no_right`, `other_office`; 404 `no_such_office`;
        409 `belongs_to_centre`; 429 `too_many_requests`.
        """
        caller = await self._known(request)
        self._count(self._asked, caller.client.id)
        await self._admit(caller.client, right, office)
        return caller

    async def admit_again(self, request: Request, right: ClientRight, office: str) -> None:
        """Refuses a request that has waited if its key was revoked meanwhile. It was counted when it came."""
        await self._admit((await self._known(request)).client, right, office)

    async def _known(self, request: Request) -> Caller:
        scheme, _, key = request.headers.get("Authorization", "").partition(" ")
        key = key.strip()
        try:
            if scheme.lower() != "bearer" or not 0 < len(key) <= _LONGEST_KEY or not key.isascii():
                raise _key_missing() if not key else key_refused()
            return Caller(await run_in_threadpool(self._keys.client_with, key), key)
        except HttpRefusal as refusal:
            if refusal.status == 401:
                refusal.headers["WWW-Authenticate"] = "Bearer"
                self._count(self._wrong, address_of(request))
            raise

    async def _admit(self, client: Client, right: ClientRight | None, office: str | None) -> None:
        if self._offices.node.server_url:
            raise _belongs_to_centre()
        if right is not None and right not in client.rights:
            raise _no_right()
        if office is not None:
            await self.admit_to(client, office)

    async def admit_to(self, client: Client, office: str) -> None:
        """Refuses a key that is not for `office`. 403 `other_office`, 404 `no_such_office`."""
        if not client.serves(office):
            raise HttpRefusal(
                403,
                "other_office",
                "Khóa kết nối này không dùng cho đơn vị đó.",
                "This key is not for that office.",
            )
        if office not in await run_in_threadpool(self._offices.names):
            raise HttpRefusal(404, "no_such_office", "Máy chủ không có đơn vị này.", "This server has no such office.")

    @staticmethod
    def _count(limit: Limit, key: str) -> None:
        seconds = limit.wait_for(key)
        if seconds:
            refusal = HttpRefusal(
                429,
                "too_many_requests",
                f"Có quá nhiều yêu cầu cùng lúc. Chưa có gì được ghi; hãy gửi lại sau {seconds} giây.",
                f"There were too many requests at once. Nothing was written; send it again in {seconds} seconds.",
            )
            refusal.headers["Retry-After"] = str(seconds)
            raise refusal


def _key_missing() -> HttpRefusal:
    return HttpRefusal(
        401,
        "key_missing",
        "Yêu cầu không có khóa kết nối. Hãy gửi khóa trong tiêu đề Authorization: Bearer.",
        "The request has no key. Send it in the header Authorization: Bearer.",
    )


def _no_right() -> HttpRefusal:
    return HttpRefusal(
        403,
        "no_right",
        "Khóa kết nối này không có quyền làm việc đó. Xin liên hệ người quản trị.",
        "This key does not include that. Please contact the administrator.",
    )


def _belongs_to_centre() -> HttpRefusal:
    return HttpRefusal(
        409,
        "belongs_to_centre",
        "Đây là máy chủ của một đơn vị; hãy kết nối với máy chủ trung tâm của tỉnh.",
        "This is the server of one office; connect with the central server of the province.",
    )

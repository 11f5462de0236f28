"""Browsers that are signed in, for tests of pages: a session put straight into the real table, and requests with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import requests

from server.signed_in.account import Account, Role
from server.signed_in.account_store import account_by_sign_in, insert_account
from server.signed_in.sessions import begin_session, find_session
from shared.journal.engine import WRITING
from tests.quick_hash import quick_hash
from tests.server.running import RunningServer

COOKIE = "motcua_session"
PASSWORD = "mua rào đầu hạ 1975"


class Browser:
    """A browser that is signed in, without a screen. It follows no redirects by itself."""

    def __init__(self, server: RunningServer, account: Account, token: str, csrf: str) -> None:
        self.server = server
        self.account = account
        self.token = token
        self.csrf = csrf
        self.http = requests.Session()
        self.http.cookies.set(COOKIE, token)

    def get(self, path: str) -> requests.Response:
        """The page at `path`; the one behind it after one that says that its figures are being counted."""
        while (page := self.once(path)).status_code == 202:
            path = page.headers["Refresh"].partition("url=")[2]
        return page

    def once(self, path: str) -> requests.Response:
        """What is answered at `path`, whether the figures of the page are counted or not."""
        return self.http.get(self.server.url + path, allow_redirects=False, timeout=20)

    def post(
        self, path: str, fields: Mapping[str, object], files: Mapping[str, tuple[str, bytes]] | None = None
    ) -> requests.Response:
        """The answer to a form, with the token that its page would hold."""
        data = {"csrf": self.csrf, **fields}
        return self.http.post(self.server.url + path, data=data, files=files, allow_redirects=False, timeout=20)


def add_account(server: RunningServer, role: Role, office: str = "", sign_in: str = "") -> Account:
    """An account of `role` in `office` ("" = the province) that signs in with `PASSWORD`; made once for each name."""
    sign_in = sign_in or f"{role}.{office or 'tinh'}"
    with server.engine.connect().execution_options(**WRITING) as connection, connection.begin():
        known = account_by_sign_in(connection, sign_in)
        if known is not None:
            return known.account
        account = Account(f"id-{sign_in}", sign_in, f"Người {sign_in}", role, office)
        insert_account(connection, account, quick_hash(PASSWORD), server.clock.now(), None)
        return account


def session_token(server: RunningServer, account: Account) -> tuple[str, str]:
    """The cookie and the form token of a new session of `account`."""
    with server.engine.connect().execution_options(**WRITING) as connection, connection.begin():
        token = begin_session(connection, account, server.clock.now(), confirmed=True)
        session = find_session(connection, token, server.clock.now())
        assert session is not None
        return token, session.csrf


@contextmanager
def browser(server: RunningServer, role: Role, office: str = "", sign_in: str = "") -> Iterator[Browser]:
    """A signed-in browser of a new or known account."""
    account = add_account(server, role, office, sign_in)
    signed_in = Browser(server, account, *session_token(server, account))
    with signed_in.http:
        yield signed_in


def form_token(page: str) -> str:
    """The token in the form of a page."""
    found = re.search(r'name="csrf" value="([^"]+)"', page)
    assert found, page
    return found[1]

"""Signing in with a browser: password, then one-time code, then an own password instead of a start one.

Whatever was wrong, the answer is one and the same sentence, after the same time: it tells neither whether the name
exists nor whether the account is locked (`tries`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool

from server.offices import Offices
from server.signed_in.account import Account
from server.signed_in.account_changes import give_up_code, note
from server.signed_in.account_store import StoredAccount, account_by_id, account_by_sign_in, set_fields
from server.signed_in.one_time_codes import new_secret, step_of
from server.signed_in.passwords import Passwords, check_password
from server.signed_in.sealing import Seal
from server.signed_in.sessions import (
    Session,
    begin_session,
    delete_ended,
    end_session,
    end_sessions_of,
    is_still_there,
    sessions_of,
)
from server.signed_in.tries import count_wrong_try, got_in, is_locked
from server.writing_lane import WritingLane
from shared.failures import Refusal
from shared.journal.journal import Writer
from shared.journal.node import write_value

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Begun:
    """A session that was begun: its cookie, and whether the person is through or a code is still missing.

    `browser`: the cookie by which the browser is known from now on, once the person is through.
    """

    token: str
    account: Account
    confirmed: bool
    browser: str = ""


class SignIn:
    """Signs people in and lets them change what they sign in with."""

    def __init__(self, offices: Offices, lane: WritingLane, seal: Seal, passwords: Passwords) -> None:
        self._offices = offices
        self._lane = lane
        self._seal = seal
        self._passwords = passwords

    async def with_password(self, sign_in: str, password: str, browser: str = "") -> Begun:
        """Begins a session in the browser known by the cookie `browser`.

        Refusals `sign_in_failed`, `start_password_expired`.
        """
        stored = await run_in_threadpool(self._read, lambda connection: account_by_sign_in(connection, sign_in))
        usable = stored is not None and stored.disabled_at is None
        right = await self._passwords.is_right(stored.password_hash if stored and usable else None, password)
        begun = await self._lane.run(lambda: self._begin(stored if usable else None, right, browser))
        if begun is None:
            raise sign_in_failed()
        return begun

    async def with_code(self, session: Session, code: str) -> Begun:
        """Finishes a session whose code was missing, under a new cookie. Refusals `code_wrong`, `sign_in_failed`."""
        begun = await self._lane.run(lambda: self._confirm(session, code))
        if isinstance(begun, Refusal):
            raise begun
        return begun

    async def sign_out(self, session: Session) -> None:
        """Ends the session."""
        await self._lane.run(
            lambda: self._write(session.account, lambda writer: end_session(writer.connection, session))
        )

    async def sign_out_elsewhere(self, session: Session) -> None:
        """Ends every other session of the account."""
        account = session.account
        await self._lane.run(
            lambda: self._write(
                account, lambda writer: end_sessions_of(writer.connection, account.id, session.token_hash)
            )
        )

    async def choose_password(self, session: Session, known: str, password: str, again: str) -> str:
        """Sets an own password and ends every session but this one, which gets a new cookie: the answer.

        Refusals `password_wrong`, `password_not_new`, and those of `check_password`.
        """
        account = session.account
        check_password(password, again, account.sign_in)
        if not session.start_password:
            await self._check_known(session, known)
        stored = await self.stored(session)
        if stored is not None and await self._passwords.is_right(stored.password_hash, password):
            raise Refusal(
                "password_not_new",
                "Mật khẩu mới giống mật khẩu đang dùng. Hãy chọn mật khẩu khác.",
                "The new password is the one in use. Choose another.",
            )
        password_hash = await self._passwords.hash(password)

        def change(writer: Writer) -> str:
            set_fields(writer.connection, account, password_hash=password_hash, start_until=None)
            end_sessions_of(writer.connection, account.id)
            note(writer, account.actor, account.id, "account_password_chosen")
            return begin_session(writer.connection, account, writer.now, confirmed=True)

        return await self._lane.run(lambda: self._write_in(session, change))

    async def begin_code(self, session: Session, password: str) -> None:
        """Makes a new secret for somebody who wants codes of their own will. Refusal `password_wrong`."""
        account = session.account
        await self._check_known(session, password)

        def begin(writer: Writer) -> None:
            stored = account_by_id(writer.connection, account.id)
            if stored is not None and not stored.has_code:
                self._new_secret(writer.connection, account)

        await self._lane.run(lambda: self._write_in(session, begin))

    async def give_up_code(self, session: Session, password: str) -> None:
        """Signs in without codes from now on. Refusals `password_wrong`, `code_needed`."""
        account = session.account
        await self._check_known(session, password)
        await self._lane.run(lambda: self._write_in(session, lambda writer: give_up_code(writer, account)))

    async def confirm_code(self, session: Session, code: str) -> None:
        """The first code of a new secret, from a session that is in. Refusal `code_wrong`."""
        failure = await self._lane.run(lambda: self._confirm_new(session, code))
        if failure is not None:
            raise failure

    async def pending_secret(self, session: Session) -> str | None:
        """The secret that has not been confirmed yet; None when there is none, or when it holds already."""
        stored = await self.stored(session)
        if stored is None or stored.totp_secret is None or stored.totp_used > 0:
            return None
        return self._seal.open(stored.totp_secret, session.account.id)

    async def sessions(self, session: Session) -> tuple[Session, ...]:
        """The browsers in which the account is signed in."""
        now = self._offices.clock.now()
        return await run_in_threadpool(self._read, lambda connection: sessions_of(connection, session.account, now))

    async def stored(self, session: Session) -> StoredAccount | None:
        """What is known of the session's account."""
        account = session.account.id
        return await run_in_threadpool(self._read, lambda connection: account_by_id(connection, account))

    async def _check_known(self, session: Session, password: str) -> None:
        """Refuses unless the person at an open session knows the password; wrong tries count like those at the door."""
        account, now = session.account, self._offices.clock.now()

        def look(connection: Connection) -> tuple[StoredAccount | None, bool]:
            stored = account_by_id(connection, account.id)
            return stored, stored is not None and not is_locked(connection, stored, session.browser, now)

        stored, open_to_tries = await run_in_threadpool(self._read, look)
        if await self._passwords.is_right(stored.password_hash if stored and open_to_tries else None, password):
            return
        if open_to_tries:
            await self._lane.run(
                lambda: self._write(account, lambda writer: count_wrong_try(writer, account, session.browser))
            )
        raise Refusal(
            "password_wrong",
            "Mật khẩu hiện tại không đúng. Chưa có gì thay đổi; hãy nhập lại. Sau năm lần sai phải chờ vài phút.",
            "The present password is not right. Nothing has changed; type it again. After five wrong tries you have "
            "to wait some minutes.",
        )

    def _begin(self, known: StoredAccount | None, right: bool, browser: str) -> Begun | None:  # noqa: FBT001  # one outcome of a check
        if known is None:
            # Somebody unknown costs one write as well.
            with self._offices.journal("").writing() as writer:
                write_value(writer.connection, "sign_in/unknown", writer.now.isoformat())
            return None
        return self._write(known.account, lambda writer: self._begin_known(writer, known, right, browser))

    def _begin_known(self, writer: Writer, known: StoredAccount, right: bool, browser: str) -> Begun | None:  # noqa: FBT001
        connection, now = writer.connection, writer.now
        stored = account_by_id(connection, known.account.id)
        if stored is None or stored.disabled_at is not None or is_locked(connection, stored, browser, now):
            write_value(connection, "sign_in/unknown", now.isoformat())
            return None
        if not right or stored.password_hash != known.password_hash:  # it was changed while it was looked at
            count_wrong_try(writer, stored.account, browser)
            return None
        delete_ended(connection, now)
        if stored.start_until is not None and now > stored.start_until:
            raise Refusal(
                "start_password_expired",
                "Mật khẩu ban đầu đã hết hạn. Hãy nhờ người quản trị đặt lại tài khoản.",
                "The start password has expired. Ask an administrator to reset the account.",
            )
        if not stored.asks_for_code:
            cookie = got_in(writer, stored.account, browser)
            token = begin_session(connection, stored.account, now, confirmed=True)
            return Begun(token, stored.account, confirmed=True, browser=cookie)
        if not stored.has_code:
            self._new_secret(connection, stored.account)
        token = begin_session(connection, stored.account, now, confirmed=False)
        return Begun(token, stored.account, confirmed=False)

    def _confirm(self, session: Session, code: str) -> Begun | Refusal:
        def confirm(writer: Writer) -> Begun | Refusal:
            connection, now = writer.connection, writer.now
            stored = account_by_id(connection, session.account.id)
            there = is_still_there(connection, session)
            if not there or stored is None or is_locked(connection, stored, session.browser, now):
                end_session(connection, session)
                return sign_in_failed()
            refusal = self._use_code(writer, stored, code, session.browser)
            if refusal is not None:
                counted = account_by_id(connection, session.account.id)
                if counted is not None and is_locked(connection, counted, session.browser, now):
                    end_session(connection, session)
                    return sign_in_failed()
                return refusal
            cookie = got_in(writer, stored.account, session.browser)
            end_session(connection, session)
            token = begin_session(connection, stored.account, now, confirmed=True)
            return Begun(token, stored.account, confirmed=True, browser=cookie)

        return self._write(session.account, confirm)

    def _confirm_new(self, session: Session, code: str) -> Refusal | None:
        def confirm(writer: Writer) -> Refusal | None:
            stored = account_by_id(writer.connection, session.account.id)
            locked = stored is not None and is_locked(writer.connection, stored, session.browser, writer.now)
            if stored is None or stored.has_code or locked:
                return _code_wrong()
            return self._use_code(writer, stored, code, session.browser)

        return self._write_in(session, confirm)

    def _use_code(self, writer: Writer, stored: StoredAccount, code: str, browser: str) -> Refusal | None:
        """Uses the code up; counts a wrong one and answers the refusal."""
        account = stored.account
        secret = self._seal.open(stored.totp_secret, account.id) if stored.totp_secret else ""
        step = step_of(secret, code, writer.now, stored.totp_used) if secret else None
        if step is None:
            count_wrong_try(writer, account, browser)
            return _code_wrong()
        set_fields(writer.connection, account, totp_used=step)
        if not stored.has_code:
            note(writer, account.actor, account.id, "account_code_set_up")
        return None

    def _new_secret(self, connection: Connection, account: Account) -> None:
        set_fields(connection, account, totp_secret=self._seal.close(new_secret(), account.id), totp_used=0)

    def _read(self, read: Callable[[Connection], T]) -> T:
        with self._offices.journal("").reading() as reader:
            return read(reader.connection)

    def _write(self, account: Account, write: Callable[[Writer], T]) -> T:
        with self._offices.journal(account.office).writing() as writer:
            return write(writer)

    def _write_in(self, session: Session, write: Callable[[Writer], T]) -> T:
        """The same for somebody signed in, unless the session ended while a password was looked at: `session_over`.

        Whoever resets or disables an account must not be overtaken by what an open browser began before.
        """

        def checked(writer: Writer) -> T:
            if not is_still_there(writer.connection, session):
                raise Refusal(
                    "session_over",
                    "Phiên đăng nhập này vừa kết thúc nên chưa có gì thay đổi ở bước này. Hãy đăng nhập lại.",
                    "This browser has just been signed out; this step changed nothing. Sign in again.",
                )
            return write(writer)

        return self._write(session.account, checked)


def sign_in_failed() -> Refusal:
    """The one answer to everything that was wrong."""
    return Refusal(
        "sign_in_failed",
        "Tên đăng nhập, mật khẩu hoặc mã không đúng. Sau năm lần sai liên tiếp, tài khoản tạm khóa từ 1 đến 15 phút; "
        "trong lúc đó nhập đúng cũng không vào được.",
        "The name, password or code is not right. After five wrong tries in a row an account is locked for 1 to 15 "
        "minutes; until then even the right password does not open it.",
    )


def _code_wrong() -> Refusal:
    return Refusal(
        "code_wrong",
        "Mã không đúng, đã hết hạn hoặc đã dùng rồi. Hãy chờ ứng dụng hiện mã mới rồi nhập lại.",
        "The code is wrong, too old or was used before. Wait until your phone shows the next one and type that.",
    )

"""What was changed, by whom, and the way back: every earlier document can be put in force again."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import Response

from server.administration.changes import COMMAND, as_it_was, put_back
from server.administration.desk import ROOM, At, Changed, Desk, done, no_such_part
from server.administration.difference_view import differences_in_words
from server.administration.differences import Difference, differences
from server.administration.form_view import NONE_WRONG, Mistakes
from server.reference_changes import Replaced, next_replaced, replaced_documents, replaced_office
from server.signed_in.account_store import names_of_accounts
from server.signed_in.words import RoomWords
from shared.domain.office import Office
from shared.failures import Refusal
from shared.journal.journal import Reader, Writer

_PER_PAGE = 40
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One change: what was done in words, and who did it."""

    replaced: Replaced
    what: str
    who: str


@dataclass(frozen=True, slots=True)
class Kept:
    """An earlier document: what the change after it changed, and what putting it back would change now."""

    row: Replaced
    changed: tuple[Difference, ...]
    back: tuple[Difference, ...]


class HistoryPages:
    """The list of changes, and one of them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def router(self) -> APIRouter:
        """The routes."""
        router = APIRouter(include_in_schema=False)
        router.add_api_route(f"{ROOM}/history", self.list, methods=["GET"])
        router.add_api_route(f"{ROOM}/history/{{version}}", self.look, methods=["GET"])
        router.add_api_route(f"{ROOM}/history/{{version}}", self.put_back, methods=["POST"])
        return router

    async def list(self, request: Request) -> Response:
        """The latest changes, a page of them."""
        at = await self._desk.at(request)
        before = _number(request.query_params.get("before", ""))

        def read(reader: Reader) -> tuple[list[Replaced], dict[str, str]]:
            found = replaced_documents(reader.connection, at.office, _PER_PAGE + 1, before)
            return found, names_of_accounts(reader.connection)

        found, names = await self._desk.read(at.office, read)
        words = self._desk.words(at.visitor)
        rows = [_row(each, names, words) for each in found]
        older = rows[_PER_PAGE - 1].replaced.version if len(rows) > _PER_PAGE else None
        return self._desk.page("history", at, request, rows=rows[:_PER_PAGE], older=older, first=before is None)

    async def look(self, request: Request, version: str) -> Response:
        """One change, and what putting back the document before it would change now."""
        at = await self._desk.at(request)
        return await self._page(at, _number(version), NONE_WRONG)

    async def put_back(self, request: Request, version: str) -> Response:
        """Puts an earlier document in force again."""
        at, form = await self._desk.form(request)
        wanted = _number(version)
        if wanted is None:
            raise no_such_part()

        def work(writer: Writer) -> Changed:
            known = self._desk.offices.reference(at.office).read_stored(writer.connection)
            if form.text("seen") != str(known.version):
                raise _changed_meanwhile()
            later = put_back(writer, self._desk.offices, at.visitor.actor, wanted)
            return Changed(known.version, later.version)

        try:
            changed = await self._desk.write(at.office, work)
        except Refusal as refusal:
            return await self._page(at, wanted, Mistakes({}, self._desk.words(at.visitor).of(refusal.sentence)))
        return done(at, "history", "put_back", changed)

    async def _page(self, at: At, version: int | None, wrong: Mistakes) -> Response:
        today = self._desk.today()

        def read(reader: Reader) -> tuple[Kept | None, dict[str, str]]:
            kept = None if version is None else _kept(reader, at.known, version)
            if kept is None:
                return None, {}
            row, office, following = kept
            back = differences(at.known, as_it_was(at.known, office, today))
            return Kept(row, differences(office, following), back), names_of_accounts(reader.connection)

        kept, names = await self._desk.read(at.office, read)
        if kept is None:
            raise no_such_part()
        words = self._desk.words(at.visitor)
        return self._desk.page(
            "history_one",
            at,
            status=409 if wrong else 200,
            row=_row(kept.row, names, words),
            changed=differences_in_words(kept.changed, at.known, words, _SHOWN),
            back=differences_in_words(kept.back, at.known, words, _SHOWN),
            more=max(0, len(kept.changed) - _SHOWN),
            more_back=max(0, len(kept.back) - _SHOWN),
            wrong=wrong,
        )


def _kept(reader: Reader, known: Office, version: int) -> tuple[Replaced, Office, Office] | None:
    """The change that ended `version`, the document before it and the one after it."""
    office = replaced_office(reader.connection, reader.office, version)
    rows = replaced_documents(reader.connection, reader.office, 1, version + 1)
    if office is None or not rows or rows[0].version != version:
        return None
    after = next_replaced(reader.connection, reader.office, version)
    following = None if after is None else replaced_office(reader.connection, reader.office, after)
    return rows[0], office, following or known


def _changed_meanwhile() -> Refusal:
    return Refusal(
        "changed_meanwhile",
        "Dữ liệu vừa được người khác sửa; xin xem lại rồi bấm khôi phục lần nữa. Chưa có gì thay đổi.",
        "Somebody has just changed the data; look again, then put it back. Nothing was changed.",
    )


def _row(each: Replaced, names: dict[str, str], words: RoomWords) -> HistoryRow:
    return HistoryRow(each, what_in_words(each.what, words), who_in_words(each.actor, names, words))


def what_in_words(what: str, words: RoomWords) -> str:
    """What a change did, from the name of its event."""
    if words.knows(f"what_{what}"):
        return words(f"what_{what}")
    about, _, how = what.rpartition("_")
    key = f"section_{about.replace('_', '-')}"
    if words.knows(key) and words.knows(f"how_{how}"):
        return f"{words(key)}: {words(f'how_{how}')}"
    return what.replace("_", " ")


def who_in_words(actor: str, names: dict[str, str], words: RoomWords) -> str:
    """Who did it; a command of the server has no name."""
    return names.get(actor, words("by_command") if actor == COMMAND else actor)


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None

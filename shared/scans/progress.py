"""How much of each scan is here, and how much of it the server has: a note beside the journal, rebuilt from the truth.

The truth of `here` are the files, that of `safe` is what the server answers; both are noted so that a list can be
shown and the next thing to send be found without touching either.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from shared.journal.inserting import upsert
from shared.journal.tables import attachment, attachment_content
from shared.scans.pieces import pieces_of


@dataclass(frozen=True, slots=True)
class ScanProgress:
    """Where one file is (tiến độ của một bản quét): `here` and `safe` are numbers of its `pieces`."""

    content: str
    size: int
    pieces: int
    here: int
    safe: int

    @property
    def is_here(self) -> bool:
        """Whether this node has all of it."""
        return self.here >= self.pieces

    @property
    def is_safe(self) -> bool:
        """Whether the server has all of it and has verified it."""
        return self.safe >= self.pieces


def nothing_of(content: str, size: int) -> ScanProgress:
    """A file of which nothing is known to be anywhere."""
    return ScanProgress(content, size, pieces_of(size), 0, 0)


def note(connection: Connection, office: str, progress: ScanProgress) -> None:
    """Keeps `progress` in place of what was noted."""
    row = {
        "office": office,
        "content": progress.content,
        "size": progress.size,
        "pieces": progress.pieces,
        "here": progress.here,
        "safe": progress.safe,
    }
    upsert(connection, attachment_content, [row])


def noted(connection: Connection, office: str, contents: Sequence[str]) -> Mapping[str, ScanProgress]:
    """What is noted of `contents`."""
    query = select(*_COLUMNS).where(attachment_content.c.office == office, attachment_content.c.content.in_(contents))
    return {str(row[0]): ScanProgress(*row) for row in connection.execute(query)}


def to_send(connection: Connection, office: str, most: int) -> tuple[ScanProgress, ...]:
    """Files that are here and of which the server is not known to have all, `most` at the most."""
    table = attachment_content
    query = (
        select(*_COLUMNS)
        .where(table.c.office == office, table.c.here >= table.c.pieces, table.c.safe < table.c.pieces)
        .order_by(table.c.size, table.c.content)
        .limit(most)
    )
    return tuple(ScanProgress(*row) for row in connection.execute(query))


def count_to_send(connection: Connection, office: str) -> int:
    """How many files are here of which the server is not known to have all."""
    table = attachment_content
    query = select(func.count()).where(
        table.c.office == office, table.c.safe < table.c.pieces, table.c.here >= table.c.pieces
    )
    return int(connection.execute(query.select_from(table)).scalar_one())


def said_to_be_safe(connection: Connection, office: str, after: str, most: int) -> tuple[ScanProgress, ...]:
    """Files that are here and that the server once said it has, from the content after `after` on."""
    table = attachment_content
    query = (
        select(*_COLUMNS)
        .where(table.c.office == office, table.c.content > after)
        .where(table.c.here >= table.c.pieces, table.c.safe >= table.c.pieces)
        .order_by(table.c.content)
        .limit(most)
    )
    return tuple(ScanProgress(*row) for row in connection.execute(query))


def named_sizes(connection: Connection, office: str, contents: Sequence[str]) -> Mapping[str, int]:
    """The sizes of those of `contents` that a fact of `office` names, withdrawn ones included."""
    query = select(attachment.c.content, attachment.c.size).where(
        attachment.c.office == office, attachment.c.content.in_(contents)
    )
    return {str(content): int(size) for content, size in connection.execute(query)}


def named_contents(connection: Connection, office: str) -> frozenset[str]:
    """Every content that a fact of `office` names."""
    query = select(attachment.c.content).where(attachment.c.office == office)
    return frozenset(connection.execute(query).scalars())


_COLUMNS = (
    attachment_content.c.content,
    attachment_content.c.size,
    attachment_content.c.pieces,
    attachment_content.c.here,
    attachment_content.c.safe,
)

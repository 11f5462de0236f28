"""Search as one types over very many dossiers, beside the bare statement of the index, and how the index is made."""

from __future__ import annotations

import itertools
import statistics
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from shared.journal.dossier_search import MOST_SHOWN, find_dossiers
from shared.journal.dossier_search_index import PIECE, index_more
from shared.journal.dossier_search_words import question_of
from shared.journal.journal import Journal
from tests.bench.figures import Aim, Rounds, Row, in_milliseconds, in_turn, seconds_of, without_old_garbage
from tests.bench.many_dossiers import ManyDossiers, many_dossiers

_AIM_MILLISECONDS = 50.0
_ROUNDS = Rounds(400, 24)
_BARE = f"SELECT rowid FROM dossier_search WHERE dossier_search MATCH ? ORDER BY rowid DESC LIMIT {MOST_SHOWN}"


@dataclass(frozen=True, slots=True)
class Size:
    """`dossiers`: how many there are; `rounds`: how many searches."""

    rounds: Rounds = _ROUNDS
    dossiers: int = 500_000


def measure(folder: Path, size: Size = Size()) -> Row:
    """The row."""
    with many_dossiers(folder, size.dossiers) as office:
        pieces = _pieces(office.journal)
        typed = _typed(office)
        kinds = itertools.cycle(typed.items())
        taken: dict[str, list[float]] = defaultdict(list)
        place, agency = itertools.count(), office.office.agency_code
        current = ("", "")

        def ours() -> float:
            nonlocal current
            kind, examples = next(kinds)
            current = (kind, examples[next(place) % len(examples)])
            seconds = seconds_of(lambda: _search(office.journal, current[1], agency))
            taken[kind].append(seconds)
            return seconds

        def floor() -> float:
            question = question_of(current[1])
            assert question is not None
            with office.journal.reading() as reader:
                cursor = reader.connection.connection.cursor()
                return seconds_of(lambda: cursor.execute(_BARE, (question.anywhere,)).fetchall())

        wrong = _not_found(office)
        with without_old_garbage():
            measured, bare = map(in_milliseconds, in_turn(ours, floor, size.rounds))
    medians = {kind: statistics.median(samples) * 1000 for kind, samples in taken.items()}
    slowest = max(medians, key=lambda kind: medians[kind])
    return Row(
        name="search a dossier",
        what="one keystroke",
        measured=measured,
        floor=bare,
        floor_is="the same words asked of the same FTS5 table, newest fifty, without names, order or count",
        aim=Aim(f"<= {_AIM_MILLISECONDS:g} ms for each kind", medians[slowest] <= _AIM_MILLISECONDS),
        details={
            "dossiers": size.dossiers,
            "slowest kind": f"{slowest}: {medians[slowest]:.1f} ms",
            "slowest answer": f"{max(measured.samples):.1f} ms",
            **{kind: f"{median:.1f} ms" for kind, median in medians.items()},
            f"a piece of the index ({PIECE} dossiers)": f"{statistics.median(pieces) * 1000:.1f} ms",
            "slowest piece": f"{max(pieces) * 1000:.1f} ms",
            "the whole index": f"{sum(pieces):.0f} s in {len(pieces)} pieces",
        },
        wrong=wrong,
    )


def _not_found(office: ManyDossiers) -> str | None:
    """What is wrong when one of some dossiers is not found by its applicant's number and its code's end."""
    with office.journal.reading() as reader:
        for state, person in office.some:
            found = find_dossiers(reader, f"{person.identity_number} {state.code[-4:]}").dossiers
            if [each.id for each in found] != [state.id]:
                return "a dossier was not found"
    return None


def _search(journal: Journal, typed: str, agency: str) -> None:
    with journal.reading() as reader:
        find_dossiers(reader, typed, agency)


def _pieces(journal: Journal) -> list[float]:
    """Fills the index; answers how long each piece took, as somebody behind it on the lane would wait."""
    pieces: list[float] = []
    complete = False

    def one() -> None:
        nonlocal complete
        complete = index_more(journal).complete

    while not complete:
        pieces.append(seconds_of(one))
    return pieces


def _typed(office: ManyDossiers) -> dict[str, tuple[str, ...]]:
    """What people type, by kind."""
    some = office.some
    procedures = [each.name.split() for each in office.office.procedures]
    return {
        "one letter": ("n", "t", "h", "d"),
        "a family name": ("nguyen", "trần", "Lê"),
        "half a family name": ("nguy", "ngu"),
        "two common words": ("nguyen thi", "tran van"),
        "a whole name": tuple(person.name for _, person in some),
        "the end of a code": tuple(state.code[-4:] for state, _ in some),
        "date and ordinal": tuple(state.code[-11:] for state, _ in some),
        "a whole code": tuple(state.code for state, _ in some),
        "the agency": (office.office.agency_code,),
        "the end of a phone": tuple(person.phone[-4:] for _, person in some),
        "an identity number": tuple(person.identity_number for _, person in some),
        "words of a procedure": tuple(" ".join(words[:3]) for words in procedures[:20]),
        "a name and a procedure": tuple(f"nguyễn {' '.join(words[:2])}" for words in procedures[:20]),
    }

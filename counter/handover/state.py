"""What the handover room holds, and what follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from counter.ports import Count, HandoverRow, Officer, OpenedHandover, PaperRow, Signer, Unit
from counter.words import read_amount
from shared.domain.carried_note import CarriedNote
from shared.domain.handover import Carried, DiscrepancyKind, PaperKind, RefusalReason
from shared.domain.paper_code import Gathered
from shared.failures import Sentence

Page = Literal["give", "records"]
MarkKind = Literal["listed", "scanned", "missing", "refused", "damaged"]
"""On the list, found by the scanner, not there when counted, not taken, taken in a bad state."""

AnswerKind = Literal[
    "added", "taken_off", "twice", "unsuitable", "unusual", "elsewhere", "scanned", "counted_twice", "extra", "piece"
]


@dataclass(frozen=True, slots=True)
class Mark:
    """The receiver's mark on one paper (dấu kiểm đếm); `words` are personal."""

    kind: MarkKind = "listed"
    reason: RefusalReason | None = None
    words: str = ""


LISTED = Mark()


@dataclass(frozen=True, slots=True)
class Answer:
    """What the last scan did (trả lời lần quét), shown large. `holder`: where the paper is instead; `why`: in words."""

    kind: AnswerKind
    code: str = ""
    holder: str = ""
    why: Sentence | None = None


@dataclass(frozen=True, slots=True)
class KeptCount:
    """What was counted on a list that somebody has put aside for a while (kiểm đếm dở dang)."""

    marks: Mapping[str, Mark]
    extra: tuple[str, ...]
    money: str


@dataclass(frozen=True, slots=True)
class HandoverState:
    """The handover room (phòng bàn giao).

    Giving: `held`, what is here; `picked`, the ids on the list being made, in the order picked; `receiver`, and whether
    a person chose it; `besides_vnd`, fees that go along with whatever is listed; `ask_again`, the id of an unusual
    paper that the next scan of it puts on the list all the same; `wanted`, what another room asks to be listed.
    Counting: `opened`, the record looked at; `marks` by id; `extra`, codes that were there and not on the list; `money`
    as typed; `chosen`, the paper whose mark is being made; `read`, the post's notes whose codes were read meanwhile;
    `kept`, unfinished counts by the handover's id; `gathered`, the codes of a list on paper read so far.
    Signing: `signers` of the receiver, the one chosen, whether the password is asked; `sure`, whoever signs knows that
    not all was counted; `cancelling` after the first press; `settling`, the difference that is being settled.
    After it: `unprinted`, the dossiers whose receipt has not been printed yet; `printing`, how many just now still are.
    """

    page: Page = "give"
    held: tuple[PaperRow, ...] = ()
    units: tuple[Unit, ...] = ()
    picked: tuple[str, ...] = ()
    receiver: str | None = None
    receiver_chosen: bool = False
    ask_again: str = ""
    besides_vnd: int = 0
    handovers: tuple[HandoverRow, ...] = ()
    opened: OpenedHandover | None = None
    marks: Mapping[str, Mark] = field(default_factory=dict)
    extra: tuple[str, ...] = ()
    money: str = ""
    chosen: str | None = None
    signers: tuple[Signer, ...] = ()
    signer: str | None = None
    by_password: bool = False
    cancelling: bool = False
    settling: tuple[DiscrepancyKind, str] | None = None
    gathered: Gathered | None = None
    read: tuple[CarriedNote, ...] = ()
    sure: bool = False
    kept: Mapping[str, KeptCount] = field(default_factory=dict)
    wanted: tuple[str, ...] = ()
    answer: Answer | None = None
    unprinted: frozenset[str] = frozenset()
    printing: int = 0
    busy: bool = False

    @property
    def entered(self) -> tuple[PaperRow, ...]:
        """The post's notes on the opened list that have been entered as dossiers."""
        rows = self.opened.papers if self.opened is not None else ()
        return tuple(row for row in rows if row.dossier)

    @property
    def to_print(self) -> tuple[PaperRow, ...]:
        """Those of them whose receipt the postal employee still waits for."""
        return tuple(row for row in self.entered if row.dossier in self.unprinted)

    @property
    def counted_on(self) -> str | None:
        """The id of the opened list, while it waits for the receiver."""
        return self.opened.row.id if self.opened is not None and self.opened.row.state == "offered" else None

    @property
    def unfinished(self) -> KeptCount | None:
        """What has been counted on the opened list so far, None where nothing has."""
        begun = self.counted_on is not None and (self.marks or self.extra or self.money)
        return KeptCount(self.marks, self.extra, self.money) if begun else None

    def mark_of(self, paper: str) -> Mark:
        """The receiver's mark on `paper`."""
        return self.marks.get(paper, LISTED)

    def marked(self, *kinds: MarkKind) -> tuple[str, ...]:
        """The ids of listed papers with one of these marks, in the list's order."""
        rows = self.opened.papers if self.opened is not None else ()
        return tuple(row.id for row in rows if self.mark_of(row.id).kind in kinds)

    @property
    def picked_rows(self) -> tuple[PaperRow, ...]:
        """The papers on the list being made."""
        held = {row.id: row for row in self.held}
        return tuple(held[identity] for identity in self.picked if identity in held)

    @property
    def left_rows(self) -> tuple[PaperRow, ...]:
        """The papers held here that could go to the receiver and are not on the list yet."""
        picked = set(self.picked)
        return tuple(row for row in self.held if row.id not in picked and row.fit != "never")

    @property
    def proposed_rows(self) -> tuple[PaperRow, ...]:
        """Those of them that should go now: nothing unusual, nothing that may wait until the next morning."""
        return tuple(row for row in self.left_rows if row.fit == "fits" and row.proposal != "next_morning")

    @property
    def carried_vnd(self) -> int:
        """The fees that go along with the list being made."""
        rows = self.picked_rows
        return sum(row.fee_vnd for row in rows) + (self.besides_vnd if rows else 0)

    @property
    def due_vnd(self) -> int:
        """The fees that belong to what is taken: what is left with the giver keeps its fee there."""
        left = {*self.marked("missing", "refused")}
        return sum(each.amount_vnd for each in self.fees if each.id not in left)

    @property
    def fees(self) -> tuple[Carried, ...]:
        """What is carried along with the opened list."""
        return () if self.opened is None else self.opened.fees

    @property
    def counted_vnd(self) -> int | None:
        """The money as counted; None while nothing that can be understood has been typed."""
        try:
            return read_amount(self.money)
        except ValueError:
            return None

    @property
    def count(self) -> Count:
        """What the receiver signs for."""
        noted = {identity: mark.words for identity, mark in self.marks.items() if mark.words.strip()}
        return Count(
            missing=self.marked("missing"),
            refused={identity: self.mark_of(identity).reason or "other" for identity in self.marked("refused")},
            damaged=self.marked("damaged"),
            extra=self.extra,
            counted_vnd=self.counted_vnd if self.fees else None,
            notes=noted,
            heard=self.opened.heard if self.opened is not None else None,
            read=self.read,
        )

    @property
    def half_counted(self) -> int:
        """How many papers have no mark although the count has begun; 0 where nobody scans."""
        return len(self.marked("listed")) if self.marked("scanned") else 0

    def chosen_signer(self) -> Signer | None:
        """Who is to sign on this screen."""
        return next((each for each in self.signers if each.id == self.signer), None)


def counting_anew(state: HandoverState) -> HandoverState:
    """`state` with nothing counted and nobody about to sign."""
    return replace(
        state,
        marks={},
        extra=(),
        money="",
        chosen=None,
        signers=(),
        signer=None,
        by_password=False,
        cancelling=False,
        settling=None,
        read=(),
        sure=False,
        answer=None,
    )


def putting_aside(state: HandoverState) -> HandoverState:
    """`state` without an opened record; what was counted on an unsigned list is kept."""
    kept, count = dict(state.kept), state.unfinished
    if state.counted_on is not None and count is not None:
        kept[state.counted_on] = count
    return counting_anew(replace(state, opened=None, kept=kept))


def opening(state: HandoverState, opened: OpenedHandover) -> HandoverState:
    """`state` with another record opened, and its unfinished count."""
    before = putting_aside(state)
    count = before.kept.get(opened.row.id) if opened.row.state == "offered" else None
    kept = {each: count for each, count in before.kept.items() if each != opened.row.id}
    shown = replace(before, opened=opened, kept=kept)
    return shown if count is None else replace(shown, marks=count.marks, extra=count.extra, money=count.money)


def papers_of(rows: tuple[PaperRow, ...]) -> tuple[tuple[str, ...], tuple[tuple[PaperKind, str], ...]]:
    """The ids of the dossiers among `rows`, and the other papers with their kinds."""
    dossiers = tuple(row.id for row in rows if row.kind == "dossier")
    return dossiers, tuple((row.kind, row.id) for row in rows if row.kind != "dossier")


def is_incoming(row: HandoverRow, officer: Officer | None) -> bool:
    """Whether the officer's unit receives."""
    if officer is None:
        return False
    return row.receiver == officer.unit if row.receiver else row.receiver_name == officer.unit_name


def is_outgoing(row: HandoverRow, officer: Officer | None) -> bool:
    """Whether the officer's unit gives."""
    if officer is None:
        return False
    return row.giver == officer.unit if row.giver else row.giver_name == officer.unit_name


def to_sign(handovers: tuple[HandoverRow, ...], officer: Officer | None) -> tuple[HandoverRow, ...]:
    """The handovers that wait for the officer's unit to sign."""
    return tuple(row for row in handovers if row.state == "offered" and is_incoming(row, officer))


def to_settle(handovers: tuple[HandoverRow, ...]) -> tuple[HandoverRow, ...]:
    """The handovers with a difference between list and count that nobody has settled."""
    return tuple(row for row in handovers if row.differences)


def the_rest(handovers: tuple[HandoverRow, ...], officer: Officer | None) -> tuple[HandoverRow, ...]:
    """All other handovers."""
    before = {row.id for row in (*to_sign(handovers, officer), *to_settle(handovers))}
    return tuple(row for row in handovers if row.id not in before)

"""What the room of the post point shows, as frozen values, and what is typed besides the form about a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from counter.ports.consign import NoteForm, NoteRow, SupplementCard
from counter.reception.checklist import rows_of
from counter.reception.form_state import missing_fields, to_form
from counter.reception.state import FormState
from counter.reception.typed import Typed, from_draft, kept_for_the_same, to_draft
from counter.words import read_amount, typed_day
from shared.domain.payment import read_receipt
from shared.domain.procedure import Procedure, RequiredDocument
from shared.domain.text import tidy
from shared.domain.tracking import TrackingForm, read_tracking
from shared.failures import Refusal

Page = Literal["form", "notes", "day"]
"""Lập phiếu gửi, các phiếu gửi, tổng hợp ngày."""

_BY_POST = "bưu chính"

BEGUN = Typed(channel="post", return_way="post")
"""An empty form at the post: who sends papers by post mostly gets the result by post."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """What only the post types (bưu gửi): the receipt it gave for the fees, the number on its own label."""

    series: str = ""
    number: str = ""
    tracking: str = ""

    @property
    def blank(self) -> bool:
        """Whether nothing worth keeping is typed; the series stays from the last receipt of the book."""
        return not self.number and not self.tracking


@dataclass(frozen=True, slots=True)
class ConsignState(FormState):
    """The room (phòng nhận gửi).

    `supplements`: a dossier that the papers complete; `completing`: whether such a dossier is looked for. `made`: the
    note just made, `printed` whether its paper came out. `notes`: those of today, `chosen` the id of one; `sure`: the
    deed that was asked for once and is done when it is asked for again, with the id of its note. `last`: the procedure
    of the last note: the same ones come again and again.
    """

    typed: Typed = BEGUN
    parcel: Parcel = Parcel()
    completing: bool = False
    supplements: SupplementCard | None = None
    page: Page = "form"
    made: NoteRow | None = None
    printed: bool = False
    notes: tuple[NoteRow, ...] = ()
    looked: bool = False
    chosen: str | None = None
    sure: tuple[str, str] = ("", "")
    last: Procedure | None = None

    @property
    def offered(self) -> Procedure | None:
        """The procedure that can be taken again with one key; None while there is none, or while one is chosen."""
        open_for_one = self.phase == "typing" and self.procedure is None and not self.completing
        return self.last if open_for_one or self.phase == "received" else None

    @property
    def to_hand_over(self) -> int:
        """How many notes lie ready to be handed over."""
        return sum(1 for each in self.notes if each.here and each.state == "made")

    @property
    def blank(self) -> bool:
        """Whether nothing worth keeping has been typed."""
        return self.typed in (BEGUN, Typed(channel="post")) and self.parcel.blank and not self.completing

    @property
    def chosen_note(self) -> NoteRow | None:
        """The note that is looked at."""
        return next((each for each in self.notes if each.id == self.chosen), None)


def as_sent(procedure: Procedure) -> Procedure:
    """`procedure` for the post: a paper that is only shown at a counter is sent as a copy where the catalogue says so.

    Its note then speaks of the post ("gửi qua bưu chính: kèm bản sao có chứng thực").
    """
    papers = tuple(
        replace(each, form="certified_copy") if each.form == "present_only" and _BY_POST in (each.note or "") else each
        for each in procedure.documents
    )
    return replace(procedure, documents=papers)


def as_asked(procedure: Procedure, missing: tuple[str, ...]) -> Procedure:
    """`procedure` with the papers that were asked for as its only list."""
    listed = {each.name: each for each in procedure.documents}
    papers = tuple(listed.get(name, RequiredDocument(name, None, None, None)) for name in missing)
    return replace(procedure, documents=papers, replaced_by_data=())


def other_purpose(state: ConsignState) -> ConsignState:
    """A new application instead of papers that complete a dossier, or the other way; who sends them stays."""
    return replace(
        state,
        typed=replace(state.typed, procedure="", counts=(), extra="", fee=""),
        procedure=None,
        found=(),
        missing=(),
        completing=not state.completing,
        supplements=None,
        fee=None,
    )


def completing(state: ConsignState, card: SupplementCard, procedure: Procedure) -> ConsignState:
    """The form for papers that complete the dossier of `card`: its applicant, and the papers that were asked for."""
    asked, person = as_asked(procedure, card.missing), card.applicant
    typed = replace(
        state.typed,
        kind=person.kind,
        name=person.name,
        identity_number=person.identity_number,
        birth=typed_day(person.birth_date),
        address=person.address,
        phone=person.phone,
        email=person.email,
        representative=person.representative,
        procedure=card.procedure,
        counts=tuple((0, 0) for _ in rows_of(asked)),
        return_way=card.return_way,
        fee="",
    )
    return replace(state, typed=typed, procedure=asked, supplements=card, missing=())


def missing_of_note(state: ConsignState) -> tuple[str, ...]:
    """The names of the fields that keep the note from being made, in the order of the form."""
    typed, parcel = state.typed, state.parcel
    missing = list(missing_fields(typed, state.procedure))
    if state.completing and state.supplements is None:
        missing = ["dossier", *(name for name in missing if name != "procedure")]
    if not tidy(typed.address):
        missing.insert(missing.index("name") + 1 if "name" in missing else 0, "address")
    if "fee" not in missing and not _receipt_fits(typed, parcel):
        missing.append("receipt")
    if tracking_form(parcel) == "unreadable":
        missing.append("tracking")
    return tuple(missing)


def tracking_form(parcel: Parcel) -> TrackingForm | Literal["unreadable", ""]:
    """What kind of number stands on the label; "" while none is typed."""
    if not tidy(parcel.tracking):
        return ""
    try:
        return read_tracking(parcel.tracking).form
    except Refusal:
        return "unreadable"


def next_of_terms(state: ConsignState) -> Literal["fee", "series", "number", "make"]:
    """Where work goes on once the papers are ticked: what is still to be typed of the money, otherwise the deed."""
    try:
        collected = read_amount(state.typed.fee)
    except ValueError:
        return "fee"
    if collected is None and not state.completing:
        return "fee"
    if collected and not tidy(state.parcel.series):
        return "series"
    return "number" if collected and not tidy(state.parcel.number) else "make"


def _receipt_fits(typed: Typed, parcel: Parcel) -> bool:
    """Money that was collected has a receipt that can be read; without money its number is left empty."""
    collected = read_amount(typed.fee) or 0
    if not collected:
        return not tidy(parcel.number)
    try:
        return read_receipt(parcel.series, parcel.number) is not None
    except Refusal:
        return False


def to_note(state: ConsignState, procedure: Procedure) -> NoteForm:
    """The note as it goes to the office; ValueError while `missing_of_note` names a date or an amount."""
    collected = bool(read_amount(state.typed.fee))
    return NoteForm(
        form=to_form(state.typed, procedure, None),
        series=state.parcel.series if collected else "",
        number=state.parcel.number if collected else "",
        tracking=read_tracking(state.parcel.tracking).number if tidy(state.parcel.tracking) else "",
        supplements=state.supplements.dossier if state.supplements else None,
    )


def to_note_draft(state: ConsignState) -> dict[str, object]:
    """The draft that keeps what is typed, JSON values only."""
    parcel = {"series": state.parcel.series, "number": state.parcel.number, "tracking": state.parcel.tracking}
    code = state.supplements.code if state.supplements else ""
    return {**to_draft(state.typed), **parcel, "completing": state.completing, "completes": code}


def from_note_draft(draft: Mapping[str, object]) -> tuple[Typed, Parcel, str]:
    """What was typed, read back, and the code of the dossier that is completed; what is unknown is left out."""
    words = {name: value for name in ("series", "number", "tracking") if isinstance(value := draft.get(name), str)}
    completes = draft.get("completes")
    typed = replace(from_draft(draft), channel="post")
    return typed, Parcel(**words), completes if isinstance(completes, str) else ""


def next_of_the_same(state: ConsignState) -> ConsignState:
    """The form of a further note of the same sender; the receipts' series stays."""
    return ConsignState(
        typed=kept_for_the_same(state.typed),
        parcel=Parcel(series=state.parcel.series),
        scan_into="submitter" if state.typed.authorised else "applicant",
        notes=state.notes,
        looked=state.looked,
        last=state.last,
    )


def begun_anew(state: ConsignState) -> ConsignState:
    """An empty form; the receipts' series stays, and the procedure that can be taken again."""
    series = Parcel(series=state.parcel.series)
    return ConsignState(parcel=series, notes=state.notes, looked=state.looked, last=state.last)

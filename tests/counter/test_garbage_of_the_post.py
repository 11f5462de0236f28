"""Garbage in every field of the post, and in every place of the codes on its papers: words, or a clean answer."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from counter.ports import AuthorisedCollector, Count, Settling
from counter.ports.consign import NoteForm
from counter.ports.delivery import DeliveryForm, HandingForm
from counter.ports.steps import AgencyRequest
from counter.wiring.office import JournalCounterOffice
from shared.actions import hand_over
from shared.domain import carried_list, carried_note
from shared.domain.custody import ONE_STOP
from shared.domain.dossier import GivenDocument
from shared.domain.paper_code import Gathered, gather, pack, read_piece, unpack
from shared.failures import EnvironmentFailure, Refusal
from shared.journal.verify import verify
from tests.counter.counters import STAFF, counter_at, reception_form, written
from tests.counter.counters import hand_over as changes_hands
from tests.counter.post_and_office import POST, PROCEDURE, a_way, note_form, on_paper
from tests.counter.test_garbage_in_every_field import GARBAGE

FIELDS = 18
"""So many a consignment note's codes have; the last is the applicant."""


@dataclass
class Desk:
    """A post point and an office on one machine; `with_post`: a result and the delivery that brings it."""

    office: JournalCounterOffice
    dossier: str
    delivery: str
    notes: int = 0

    def officer(self, sign_in: str) -> JournalCounterOffice:
        """The machine, with that person before it."""
        self.office.officer = STAFF[sign_in]
        return self.office

    def note(self, **changes: Any) -> str:
        """A new note."""
        self.notes += 1
        return self.officer("buutu").make_note(replace(note_form(f"{self.notes:07}", 5000), **changes)).id

    def offered(self) -> tuple[str, str]:
        """A list with a new note; answers both."""
        note = self.note()
        return self.office.offer(ONE_STOP, (), (("consignment", note),)).id, note

    def differing(self, extra: tuple[str, ...] = ()) -> str:
        """A list whose money does not fit."""
        offered, _ = self.offered()
        self.officer("thu").accept(offered, Count(counted_vnd=1, extra=extra), None)
        return offered


@pytest.fixture(scope="module")
def desk(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with counter_at(tmp_path_factory.mktemp("desk"), sign_in="thu") as office:
        dossier = office.receive(replace(reception_form(PROCEDURE), return_way="post")).id
        changes_hands(office, dossier, "thu", "tuphap")
        office.officer = STAFF["tuphap"]
        office.mark_result_ready(dossier, "granted")
        changes_hands(office, dossier, "tuphap", "thu")
        office.officer = STAFF["thu"]
        form = DeliveryForm(dossier, "result", "commune", "Nguyễn Thị Mẫu", "Thôn Mẫu", "", (), "", 0)
        row = office.prepare_delivery(form)
        office.accept(office.offer(POST, (dossier,)).id, Count(), STAFF["buutu"])
        yield Desk(office, dossier, row.id)


def deeds(desk: Desk, text: str) -> list[Callable[[], object]]:
    """Every deed of the post that takes words, each with `text` for all of them."""
    somebody = AuthorisedCollector(text, text, text)
    plain = note_form()
    person = replace(plain.form.applicant, name=text, address=text, phone=text, email=text, identity_number=text)
    wordy = replace(plain.form, applicant=person, collectors=(somebody,), return_address=text)
    named = replace(plain.form, documents=(GivenDocument(text, 1, 0),))
    to_post = DeliveryForm(desk.dossier, "result", "commune", text, text, text, (somebody,), text, 0)
    door = HandingForm("authorised", "other", text, text, text, text, text)

    def post() -> JournalCounterOffice:
        return desk.officer("buutu")

    def office() -> JournalCounterOffice:
        return desk.officer("thu")

    def refused() -> object:
        offered, note = desk.offered()
        count = Count(refused={note: "other"}, counted_vnd=0, notes={note: text, text: text})
        accepted = office().accept(offered, count, None)
        return desk.office.handover_record(accepted.id)

    def explained() -> object:
        record = desk.differing()
        return desk.office.settle_difference(record, Settling("money", "", "explained", note=text))

    def elsewhere() -> object:
        dossier = office().receive(replace(reception_form(PROCEDURE), competent="phuong-ban")).id
        offered = desk.office.offer("phuong-ban", (dossier,)).id
        desk.office.accept_on_paper(offered, Count(), text)
        desk.office.handover_record(offered)
        return desk.office.back_from_agency(dossier, text, desk.office.journal.now(), None)

    def asked() -> object:
        dossier = office().receive(reception_form(PROCEDURE)).id
        office().ask_agency(dossier, AgencyRequest("thue-co-so-thu", "opinion", text, 3))
        return office().ask_agency(dossier, AgencyRequest(text, "opinion", "Hỏi", 3))

    return [
        lambda: post().note_paper(post().make_note(NoteForm(wordy)).id, copy=False),
        lambda: post().note_paper(post().make_note(NoteForm(named)).id, copy=True),
        lambda: post().make_note(NoteForm(plain.form, text, text, "")),
        lambda: post().make_note(NoteForm(plain.form, "", "", text)),
        lambda: post().awaiting_supplement(text),
        lambda: post().save_draft("consign", {"text": text}),
        lambda: post().note_attempt(desk.delivery, text),  # type: ignore[arg-type]
        lambda: post().hand_delivery(desk.delivery, replace(door, recipient=text)),  # type: ignore[arg-type]
        lambda: post().hand_delivery(desk.delivery, door),
        lambda: office().prepare_delivery(to_post),
        lambda: office().prepare_delivery(replace(to_post, scope=text)),  # type: ignore[arg-type]
        lambda: office().track_delivery(desk.delivery, text),
        lambda: office().find_delivery(text),
        lambda: office().find_paper(text, text),
        lambda: office().where_is(text),
        lambda: office().handover_numbered(text),
        lambda: office().offer(text, (desk.dossier,)),
        lambda: office().handover_list(text, ()),
        lambda: office().accept(desk.offered()[0], Count(extra=(text,), counted_vnd=5000), STAFF["thu"]),
        refused,
        explained,
        lambda: office().settle_difference(desk.differing(), Settling(text, text, text)),  # type: ignore[arg-type]
        elsewhere,
        asked,
        lambda: office().prove(text, text, "pin"),
    ]


def failure_of(deed: Callable[[], object]) -> Refusal | EnvironmentFailure | None:
    try:
        deed()
    except (Refusal, EnvironmentFailure) as failure:
        return failure
    return None


@pytest.mark.parametrize("garbage", ["a NUL", "half a pair", "emoji", "markup"])
def test_garbage_is_kept_as_it_is_or_refused_in_words(desk: Desk, garbage: str) -> None:
    for deed in deeds(desk, GARBAGE[garbage]):
        failure = failure_of(deed)
        if failure is not None:
            assert failure.sentence.vi
            assert failure.sentence.en
            assert GARBAGE[garbage] not in failure.sentence.vi
    holds(desk)


@pytest.mark.long
@pytest.mark.parametrize("garbage", GARBAGE)
def test_every_kind_of_garbage_is_kept_as_it_is_or_refused_in_words(desk: Desk, garbage: str) -> None:
    for deed in deeds(desk, GARBAGE[garbage]):
        failure_of(deed)
    holds(desk)


def holds(desk: Desk) -> None:
    journal = desk.office.journal
    with journal.reading() as reader:
        assert verify(reader.connection, journal.office, frozenset({journal.device})).findings == ()


def test_an_amount_that_cannot_be_is_refused_in_words(desk: Desk) -> None:
    form = note_form().form
    offered, _ = desk.offered()
    before = len(written(desk.office))
    tries: list[Callable[[], object]] = [
        lambda: desk.officer("buutu").make_note(NoteForm(replace(form, fee_vnd=-1), "01AB-26E", "0009999")),
        *(lambda sets=sets: desk.officer("buutu").make_note(NoteForm(replace(form, sets=sets))) for sets in (-1, 0)),
        lambda: desk.officer("thu").accept(offered, Count(counted_vnd=-1), None),
        lambda: desk.officer("thu").accept(offered, Count(), None),
    ]
    codes = [failure.code for failure in map(failure_of, tries) if failure is not None]
    assert codes == ["no_amount", "no_sets", "no_sets", "no_amount", "money_not_counted"]
    assert len(written(desk.office)) == before
    desk.officer("thu").accept(offered, Count(counted_vnd=999_999_999_999), None)
    holds(desk)


@pytest.mark.parametrize("text", ["", "  ", "-", "0"])
def test_nothing_typed_finds_nothing(desk: Desk, text: str) -> None:
    """The delivery has no number of the post: it must not be what an empty field stands for."""
    office = desk.officer("thu")
    for ask in (
        office.find_delivery,
        office.where_is,
        office.handover_numbered,
        partial(office.find_paper, receiver=None),
    ):
        with pytest.raises(Refusal):
            ask(text)


def test_pieces_of_another_paper_never_make_a_whole_one(desk: Desk) -> None:
    """Codes of two notes scanned in turn, one of them twice, one cut short."""
    odd = random.Random(4)
    papers = tuple(GivenDocument(f"{odd.getrandbits(200):x}", 1, 0) for _ in range(40))
    form = replace(note_form().form, documents=papers, fee_vnd=5000)
    one, two = (on_paper(desk.office, desk.note(form=form)) for _ in range(2))
    assert min(one.count, two.count) > 1, "too short for this test"
    mixed = replace(one, pieces={**one.pieces, 1: two.pieces[1]})
    cut = replace(one, pieces={**one.pieces, 1: one.pieces[1][:-1]})
    swapped = replace(one, pieces={**one.pieces, 1: one.pieces[2], 2: one.pieces[1]})
    lacking = replace(one, pieces={1: one.pieces[1]})
    renamed = replace(one, prefix=carried_list.PREFIX)
    for each in (mixed, cut, swapped, lacking, renamed):
        with pytest.raises(Refusal) as refused:
            desk.officer("thu").enter_paper(each)
        assert refused.value.code == "no_note"
    with pytest.raises(ValueError, match="no list"):
        carried_list.from_codes(one)


HOSTILE = (
    None,
    -1,
    10**40,
    1e308,
    True,
    "x" * 10_000,
    "a\0b",
    "\ud800",
    "",
    [],
    [[]],
    {},
    {"name": {"name": []}},
    [["x"] * 3] * 900,
)


@pytest.mark.parametrize("place", range(FIELDS))
def test_a_forged_note_is_no_note_or_can_be_worked_with(desk: Desk, place: int) -> None:
    """Whoever prints codes can print anything: each place of a note that the office holds, and of its applicant."""
    office = desk.officer("thu")
    note = desk.note()
    document = unpack(on_paper(desk.office, note))
    assert isinstance(document, list)
    for garbage in HOSTILE:
        forged = [*document]
        forged[place] = garbage
        if place == FIELDS - 1:
            forged[place] = {"name": "Nguyễn Thị Mẫu", "address": garbage, "birth_date": garbage, "submitter": garbage}
            forged[place] |= {"collectors": garbage, "return_address": garbage, "kind": garbage}
        with suppress(ValueError):
            carried = carried_note.from_codes(gathered(pack(carried_note.PREFIX, forged)))
            assert 0 <= carried.note.fee_vnd < 10**13
            assert len(carried.note.number) <= 64
            assert carried.note.number.isprintable()
            with suppress(Refusal):
                office.enter_paper(gathered(pack(carried_note.PREFIX, forged)))


ALL_FIELDS = ("address", "phone", "birth_date", "kind", "submitter", "collectors", "return_address")
PEOPLE = ("x", ["x"], [{"name": ["x"]}], {"name": {"deep": "x"}}, 7, None, "\u202eabc\x1b[31m", "<b>&amp;<para>")


def test_whoever_a_forged_note_names_is_refused_or_can_be_worked_with(qapp: object, tmp_path: Path) -> None:
    """The office has signed for the papers without a line, and reads the applicant off the note."""
    with a_way(tmp_path) as way:
        for number, garbage in enumerate(PEOPLE, start=1):
            note = way.make(note_form(f"{number:07}", 5000)).id
            with way.post.journal.reading() as reader:
                heard = hand_over.carried_list(reader, way.offer(note).id)
            way.accept(heard.id, hand_over.Count(counted_vnd=5000, heard=heard))
            document = unpack(on_paper(way.post, note))
            assert isinstance(document, list)
            entered = ""
            for typed in (garbage, "x"):
                fields = ("address", "phone", "birth_date", "kind", "return_address") if typed == "x" else ALL_FIELDS
                document[FIELDS - 1] = {"name": "Nguyễn Thị Mẫu", **dict.fromkeys(fields, typed)}
                with suppress(Refusal):
                    entered = way.office.enter_paper(gathered(pack(carried_note.PREFIX, document))).dossier
            way.office.dossier_page(entered)
            way.office.form_01(entered)
            way.office.step_sheet(entered)
            way.office.search_dossiers("mẫu")
        with way.office.journal.reading() as reader:
            assert verify(reader.connection, reader.office, frozenset({way.office.journal.device})).findings == ()


def gathered(codes: tuple[str, ...]) -> Gathered:
    """The pieces put together."""
    found: Gathered | None = None
    for code in codes:
        piece = read_piece(code)
        assert piece is not None
        found = gather(found, piece)
    assert found is not None
    return found

"""What the post's part of a day writes about people: each field of every form holds a word of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial

from sqlalchemy import select

from counter.ports import AuthorisedCollector, Count, Settling
from counter.ports.consign import NoteForm, NoteRow
from counter.ports.delivery import DeliveryForm, HandingForm
from counter.ports.steps import AgencyRequest
from counter.wiring.office import JournalCounterOffice
from shared.clock import SetClock
from shared.domain import carried_note
from shared.domain.custody import ONE_STOP
from shared.domain.dossier import GivenDocument
from shared.domain.paper_code import Gathered, gather, read_piece
from shared.journal import tables
from shared.journal.consignment_queries import notes_of_post
from shared.journal.dossier_queries import personal_records
from shared.journal.read_model import CONSIGNMENTS
from tests.counter.counters import STAFF, askable, hand_over, procedure_of_a_department
from tests.counter.whole_life import Canaries, Life, reception

POST, AGENCY, ELSEWHERE = "buu-dien-mau", "thue-co-so-thu", "phuong-ban"
PROCEDURE = procedure_of_a_department()
FIRST, LACKING = askable(PROCEDURE)[:2]


def live_by_post(counter: JournalCounterOffice, clock: SetClock, life: Life) -> None:
    """Papers come by post, are counted and argued about, go to agencies and out to their addressees."""
    posted = Life(life.canaries)
    for deed in (_brought, _supplemented, _given_back, _with_agencies, _delivered):
        posted.print_names += deed(counter, clock, posted)
    life.print_names += posted.print_names
    life.dossiers += posted.dossiers


def note(canaries: Canaries, who: str, number: int, fee_vnd: int = 8000, supplements: str | None = None) -> NoteForm:
    """A note with everything that may be typed about people."""
    form = replace(reception(canaries, who, PROCEDURE.code, FIRST), channel="post", fee_vnd=fee_vnd)
    form = form if supplements is None else replace(form, documents=(GivenDocument(LACKING, 1, 0),))
    series = "01AB-26E" if fee_vnd else ""
    return NoteForm(form, series, f"{number:07}" if fee_vnd else "", "EA123456785VN", supplements)


def _as(counter: JournalCounterOffice, sign_in: str) -> None:
    counter.officer = STAFF[sign_in]


def _make(counter: JournalCounterOffice, form: NoteForm) -> NoteRow:
    _as(counter, "buutu")
    counter.save_draft("consign", {"form": form.form.personal_record()})
    made = counter.make_note(form)
    counter.drop_draft("consign")
    counter.note_paper(made.id, copy=False)
    return made


def _entered(counter: JournalCounterOffice, made: NoteRow) -> str:
    with counter.journal.reading() as reader:
        found = reader.state(CONSIGNMENTS, made.id)
    assert found is not None
    assert found.registered_as is not None
    return found.registered_as


def _brought(counter: JournalCounterOffice, clock: SetClock, life: Life) -> Iterator[str]:
    """Four notes in one bag: one there, one torn, one refused, one missing; the money does not fit."""
    canaries = life.canaries
    there, torn, refused, missing = [_make(counter, note(canaries, f"sender {each}", each)) for each in range(1, 5)]
    listed = tuple(("consignment", each.id) for each in (there, torn, refused, missing))
    counter.handover_list(ONE_STOP, listed)  # type: ignore[arg-type]  # the kind is one of the names
    offered = counter.offer(ONE_STOP, (), listed)  # type: ignore[arg-type]
    clock.advance(timedelta(minutes=5))
    _as(counter, "thu")
    words = {each.id: canaries.word(f"count.{name}") for name, each in (("torn", torn), ("refused", refused))}
    count = Count(
        missing=(missing.id,),
        refused={refused.id: "incomplete"},
        damaged=(torn.id,),
        extra=("H99.99.01-261120-0001",),
        counted_vnd=15000,
        notes=words,
    )
    row = counter.accept(offered.id, count, None)
    yield row.number
    counter.settle_difference(
        row.id, Settling("extra", count.extra[0], "given_back", note=canaries.word("settle.extra"))
    )
    _as(counter, "buutu")
    counter.settle_difference(row.id, Settling("missing", missing.id, "lost", note=canaries.word("settle.missing")))
    counter.settle_difference(row.id, Settling("money", "", "explained", note=canaries.word("settle.money")))
    counter.handover_record(row.id)
    counter.give_note_back(refused.id)
    counter.post_day_sheet(clock.now().date())
    life.dossiers += [_entered(counter, each) for each in (there, torn)]
    _as(counter, "thu")
    yield counter.form_01(life.dossiers[0]).name


def _supplemented(counter: JournalCounterOffice, clock: SetClock, life: Life) -> Iterator[str]:
    """What was asked for comes back through the post."""
    _as(counter, "thu")
    asked = life.dossiers[0]
    yield counter.request_supplement(asked, (LACKING,), life.canaries.word("supplement.reason")).name
    clock.advance(timedelta(minutes=30))
    made = _make(counter, note(life.canaries, "supplementing", 0, 0, supplements=asked))
    offered = counter.offer(ONE_STOP, (), (("consignment", made.id),))
    _as(counter, "thu")
    counter.accept(offered.id, Count(), None)
    assert not counter.dossier_page(asked).row.stage.startswith("awaiting")


def _given_back(counter: JournalCounterOffice, _: SetClock, life: Life) -> Iterator[str]:
    """A note that was made by mistake."""
    made = _make(counter, note(life.canaries, "mistaken", 9))
    counter.withdraw_note(made.id)
    yield made.number


def _with_agencies(counter: JournalCounterOffice, clock: SetClock, life: Life) -> Iterator[str]:
    """One is asked for its opinion; another, elsewhere, signs on paper and decides."""
    _as(counter, "thu")
    asked = life.dossiers[1]
    hand_over(counter, asked, "thu", "tuphap")
    _as(counter, "tuphap")
    counter.ask_agency(asked, AgencyRequest(AGENCY, "opinion", life.canaries.word("agency.words"), 3))
    counter.agency_answered(asked, AGENCY, "given")
    _as(counter, "thu")
    form = reception(life.canaries, "elsewhere", PROCEDURE.code, FIRST)
    elsewhere = counter.receive(replace(form, competent=ELSEWHERE)).id
    life.dossiers.append(elsewhere)
    offered = counter.offer(ELSEWHERE, (elsewhere,))
    clock.advance(timedelta(minutes=1))
    yield counter.accept_on_paper(offered.id, Count(), life.canaries.word("agency.signer")).number
    clock.advance(timedelta(minutes=1))
    counter.back_from_agency(elsewhere, life.canaries.word("agency.back"), clock.now(), "granted")


def _delivered(counter: JournalCounterOffice, _: SetClock, life: Life) -> Iterator[str]:
    """The result goes out with a fee; somebody else signs for it at the door."""
    canaries, dossier = life.canaries, life.dossiers[2]
    _as(counter, "thu")
    form = DeliveryForm(
        dossier=dossier,
        content="result",
        scope="commune",
        name=canaries.word("addressee.name"),
        address=canaries.word("addressee.address"),
        phone=canaries.number("addressee.phone"),
        recipients=(
            AuthorisedCollector(
                canaries.word("recipient.name"), canaries.number("recipient.number"), canaries.word("recipient.paper")
            ),
        ),
        tracking="EB000000018VN",
        fee_vnd=5000,
    )
    row = counter.prepare_delivery(form)
    offered = counter.offer(POST, (dossier,))
    _as(counter, "buutu")
    counter.accept(offered.id, Count(), None)
    counter.note_attempt(row.id, "absent")
    handing = HandingForm(
        recipient="authorised",
        identity_paper="identity_card",
        name=canaries.word("door.name"),
        paper_number=canaries.number("door.number"),
        authorisation=canaries.word("door.authorisation"),
        series="01AB-26E",
        number="0000077",
    )
    counter.hand_delivery(row.id, handing)
    counter.delivery_paper(row.id, copy=True)
    yield row.code


def refused_by_post(counter: JournalCounterOffice, canaries: Canaries) -> list[Callable[[], object]]:
    """Deeds with words about people in them, each of which is refused, whoever of the post or the office tries."""
    word, number = canaries.word("sender 1.name"), canaries.number("door.number")
    with counter.journal.reading() as reader:
        made = next(each for each in notes_of_post(reader, POST, counter.start_of_today()) if each.registered_as)
        delivery = _delivery(counter)
        person = personal_records(reader, [made.applicant or ""])[made.applicant or ""]
    codes = carried_note.to_codes(made, person, 1)
    gathered: Gathered | None = None
    for code in codes:
        piece = read_piece(code)
        assert piece is not None
        gathered = gather(gathered, piece)
    assert gathered is not None
    form = note(canaries, "sender 1", 1)
    door = HandingForm("authorised", "identity_card", word, number, word, word, number)
    to_post = DeliveryForm(made.registered_as or "", "result", "commune", word, word, word, (), word, -1)
    tries: list[Callable[[], object]] = [
        lambda: counter.make_note(form),
        lambda: counter.make_note(replace(form, number=word)),
        lambda: counter.make_note(replace(form, series="", number="", tracking=word)),
        lambda: counter.make_note(replace(form, supplements=word)),
        lambda: counter.awaiting_supplement(word),
        lambda: counter.enter_paper(gathered),
        lambda: counter.enter_paper(replace(gathered, check="00000000")),
        lambda: counter.give_note_back(word),
        lambda: counter.note_paper(word, copy=False),
        lambda: counter.prepare_delivery(to_post),
        lambda: counter.track_delivery(delivery, word),
        lambda: counter.hand_delivery(delivery, door),
        lambda: counter.hand_delivery(word, door),
        lambda: counter.delivery_paper(word, copy=False),
        lambda: counter.offer(ONE_STOP, (word,), (("consignment", number),)),
        lambda: counter.accept(word, Count((number,), extra=(word,), notes={word: word}), None),
        lambda: counter.accept_on_paper(word, Count(), word),
        lambda: counter.settle_difference(word, Settling("money", "", "explained", note=word)),
        lambda: counter.handover_numbered(word),
        lambda: counter.ask_agency(word, AgencyRequest(AGENCY, "opinion", word, 3)),
        lambda: counter.back_from_agency(made.registered_as or "", word, made.made_at, None),
        lambda: counter.prove(word, number, "pin"),
    ]
    for text in (word, number, codes[0], f"{codes[0]}\r{word}"):
        tries += [partial(ask, text) for ask in (counter.find_delivery, counter.where_is)]
        tries += [partial(counter.find_paper, text, None), partial(counter.awaiting_supplement, text)]
        tries += [partial(counter.handover_numbered, text), partial(counter.find_dossier, text)]
    return tries


def _delivery(counter: JournalCounterOffice) -> str:
    """The delivery of the day."""
    with counter.journal.reading() as reader:
        return str(reader.connection.execute(select(tables.delivery.c.subject)).scalars().first())

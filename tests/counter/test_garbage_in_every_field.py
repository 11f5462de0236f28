"""Garbage in every field: a Refusal in words or a clean answer, never another error, and never for long."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counter.calendar.state import read_sessions
from counter.deadlines.state import day_of
from counter.ports import Applicant, AuthorisedCollector, Count, FeeForm, GuidanceForm, ReturnProof, StopForm
from counter.ports.calendar import CalendarEntry
from counter.ports.fees import SlipForm
from counter.ports.reception import Submitter
from counter.sample.content import MORNING
from counter.steps.state import read_moment, read_new_day
from counter.wiring.office import JournalCounterOffice
from counter.words import read_amount, read_day
from shared.actions.addresses import read_address
from shared.domain.appointment import appointment_code
from shared.domain.dossier import GivenDocument
from shared.domain.identity_card import mask_number, read_identity_card
from shared.domain.numbering import parse_dossier_code, parse_ticket_label
from shared.domain.payment import FeePart, read_receipt
from shared.domain.procedures import normalise_procedure_code
from shared.domain.tax_code import organisation_number
from shared.domain.text import fold, given_name_key, matches, tidy
from shared.domain.vietqr import read_vietqr
from shared.failures import EnvironmentFailure, Refusal
from shared.journal.dossier_search_words import question_of
from shared.journal.verify import verify
from tests.counter.counters import STAFF, askable, counter_at, procedure_of_a_department, reception_form, written

PROCEDURE = procedure_of_a_department()
GARBAGE = {
    "nothing": "",
    "blanks": " \t\u00a0\u3000 ",
    "a NUL": "a\0b",
    "ten thousand letters": "x" * 10_000,
    "two thousand words": "Nguyễn Thị " * 1000,
    "marks of writing direction": "\u202eabc\u200f مرحبا \u2066x\u2069",
    "emoji": "😀👨‍👩‍👧‍👦🏳️‍🌈" * 20,
    "half a pair": "a\ud800b",
    "control characters": "a\x07\x1b[31m\r\nb\x85\u2028\u2029",
    "markup": "<b>&amp;<para><img src='/etc/passwd'/></para></td>",
    "an unclosed tag": "<font size=9999>x</font><a href='http://x'>",
    "three thousand accents": "a" + "\u0301" * 3000,
    "figures of other scripts": "９９９٣٤٥²½",
    "a great number": "9" * 6000,
    "ligatures that grow": "ﷺ" * 500,
    "SQL": "'; DROP TABLE event; --",
    "a search operator": 'NEAR("a" b) OR *:* ^x {a b}',
    "braces of a format": "{0} %s %(name)s ${x}",
}
TYPED = st.one_of(
    st.sampled_from(sorted(GARBAGE.values())),
    st.text(max_size=60),
    st.text(alphabet="0123456789:-–,;./hđ VND٣²９\0\u202e ", max_size=40),
    st.text(alphabet=st.characters(categories=["Cs", "Cc", "Cf", "Nd", "No", "Mn", "Lo"]), max_size=30),
)
READERS: Mapping[str, tuple[Callable[[str], object], type[Exception]]] = {
    "an amount": (read_amount, ValueError),
    "a day": (read_day, ValueError),
    "a day to come": (read_new_day, Refusal),
    "a day of a batch": (day_of, Refusal),
    "sessions": (read_sessions, ValueError),
    "a day and a time": (lambda text: read_moment("23/11/2026", text), Refusal),
    "another day and a time": (lambda text: read_moment(text, "8:40"), Refusal),
    "a code": (parse_dossier_code, Refusal),
    "a label of a slip": (parse_ticket_label, Refusal),
    "a receipt's series": (lambda text: read_receipt(text, "12"), Refusal),
    "a receipt's number": (lambda text: read_receipt("01AB-26E", text), Refusal),
    "an address": (read_address, Refusal),
    "an appointment": (appointment_code, Refusal),
    "an identity card": (read_identity_card, Refusal),
    "fields of an identity card": (lambda text: read_identity_card("|".join([text] * 7)), Refusal),
    "a masked number": (mask_number, Refusal),
    "a tax code": (organisation_number, Refusal),
    "a procedure's code": (normalise_procedure_code, Refusal),
    "a VietQR": (read_vietqr, ValueError),
    "tidied": (tidy, Refusal),
    "folded": (fold, Refusal),
    "matched": (lambda text: matches(text, text), Refusal),
    "a name to sort by": (given_name_key, Refusal),
    "a search": (question_of, Refusal),
}
"""What reads typed text, and by what it says no: ValueError is caught by the form that asks."""


@pytest.mark.parametrize("name", READERS)
def test_what_reads_typed_text_says_no_in_one_way(name: str) -> None:
    read, refuses = READERS[name]

    @settings(max_examples=60, deadline=None, database=None)
    @given(TYPED)
    def tried(text: str) -> None:
        with suppress(refuses, Refusal):
            read(text)

    tried()
    for text in GARBAGE.values():
        with suppress(refuses, Refusal):
            read(text)


@dataclass
class Desk:
    """A counter with a dossier on which garbage was typed where it could be."""

    office: JournalCounterOffice
    dossier: str


@pytest.fixture(scope="module")
def desk(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with counter_at(tmp_path_factory.mktemp("desk")) as office:
        office.officer = STAFF["phutrach"]
        office.open_counter("quay-1")
        yield Desk(office, office.receive(reception_form(PROCEDURE)).id)


def deeds(desk: Desk, text: str) -> list[Callable[[], object]]:
    """Everything of the ports that takes words, each with `text` for all of them."""
    office, good = desk.office, reception_form(PROCEDURE)
    person = Applicant(text, text, None, text, text, text, "organisation", text)
    somebody = AuthorisedCollector(text, text, text)
    whole = replace(
        reception_form(PROCEDURE, person),
        submitter=Submitter(text, text, text, text),
        collectors=(somebody,),
        return_address=text,
    )
    lacking = askable(PROCEDURE)[1]
    fee = FeeForm(desk.dossier, 5000, 1, (FeePart(text, 5000),), "cash", over_reason=text)
    stop = StopForm("applicant", text, "signed_request", text, MORNING, (GivenDocument(text, 1, 0),))
    day = MORNING.date() + timedelta(days=9)

    def new() -> str:
        return office.receive(good).id

    return [
        lambda: office.form_01(office.receive(whole).id),
        lambda: office.form_01(office.receive(replace(good, documents=(GivenDocument(text, 1, 0),))).id),
        lambda: office.receive(replace(good, procedure=text)),
        lambda: office.save_draft("reception", {"text": text}),
        lambda: office.request_supplement(new(), (lacking,), text),
        lambda: office.request_supplement(new(), (text,), "Thiếu"),
        lambda: office.send_apology(new(), text, day),
        lambda: office.stop(new(), stop),
        lambda: office.refuse(new(), text),
        lambda: office.guidance_form(GuidanceForm("supplement_request", PROCEDURE.code, person, (text,), text)),
        lambda: office.search_dossiers(text),
        lambda: office.given_before(text),
        lambda: office.fee_card(text),
        lambda: office.result_card(f"https://motcua.example/d/{text}"),
        lambda: office.procedures(text),
        lambda: office.promise(text),
        lambda: office.give_back(office.collect(fee).id, text),
        lambda: office.record_receipt("no payment", text, text),
        lambda: office.payment_slip(SlipForm(desk.dossier, (FeePart(text, 5),), 5, "")),
        lambda: office.set_calendar_day(day, CalendarEntry("closed", (), text, text)),
        lambda: office.return_result(desk.dossier, "authorised", ReturnProof(somebody)),
        lambda: office.call_by_slip("key", text, sure=True),
        lambda: office.call_by_slip("key", f"/t/{text}", sure=True),
        lambda: office.serve_walk_in("key", text),
        lambda: office.transfer(text),
        lambda: office.accept(office.offer("kinh-te", (new(),)).id, Count(extra=(text,)), STAFF["kinhte"]),
        lambda: office.verify(text, text),
        lambda: office.unlock(text),
    ]


def failure_of(deed: Callable[[], object]) -> Refusal | EnvironmentFailure | None:
    try:
        deed()
    except (Refusal, EnvironmentFailure) as failure:
        return failure
    return None


@pytest.mark.parametrize("garbage", ["a NUL", "half a pair", "markup", "control characters"])
def test_garbage_is_kept_as_it_is_or_refused_in_words(desk: Desk, garbage: str) -> None:
    text = GARBAGE[garbage]
    for deed in deeds(desk, text):
        before = len(written(desk.office))
        failure = failure_of(deed)
        if failure is not None:
            assert failure.sentence.vi
            assert failure.sentence.en
            assert len(written(desk.office)) - before <= 4, "the steps before it, and no part of the refused one"


@pytest.mark.long
@pytest.mark.parametrize("garbage", GARBAGE)
def test_every_kind_of_garbage_is_kept_as_it_is_or_refused_in_words(desk: Desk, garbage: str) -> None:
    test_garbage_is_kept_as_it_is_or_refused_in_words(desk, garbage)


def test_a_paper_with_more_words_than_a_page_holds_goes_on_over_the_next_pages(desk: Desk) -> None:
    paper = GivenDocument("Giấy tờ " * 1500, 1, 0)
    dossier = desk.office.receive(replace(reception_form(PROCEDURE), documents=(paper,))).id
    assert desk.office.form_01(dossier).pdf.count(b"/Type /Page\n") > 1


def test_a_character_that_cannot_be_kept_is_refused_in_words_and_writes_nothing(desk: Desk) -> None:
    before = len(written(desk.office))
    for name in ("a\0b", "a\ud800b"):
        with pytest.raises(Refusal) as refused:
            desk.office.receive(replace(reception_form(PROCEDURE), documents=(GivenDocument(name, 1, 0),)))
        assert refused.value.code == "text_unwritable"
        assert refused.value.__cause__ is None
    assert len(written(desk.office)) == before


def test_the_journal_holds_after_all_of_it(desk: Desk) -> None:
    journal = desk.office.journal
    with journal.reading() as reader:
        assert verify(reader.connection, journal.office, frozenset({journal.device})).findings == ()

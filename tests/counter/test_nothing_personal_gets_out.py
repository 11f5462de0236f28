"""What is typed about people stays with the officers: one day with a word of its own in every personal field."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import timedelta
from pathlib import Path

import pytest
import requests
from pytestqt.qtbot import QtBot
from sqlalchemy import inspect, select

from counter.ports import (
    Applicant,
    AuthorisedCollector,
    Count,
    FeeForm,
    GuidanceForm,
    ReceptionForm,
    ReturnProof,
    Settling,
    StopForm,
)
from counter.ports.attachments import KeptScan
from counter.ports.consign import NoteForm
from counter.ports.delivery import DeliveryForm, HandingForm
from counter.ports.reception import Submitter
from counter.ports.steps import AgencyRequest
from counter.wiring.office import JournalCounterOffice
from shared.clock import SetClock
from shared.domain.carried_note import PREFIX
from shared.failures import EnvironmentFailure, Refusal
from shared.journal import tables
from shared.qt.device_program import DeviceProgram
from tests.counter.counters import STAFF, WARD, counter_at, procedure_of_a_department, reception_form
from tests.counter.postal_life import live_by_post, refused_by_post
from tests.counter.whole_life import Canaries, Life, live, reception
from tests.documents.reading import codes_of
from tests.qt.enrolled_program import enrolled_program
from tests.server.running import MORNING, RunningServer, file_engine, running
from tests.server.waiting import until

BORN = ("1931-07-13", "13/07/1931", "13.07.1931")
HELD_BY_OFFICERS = {"personal", "draft"}
"""Tables that hold what is personal, on counters and the server; the counters' search index is another."""


@dataclass(frozen=True, slots=True)
class Told:
    """What has been lived, and where it could have got to."""

    life: Life
    counter: JournalCounterOffice
    kiosk: DeviceProgram
    server: RunningServer
    folder: Path
    log: pytest.LogCaptureFixture

    def sings(self, text: str) -> list[str]:
        """The fields whose words stand in `text`."""
        plain = text.casefold()
        found = [place for place, word in self.life.canaries.sung.items() if word.casefold() in plain]
        return found + [day for day in BORN if day in text]


@contextmanager
def lived(tmp_path: Path, log: pytest.LogCaptureFixture) -> Iterator[Told]:
    """A counter and a kiosk at one server; the day has been lived, and everybody knows of it."""
    log.set_level(logging.DEBUG)
    engine = file_engine(tmp_path)
    desk = tmp_path / "desk"
    desk.mkdir()
    with (
        running(engine, WARD, tmp_path / "server") as server,
        enrolled_program(server, tmp_path / "counter", "counter", "Quầy 1") as program,
        enrolled_program(server, tmp_path / "kiosk") as kiosk,
    ):
        counter = JournalCounterOffice(program)
        clock = program.journal.clock
        assert isinstance(clock, SetClock)
        life = live(counter, clock, desk)
        live_by_post(counter, clock, life)
        program.start()
        until(lambda: program.lanes.database.run_and_wait(lambda: _all_sent(counter)))
        kiosk.start()
        until(lambda: kiosk.lanes.database.run_and_wait(lambda: len(_rows(kiosk, "dossier"))) == len(life.dossiers))
        yield Told(life, counter, kiosk, server, tmp_path, log)
    engine.dispose()


@pytest.fixture
def told(qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Iterator[Told]:
    with lived(tmp_path, caplog) as told:
        yield told


def _all_sent(counter: JournalCounterOffice) -> bool:
    state = counter.sync_state()
    return state.online and state.unsent == 0 and state.unsent_scans == 0


def _rows(program: DeviceProgram, table: str) -> list[object]:
    with program.journal.reading() as reader:
        return list(reader.connection.exec_driver_sql(f'SELECT * FROM "{table}"').all())  # a table of ours by name


def texts_by_table(told: Told, program: DeviceProgram) -> Iterator[tuple[str, str]]:
    """Everything that stands in the database of a device, table by table."""
    with program.journal.reading() as reader:
        names = inspect(reader.connection).get_table_names()
    for name in names:
        yield name, "\n".join(_text(value) for row in _rows(program, name) for value in row)  # type: ignore[attr-defined]


def _text(value: object) -> str:
    return value.decode(errors="replace") if isinstance(value, bytes) else str(value)


def leaves(value: object) -> Iterator[str]:
    """Every text in a JSON value."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in ("salt", "kind", "birth_date"):
                yield from leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner)
    elif isinstance(value, str) and value:
        yield value


def test_what_is_personal_stays_with_the_officers(told: Told) -> None:
    """One day, looked at from every side; in one test, because the day is what takes the time."""
    every_personal_field_has_a_word_of_its_own(told)
    no_event_and_no_table_of_the_counter_says_it(told)
    a_kiosk_receives_nothing_of_it(told)
    the_server_has_it_in_one_place(told)
    no_public_page_and_no_address_shows_it(told)
    no_file_is_named_after_anybody(told)
    no_failure_repeats_what_was_typed(told)
    assert told.sings(told.log.text) == []


def every_personal_field_has_a_word_of_its_own(told: Told) -> None:
    with told.counter.journal.reading() as reader:
        bodies = [bytes(body) for body in reader.connection.execute(select(tables.personal.c.body)).scalars()]
    kept = [text for body in bodies for text in leaves(json.loads(body))]
    assert [text for text in kept if not told.sings(text)] == [], "a personal field without a word of its own"
    found = {place for text in kept for place in told.sings(text)}
    assert set(told.life.canaries.sung) - found == set(), "words that were typed and are kept nowhere"


def no_event_and_no_table_of_the_counter_says_it(told: Told) -> None:
    for name, text in texts_by_table(told, told.counter.program):
        if name not in HELD_BY_OFFICERS and not name.startswith("dossier_search"):
            assert told.sings(text) == [], name
    assert not any(told.sings(_text(row)) for row in _rows(told.counter.program, "draft")), "a draft was not dropped"


def a_kiosk_receives_nothing_of_it(told: Told) -> None:
    for name, text in texts_by_table(told, told.kiosk):
        assert told.sings(text) == [], name
    assert _rows(told.kiosk, "personal") == []
    with told.kiosk.journal.reading() as reader:
        kinds = set(reader.connection.execute(select(tables.event.c.kind)).scalars())
    assert not any(kind.startswith(("consignment.", "delivery.", "payment.")) for kind in kinds)
    assert {"handover.accepted", "dossier.coordination_asked"} <= kinds, "the rest of the day has arrived"


def the_server_has_it_in_one_place(told: Told) -> None:
    with told.server.engine.connect() as connection:
        for table in tables.metadata.sorted_tables:
            text = "\n".join(_text(value) for row in connection.execute(select(table)) for value in row)
            assert (told.sings(text) == []) == (table.name != "personal"), table.name


def no_public_page_and_no_address_shows_it(told: Told) -> None:
    with told.counter.journal.reading() as reader:
        tokens = list(reader.connection.execute(select(tables.dossier.c.token)).scalars())
    assert len(tokens) == len(told.life.dossiers)
    for address in [f"/{page}/{token}?lang={lang}" for token in tokens for page in "dr" for lang in ("vi", "en")]:
        answer = requests.get(told.server.url + address, timeout=10)
        assert answer.status_code < 500
        assert told.sings(answer.text + str(answer.headers)) == [], address
    assert told.sings(" ".join(told.life.addresses + told.life.print_names)) == []
    for dossier in told.life.dossiers:
        for row in told.counter.issued_forms(dossier):
            pdf = told.counter.print_again(row.id).pdf
            assert told.sings(" ".join(codes_of(pdf))) == [], row.form


def no_file_is_named_after_anybody(told: Told) -> None:
    names = [str(path.relative_to(told.folder)) for path in told.folder.rglob("*") if "desk" not in path.parts]
    assert told.sings("\n".join(names)) == []
    assert any("scan" in name for name in names)
    bodies = [path.read_bytes() for path in (told.folder / "counter").rglob("*") if path.is_file()]
    assert not any(word.encode() in body for body in bodies for word in told.life.canaries.sung.values())


def no_failure_repeats_what_was_typed(told: Told) -> None:
    office, canaries = told.counter, told.life.canaries
    word, number = canaries.word("fee.reason"), canaries.number("payer.identity_number")
    broken, gone = told.folder / "desk" / f"{word}.pdf", told.folder / "desk" / f"{word} khác.pdf"
    broken.write_bytes(b"no scan " + word.encode())
    first, asked = told.life.dossiers[:2]
    form = reception(canaries, "payer", "0.000000", "Tờ khai")
    office.officer = STAFF["thu"]
    scanned = office.attachments(first)[0]
    stop = StopForm("applicant", word, "signed_request", word, MORNING - timedelta(days=900))
    fee = FeeForm(first, 10**12, 0, (), "cash", word, word, word)
    deeds: list[Callable[[], object]] = [
        lambda: office.receive(form),
        lambda: office.attach(first, broken, word),
        lambda: office.attach(first, gone, word),
        lambda: office.put_back_attachment(scanned.id),
        lambda: office.fee_card(word),
        lambda: office.result_card(number),
        lambda: office.find_dossier(f"{word}/{number}"),
        lambda: office.collect(fee),
        lambda: office.record_receipt("payment", word, number),
        lambda: office.give_back(office.payments_of(first)[0].id, word),
        lambda: office.stop(first, stop),
        lambda: office.show_duty(first, word),
        lambda: office.request_supplement(asked, (word,), word),
        lambda: office.refuse(asked, word),
        lambda: office.send_apology(asked, word, MORNING.date()),
        lambda: office.return_result(first, "authorised", ReturnProof(AuthorisedCollector(word, number, ""))),
        lambda: office.offer(word, (first,)),
        lambda: office.accept(word, Count((number,), extra=(word,)), None),
        lambda: office.call_by_slip("k", word, sure=True),
        lambda: office.sign_in(word, number),
        lambda: office.unlock(number),
    ]
    said = [failure for failure in map(_failure, deeds) if failure is not None]
    assert len(said) >= len(deeds) - 2
    for failure in said:
        assert told.sings(f"{failure} {failure!r} {failure.sentence.vi} {failure.sentence.en} {failure.code}") == []
    office.search_dossiers(word)
    office.search_dossiers(number)
    no_failure_of_the_post_repeats_what_was_typed(told)


def no_failure_of_the_post_repeats_what_was_typed(told: Told) -> None:
    office, canaries = told.counter, told.life.canaries
    said: list[Refusal | EnvironmentFailure] = []
    for sign_in in ("buutu", "thu"):
        office.officer = STAFF[sign_in]
        tries = refused_by_post(office, canaries)
        failures = [failure for failure in map(_failure, tries) if failure is not None]
        assert len(failures) == len(tries)
        said += failures
    for failure in said:
        shown = (
            f"{failure} {failure!r} {failure.sentence.vi} {failure.sentence.en} {failure.code} {failure.__cause__!r}"
        )
        assert told.sings(shown) == []
        assert PREFIX not in shown, "what the paper's codes carry is said again"


def _failure(deed: Callable[[], object]) -> Refusal | EnvironmentFailure | None:
    try:
        deed()
    except (Refusal, EnvironmentFailure) as failure:
        return failure
    return None


def test_a_paper_that_was_not_on_the_list_is_named_by_a_code_and_not_in_words(tmp_path: Path, qtbot: QtBot) -> None:
    """Facts of handovers reach kiosks."""
    with counter_at(tmp_path, sign_in="thu") as office:
        offered = office.offer("van-phong", (office.receive(reception_form(procedure_of_a_department())).id,))
        for words in ("Nguyễn Thị Mẫu", "000000777333", "NGUYEN VAN MAU", f"{PREFIX}:1:1:ABCDEFG", "", "H-1" * 20):
            with pytest.raises(Refusal, match="bằng mã"):
                office.accept(offered.id, Count(extra=(words,)), STAFF["tuphap"])
        codes = ("H99.99.01-261120-0001", "PG-261123-01001", "EA123456785VN", "261120-0001")
        office.accept(offered.id, Count(extra=codes), STAFF["tuphap"])


PERSONAL = {
    Applicant: {"name", "identity_number", "birth_date", "address", "phone", "email", "kind", "representative"},
    Submitter: {"name", "identity_number", "phone", "paper"},
    AuthorisedCollector: {"name", "identity_number", "paper"},
    ReceptionForm: {"applicant", "submitter", "collectors", "return_address"},
    StopForm: {"name", "proof"},
    ReturnProof: {"authorised"},
    FeeForm: {"over_reason"},
    GuidanceForm: {"applicant", "requests", "reason"},
    KeptScan: {"file_name"},
    NoteForm: {"form"},
    DeliveryForm: {"name", "address", "phone", "recipients"},
    HandingForm: {"name", "paper_number", "authorisation"},
    Settling: {"note"},
    AgencyRequest: {"words"},
    Count: {"notes"},
}
OFFICIAL = {
    ReceptionForm: {"procedure", "channel", "documents", "sets", "fee_vnd", "return_way", "ticket", "competent"},
    StopForm: {"requester", "asked_by", "asked_at", "given_back"},
    ReturnProof: {"receipt_lost", "identity_seen", "originals_back"},
    FeeForm: {"dossier", "amount_vnd", "due_vnd", "parts", "way", "series", "number"},
    GuidanceForm: {"kind", "procedure"},
    KeptScan: {"content", "media_type", "pages", "size"},
    NoteForm: {"series", "number", "tracking", "supplements"},
    DeliveryForm: {"dossier", "content", "scope", "tracking", "fee_vnd"},
    HandingForm: {"recipient", "identity_paper", "series", "number"},
    Settling: {"kind", "item", "settled_as", "amount_vnd"},
    AgencyRequest: {"agency", "topic", "working_days"},
    Count: {"missing", "refused", "damaged", "extra", "counted_vnd", "heard", "read"},
}
"""What the forms that officers fill in hold: a new field has to be put on one side or the other, with a word above."""


@pytest.mark.parametrize("form", PERSONAL, ids=lambda form: form.__name__)
def test_every_field_of_a_form_is_known_to_be_personal_or_not(form: type) -> None:
    assert {each.name for each in fields(form)} == PERSONAL[form] | OFFICIAL.get(form, set())


def test_the_words_of_a_day_cannot_be_mistaken_for_one_another() -> None:
    canaries = Canaries()
    reception(canaries, "somebody", procedure_of_a_department().code, "Tờ khai")
    words = list(canaries.sung.values())
    assert not any(one in other for one in words for other in words if one is not other)
    assert all(re.fullmatch(r"Hoàngyến[a-z]+|\d{12}", word) for word in words)

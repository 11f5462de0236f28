"""Finding dossiers by any words, over the real encrypted database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update

from shared.clock import SetClock
from shared.domain import dossier
from shared.domain.dossier import GivenDocument, Receive
from shared.domain.numbering import dossier_code
from shared.domain.text import fold
from shared.identities import Identities
from shared.journal import dossier_search_index, tables
from shared.journal.dossier_search import MOST_COUNTED, MOST_SHOWN, Found, find_dossiers
from shared.journal.dossier_search_index import PIECE, IndexState, index_some, index_state
from shared.journal.event import read_event
from shared.journal.journal import Journal, PersonalRecord
from shared.journal.opening import open_device
from shared.journal.verify import verify

AGENCY = "H15.50.05.13"
MakeJournal = Callable[..., Journal]

PERSON: dict[str, object] = {
    "name": "Nguyễn Thị Hòa",
    "identity_number": "000190001234",
    "phone": "0900 000 975",
}
PROCEDURE = ("1.001193", "Đăng ký khai sinh")


def reception(journal: Journal, ordinal: int, person: dict[str, object], procedure: tuple[str, str]) -> Receive:
    return Receive(
        id=journal.identities.subject(),
        code=dossier_code(AGENCY, journal.now().date(), ordinal),
        token=journal.identities.token(),
        procedure=procedure[0],
        procedure_name=procedure[1],
        field="Hộ tịch",
        channel="in_person",
        documents=(GivenDocument("Tờ khai", 1, 0),),
        sets=1,
        fee_vnd=None,
        return_way="one_stop",
        received_at=journal.now(),
        due_at=None,
        time_limit_text="",
        promise="",
        form_number=ordinal,
        form_version="",
        counter="quay-1",
        ticket=None,
        applicant=person,
    )


def receive(
    journal: Journal, ordinal: int, person: dict[str, object] | None = None, procedure: tuple[str, str] = PROCEDURE
) -> str:
    command = reception(journal, ordinal, PERSON if person is None else person, procedure)
    with journal.writing() as writer:
        writer.append("staff-1", dossier.decide(None, command))
    return command.id


def receive_many(journal: Journal, count: int) -> None:
    facts = [
        dossier.decide(None, reception(journal, ordinal, {"name": f"Trần Văn {ordinal}"}, PROCEDURE))[0]
        for ordinal in range(1, count + 1)
    ]
    with journal.writing() as writer:
        writer.append("staff-1", facts)


def index(journal: Journal) -> int:
    """Takes everything in; answers how many pieces that took."""
    for pieces in range(1000):
        with journal.reading() as reader:
            if index_state(reader).complete:
                return pieces
        with journal.writing() as writer:
            index_some(writer)
    raise AssertionError("the index never comes to an end")


def state(journal: Journal) -> IndexState:
    with journal.reading() as reader:
        return index_state(reader)


def find(journal: Journal, typed: str) -> Found:
    index(journal)
    with journal.reading() as reader:
        return find_dossiers(reader, typed, AGENCY)


def codes(journal: Journal, typed: str) -> list[str]:
    return [each.code.rpartition("-")[2] for each in find(journal, typed).dossiers]


@pytest.mark.parametrize(
    "typed",
    [
        "hoa",
        "Nguyễn Thị Hoà",
        "hòa nguyễn",
        "ng th h",
        "0975",
        "975",
        "261123-0975",
        "261123 0975",
        "2611230975",
        "261123-097",
        "H15.50.05.13-261123-0975",
        "h15.50.05.13-2611",
        "H15.50.",
        "h15.50.05.13–261123–0975",
        "0900 000 975",
        "+84 900 000 975",
        "0900000975",
        "000975",
        "1234",
        "000190001234",
        "000 190 001 234",
        "khai sinh",
        "sinh khai dang",
        "1.001193",
        "001193",
        "hoa khai sinh 0975",
        "HOÀ, (khai-sinh)!",
    ],
)
def test_a_dossier_is_found_by_whatever_people_read_off(journal: Journal, typed: str) -> None:
    receive(journal, 975)
    receive(journal, 1001, {"name": "Lê Mẫu", "identity_number": "000200005555", "phone": "0911 111 118"}, ("2", "Kế"))
    expected = ["0975"] if not typed.lower().startswith("h15.50") or len(typed) > 18 else ["0975", "1001"]
    assert sorted(codes(journal, typed)) == expected


def test_whoever_acts_for_the_applicant_is_found_too(journal: Journal) -> None:
    organisation = {
        "name": "Công ty TNHH Mẫu",
        "representative": "Vũ Văn Thử",
        "identity_number": "0100000009-001",
        "submitter": {"name": "Đỗ Thị Thay", "identity_number": "000190007777", "phone": "0988 888 888", "paper": "x"},
    }
    receive(journal, 1, organisation)
    for typed in ("vu thu", "do thay", "7777", "888888", "0100000009", "cong ty mau"):
        assert codes(journal, typed) == ["0001"], typed


def test_the_whole_code_comes_first_then_names_then_the_rest_each_by_given_name(journal: Journal) -> None:
    receive(journal, 1, {"name": "Sinh Văn Bình"}, ("9.1", "Khác"))
    receive(journal, 2, {"name": "Lê Thị Ân"})
    receive(journal, 3, {"name": "Lê Thị An"})
    receive(journal, 4, {"name": "Trần Sinh Ánh"}, ("9.1", "Khác"))
    assert codes(journal, "sinh") == ["0004", "0001", "0003", "0002"]
    assert codes(journal, "261123-0002")[0] == "0002"


def test_at_most_fifty_are_shown_and_the_others_counted(journal: Journal) -> None:
    receive_many(journal, 120)
    found = find(journal, "tran van")
    assert (len(found.dossiers), found.more, found.more_uncounted) == (MOST_SHOWN, 70, False)
    assert {each.form_number for each in found.dossiers} == set(range(71, 121)), "the newest are taken"


def test_counting_stops_at_a_thousand(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    receive_many(journal, MOST_COUNTED + 5)
    found = find(journal, "t")
    assert (len(found.dossiers) + found.more, found.more_uncounted) == (MOST_COUNTED, True)


def test_the_index_is_filled_piece_by_piece_the_newest_first_and_answers_meanwhile(journal: Journal) -> None:
    receive_many(journal, 130)
    steps = []
    for _ in range(3):
        with journal.writing() as writer:
            steps.append(index_some(writer))
    assert [(each.indexed, each.to_index) for each in steps] == [(60, 130), (120, 130), (130, 130)]
    assert [each.complete for each in steps] == [False, False, True]


def test_half_an_index_finds_the_newest(journal: Journal) -> None:
    receive_many(journal, PIECE + 1)
    with journal.writing() as writer:
        index_some(writer)
    with journal.reading() as reader:
        assert find_dossiers(reader, f"van {PIECE + 1}").dossiers
        assert not find_dossiers(reader, "van 1 khai sinh 0001").dossiers
        assert find_dossiers(reader, "261123-0001", AGENCY).dossiers, "a whole code needs no index"


def test_what_is_received_while_the_index_is_being_made_is_found(journal: Journal) -> None:
    receive_many(journal, PIECE + 10)
    with journal.writing() as writer:
        index_some(writer)
    receive(journal, 975)
    assert codes(journal, "hoa") == ["0975"]
    receive(journal, 976)
    assert codes(journal, "hoa") == ["0976", "0975"]
    assert state(journal).indexed == PIECE + 12


def test_events_that_bring_no_dossier_make_no_commit(journal: Journal) -> None:
    subject = receive(journal, 975)
    index(journal)
    with journal.writing() as writer:
        writer.append("staff-1", dossier.decide(writer.state(dossier_search_index.DOSSIERS, subject), STOP))
    assert state(journal).complete


STOP = dossier.Stop(
    unit="one_stop",
    requester="applicant",
    name="Nguyễn Thị Hòa",
    asked_by="signed_request",
    proof="Đơn",
    asked_at=datetime(2026, 11, 23, 1, 0, tzinfo=UTC),
    at=datetime(2026, 11, 23, 1, 0, tzinfo=UTC),
)


def test_a_name_that_comes_later_is_found_from_then_on(make_journal: MakeJournal) -> None:
    there, here = make_journal("counter-1"), make_journal("counter-2")
    receive(there, 975)
    with there.reading() as reader:
        events = [read_event(bytes(body)) for body in reader.connection.execute(select(tables.event.c.body)).scalars()]
        record = reader.connection.execute(select(tables.personal.c.hash, tables.personal.c.body)).one()
    with here.writing() as writer:
        writer.take_in(events)
    assert codes(here, "hoa") == []
    assert codes(here, "khai sinh") == ["0975"]
    with here.writing() as writer:
        writer.take_in([], [PersonalRecord(str(record[0]), bytes(record[1]))])
    assert not state(here).complete
    assert codes(here, "hoa") == ["0975"]
    assert codes(here, "975 hoa") == ["0975"]


def erase(journal: Journal) -> None:
    with journal.writing() as writer:
        writer.connection.execute(update(tables.personal).values(body=None, erased_at=1))


def test_an_erased_name_is_found_no_more_and_is_in_no_page_of_the_index(journal: Journal) -> None:
    receive(journal, 975)
    receive_many(journal, 30)
    assert codes(journal, "hoa") == ["0975"]
    assert "hoa" in terms(journal)
    erase(journal)
    with journal.reading() as reader:
        assert find_dossiers(reader, "hoa", AGENCY).dossiers == (), "not even before the index has forgotten it"
        assert find_dossiers(reader, "261123-0975", AGENCY).dossiers
    assert codes(journal, "hoa") == []
    assert codes(journal, "khai sinh 0975") == ["0975"]
    assert not {"hoa", "nguyen", "0900000975", "e579000009", "e432100091000"} & terms(journal)
    assert state(journal) == IndexState(31, 31, complete=True)


def terms(journal: Journal) -> set[str]:
    """Every word in the index, and in the copies of the words that it keeps."""
    with journal.writing() as writer:
        connection = writer.connection
        connection.exec_driver_sql("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, dossier_search, row)")
        found = {str(each) for each in connection.exec_driver_sql("SELECT term FROM temp.terms").scalars()}
        connection.exec_driver_sql("DROP TABLE temp.terms")
        for name, other in connection.exec_driver_sql("SELECT c0, c1 FROM dossier_search_content"):
            found |= {*str(name).split(), *str(other).split()}
    return found


def test_the_index_is_there_again_after_a_restart(tmp_path: Path, clock: SetClock) -> None:
    def opened() -> tuple[Journal, Callable[[], None]]:
        engine, lock = open_device(tmp_path / "once")

        def close() -> None:
            engine.dispose()
            lock.close()

        journal = Journal(engine, office="o", device="d", epoch=1, clock=clock, identities=Identities(clock))
        return journal, close

    journal, close = opened()
    receive_many(journal, PIECE + 1)
    with journal.writing() as writer:
        half = index_some(writer)
    close()
    journal, close = opened()
    assert state(journal) == half
    assert index(journal) == 1
    assert codes(journal, "van 1 0001") == ["0001"]
    with journal.reading() as reader:
        assert verify(reader.connection, "o").holds
    close()


def test_a_later_version_of_the_words_begins_the_index_anew(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    receive(journal, 975)
    index(journal)
    monkeypatch.setattr(dossier_search_index, "VERSION", dossier_search_index.VERSION + 1)
    assert state(journal) == IndexState(0, 1, complete=False)
    with journal.reading() as reader:
        assert find_dossiers(reader, "hoa").dossiers == ()
    assert codes(journal, "hoa") == ["0975"]


def test_a_dossier_whose_receipt_was_written_twice_is_found_by_the_first_in_order(make_journal: MakeJournal) -> None:
    late, early, here = make_journal("b"), make_journal("a"), make_journal("c")
    first = reception(late, 975, PERSON, PROCEDURE)
    for journal, person in ((late, {"name": "Phạm Văn Sau"}), (early, {"name": "Phạm Văn Trước"})):
        with journal.writing() as writer:
            writer.append("staff-1", dossier.decide(None, replace(first, applicant=person)))
        copy(journal, here)
        index(here)
    assert codes(here, "truoc") == ["0975"]
    assert codes(here, "sau") == []


def copy(source: Journal, target: Journal) -> None:
    with source.reading() as reader:
        bodies = reader.connection.execute(select(tables.event.c.body)).scalars().all()
        records = reader.connection.execute(select(tables.personal.c.hash, tables.personal.c.body)).all()
    with target.writing() as writer:
        personal = [PersonalRecord(str(digest), bytes(body)) for digest, body in records]
        writer.take_in([read_event(bytes(body)) for body in bodies], personal)


@pytest.mark.parametrize(
    "typed",
    ["", "   ", '"', "*", "a*", '"a" NEAR "b"', "NEAR(", "AND OR NOT", "{name}:", "^a", "a" * 10_000, "😀", "\ud800",
     "\0", "-", "'; DROP TABLE dossier", "1" * 500, "a " * 5000, "𞤀b𞤀", "²³", "中文", "H15.", "261399-0001", "٣٤٥"],
)  # fmt: skip
def test_nothing_that_is_typed_breaks_the_search(journal: Journal, typed: str) -> None:
    receive(journal, 975)
    assert len(find(journal, typed).dossiers) <= 1


LETTERS = st.text(st.characters(categories=["L", "N", "P", "S", "Z", "M"]), max_size=30)


@pytest.fixture(scope="module")
def one_journal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    engine, lock = open_device(tmp_path_factory.mktemp("search"))
    clock = SetClock(datetime(2026, 11, 23, 1, 0, tzinfo=UTC))
    yield Journal(engine, office="o", device="d", epoch=1, clock=clock, identities=Identities(clock))
    engine.dispose()
    lock.close()


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.one_of(st.sampled_from(["Đặng Thị Hường", "LÊ VĂN  ƠN", "Nguyễn Quốc Khánh", "Y Bliă Êban"]), LETTERS),
    phone=st.from_regex(r"0[0-9]{9}", fullmatch=True),
    identity=st.from_regex(r"[0-9]{12}", fullmatch=True),
    ordinal=st.integers(1, 99_999),
    procedure=st.tuples(st.from_regex(r"[1-3]\.[0-9]{6}", fullmatch=True), st.sampled_from(["Đăng ký kết hôn", "Cấp"])),
)
def test_every_dossier_is_found_by_each_of_its_keys(
    one_journal: Journal, name: str, phone: str, identity: str, ordinal: int, procedure: tuple[str, str]
) -> None:
    journal = one_journal
    person: dict[str, object] = {"name": name, "phone": phone, "identity_number": identity}
    if not name.strip():
        return
    subject = receive(journal, ordinal, person, procedure)
    code = dossier_code(AGENCY, journal.now().date(), ordinal)
    large = name.upper() if fold(name.upper()) == fold(name) else name  # "ı" has no large letter of its own
    keys = (name, large, code, code.lower(), f"{ordinal:04d}", phone, phone[-3:], identity, identity[-4:])
    for key in (*keys, procedure[0], f"{procedure[1]} {code[-4:]}"):
        found = find(journal, key)
        everything = found.more == 0
        assert subject in [each.id for each in found.dossiers] or not everything or not any(map(str.isalnum, key)), key


def test_words_stand_in_no_file_that_can_be_read_without_the_key(tmp_path: Path, clock: SetClock) -> None:
    engine, lock = open_device(tmp_path / "sealed")
    journal = Journal(engine, office="o", device="d", epoch=1, clock=clock, identities=Identities(clock))
    receive(journal, 975)
    assert codes(journal, "hoa") == ["0975"]
    engine.dispose()
    lock.close()
    for file in (tmp_path / "sealed").iterdir():
        assert b"nguyen" not in file.read_bytes()

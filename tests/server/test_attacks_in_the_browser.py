"""What somebody can do with a browser: odd days, endless texts, one form sent twice, a session that is just ending."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import replace
from typing import Any

import pyotp
import pytest

from server.offices import Offices
from server.operation.faults_logged import faults_logged
from server.signed_in.account_changes import disable_account, reset_account
from server.signed_in.account_store import set_fields
from server.signed_in.passwords import Passwords
from server.signed_in.sealing import WithinEncryptedDatabase
from server.signed_in.sessions import Session, begin_session, find_session
from server.signed_in.sign_in import SignIn
from server.signed_in.sign_in_pages import local_path
from server.turns import turn_at
from server.writing_lane import WritingLane
from shared.domain.office import Office, office_to_document
from shared.domain.procedures import procedure_to_document
from shared.domain.text import has_odd_letters
from shared.failures import EnvironmentFailure, Refusal
from tests.quick_hash import quick_hash
from tests.server.administering import OFFICE, at, known
from tests.server.browsing import PASSWORD, Browser, add_account, browser
from tests.server.running import RunningServer, file_engine, running


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory, sample_ward: Office) -> Iterator[RunningServer]:
    engine = file_engine(tmp_path_factory.mktemp("attacked"))
    # A few procedures are enough: every change writes all of them.
    with running(engine, replace(sample_ward, procedures=sample_ward.procedures[:3])) as server:
        yield server
    engine.dispose()


@pytest.fixture(scope="module")
def administrator(attacked: RunningServer) -> Iterator[Browser]:
    with browser(attacked, "province_administrator") as signed_in:
        yield signed_in


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (f"/administration/calendar?office={OFFICE}&year=0020269999", 200),
        (f"/administration/calendar?office={OFFICE}&year={'9' * 5000}", 200),
        (f"/administration/calendar/day/9999-12-31?office={OFFICE}", 404),
        (f"/administration/calendar/day/0001-01-01?office={OFFICE}", 404),
        ("/audit?from=0001-01-01&to=9999-12-31", 200),
        ("/audit/reads?from=0001-01-01&to=9999-12-31", 200),
    ],
)
def test_no_day_is_too_far_away_for_a_page(administrator: Browser, path: str, status: int) -> None:
    assert administrator.get(path).status_code == status


def test_nothing_ends_on_the_last_day_of_the_calendar(administrator: Browser, attacked: RunningServer) -> None:
    code = known(attacked).procedures[0].code
    for day in ("9999-12-31", "31/12/9999", "0001-01-01", f"1/1/{'9' * 30}"):
        answered = administrator.post(at(f"procedures/part/{code}/end"), {"valid_to": day})
        assert answered.status_code < 500, day
        assert "như 1/3/2027" in answered.text, day


@pytest.mark.parametrize(
    ("section", "fields", "sentence"),
    [
        ("departments", {"name": "á" * 201}, "tối đa 200 ký tự"),
        ("departments", {"name": "Phòng \u202egnòhp"}, "ký tự lạ"),
        ("departments", {"name": "Phòng \ufffe"}, "ký tự lạ"),
        ("form-texts", {"where": "01.note", "text": "á" * 5001, "valid_from": "2026-12-01"}, "tối đa 5000 ký tự"),
        ("fees", {"procedures": "\n".join(["1"] * 401)}, "tối đa 400 dòng"),
        ("lines", {"prior_minutes": "nan"}, "Phải là số"),
        ("lines", {"prior_minutes": "1e400"}, "Phải là số"),
        ("fees", {"scale.steps.count": "9" * 5000}, "Hãy nhập"),
    ],
)
def test_a_text_without_an_end_is_refused_at_its_field(
    administrator: Browser, section: str, fields: dict[str, str], sentence: str
) -> None:
    answered = administrator.post(at(f"lists/{section}/new"), fields)
    assert answered.status_code == 422
    assert sentence in answered.text


@pytest.mark.parametrize(
    ("section", "fields"),
    [
        ("departments", {"name": "Phòng bấm hai lần"}),
        ("priority-groups", {"name_vi": "Nhóm", "name_en": "Group"}),
        ("notices", {"text_vi": "Thông báo", "text_en": "Notice"}),
    ],
)
def test_a_form_that_is_sent_twice_adds_one_thing(
    administrator: Browser, attacked: RunningServer, section: str, fields: dict[str, str]
) -> None:
    first = administrator.post(at(f"lists/{section}/new"), fields)
    after_the_first = known(attacked)
    second = administrator.post(at(f"lists/{section}/new"), fields)
    assert (first.status_code, second.status_code) == (303, 409)
    assert "giống hệt" in second.text
    assert known(attacked) == after_the_first


@pytest.mark.parametrize("name", ["\ud800", "\0", "\u202e", "x" * 5001])
def test_a_catalogue_with_texts_that_nobody_can_show_is_refused(
    administrator: Browser, attacked: RunningServer, name: str
) -> None:
    entry = {**procedure_to_document(known(attacked).procedures[0]), "name": name}
    file = {"file": ("procedures.json", json.dumps([entry]).encode())}
    answered = administrator.post(at("import"), {"valid_from": "2026-12-01"}, file)
    assert answered.status_code == 409
    assert "Chưa có gì thay đổi" in answered.text


def test_a_number_that_is_none_is_no_catalogue(administrator: Browser, attacked: RunningServer) -> None:
    entry = procedure_to_document(known(attacked).procedures[0])
    for number in (b"NaN", b"1e999"):
        content = json.dumps([{**entry, "fee": "NUMBER"}]).encode().replace(b'"NUMBER"', number)
        answered = administrator.post(at("import"), {"valid_from": "2026-12-01"}, {"file": ("p.json", content)})
        assert answered.status_code == 409


@pytest.mark.parametrize("id_", ["a" * 61, "a\r\nSet-Cookie: b=c", '"', "../phuong-mau", OFFICE, "phuong-khac\n"])
def test_an_id_that_does_not_fit_into_addresses_and_names_of_files_is_refused(
    administrator: Browser, attacked: RunningServer, id_: str
) -> None:
    document = {**office_to_document(known(attacked)), "id": id_}
    answered = administrator.post(
        "/administration/offices/new", {"way": "file"}, {"file": ("office.json", json.dumps(document).encode())}
    )
    assert answered.status_code == 409


def test_an_office_from_a_file_begins_with_its_first_version(administrator: Browser, attacked: RunningServer) -> None:
    document = {**office_to_document(known(attacked)), "id": "tu-tep", "version": 10**30}
    answered = administrator.post(
        "/administration/offices/new", {"way": "file"}, {"file": ("office.json", json.dumps(document).encode())}
    )
    assert answered.status_code == 303
    assert known(attacked, "tu-tep").version == 1


def test_a_form_in_an_encoding_that_no_browser_has_is_refused(administrator: Browser) -> None:
    parts = {"csrf": administrator.csrf, "name": "\\ud800", "sign_in": "mot.nguoi", "role": "auditor"}
    body = "".join(
        f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{text}\r\n' for name, text in parts.items()
    )
    answered = administrator.http.post(
        f"{administrator.server.url}/accounts?office={OFFICE}",
        data=(body + "--x--\r\n").encode(),
        headers={"Content-Type": "multipart/form-data; boundary=x; charset=unicode_escape"},
        timeout=20,
    )
    assert answered.status_code == 400


def test_a_name_that_turns_the_page_around_is_no_name_of_an_account(administrator: Browser) -> None:
    sent = {"sign_in": "mot.nguoi", "name": "Ai \x1b]0;x\x07", "role": "auditor"}
    assert administrator.post(f"/accounts?office={OFFICE}", sent).status_code == 422


def in_a_session(server: RunningServer, sign_in: str, *, confirmed: bool, **fields: object) -> Session:
    """A session of a new administrator of the office, as a request has found it a moment ago."""
    account = add_account(server, "office_administrator", OFFICE, sign_in)
    with server.journal().writing() as writer:
        if fields:
            set_fields(writer.connection, account, **fields)
        token = begin_session(writer.connection, account, writer.now, confirmed=confirmed)
        found = find_session(writer.connection, token, writer.now)
    assert found is not None
    return found


def signing_in(server: RunningServer, act: Callable[[SignIn], Coroutine[Any, Any, Any]]) -> Refusal:
    """The refusal of what somebody does with a session."""
    lane = WritingLane(turn_at(server.engine))
    try:
        sign_in = SignIn(Offices(server.engine, server.clock), lane, WithinEncryptedDatabase(), Passwords())
        with pytest.raises(Refusal) as refused:
            asyncio.run(act(sign_in))
    finally:
        lane.close()
    return refused.value


def test_whoever_is_reset_while_choosing_a_password_does_not_take_the_account_back(attacked: RunningServer) -> None:
    session = in_a_session(attacked, "overtaken", confirmed=True, start_until=attacked.clock.now())
    with attacked.journal().writing() as writer:
        reset_account(writer, "account:somebody", session.account.id, quick_hash("a start password of now"))
    chosen = "mật khẩu của kẻ trộm"
    refusal = signing_in(attacked, lambda sign_in: sign_in.choose_password(session, "", chosen, chosen))
    assert refusal.code == "session_over"
    assert signing_in(attacked, lambda sign_in: sign_in.with_password("overtaken", chosen)).code == "sign_in_failed"


def test_the_right_code_in_a_half_session_that_was_ended_opens_nothing(attacked: RunningServer) -> None:
    secret = pyotp.random_base32()
    session = in_a_session(attacked, "half-way", confirmed=False, totp_secret=secret, totp_used=1)
    with attacked.journal().writing() as writer:
        disable_account(writer, "account:somebody", session.account.id)
        set_fields(writer.connection, session.account, disabled_at=None)
    code = pyotp.TOTP(secret).at(attacked.clock.now())
    assert signing_in(attacked, lambda sign_in: sign_in.with_code(session, code)).code == "sign_in_failed"


def test_codes_are_not_given_up_in_a_session_that_was_ended(attacked: RunningServer) -> None:
    session = in_a_session(attacked, "ended", confirmed=True)
    with attacked.journal().writing() as writer:
        disable_account(writer, "account:somebody", session.account.id)
    for act in (
        lambda sign_in: sign_in.give_up_code(session, PASSWORD),
        lambda sign_in: sign_in.begin_code(session, PASSWORD),
        lambda sign_in: sign_in.confirm_code(session, "123456"),
    ):
        assert signing_in(attacked, act).code == "session_over"


@pytest.mark.parametrize(
    "wanted",
    [
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "/\tevil",
        "/reports\r\nSet-Cookie: a=b",
        "https://evil.example/reports",
        "javascript:alert(1)",
        "reports",
        "/sign-out",
        "/sign-in/code",
        "",
    ],
)
def test_signing_in_leads_nowhere_else(wanted: str) -> None:
    assert local_path(wanted) == ""


@pytest.mark.parametrize("text", ["\0", "a\x1b[31m", "\x85", "\ud800", "\u202e", "\u2066", "\ufffe"])
def test_letters_that_nobody_types_are_odd(text: str) -> None:
    assert has_odd_letters(text)


def test_letters_of_every_script_are_not_odd() -> None:
    assert not has_odd_letters("Đặng Thị Ế\n\t— 😀 👩\u200d👩 \u0623\u0647\u0644\u0627 «§»")


def test_a_round_that_fails_is_logged_without_its_message_and_ends_nothing(caplog: pytest.LogCaptureFixture) -> None:
    identity_number = "0" + "9" * 11
    with caplog.at_level(logging.ERROR), faults_logged("rounds"):
        raise ValueError(identity_number)
    with faults_logged("rounds"):
        raise EnvironmentFailure("away", "đi vắng", "away")
    assert [record.getMessage().split("\n")[0] for record in caplog.records] == ["rounds: ValueError"]
    assert identity_number not in caplog.text

"""A code lets one device in, once, in time; a lost answer can be had again; nobody can try them all."""

from __future__ import annotations

from datetime import timedelta

import pytest

from server.enrolment import WRONG_CODES
from shared.journal.node import read_node
from shared.replication.enrolment_client import Application, enrol
from shared.replication.enrolment_messages import ENROLMENT_PATH, EnrolmentQuestion, enrolment_to_bytes
from shared.replication.refusals import ServerRefused
from shared.replication.signing import new_private_key, public_key_of
from tests.server.raw_requests import Answer, ask
from tests.server.running import RunningServer, memory_engine


def show(server: RunningServer, code: str, public_key: str, kind: str = "kiosk") -> Answer:
    body = enrolment_to_bytes(EnrolmentQuestion(code, public_key, kind, "Máy"))  # type: ignore[arg-type]
    return ask(server.url, "POST", ENROLMENT_PATH, body)


def key() -> str:
    return public_key_of(new_private_key())


def test_each_device_gets_an_index_and_each_kiosk_a_range(server: RunningServer) -> None:
    answers = [
        show(server, server.code(kind), key(), kind).json()  # type: ignore[arg-type]
        for kind in ("kiosk", "counter", "kiosk", "board")
    ]
    assert [answer["index"] for answer in answers] == [1, 2, 3, 4]
    assert [answer["kiosk_index"] for answer in answers] == [1, 0, 2, 0]
    assert answers[-1]["reference_version"] == server.office.version + 4


def test_a_lost_answer_is_given_again_and_to_nobody_else(server: RunningServer) -> None:
    code, public_key = server.code(), key()
    first = show(server, code, public_key)
    assert first.status == 200
    assert show(server, code.lower().replace("-", " "), public_key).json() == first.json()
    stolen = show(server, code, key())
    assert (stolen.status, stolen.code) == (403, "code_refused")


@pytest.mark.parametrize("case", ["wrong", "expired", "of_another_kind"])
def test_a_code_that_does_not_hold_lets_nobody_in(embedded_server: RunningServer, case: str) -> None:
    code = embedded_server.code(valid_for=timedelta(minutes=5))
    if case == "expired":
        embedded_server.clock.advance(timedelta(minutes=6))
    shown = "AAAA-BBBB-CCCC-DDDD" if case == "wrong" else code
    kind = "counter" if case == "of_another_kind" else "kiosk"
    assert show(embedded_server, shown, key(), kind).code == "code_refused"


def test_codes_cannot_be_tried_by_the_dozen(embedded_server: RunningServer) -> None:
    tries = [show(embedded_server, f"WRONG-{number}", key()) for number in range(WRONG_CODES.at_once + 1)]
    assert [answer.status for answer in tries] == [403] * WRONG_CODES.at_once + [429]
    assert show(embedded_server, embedded_server.code(), key()).status == 429


def test_an_application_that_is_none_is_refused(embedded_server: RunningServer) -> None:
    code = embedded_server.code()
    for body in (b"", b"[]", enrolment_to_bytes(EnrolmentQuestion(code, "ff" * 32, "kiosk", "Máy"))[:-2]):
        assert ask(embedded_server.url, "POST", ENROLMENT_PATH, body).code == "malformed"
    assert show(embedded_server, code, "not a key").code == "malformed"


def test_the_client_keeps_its_key_until_it_is_let_in_under_the_name_that_its_code_was_made_for(
    embedded_server: RunningServer,
) -> None:
    engine = memory_engine()
    with pytest.raises(ServerRefused, match="mã mới"):
        enrol(engine, Application(embedded_server.url, "WRONG", "kiosk", "Máy"))
    application = Application(embedded_server.url, embedded_server.code(name="Máy thử"), "kiosk", "Máy lấy số")
    node = enrol(engine, application)
    assert enrol(engine, application) == node
    with engine.connect() as connection:
        assert read_node(connection) == node
    assert (node.name, node.kiosk_index, node.office) == ("Máy thử", 1, embedded_server.office.id)
    engine.dispose()

"""How a server becomes an office server, moves with its province, and comes back from a backup."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from server.__main__ import main
from server.copying import back_up, restore
from server.setting_up import set_up
from server.upstream.joining import join, move
from server.upstream.only_process import only_process
from shared.clock import SetClock
from shared.domain.office import Office
from shared.failures import EnvironmentFailure, Refusal
from shared.journal import tables
from shared.journal.verify import verify
from shared.replication.claim_messages import ClaimQuestion
from shared.replication.enrolment_client import Application
from tests.server.facts import ticket_issued
from tests.server.province import (
    folder,
    folds,
    joined,
    node_in,
    places,
    pull_all,
    push_all,
    serving_building,
    world_of,
)
from tests.server.running import (
    KEY,
    MORNING,
    Device,
    RunningServer,
    file_engine,
    memory_engine,
)
from tests.server.waiting import until


def test_only_an_empty_server_joins_and_only_a_joined_one_moves(
    embedded_server: RunningServer, sample_ward: Office, tmp_path: Path
) -> None:
    own = memory_engine()
    set_up(own, embedded_server.clock, sample_ward)
    application = Application(embedded_server.url, embedded_server.code("office_server"), "office_server", "")
    with pytest.raises(Refusal) as refused:
        join(own, embedded_server.clock, application)
    assert refused.value.code == "not_empty"
    with pytest.raises(Refusal) as refused:
        move(own, embedded_server.clock, embedded_server.url)
    assert refused.value.code == "no_office_server"
    engine = memory_engine()
    node = join(engine, embedded_server.clock, application)
    assert join(engine, embedded_server.clock, application) == node
    with pytest.raises(Refusal) as refused:
        move(engine, embedded_server.clock, "http://127.0.0.1:9")
    assert refused.value.code == "province_elsewhere"
    move(engine, embedded_server.clock, embedded_server.url.replace("127.0.0.1", "localhost"))
    assert "localhost" in node_in(engine).server_url
    with pytest.raises(Refusal) as refused:
        set_up(engine, embedded_server.clock, replace(sample_ward, id="another"))
    assert refused.value.code == "at_the_province"


def test_joining_without_a_line_says_that_nothing_was_joined_and_goes_on_later(
    embedded_server: RunningServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = embedded_server.code("office_server")
    away = ["join", "--upstream", "http://127.0.0.1:9", "--code", code, "--data", str(tmp_path / "building")]
    assert main(away) == 1
    said = capsys.readouterr().err
    assert "http://127.0.0.1:9" in said
    assert "chưa phục vụ đơn vị" in said
    assert code not in said
    assert main(["join", "--upstream", embedded_server.url, *away[3:]]) == 0


def test_a_second_process_does_not_serve_the_same_office_server(embedded_server: RunningServer, tmp_path: Path) -> None:
    engine = memory_engine()
    joined(engine, embedded_server)
    with only_process(engine, tmp_path), pytest.raises(EnvironmentFailure) as failed, only_process(engine, tmp_path):
        pass
    assert failed.value.code == "office_server_runs"
    with only_process(embedded_server.engine, tmp_path), only_process(embedded_server.engine, tmp_path):
        """The central server may have several."""


def test_an_office_server_restored_from_its_backup_gets_back_what_it_had_lost(
    embedded_server: RunningServer, tmp_path: Path
) -> None:
    with world_of(embedded_server, file_engine(folder(tmp_path / "before"))) as before:
        counter = before.device("counter")
        counter.write(ticket_issued(1))
        push_all(counter)
        until(lambda: len(places(embedded_server.engine)) == 1)
        back_up(before.building.engine, tmp_path / "backup.db", KEY)
        counter.write(ticket_issued(2))
        push_all(counter)
        pull_all(counter)
        claim = counter.line.claim(ClaimQuestion("one", "quay-1", "desk-1", "staff-1", ("A",)))
        until(lambda: len(places(embedded_server.engine)) == 3)
        backup = counter.copy_database()
        node = counter.node
    after = file_engine(folder(tmp_path / "after"))
    restore(tmp_path / "backup.db", KEY, after)
    with serving_building(after) as building:
        until(lambda: places(after) == places(embedded_server.engine))
        assert claim.event is not None
        again = Device(backup, replace(node, server_url=building.url), SetClock(MORNING))
        again.write(ticket_issued(3))
        push_all(again)
        until(lambda: len(places(embedded_server.engine)) == 4)
        until(lambda: folds(after) == folds(embedded_server.engine))
        with after.begin() as connection:
            assert set(connection.execute(select(tables.log.c.state)).scalars()) == {"open"}
            assert verify(connection, node.office).findings == ()
        again.close()
    after.dispose()


def test_servers_restored_from_one_backup_write_under_names_of_their_own(
    embedded_server: RunningServer, tmp_path: Path
) -> None:
    back_up(embedded_server.engine, tmp_path / "backup.db", KEY)
    epochs = []
    for name in ("first", "second", "third"):
        engine = file_engine(folder(tmp_path / name))
        restore(tmp_path / "backup.db", KEY, engine)
        epochs.append(node_in(engine).epoch)
        engine.dispose()
    assert min(epochs) > embedded_server.journal().epoch
    assert len(set(epochs)) > 1


def test_the_command_joins_and_names_the_office(
    embedded_server: RunningServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = embedded_server.code("office_server", "Máy chủ phường")
    asked = ["join", "--upstream", embedded_server.url, "--code", code, "--data", str(tmp_path / "data")]
    assert main(asked) == 0
    assert capsys.readouterr().out == f"{embedded_server.office.id}: Máy chủ phường\n"
    asked = ["enrolment-code", "--name", "x", "--data", str(tmp_path / "data"), "--kind"]
    assert main([*asked, "office_server"]) == 1
    assert "máy chủ của tỉnh" in capsys.readouterr().err
    assert main([*asked, "kiosk"]) == 1
    assert "số để sẵn" in capsys.readouterr().err

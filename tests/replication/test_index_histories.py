"""Whatever is lost, restored or said twice: no two devices of an office ever get one index."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from server.copying import begin_after_restore
from server.enrolment_codes import Invitation, invite, let_in, new_code
from server.indexes import KIOSK_LEAP, LEAP, GivenOut, given_out
from server.offices import Offices
from server.refusals import HttpRefusal
from server.setting_up import sample_office, set_up
from server.upstream.device_rows import read_device_rows
from server.upstream.errands import Errands
from server.upstream.province_line import ProvinceLine
from server.upstream.reserve import granted, take_in
from shared.clock import SetClock
from shared.domain.office import Office
from shared.journal.engine import WRITING
from shared.journal.journal import Journal
from shared.journal.node import Node, write_node
from shared.replication.database_lane import at_once
from shared.replication.enrolment_messages import EnrolledKind, EnrolmentAnswer, EnrolmentQuestion
from shared.replication.office_server_messages import DeviceRow, PassedOn
from shared.replication.refusals import server_unreachable
from shared.replication.reserve_messages import Reserved, ReserveQuestion
from shared.replication.signing import new_private_key, public_key_of
from tests.replication.world import OFFICE, copied, new_clock
from tests.server.running import memory_engine

KINDS: tuple[EnrolledKind, ...] = ("kiosk", "counter", "board")


class Server:
    """A server's database, set back to its last backup now and then."""

    def __init__(self, engine: Engine, clock: SetClock) -> None:
        self.engine = engine
        self.clock = clock
        self._backup: Engine | None = None

    def journal(self) -> Journal:
        """The office's journal as the server writes it in its present epoch."""
        return self.offices().journal(OFFICE)

    def offices(self) -> Offices:
        """What the program knows when it has just started."""
        return Offices(self.engine, self.clock)

    def let_in(self, kind: EnrolledKind) -> EnrolmentAnswer:
        """A new device, by a code that this server has made."""
        code, offices = new_code(), self.offices()
        with offices.journal(OFFICE).writing() as writer:
            invite(writer, code, Invitation(kind, "Máy", timedelta(hours=1)))
            question = EnrolmentQuestion(code, public_key_of(new_private_key()), kind, "")
            return let_in(writer, question, offices.reference(OFFICE), offices.identities.subject())

    def listed(self) -> tuple[DeviceRow, ...]:
        """The devices that it knows."""
        with self.engine.connect() as connection:
            return read_device_rows(connection, OFFICE)

    def back_up(self) -> None:
        """Remembers the database as it is."""
        self.close_backup()
        self._backup = copied(self.engine)

    def restore(self) -> None:
        """Goes on with the database of the last backup, as the command does it.

        Not when more was given out since than a restored server leaves out.
        """
        if self._backup is not None and _is_recent(self._backup, self.engine):
            self.engine.dispose()
            self.engine = copied(self._backup)
            with self.engine.connect().execution_options(**WRITING) as connection, connection.begin():
                begin_after_restore(connection)

    def close_backup(self) -> None:
        """Gives the backup's database back."""
        if self._backup is not None:
            self._backup.dispose()


def _is_recent(backup: Engine, engine: Engine) -> bool:
    then, now = (_given_out(each) for each in (backup, engine))
    return (
        now.index <= then.index + LEAP
        and now.kiosk_index <= then.kiosk_index + KIOSK_LEAP
        and now.next_reserved_kiosk_index <= then.next_reserved_kiosk_index + KIOSK_LEAP
    )


def _given_out(engine: Engine) -> GivenOut:
    with engine.connect() as connection:
        return given_out(connection, OFFICE)


class LossyLine(ProvinceLine):
    """An office server's questions about devices, some of which are heard and not answered, or not heard."""

    def __init__(self, province: Server, server: str, chance: random.Random) -> None:
        self._province = province
        self._server = server
        self._chance = chance

    def devices(self) -> tuple[DeviceRow, ...]:
        """Every device of the office."""
        self._lose()
        return self._province.listed()

    def reserve(self, question: ReserveQuestion) -> tuple[Reserved, ...]:
        """What the central server does with the question."""
        self._lose()
        offices = self._province.offices()
        with offices.journal(OFFICE).writing() as writer:
            take_in(writer, offices, self._server, question.let_in)
            reserve = granted(writer, self._server, question.epoch)
        self._lose()
        return reserve

    def pass_on(self, heartbeats: Sequence[PassedOn]) -> None:
        """Nobody listens."""

    def _lose(self) -> None:
        if self._chance.random() < 0.15:
            raise server_unreachable()


class IndexHistory:
    """A province and two office servers of one office. `given`: every device that was ever let in, with its indexes."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.clock = new_clock()
        self.given: list[tuple[int, int]] = []
        self.refused: set[str] = set()
        self.province = Server(memory_engine(), self.clock)
        set_up(self.province.engine, self.clock, few_procedures())
        self.buildings = {name: self._building(name) for name in ("one", "two")}

    def play(self, steps: int) -> None:
        """Lets so many things happen."""
        acts: tuple[tuple[int, Callable[[str], None]], ...] = (
            (6, lambda name: self._let_in(self.buildings[name])),
            (3, lambda _: self._let_in(self.province)),
            (8, self.talk),
            (2, lambda name: self.buildings[name].back_up()),
            (2, lambda _: self.province.back_up()),
            (1, lambda name: self.buildings[name].restore()),
            (1, lambda _: self.province.restore()),
        )
        for _ in range(steps):
            self.clock.advance(timedelta(minutes=1))
            _, act = self.chance.choices(acts, [weight for weight, _ in acts])[0]
            act(self.chance.choice(("one", "two")))

    def talk(self, name: str) -> None:
        """An office server, just started, goes to the province for its devices."""
        building = self.buildings[name]
        line = LossyLine(self.province, name, self.chance)
        Errands(building.journal(), line, at_once, self.chance.random).run_once()

    def close(self) -> None:
        """Gives every database back."""
        for server in (self.province, *self.buildings.values()):
            server.engine.dispose()
            server.close_backup()

    def _building(self, name: str) -> Server:
        server = Server(memory_engine(), self.clock)
        with server.engine.connect().execution_options(**WRITING) as connection, connection.begin():
            write_node(connection, Node(OFFICE, name, "office_server", "", 1, 0, 0, "http://province", ""))
        return server

    def _let_in(self, server: Server) -> None:
        kind = self.chance.choice(KINDS)
        try:
            answer = server.let_in(kind)
        except HttpRefusal as refusal:
            self.refused.add(refusal.code)
        else:
            self.given.append((answer.index, answer.kiosk_index))


def few_procedures() -> Office:
    """An office whose document is quickly written."""
    ward = sample_office()
    return replace(ward, id=OFFICE, procedures=ward.procedures[:1])


def play(seed: int, steps: int) -> int:
    """How many devices were let in, none with the index of another."""
    history = IndexHistory(seed)
    try:
        history.play(steps)
        kiosks = [kiosk_index for _, kiosk_index in history.given if kiosk_index]
        assert len({index for index, _ in history.given}) == len(history.given)
        assert len(set(kiosks)) == len(kiosks)
        assert history.refused <= {"reserve_empty"}
        history.chance = random.Random(0)
        for name, building in history.buildings.items():
            for _ in range(20):
                history.talk(name)
            listed = {row.device: row for row in history.province.listed()}
            assert all(listed.get(row.device) == row for row in building.listed() if row.server == name)
        return len(history.given)
    finally:
        history.close()


def test_in_no_history_two_devices_have_one_index() -> None:
    assert sum(play(seed, steps=40) for seed in range(2)) > 15


@pytest.mark.long
@pytest.mark.parametrize("seed", range(1000, 1050))
def test_in_no_long_history_two_devices_have_one_index(seed: int) -> None:
    play(seed, steps=120)

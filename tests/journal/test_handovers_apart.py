"""Random histories of handovers on real journals: offices, departments and the server read one state from one journal.

What a machine folds step by step, what it folds late and what it folds anew must be the same.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from resources.sample_ward.load import sample_office_document
from shared.actions import hand_over
from shared.actions.receive_dossier import Reception, receive_dossier
from shared.actions.settle_conflict import settle_conflict
from shared.clock import SetClock
from shared.domain import handover
from shared.domain.custody import ONE_STOP
from shared.domain.dossier import Dossier, GivenDocument
from shared.domain.handover import Handover
from shared.domain.handover_count import Count
from shared.domain.office import office_from_document
from shared.domain.settling import ACCEPTED, Settle
from shared.failures import Refusal
from shared.identities import Identities
from shared.journal import tables
from shared.journal.event import Event, read_event
from shared.journal.journal import Journal, PersonalRecord
from shared.journal.node import Node
from shared.journal.read_model import DOSSIERS, HANDOVERS, refold_everything
from shared.journal.verify import verify
from tests.server.running import MORNING, memory_engine

OFFICE = office_from_document(sample_office_document())
RECEPTION = Reception(
    procedure="1.001193",
    channel="in_person",
    documents=(GivenDocument("Giấy chứng sinh", 1, 0),),
    sets=1,
    fee_vnd=0,
    return_way="one_stop",
    counter="quay-1",
    ticket=None,
    applicant={"name": "Nguyễn Thị Thử"},
)
PEOPLE = {1: (ONE_STOP, "staff-1"), 2: (ONE_STOP, "staff-2"), 3: ("van-phong", "staff-5"), 4: ("kinh-te", "staff-6")}


class Desk:
    """A machine with a journal of its own; the server is one at which nobody works."""

    def __init__(self, index: int, clock: SetClock) -> None:
        device = f"counter-{index}" if index else "server"
        self.unit, self.officer = PEOPLE.get(index, ("", ""))
        self.engine, self.node = memory_engine(), Node(OFFICE.id, device, "counter", "Quầy", 1, index, 0, "", "")
        self.journal = Journal(
            self.engine, office=OFFICE.id, device=device, epoch=1, clock=clock, identities=Identities(clock)
        )

    def states(self, prefix: Any) -> dict[str, Any]:
        """Every state of a kind."""
        with self.journal.reading() as reader:
            rows = reader.connection.execute(select(prefix.table.c.subject, prefix.table.c.document)).all()
        return {str(subject): prefix.state(document) for subject, document in rows}

    @property
    def events(self) -> list[Event]:
        """Every event here, in the order it came."""
        with self.journal.reading() as reader:
            query = select(tables.event.c.body).order_by(tables.event.c.cursor)
            return [read_event(bytes(body)) for body in reader.connection.execute(query).scalars()]

    def hears(self, other: Desk, chance: random.Random) -> None:
        """Takes in what `other` has and this one has not: each log in its order, the logs in pieces and any order."""
        here = {each.hash for each in self.events}
        logs: dict[str, list[Event]] = {}
        for event in other.events:
            if event.hash not in here:
                logs.setdefault(event.device, []).append(event)
        with other.journal.reading() as reader:
            rows = reader.connection.execute(select(tables.personal.c.hash, tables.personal.c.body)).all()
        people = [PersonalRecord(str(hash_), bytes(body)) for hash_, body in rows]
        waiting = [sorted(each, key=lambda event: event.seq) for each in logs.values()]
        while waiting:
            log = chance.choice(waiting)
            piece = chance.randrange(1, 9)
            with self.journal.writing() as writer:
                writer.take_in(log[:piece], people)
            del log[:piece]
            waiting = [each for each in waiting if each]


class World:
    """Four machines and the server, driven by one source of chance."""

    def __init__(self, seed: int) -> None:
        self.chance, self.clock = random.Random(seed), SetClock(MORNING + timedelta(hours=1))
        self.desks = [Desk(index, self.clock) for index in PEOPLE]
        self.server = Desk(0, self.clock)
        for _ in range(3):
            receive_dossier(self.desks[0].journal, OFFICE, self.desks[0].node, RECEPTION, "staff-1")
        self.talk()

    def talk(self) -> None:
        """Everybody hears everything."""
        for _ in range(2):
            for desk in self.desks:
                self.server.hears(desk, self.chance)
                desk.hears(self.server, self.chance)

    def play(self, steps: int) -> None:
        """Lets things happen; what the rules refuse does not."""
        deeds = {self.offer: 6, self.accept: 6, self.by_code: 3, self.cancel: 2, self.settle: 2, self.sync: 3}
        for _ in range(steps):
            self.clock.advance(timedelta(minutes=self.chance.randrange(-90, 100)))
            for deed in self.chance.choices(list(deeds), list(deeds.values()), k=2):
                with suppress(Refusal):
                    deed(self.chance.choice(self.desks))

    def offer(self, desk: Desk) -> None:
        held = [each.id for each in desk.states(DOSSIERS).values() if each.holder == desk.unit and not each.transit]
        receiver = self.chance.choice([unit for unit, _ in PEOPLE.values() if unit != desk.unit])
        papers = tuple(self.chance.sample(held, self.chance.randint(1, len(held)))) if held else ()
        hand_over.offer(
            desk.journal, desk.node, giver=desk.unit, receiver=receiver, officer=desk.officer, dossiers=papers
        )

    def _open(self, desk: Desk) -> list[Handover]:
        return [each for each in desk.states(HANDOVERS).values() if each.state == "offered"]

    def accept(self, desk: Desk) -> None:
        for each in [each for each in self._open(desk) if each.receiver == desk.unit][:1]:
            missing = tuple(item for item in each.dossiers if self.chance.random() < 0.3)
            hand_over.accept(desk.journal, each.id, unit=desk.unit, officer=desk.officer, missing=missing)

    def by_code(self, desk: Desk) -> None:
        here = desk.states(HANDOVERS)
        other = self.chance.choice(self.desks)
        for each in [each for each in self._open(other) if each.receiver == desk.unit and each.id not in here][:1]:
            with other.journal.reading() as reader:
                heard = hand_over.carried_list(reader, each.id)
            count = Count(heard=heard)
            hand_over.accept(desk.journal, each.id, unit=desk.unit, officer=desk.officer, count=count)

    def cancel(self, desk: Desk) -> None:
        for each in [each for each in self._open(desk) if each.giver == desk.unit][:1]:
            hand_over.cancel(desk.journal, each.id, unit=desk.unit, officer=desk.officer)

    def settle(self, desk: Desk) -> None:
        known = desk.states(HANDOVERS).values()
        differing = [each for each in known if each.open_discrepancies and desk.unit in (each.giver, each.receiver)]
        for each in differing[:1]:
            kind, item = each.open_discrepancies[0]
            answer = self.chance.choice(("found_at_giver", "found_at_receiver", "lost"))
            command = handover.Settle(desk.unit, kind, item, answer)
            hand_over.settle_difference(desk.journal, each.id, command, officer=desk.officer)

    def sync(self, desk: Desk) -> None:
        self.server.hears(desk, self.chance)
        desk.hears(self.server, self.chance)

    def settle_everything(self) -> None:
        """The team leader answers every conflict that this machine shows, one way or the other."""
        desk = self.desks[0]
        for prefix, projection in (("handover", HANDOVERS), ("dossier", DOSSIERS)):
            for subject in desk.states(projection):
                while conflicts := desk.states(projection)[subject].conflicts:
                    choice = self.chance.choice([ACCEPTED, conflicts[0].choice or ACCEPTED])
                    settle_conflict(desk.journal, "staff-7", Settle(subject, prefix, conflicts[0].code, choice))

    def close(self) -> None:
        for desk in (*self.desks, self.server):
            desk.engine.dispose()


@pytest.fixture
def worlds() -> Iterator[list[World]]:
    opened: list[World] = []
    yield opened
    for each in opened:
        each.close()


def all_read_the_same(world: World) -> None:
    """Every machine has the same states, each is what a fold of everything gives, and each paper has one place."""
    first = {**world.server.states(DOSSIERS), **world.server.states(HANDOVERS)}
    for desk in world.desks:
        assert {**desk.states(DOSSIERS), **desk.states(HANDOVERS)} == first
    with world.server.journal.reading() as reader:
        everybody = frozenset(desk.node.device for desk in world.desks)
        assert verify(reader.connection, OFFICE.id, everybody).findings == ()
    with world.server.journal.writing() as writer:
        refold_everything(writer.connection)
    assert {**world.server.states(DOSSIERS), **world.server.states(HANDOVERS)} == first
    for state in first.values():
        if isinstance(state, Dossier) and state.transit is not None:
            assert state.transit.giver == state.holder
            assert first[state.transit.handover].state == "offered"


def goes_through(world: World, steps: int) -> None:
    world.play(steps)
    world.talk()
    all_read_the_same(world)
    world.settle_everything()
    world.talk()
    all_read_the_same(world)
    with world.server.journal.reading() as reader:
        assert reader.connection.execute(select(tables.conflict.c.code)).all() == []


@pytest.mark.parametrize("seed", range(3))
def test_what_was_signed_apart_is_read_the_same_everywhere(worlds: list[World], seed: int) -> None:
    worlds.append(World(seed))
    goes_through(worlds[0], 45)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 200))
def test_what_was_signed_apart_for_weeks_is_read_the_same_everywhere(worlds: list[World], seed: int) -> None:
    worlds.append(World(seed))
    goes_through(worlds[0], 120)

"""Whatever becomes of the lines, the office server and the province: in the end both have everything once."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable

import pytest
from sqlalchemy import Engine

from shared.failures import EnvironmentFailure
from shared.journal.verify import verify
from tests.replication.building import BUILDING, PROVINCE, BuildingSide, ProvinceSide
from tests.replication.test_histories import folds
from tests.replication.world import OFFICE, DeviceSide, copied, let_happen, marks_in, new_clock, new_device, some_facts

MOST_ROUNDS = 60


class BuildingHistory:
    """A province, an office server and two counters. `written`: the marks that must be everywhere in the end."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self._clock = new_clock()
        self.province = ProvinceSide(self._clock)
        self.building = BuildingSide(self.province, self._clock, self.chance)
        self.devices = [new_device(number, self.building, self._clock, self.chance) for number in (1, 2)]
        for number, device in enumerate(self.devices, start=1):
            self.building.let_in(device.node.device, number)
        self.written: set[str] = set()
        self._backups: dict[str, Engine] = {}
        self._settled = True

    def play(self, steps: int) -> None:
        """Lets so many things happen."""
        acts: list[tuple[int, Callable[[DeviceSide], object]]] = [
            (30, self._write),
            (30, lambda device: device.push()),
            (25, lambda device: device.pull()),
            (35, lambda _: self.building.push_up()),
            (25, lambda _: self.building.pull_down()),
            (6, lambda _: self._claim()),
            (5, lambda _: self._rate()),
            (4, lambda device: device.start()),
            (3, lambda _: self.building.start()),
            (3, lambda _: self._back_up(self.building)),
            (2, lambda _: self._back_up(self.province)),
            (2, lambda _: self._restore(self.building)),
            (3, lambda _: self._set_back()),
            (2, lambda _: self._restore(self.province)),
        ]
        let_happen(steps, acts, self.devices, self._clock, self.chance)

    def heal(self) -> None:
        """The lines become good; everybody starts and talks until nothing changes."""
        before: list[object] = []
        for _ in range(MOST_ROUNDS):
            self._steady(True)
            in_step = [self._talk_up(), *(self._talk(device) for device in self.devices), self._talk_up()]
            now: list[object] = [
                self.building.journal.epoch,
                self.building.unsent(),
                len(marks_in(self.building.engine)),
            ]
            now += [(device.unsent(), len(marks_in(device.engine))) for device in self.devices]
            if all(in_step) and now == before and self.building.unsent() == 0:
                return
            before = now
        raise AssertionError("they never came to an end")

    def close(self) -> None:
        """Gives every database back."""
        for side in (self.province, self.building, *self.devices):
            side.engine.dispose()
        for engine in self._backups.values():
            engine.dispose()

    def _talk(self, device: DeviceSide) -> bool:
        try:
            while device.push():
                pass
            while device.pull():
                pass
        except EnvironmentFailure:
            return False
        return True

    def _talk_up(self) -> bool:
        in_step = True
        try:
            while self.building.push_up():
                pass
        except EnvironmentFailure:
            in_step = False
        while self.building.pull_down():
            pass
        return in_step

    def _steady(self, steady: bool) -> None:
        self.building.is_steady = steady
        self.building.start()
        for device in self.devices:
            device.is_steady = steady
            device.start()

    def _write(self, device: DeviceSide) -> None:
        facts = some_facts(self.chance, device.waiting_tickets())
        try:
            device.write(facts)
        finally:
            here = set(marks_in(device.engine, device.node.device))
            self.written |= {str(fact.data["mark"]) for fact in facts} & here

    def _claim(self) -> None:
        facts = some_facts(self.chance, [])
        self.building.write(facts)
        self.written |= {str(fact.data["mark"]) for fact in facts}

    def _in_the_building(self) -> set[str]:
        return set(marks_in(self.building.engine))

    def _rate(self) -> None:
        """Something that the province's own server writes."""
        facts = some_facts(self.chance, [])
        with self.province.journal.writing() as writer:
            writer.append("citizen", facts)
        self.written |= {str(fact.data["mark"]) for fact in facts}

    def _back_up(self, side: ProvinceSide | BuildingSide) -> None:
        name = type(side).__name__
        if name in self._backups:
            self._backups[name].dispose()
        self._backups[name] = copied(side.engine)

    def _restore(self, side: ProvinceSide | BuildingSide) -> None:
        """The disk breaks, one at a time. What only the office server itself wrote is in the province by then."""
        backup = self._backups.get(type(side).__name__)
        if backup is None:
            return
        if not self._settled:
            self.heal()
            self._steady(False)
        if self.building.unsent_own() == 0:
            if side is self.province:
                self.written -= set(marks_in(side.engine, PROVINCE)) - set(marks_in(backup)) - self._in_the_building()
            side.restore(backup)
            self._settled = False

    def _set_back(self) -> None:
        """Its machine is set back to the backup; a press comes before somebody who had read everything asks for more.

        As with a disk that breaks, what only the office server itself wrote is in the province by then.
        """
        backup = self._backups.get(BuildingSide.__name__)
        if backup is None:
            return
        if not self._settled:
            self.heal()
        self._steady(True)
        self._talk(self.devices[0])
        if self.building.unsent_own() == 0:
            epoch, here = self.building.epoch, self._in_the_building()
            self.building.set_back(backup)
            self._settled = False
            self._claim()
            self._talk(self.devices[0])
            assert (self.building.epoch > epoch) == (len(here) > len(marks_in(backup)))
        self._steady(False)


def play(seed: int, steps: int) -> None:
    history = BuildingHistory(seed)
    try:
        history.play(steps)
        history.heal()
        engines = [history.province.engine, history.building.engine, *(device.engine for device in history.devices)]
        for engine in engines:
            marks = Counter(marks_in(engine))
            assert [mark for mark, count in marks.items() if count > 1] == []
            assert set(marks) == history.written
            with engine.connect() as connection:
                whole = None if engine in engines[:2] else frozenset[str]()
                assert verify(connection, OFFICE, whole).findings == ()
        assert all(folds(engine) == folds(engines[0]) for engine in engines[1:])
        assert len(marks_in(history.province.engine, BUILDING)) > 0
    finally:
        history.close()


@pytest.mark.parametrize("seed", range(2))
def test_a_history_of_a_building_ends_with_everything_everywhere_once(seed: int) -> None:
    play(seed, steps=90)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(1000, 1200))
@pytest.mark.timeout(600)
def test_a_long_history_of_a_building_ends_with_everything_everywhere_once(seed: int) -> None:
    play(seed, steps=300)

"""One seeded history: devices write and sync over a bad line, are killed, restored and cloned; the server too."""

from __future__ import annotations

import random
from collections.abc import Callable

from sqlalchemy import Engine

from shared.failures import EnvironmentFailure
from tests.replication.world import (
    DeviceSide,
    ServerSide,
    copied,
    let_happen,
    marks_in,
    new_clock,
    new_device,
    some_facts,
)

MOST_DEVICES = 5
MOST_ROUNDS = 60


class History:
    """A world with two devices, and what has happened in it. `expected`: the marks that must be everywhere."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self._clock = new_clock()
        self.server = ServerSide(self._clock)
        self.devices = [new_device(number, self.server, self._clock, self.chance) for number in (1, 2)]
        self.lost: set[str] = set()
        self.written: set[str] = set()
        self._backups: list[tuple[DeviceSide, Engine]] = []
        self._server_backup: Engine | None = None
        self._settled = True
        self.happened: list[str] = []

    @property
    def expected(self) -> set[str]:
        """The marks that were committed and not lost with a disk."""
        return self.written - self.lost

    def play(self, steps: int) -> None:
        """Lets so many things happen."""
        ordinary: list[tuple[int, Callable[[DeviceSide], object]]] = [
            (30, self._write),
            (40, lambda device: device.push()),
            (35, lambda device: device.pull()),
            (4, lambda device: device.start()),
            (3, self._back_up),
            (2, lambda device: self._restore(device)),
            (2, lambda device: self._clone(device)),
            (2, lambda device: self._back_up_server(device)),
            (1, lambda device: self._restore_server(device)),
        ]
        let_happen(steps, ordinary, self.devices, self._clock, self.chance)

    def heal(self) -> None:
        """The line becomes good and nobody is killed any more; everybody starts and talks until nothing changes."""
        before: list[object] = []
        for _ in range(MOST_ROUNDS):
            self._steady(True)
            in_step = [self._talk(device) for device in self.devices]
            now = [(device.journal.epoch, device.unsent(), len(marks_in(device.engine))) for device in self.devices]
            if all(in_step) and now == before and all(device.unsent() == 0 for device in self.devices):
                return
            before = list(now)
        raise AssertionError("they never came to an end")

    def _talk(self, device: DeviceSide) -> bool:
        """Lets `device` say and hear everything it can; answers whether nothing was in its way."""
        in_step = True
        try:
            while device.push():
                pass
        except EnvironmentFailure:
            in_step = False
        while device.pull():
            pass
        return in_step

    def _steady(self, steady: bool) -> None:
        for device in self.devices:
            device.is_steady = steady
            device.start()

    def close(self) -> None:
        """Gives every database back."""
        for engine in (self.server.engine, *(device.engine for device in self.devices)):
            engine.dispose()
        for _, engine in self._backups:
            engine.dispose()
        if self._server_backup is not None:
            self._server_backup.dispose()

    def _write(self, device: DeviceSide) -> None:
        facts = some_facts(self.chance, device.waiting_tickets())
        try:
            device.write(facts)
        finally:
            here = set(marks_in(device.engine, device.node.device))
            self.written |= {str(fact.data["mark"]) for fact in facts} & here

    def _back_up(self, device: DeviceSide) -> None:
        self._backups.append((device, copied(device.engine)))

    def _restore(self, device: DeviceSide) -> None:
        """The disk breaks; the device goes on from a backup. What only that disk had is gone."""
        backups = [engine for owner, engine in self._backups if owner is device]
        if not backups:
            return
        self._settle()
        backup = self.chance.choice(backups)
        everywhere_else = set(marks_in(self.server.engine)) | set(marks_in(backup))
        others = (other for other in self.devices if other is not device)
        everywhere_else |= {mark for other in others for mark in marks_in(other.engine, other.node.device)}
        self.lost |= set(marks_in(device.engine, device.node.device)) - everywhere_else
        self.lost -= set(marks_in(backup, device.node.device))
        device.engine.dispose()
        device.engine = copied(backup)
        device.start()
        self._settled = False
        self.happened.append("restore")

    def _clone(self, device: DeviceSide) -> None:
        """Somebody copies a machine whose data is all safe, and both go on."""
        if len(self.devices) < MOST_DEVICES and device.unsent() == 0:
            self.devices.append(DeviceSide(copied(device.engine), self.server, self._clock, self.chance))
            self._settled = False
            self.happened.append("clone")

    def _back_up_server(self, _: DeviceSide) -> None:
        if self._server_backup is not None:
            self._server_backup.dispose()
        self._server_backup = copied(self.server.engine)

    def _restore_server(self, _: DeviceSide) -> None:
        if self._server_backup is not None:
            self._settle()
            self.server.restore(self._server_backup)
            self._settled = False
            self.happened.append("server restore")

    def _settle(self) -> None:
        """One disaster at a time: what was lost with one database has come back before another one is lost."""
        if not self._settled:
            self.heal()
            self._steady(False)
            self._settled = True

"""Looks, while the server runs, for rows that an older process of the same province has written, and mends them."""

from __future__ import annotations

import asyncio
from contextlib import AbstractAsyncContextManager

from server.offices import Offices
from server.operation.faults_logged import faults_logged
from server.operation.threads import beside, in_thread
from server.writing_lane import WritingLane
from shared.journal.older_rows import AT_ONCE, fold_older_rows, has_older_rows

LOOK_SECONDS = 600.0


class OlderRows:
    """What older processes leave behind while they are updated one after the other (cập nhật cuốn chiếu)."""

    def __init__(self, offices: Offices, lane: WritingLane) -> None:
        self._offices = offices
        self._lane = lane

    async def mend(self) -> int:
        """Folds again what older processes have written in any office; answers how many rows."""
        mended = 0
        for office in await in_thread(self._offices.names):
            while await in_thread(self._has_some, office):
                count = await self._lane.run(lambda office=office: self._mend_some(office))  # type: ignore[misc]
                mended += count
                if count < AT_ONCE:
                    break
        return mended

    def looked_after(self) -> AbstractAsyncContextManager[None]:
        """Mends now and every ten minutes, until the block ends."""
        return beside(self._look)

    async def _look(self) -> None:
        while True:
            with faults_logged("rows of an older release"):
                await self.mend()
            await asyncio.sleep(LOOK_SECONDS)

    def _has_some(self, office: str) -> bool:
        with self._offices.journal(office).reading() as reader:
            return has_older_rows(reader)

    def _mend_some(self, office: str) -> int:
        with self._offices.journal(office).writing() as writer:
            return fold_older_rows(writer)

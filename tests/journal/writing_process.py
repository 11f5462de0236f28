"""One process of a server of which several threads write to one office at once.

Arguments: URL of the database or "-", folder of the embedded one, name of the process, threads, steps of each.
"""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from shared.clock import SystemClock
from shared.identities import Identities
from shared.journal.journal import Journal
from shared.journal.opening import open_server
from tests.journal.facts import issued


def main(url: str, folder: str, name: str, threads: int, steps: int) -> None:
    """Takes `steps` numbers in each thread and issues a ticket for each."""
    engine = open_server(None if url == "-" else url, Path(folder))
    clock = SystemClock()
    journal = Journal(engine, office="phuong-mau", device="server", epoch=1, clock=clock, identities=Identities(clock))

    def write(thread: int) -> None:
        for step in range(steps):
            with journal.writing() as writer:
                number = writer.next_number("tickets", lambda last: (last or 0) + 1)
                writer.append("citizen", [issued(f"{name}-{thread}-{step}", number)])

    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(write, range(threads)))
    engine.dispose()


if __name__ == "__main__":
    main(*sys.argv[1:4], int(sys.argv[4]), int(sys.argv[5]))

"""An office server runs in one process: what goes up and comes down has one order, and its epoch one owner."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine

from shared.failures import EnvironmentFailure
from shared.journal.engine import failures_in_words
from shared.journal.node import read_node
from shared.journal.opening import lock_if_free

_FILE = "upstream.lock"


@contextmanager
def only_process(engine: Engine, folder: Path) -> Iterator[None]:
    """Keeps a second process off an office server; the central server may have several.

    EnvironmentFailure `office_server_runs`.
    """
    with failures_in_words(), engine.begin() as connection:
        node = read_node(connection)
    if node is None or not node.server_url:
        yield
        return
    folder.mkdir(parents=True, exist_ok=True)
    lock = lock_if_free(folder / _FILE)
    if lock is None:
        raise EnvironmentFailure(
            "office_server_runs",
            "Máy chủ tại bộ phận này đang chạy rồi; nó chỉ chạy một tiến trình. Dữ liệu không bị ảnh hưởng.",
            "This office server runs already; it runs in one process only. The data is not affected.",
        )
    with lock:
        yield

"""What the scenarios share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.scenario.sample_nodes import SampleNodes


@pytest.fixture
def nodes(tmp_path: Path) -> Iterator[SampleNodes]:
    """A server, and whatever devices a test makes."""
    with ExitStack() as at_the_end:
        yield SampleNodes(tmp_path, at_the_end)

"""The window of the kiosk for tests, in each language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.kiosk.citizen import Citizen, before_the_glass


@pytest.fixture(params=["vi", "en"])
def citizen(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Citizen]:
    """A citizen before the kiosk, once with each language as the first."""
    with before_the_glass(request.param) as someone:
        yield someone


@pytest.fixture
def vietnamese(qapp: QApplication) -> Iterator[Citizen]:
    """A citizen before a kiosk that speaks Vietnamese first."""
    with before_the_glass("vi") as someone:
        yield someone

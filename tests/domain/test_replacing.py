"""Copies of states with some fields changed."""

from __future__ import annotations

import dataclasses

import pytest

from shared.domain.replacing import replace
from shared.domain.ticket_state import Return


def test_a_copy_is_what_the_standard_library_makes() -> None:
    state = Return("quay-1", "A")
    assert replace(state, line="B") == dataclasses.replace(state, line="B") == Return("quay-1", "B")
    assert replace(state) == state
    assert replace(state) is not state


def test_a_field_that_the_state_does_not_have_is_a_mistake() -> None:
    with pytest.raises(TypeError, match="wrong"):
        replace(Return("quay-1", "A"), wrong=1)  # type: ignore[call-arg]

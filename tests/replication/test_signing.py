"""A signature covers method, address, body, device, lane and counter; nothing of it can be changed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.replication.signing import (
    SIGNATURE_HEADER,
    Caller,
    PublicKey,
    Signable,
    Signer,
    is_public_key,
    new_private_key,
    public_key_of,
)

KEY = new_private_key()
SIGNABLE = Signable("POST", "/api/x?a=1", b"{}", Caller("phuong-mau", "kiosk-1", "push", 7))
SIGNATURE = Signer(KEY).headers(SIGNABLE)[SIGNATURE_HEADER]


def test_the_right_key_knows_its_signature() -> None:
    assert PublicKey(public_key_of(KEY)).has_signed(SIGNABLE, SIGNATURE)


@pytest.mark.parametrize(
    "changed",
    [
        replace(SIGNABLE, method="GET"),
        replace(SIGNABLE, target="/api/x?a=2"),
        replace(SIGNABLE, body=b"{ }"),
        replace(SIGNABLE, caller=replace(SIGNABLE.caller, office="other")),
        replace(SIGNABLE, caller=replace(SIGNABLE.caller, device="kiosk-2")),
        replace(SIGNABLE, caller=replace(SIGNABLE.caller, lane="pull")),
        replace(SIGNABLE, caller=replace(SIGNABLE.caller, counter=8)),
    ],
)
def test_anything_changed_breaks_it(changed: Signable) -> None:
    assert not PublicKey(public_key_of(KEY)).has_signed(changed, SIGNATURE)


def test_another_key_does_not_know_it() -> None:
    assert not PublicKey(public_key_of(new_private_key())).has_signed(SIGNABLE, SIGNATURE)


@given(st.text(max_size=100))
def test_a_signature_that_is_none_is_no_error(text: str) -> None:
    assert not PublicKey(public_key_of(KEY)).has_signed(SIGNABLE, text)


@pytest.mark.parametrize("text", ["", "zz", "ab" * 31, "ab" * 33, "không"])
def test_a_key_that_is_none_is_recognised(text: str) -> None:
    assert not is_public_key(text)
    assert is_public_key(public_key_of(KEY))

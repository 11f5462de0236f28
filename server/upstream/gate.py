"""What is done at the central server only: an office server below it refuses, in words."""

from __future__ import annotations

from typing import TypeGuard

from shared.failures import Refusal
from shared.journal.node import Node


def is_below_province(node: Node | None) -> TypeGuard[Node]:
    """Whether this is an office server with a central server above it."""
    return node is not None and node.kind == "office_server" and bool(node.server_url)


def refuse_below_province(node: Node | None) -> None:
    """Refusal `at_the_province` on an office server with a central server above it, which owns the data."""
    if is_below_province(node):
        raise Refusal(
            "at_the_province",
            "Thay đổi này làm ở máy chủ của tỉnh; máy chủ này nhận lại dữ liệu từ đó. Chưa có gì thay đổi.",
            "This change is made at the province's server, from which this one receives its data. Nothing was changed.",
        )

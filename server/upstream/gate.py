"""What is done at the central server only: an office server below it refuses, in words."""

from __future__ import annotations

from shared.failures import Refusal
from shared.journal.node import Node


def refuse_below_province(node: Node | None) -> None:
    """Refusal `at_the_province` on an office server with a central server above it, which owns the data."""
    if node is not None and node.kind == "office_server" and node.server_url:
        raise Refusal(
            "at_the_province",
            "Thay đổi này làm ở máy chủ của tỉnh; máy chủ này nhận lại dữ liệu từ đó. Chưa có gì thay đổi.",
            "This change is made at the province's server, from which this one receives its data. Nothing was changed.",
        )

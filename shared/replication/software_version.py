"""The version of this software, as devices tell it their server and the server tells whoever watches it."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version


@cache
def software_version() -> str:
    """The version of this software, "0" when it runs from its source without being installed."""
    try:
        return version("motcua")
    except PackageNotFoundError:
        return "0"

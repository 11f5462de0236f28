"""What all public pages do before and beside their own work: limits, and words for when the database is away."""

from __future__ import annotations

from collections.abc import Callable

from fastapi.responses import Response

from server.offices import Offices
from server.public_pages.lookup import only_office
from server.public_pages.rendering import Request, page
from shared.failures import EnvironmentFailure

RETRY_SECONDS = 30


def answered(request: Request, make: Callable[[], Response]) -> Response:
    """`make`'s page, or one that says that it cannot be shown now."""
    try:
        return make()
    except EnvironmentFailure:
        return _later(page("trouble", request, None, 503), RETRY_SECONDS)


def too_often(request: Request, seconds: int) -> Response:
    """The page for whoever asks too often; the next request passes after `seconds`."""
    return _later(page("too_often", request, None, 429, seconds=seconds), seconds)


def not_kept(request: Request) -> Response:
    """The page for a rating that could not be kept."""
    return _later(page("not_kept", request, None, 503), 24 * 3600)


def not_found(offices: Offices, request: Request) -> Response:
    """The page for an address that can be no slip's."""
    return page("not_found", request, only_office(offices), 404)


def _later(response: Response, seconds: int) -> Response:
    response.headers["Retry-After"] = str(seconds)
    return response

"""Answers of the door that are another page, joined to the application once."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.responses import RedirectResponse, Response

from server.signed_in.door import SentElsewhere


def send_elsewhere(app: FastAPI) -> None:
    """Makes every SentElsewhere of `app` a 303 that nobody keeps."""

    @app.exception_handler(SentElsewhere)
    async def sent(_: Request, elsewhere: SentElsewhere) -> Response:
        return RedirectResponse(elsewhere.path, 303, {"Cache-Control": "no-store"})

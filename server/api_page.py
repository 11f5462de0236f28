"""The page that describes the interface for programs: made from the same description that `/openapi.json` gives."""

from __future__ import annotations

from fastapi import APIRouter, FastAPI
from fastapi import Request as HttpRequest
from fastapi.responses import Response

from server.public_pages.rendering import Request, page
from server.public_pages.words import words_in

API_PAGE_PATH = "/api"


def router() -> APIRouter:
    """The route."""
    routes = APIRouter(include_in_schema=False)
    routes.add_api_route(API_PAGE_PATH, describe, methods=["GET"])
    return routes


def describe(request: HttpRequest, lang: str = "") -> Response:
    """Every address with its method, what it is for, and what goes in and comes out."""
    app: FastAPI = request.app
    operations = [
        {"method": method.upper(), "path": path, "summary": each["summary"], "description": each.get("description", "")}
        for path, methods in app.openapi()["paths"].items()
        for method, each in methods.items()
    ]
    return page("api", Request(API_PAGE_PATH, words_in(lang)), None, operations=operations, version=app.version)

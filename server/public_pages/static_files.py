"""The style and the typeface of the pages, served by the server itself: nothing comes from elsewhere."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import fontpkg_be_vietnam_pro
from fastapi import APIRouter, Request
from fastapi.responses import Response

PREFIX = "/static"
_YEAR = "public, max-age=31536000, immutable"
_FACES = {"be-vietnam-pro-regular.ttf": "BeVietnamPro-Regular.ttf", "be-vietnam-pro-bold.ttf": "BeVietnamPro-Bold.ttf"}


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that never changes under its address."""

    content: bytes
    compressed: bytes
    media_type: str
    version: str


def asset_address(name: str) -> str:
    """The address of a file, with its version."""
    return f"{PREFIX}/{name}?v={asset(name).version}"


@cache
def asset(name: str) -> Asset:
    """The file `name`; KeyError when there is none."""
    if name == "style.css":
        return _asset(_style(), "text/css; charset=utf-8")
    if name == "icon.svg":
        return _asset((files(__package__) / "static" / name).read_bytes(), "image/svg+xml")
    return _asset((fontpkg_be_vietnam_pro.ROOT / "files" / _FACES[name]).read_bytes(), "font/ttf")


def _style() -> bytes:
    style = (files(__package__) / "static" / "style.css").read_text(encoding="utf-8")
    for name in _FACES:
        style = style.replace(f'"{name}"', f'"{asset_address(name)}"')
    return style.encode()


def _asset(content: bytes, media_type: str) -> Asset:
    version = hashlib.sha256(content).hexdigest()[:12]
    return Asset(content, gzip.compress(content, mtime=0), media_type, version)


def router() -> APIRouter:
    """The route."""
    routes = APIRouter(include_in_schema=False)
    routes.add_api_route(PREFIX + "/{name}", serve, methods=["GET"])
    return routes


def serve(request: Request, name: str) -> Response:
    """The file `name`, compressed for whoever understands that."""
    try:
        found = asset(name)
    except KeyError:
        return Response(status_code=404)
    headers = {"Cache-Control": _YEAR, "X-Content-Type-Options": "nosniff", "Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        return Response(found.compressed, 200, {**headers, "Content-Encoding": "gzip"}, found.media_type)
    return Response(found.content, 200, headers, found.media_type)

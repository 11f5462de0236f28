"""What a person's browser is shown when there is no page: one heading, one sentence, in the language of the address."""

from __future__ import annotations

from importlib.resources import files
from urllib.parse import parse_qs

from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.types import Scope

from server.public_pages.rendering import icon
from server.public_pages.static_files import asset_address
from shared.failures import Sentence

_FOR_PROGRAMS = ("/api", "/healthz", "/metrics", "/openapi.json")
_ENVIRONMENT = Environment(
    loader=FileSystemLoader(str(files(__package__) / "templates")), autoescape=True, undefined=StrictUndefined
)
_ENVIRONMENT.globals.update(asset=asset_address, icon=icon)
_WORDS = {
    "vi": {
        "heading": "Chưa mở được trang",
        "one_stop": "Bộ phận Một cửa",
        "skip": "Đến nội dung chính",
        "scan_again": "Nếu Ông/Bà mở từ mã QR, xin quét lại mã hoặc hỏi cán bộ tại quầy.",
        "other": "en",
        "other_name": "English",
    },
    "en": {
        "heading": "This page cannot be shown",
        "one_stop": "One-stop public service office",
        "skip": "Skip to the content",
        "scan_again": "If a QR code brought you here, please scan it again or ask at a counter.",
        "other": "vi",
        "other_name": "Tiếng Việt",
    },
}
_POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


def wants_page(scope: Scope) -> bool:
    """Whether a person's browser asks: programs do not accept HTML, and nothing below /api is for people."""
    if str(scope["path"]).startswith(_FOR_PROGRAMS) and scope["path"] != "/api":
        return False
    return any(name == b"accept" and b"text/html" in value for name, value in scope["headers"])


def trouble_page(scope: Scope, sentence: Sentence, status: int) -> Response:
    """The page that says `sentence`."""
    query = parse_qs(scope.get("query_string", b"").decode("latin-1"))
    language = "en" if query.get("lang") == ["en"] else "vi"
    html = _ENVIRONMENT.get_template("trouble.html").render(
        language=language, words=_WORDS[language], text=sentence.in_language(language), status=status
    )
    return HTMLResponse(
        html,
        status,
        {"Content-Security-Policy": _POLICY, "Cache-Control": "no-store", "Content-Language": language},
    )

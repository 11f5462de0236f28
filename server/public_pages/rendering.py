"""Pages from templates, with the headers that keep them private."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from server.public_pages.static_files import asset_address
from server.public_pages.words import Words
from shared.domain.office import Office


@dataclass(frozen=True, slots=True)
class Request:
    """What every page knows of its request: the path without query, and the words of the language asked for."""

    path: str
    words: Words

    def link(self, path: str) -> str:
        """`path` in the same language."""
        return f"{path}?lang=en" if self.words.language == "en" else path

    @property
    def other_language(self) -> str:
        """The same page in the other language."""
        return self.path if self.words.language == "en" else f"{self.path}?lang=en"


@cache
def icon(name: str) -> str:
    """The drawing of an icon, in the colour of the text around it and hidden from screen readers."""
    drawing = (files("resources.icons") / f"{name}.svg").read_text(encoding="utf-8")
    return drawing.replace('stroke="#000"', 'stroke="currentColor"').replace(
        "<svg ", '<svg class="icon" aria-hidden="true" focusable="false" ', 1
    )


_ENVIRONMENT = Environment(
    loader=PackageLoader("server.public_pages"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
)
_ENVIRONMENT.globals.update(icon=icon, asset=asset_address)

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""What every answer of the public pages carries: an address is a secret, so nobody keeps it or hands it on."""


def page(name: str, request: Request, office: Office | None, status: int = 200, **shown: object) -> HTMLResponse:
    """The page made of template `name`; `office` signs it."""
    template = _ENVIRONMENT.get_template(f"{name}.html")
    html = template.render(request=request, words=request.words, office=office, **shown)
    return HTMLResponse(html, status, {**HEADERS, "Content-Language": request.words.language})

"""Pages from templates, with the headers that keep them private."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
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


def _icon(name: str) -> str:
    """The drawing of an icon, in the colour of the text around it and hidden from screen readers."""
    drawing = (files("resources.icons") / f"{name}.svg").read_text(encoding="utf-8")
    return drawing.replace('stroke="#000"', 'stroke="currentColor"').replace(
        "<svg ", '<svg class="icon" aria-hidden="true" focusable="false" ', 1
    )


_ENVIRONMENT = Environment(
    loader=PackageLoader("server.public_pages"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
)
_ENVIRONMENT.globals.update(icon=_icon, asset=asset_address)

_SCRIPT = (files(__package__) / "templates" / "follow_script.html").read_text(encoding="utf-8").strip()
_SCRIPT_HASH = base64.b64encode(hashlib.sha256(_SCRIPT.encode()).digest()).decode("ascii")
_ENVIRONMENT.globals["follow_script"] = _SCRIPT

_HEADERS = {
    "Content-Security-Policy": (
        f"default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'sha256-{_SCRIPT_HASH}'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}


def page(name: str, request: Request, office: Office | None, status: int = 200, **shown: object) -> HTMLResponse:
    """The page made of template `name`; `office` signs it."""
    template = _ENVIRONMENT.get_template(f"{name}.html")
    html = template.render(request=request, words=request.words, office=office, **shown)
    return HTMLResponse(html, status, {**_HEADERS, "Content-Language": request.words.language})

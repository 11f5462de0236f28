"""What a browser sends: the fields and files of a form, bounded and read only after its sender is known."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from fastapi import Request
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from server.answers import body_of
from server.refusals import HttpRefusal, malformed

LONGEST_FORM_BYTES = 256 * 1024
LONGEST_FILE_BYTES = 5 * 1024 * 1024
MOST_FIELDS = 2000
CSRF_FIELD = "csrf"


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file that came with a form; `name` is what the browser calls it, and nothing to rely on."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of a form by their names, in the order sent."""

    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    files: Mapping[str, SentFile] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """The field `name` without blanks around it; "" when it was not sent."""
        return self.texts(name)[0] if self.texts(name) else ""

    def texts(self, name: str) -> tuple[str, ...]:
        """Every value of `name`, each without blanks around it."""
        return tuple(value.strip() for value in self.fields.get(name, ()))

    def secret(self, name: str) -> str:
        """The field `name` exactly as it was typed: for passwords."""
        return next(iter(self.fields.get(name, ())), "")

    def file(self, name: str) -> SentFile | None:
        """The file in field `name`, or None when none was chosen."""
        return self.files.get(name)


async def read_form(request: Request) -> Form:
    """The form in the body of `request`. 413 `too_long`, 400 `malformed`."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "multipart/form-data":
        return await _multipart(request, await body_of(request, LONGEST_FILE_BYTES + LONGEST_FORM_BYTES))
    body = await body_of(request, LONGEST_FORM_BYTES)
    try:
        fields = parse_qs(body.decode(), keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS)
    except ValueError as problem:
        raise malformed("form") from problem
    return _checked(Form({name: tuple(values) for name, values in fields.items()}))


async def _multipart(request: Request, body: bytes) -> Form:
    async def stream() -> AsyncIterator[bytes]:
        yield body

    parser = MultiPartParser(
        request.headers,
        stream(),  # type: ignore[arg-type]  # it asks for a generator and only iterates
        max_files=4,
        max_fields=MOST_FIELDS,
        max_part_size=LONGEST_FORM_BYTES,
    )
    try:
        parts = await parser.parse()
    except (MultiPartException, KeyError, ValueError) as problem:
        raise malformed("form") from problem
    fields: dict[str, tuple[str, ...]] = {}
    files: dict[str, SentFile] = {}
    for name, value in parts.multi_items():
        if isinstance(value, UploadFile):
            if value.filename:
                files[name] = SentFile(value.filename, await value.read())
            await value.close()
        else:
            fields[name] = (*fields.get(name, ()), value)
    return _checked(Form(fields, files))


def _checked(form: Form) -> Form:
    """No database keeps a NUL or half of a pair; the latter come by forms in an encoding that no browser has."""
    if not all(_is_storable(text) for name, texts in form.fields.items() for text in (name, *texts)):
        raise malformed("form")
    return form


def _is_storable(text: str) -> bool:
    return "\0" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text)


def refuse_foreign_page(request: Request) -> None:
    """Refuses a form that the browser says was not on a page of this server. 403 `foreign_page`.

    Browsers that say nothing are let through: for them the token in the form decides.
    """
    site = request.headers.get("sec-fetch-site", "same-origin")
    if not _is_ours(request.headers.get("origin"), request.headers.get("host", "")) or site not in (
        "same-origin",
        "none",
    ):
        raise HttpRefusal(
            403,
            "foreign_page",
            "Biểu mẫu được gửi từ một trang khác nên không được nhận; chưa có gì thay đổi. "
            "Hãy mở lại trang của hệ thống.",
            "The form was sent from another site and was not taken; nothing has changed. Open this page anew.",
        )


def _is_ours(origin: str | None, host: str) -> bool:
    """Whether a browser's `Origin` is this server; a proxy may have left the port out of `host`."""
    if origin is None:
        return True
    try:
        sent = urlsplit(origin)
    except ValueError:
        return False
    return host in (sent.netloc, sent.hostname)

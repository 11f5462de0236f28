"""Reads JSON documents into frozen dataclasses, strictly, and writes them back.

A document is what `json.loads` answers. Its keys are the dataclass's fields: a key that is unknown, missing without a
default, or of the wrong kind is a `DocumentError` that says where. Writing leaves out the fields that hold their
default, so that a document in its shortest form comes back equal.

Understood: str, int, float, bool, date ("2026-11-22"), time ("07:30"), Literal, `X | None`, `tuple[X, ...]` (a list),
dataclasses, and whatever a `Codec` is given for.
"""

from __future__ import annotations

import dataclasses
import math
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache
from typing import Any, Literal, TypeVar, cast

from shared.failures import Failure, Sentence

T = TypeVar("T")


class DocumentError(Exception):
    """A value of a document is not what it must be: `path` ("lines[2].letter") and a `sentence` without the value."""

    def __init__(self, path: str, vi: str, en: str) -> None:
        super().__init__(f"{path}: {en}")
        self.path = path
        self.sentence = Sentence(vi, en)


@dataclass(frozen=True, slots=True)
class Codec:
    """How values of one type outside these rules are read from and written to a document."""

    read: Callable[[Any], Any]
    write: Callable[[Any], Any]


Codecs = Mapping[type, Codec]
_NO_CODECS: Codecs = {}


def read_document(kind: type[T], document: object, codecs: Codecs = _NO_CODECS) -> T:
    """The dataclass `kind` that `document` describes; `DocumentError` at the first thing that is wrong."""
    return cast(T, _read(kind, document, "", codecs))


def known_part(kind: Any, document: object, codecs: Codecs = _NO_CODECS) -> object:
    """`document` without the keys that dataclass `kind` does not know: what a later release has written, read by this.

    Everything else is left as it is, right or wrong.
    """
    if kind in codecs or document is None:
        return document
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if origin in (types.UnionType, typing.Union):
        (present,) = [part for part in parts if part is not types.NoneType]
        return known_part(present, document, codecs)
    if origin is tuple and isinstance(document, list):
        return [known_part(parts[0], item, codecs) for item in document]
    if dataclasses.is_dataclass(kind) and isinstance(document, dict):
        fields = _fields(cast(type, kind))
        return {key: known_part(fields[key][0], value, codecs) for key, value in document.items() if key in fields}
    return document


def write_document(value: object, codecs: Codecs = _NO_CODECS) -> dict[str, Any]:
    """The document of a dataclass: JSON values only."""
    return cast(dict[str, Any], _write(value, codecs))


def _read(kind: Any, value: object, path: str, codecs: Codecs) -> Any:
    if kind in codecs:
        return _read_by_codec(codecs[kind], value, path)
    origin = typing.get_origin(kind)
    if origin in (types.UnionType, typing.Union):
        return _read_optional(kind, value, path, codecs)
    if origin is tuple:
        return _read_items(typing.get_args(kind)[0], value, path, codecs)
    if origin is Literal:
        return _read_choice(typing.get_args(kind), value, path)
    if dataclasses.is_dataclass(kind):
        return _read_fields(cast(type, kind), value, path, codecs)
    return _read_scalar(kind, value, path)


def _read_by_codec(codec: Codec, value: object, path: str) -> Any:
    try:
        return codec.read(value)
    except Failure as failure:
        raise DocumentError(path, failure.sentence.vi, failure.sentence.en) from failure


def _read_optional(kind: Any, value: object, path: str, codecs: Codecs) -> Any:
    if value is None:
        return None
    (present,) = [part for part in typing.get_args(kind) if part is not types.NoneType]
    return _read(present, value, path, codecs)


def _read_items(kind: Any, value: object, path: str, codecs: Codecs) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise DocumentError(path, "phải là một danh sách", "must be a list")
    return tuple(_read(kind, item, f"{path}[{place}]", codecs) for place, item in enumerate(value))


def _read_choice(choices: tuple[object, ...], value: object, path: str) -> object:
    if not isinstance(value, str) or value not in choices:
        names = ", ".join(str(choice) for choice in choices)
        raise DocumentError(path, f"phải là một trong: {names}", f"must be one of: {names}")
    return value


def _read_fields(kind: type, value: object, path: str, codecs: Codecs) -> Any:
    if not isinstance(value, dict):
        raise DocumentError(path, "phải là một đối tượng", "must be an object")
    fields = _fields(kind)
    for key in value:
        if key not in fields:
            raise DocumentError(_join(path, str(key)), "không có trường này", "there is no such field")
    read: dict[str, Any] = {}
    for name, (field_kind, optional) in fields.items():
        if name in value:
            read[name] = _read(field_kind, value[name], _join(path, name), codecs)
        elif not optional:
            raise DocumentError(_join(path, name), "thiếu trường này", "is missing")
    return kind(**read)


@lru_cache(maxsize=256)
def _fields(kind: type) -> dict[str, tuple[Any, bool]]:
    """The fields of a dataclass: their types, and whether they have a default."""
    hints = typing.get_type_hints(kind)
    return {field.name: (hints[field.name], _has_default(field)) for field in dataclasses.fields(kind)}


def _has_default(field: dataclasses.Field[Any]) -> bool:
    return field.default is not dataclasses.MISSING


def _read_scalar(kind: Any, value: object, path: str) -> Any:
    if kind is bool and isinstance(value, bool):
        return value
    if kind is str and isinstance(value, str):
        return value
    if kind is int and isinstance(value, int) and not isinstance(value, bool):
        return value
    if kind is float and isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
        return float(value)
    if kind in (date, time):
        return _read_moment(kind, value, path)
    vi, en = _WANTED[kind]
    raise DocumentError(path, f"phải là {vi}", f"must be {en}")


_WANTED: dict[Any, tuple[str, str]] = {
    bool: ("true hoặc false", "true or false"),
    str: ("chuỗi ký tự", "text"),
    int: ("số nguyên", "a whole number"),
    float: ("số", "a number"),
    date: ("ngày dạng 2026-11-22", "a date like 2026-11-22"),
    time: ("giờ dạng 07:30", "a time like 07:30"),
}


def _read_moment(kind: type[date] | type[time], value: object, path: str) -> date | time:
    vi, en = _WANTED[kind]
    error = DocumentError(path, f"phải là {vi}", f"must be {en}")
    if not isinstance(value, str):
        raise error
    try:
        moment = kind.fromisoformat(value)
    except ValueError:
        raise error from None
    if _write(moment, _NO_CODECS) != value:
        raise error
    return moment


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _write(value: Any, codecs: Codecs) -> Any:
    if type(value) in codecs:
        return codecs[type(value)].write(value)
    if isinstance(value, tuple):
        return [_write(item, codecs) for item in value]
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if dataclasses.is_dataclass(value):
        return {
            field.name: _write(getattr(value, field.name), codecs)
            for field in dataclasses.fields(value)
            if not (_has_default(field) and getattr(value, field.name) == field.default)
        }
    return value

"""The form of one procedure, and the catalogue entry it stands for."""

from __future__ import annotations

from typing import Any

from server.administration.fields import Field, shown
from shared.domain.procedures import Procedure, procedure_to_document

Document = dict[str, Any]
_UNITS = ("working_day", "day", "hour", "same_day")
_SAID = ("true", "false")
"""Yes and no of what the source may also leave unsaid."""
_CHANNELS = ("in_person", "online_full", "online_partial", "postal")

PROCEDURE_FIELDS = (
    Field("code", fixed=True),
    Field("name", longest=1000),
    Field("field", choices="fields"),
    Field("level"),
    Field("applicant", "choices", values=("citizen", "organisation")),
    Field("time_limit.value", "whole", empty=True),
    Field("time_limit.unit", "choice", empty=True, values=_UNITS),
    Field("time_limit.text", "long", empty=True),
    Field("cut_off.time", "clock", empty=True),
    Field("cut_off.text", empty=True, longest=500),
    Field(
        "documents",
        "rows",
        empty=True,
        parts=(
            Field("name", "long"),
            Field(
                "form",
                "choice",
                empty=True,
                values=("original", "certified_copy", "copy", "electronic", "present_only"),
            ),
            Field("copies", "whole", empty=True),
            Field("note", empty=True, longest=1000),
        ),
    ),
    Field(
        "replaced_by_data",
        "rows",
        empty=True,
        parts=(
            Field("document", longest=1000),
            Field("database"),
            Field("owner", empty=True),
            Field("source", empty=True),
        ),
    ),
    Field("fee.amount_vnd", "whole", empty=True),
    Field("fee.per", empty=True),
    Field("fee.text", "long", empty=True),
    Field("result", "long", empty=True),
    *(Field(f"channels.{name}", "choice", empty=True, values=_SAID) for name in _CHANNELS),
    Field("immediate_result", "choice", empty=True, values=_SAID),
    Field(
        "appointments",
        "rows",
        empty=True,
        parts=(
            Field("name_vi"),
            Field("name_en"),
            Field("value", "whole"),
            Field("unit", "choice", empty=True, values=_UNITS[:3]),
            Field("starts", "choice", empty=True, values=("receipt", "duty_done")),
        ),
    ),
    Field("legal_basis", "words", empty=True),
    Field("source", longest=1000),
)


def procedure_values(procedure: Procedure) -> dict[str, Any]:
    """What the form shows of `procedure`."""
    document = procedure_to_document(procedure)
    channels = {name: _said(value) for name, value in document["channels"].items()}
    return shown(
        PROCEDURE_FIELDS,
        {**document, "channels": channels, "immediate_result": _said(document["immediate_result"])},
    )


def procedure_document(typed: Document, code: str | None) -> Document:
    """The catalogue entry of what was typed; `code` where the form does not ask for it."""
    channels = typed["channels"] or dict.fromkeys(_CHANNELS)
    documents = [{**each, "note": each["note"] or None} for each in typed["documents"]]
    return {
        **typed,
        "code": code or typed["code"],
        "documents": documents or None,
        "result": typed["result"] or None,
        "channels": {name: _meant(value) for name, value in channels.items()},
        "immediate_result": _meant(typed["immediate_result"]),
    }


def _said(value: object) -> str | None:
    return None if value is None else str(value).lower()


def _meant(value: str | None) -> bool | None:
    return None if value is None else value == "true"

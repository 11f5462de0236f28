"""A report as a file: PDF, XLSX or JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Literal, get_args

from server.reports.catalogue import Report
from server.reports.freshness_words import freshness_sentences
from shared.failures import Refusal

FileKind = Literal["pdf", "xlsx", "json"]
FILE_KINDS: tuple[FileKind, ...] = get_args(FileKind)
CONTENT_TYPES: Mapping[FileKind, str] = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


def file_kind(text: str) -> FileKind:
    """The kind of that name. Refusal `no_such_file_kind`."""
    for kind in FILE_KINDS:
        if kind == text:
            return kind
    raise Refusal(
        "no_such_file_kind",
        "Chỉ có tệp PDF, XLSX và JSON. Xin chọn một trong ba.",
        "There are PDF, XLSX and JSON files. Please choose one of them.",
    )


def file_name(report: Report, kind: FileKind) -> str:
    """What the file is called: report, office or province, period; ASCII."""
    days = report.period.code.replace("..", "_")
    return f"{report.code}-{report.place.id or 'province'}-{days}.{kind}"


def file_of(report: Report, kind: FileKind) -> bytes:
    """The whole file."""
    return _WRITERS[kind](report)


def _json(report: Report) -> bytes:
    return json.dumps(report.document(), ensure_ascii=False, indent=1).encode() + b"\n"


def _pdf(report: Report) -> bytes:
    # Imported here, like the next: half a second that only who wants a file should wait.
    from shared.documents.report_sheet import render_report

    return render_report(report.sheet, _known(report))


def _xlsx(report: Report) -> bytes:
    from server.reports.workbook import workbook

    return workbook(report.sheet, _known(report), report.fresh.made_at)


def _known(report: Report) -> tuple[str, ...]:
    return tuple(sentence.vi for sentence in freshness_sentences(report.fresh, report.place.names, report.period))


_WRITERS: Mapping[FileKind, Callable[[Report], bytes]] = {"pdf": _pdf, "xlsx": _xlsx, "json": _json}

"""`waits`: how the waits promised on the slips were kept, by line."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, timedelta
from typing import TYPE_CHECKING

from server.commands.options import add_command, add_office, opened_office
from shared.clock import business_date
from shared.domain.office import Office, line_by_letter
from shared.failures import Refusal
from shared.journal.wait_report import WHOLE_OFFICE, KeptPromises, kept_promises

if TYPE_CHECKING:
    from server.commands.options import Subcommands

_DAYS_BEFORE = 6
_HEADINGS = (
    "HÀNG / LINE",
    "ĐÃ HẸN / PROMISED",
    "ĐÃ GỌI / CALLED",
    "CHƯA GỌI / NOT CALLED",
    "ĐÚNG HẸN / HELD",
    "SỚM HƠN / SOONER",
    "MUỘN HƠN / LATER",
    "LỆCH / OFF (50 %, 90 %)",
    "ĐỘ RỘNG / WIDTH",
    "CHỜ THẬT / REAL WAIT",
)
_LEGEND = (
    "Phút. Lệch: số phút ngoài khoảng đã in trên phiếu. Chờ thật: trung vị, từ lúc lấy số đến lần gọi đầu tiên.",
    "Minutes. Off: beyond the range on the slip. Real wait: the median, from the number to its first call.",
)


def add_to(commands: Subcommands) -> None:
    """Adds the command."""
    command = add_command(
        commands, "waits", "thời gian chờ đã hẹn và thực tế, theo hàng / promised and real waits by line", run
    )
    add_office(command)
    command.add_argument(
        "--from", dest="first", metavar="DATE", type=date.fromisoformat, help="từ ngày / from, like 2026-11-23"
    )
    command.add_argument(
        "--to", dest="last", metavar="DATE", type=date.fromisoformat, help="đến ngày, mặc định hôm nay / to, or today"
    )
    command.add_argument("--json", action="store_true", help="cho chương trình khác đọc / for other programs")


def run(chosen: argparse.Namespace) -> int:
    """Prints a row a line and one of the whole office, of the last seven days unless dates are given.

    Refusal `dates_reversed` when the first date lies after the last.
    """
    with opened_office(chosen) as (offices, office), offices.journal(office).reading() as reader:
        last: date = chosen.last or business_date(offices.clock.now())
        first: date = chosen.first or last - timedelta(days=_DAYS_BEFORE)
        if first > last:
            raise Refusal(
                "dates_reversed", "Ngày đầu phải trước ngày cuối.", "The first date must lie before the last."
            )
        rows = kept_promises(reader, first, last)
        known = offices.reference(office).read(reader.connection)
    if chosen.json:
        document = {"from": first.isoformat(), "to": last.isoformat(), "lines": [_json(row) for row in rows]}
        print(json.dumps(document, ensure_ascii=False, indent=1))
    else:
        print(f"{office}: {first:%d/%m/%Y} – {last:%d/%m/%Y}")
        _print_report(rows, known)
    return 0


def _print_report(rows: Sequence[KeptPromises], office: Office) -> None:
    if not rows:
        print("Không có số nào được cấp. / No number was given.")
        return
    table = [_HEADINGS, *(_row(row, office) for row in rows)]
    widths = [max(len(row[column]) for row in table) for column in range(len(_HEADINGS))]
    for cells in table:
        print("  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip())
    unpromised = rows[-1].unpromised
    if unpromised:
        print(
            f"{unpromised} số in khi chưa có quầy mở, không có giờ chờ. / "
            f"{unpromised} numbers promised no wait: no counter was open."
        )
    print("\n".join(_LEGEND))


def _row(row: KeptPromises, office: Office) -> tuple[str, ...]:
    return (
        _line_in_words(row.line, office),
        str(row.promised),
        str(row.called),
        str(row.never_called),
        _share(row.held, row.called),
        _share(row.sooner, row.called),
        _share(row.later, row.called),
        f"{_minutes(row.median_error)}, {_minutes(row.ninth_error)}",
        _minutes(row.mean_width),
        _minutes(row.median_wait),
    )


def _line_in_words(letter: str, office: Office) -> str:
    if letter == WHOLE_OFFICE:
        return "Tất cả / All"
    line = line_by_letter(office, letter)
    return f"{letter} {line.name_vi} / {line.name_en}" if line else letter


def _share(count: int, whole: int) -> str:
    return f"{count} ({count / whole:.0%})" if whole else "-"


def _minutes(value: float | None) -> str:
    return "-" if value is None else f"{value:.1f}"


def _json(row: KeptPromises) -> dict[str, object]:
    share = {"never_called": row.never_called, "held_share": row.held_share}
    return asdict(row) | share | {"line": row.line or None}

"""`report`: makes a report as a file, for one office or the whole province."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from server.commands.options import add_command, add_office, opened
from server.offices import Offices
from server.reports.catalogue import REPORTS, make_report, report_code
from server.reports.files import file_kind, file_of
from server.reports.places import place_of
from shared.clock import clock_from_environment
from shared.domain.reports.period import period_from
from shared.failures import EnvironmentFailure, Refusal
from shared.journal.engine import one_view

if TYPE_CHECKING:
    from server.commands.options import Subcommands


def add_to(commands: Subcommands) -> None:
    """Adds the command."""
    command = add_command(commands, "report", "lập báo cáo ra tệp / make a report as a file", run)
    command.add_argument("report", choices=REPORTS, help="báo cáo / which report")
    command.add_argument(
        "--period",
        required=True,
        help="2026-10 (tháng/month), 2026-Q3, 2026-H1, 2026, 2026-10-01..2026-10-31",
    )
    add_office(command)
    command.add_argument("--province", action="store_true", help="toàn tỉnh / the whole province")
    command.add_argument("--out", metavar="FILE", type=Path, required=True, help="tệp .pdf, .xlsx, .json / the file")


def run(chosen: argparse.Namespace) -> int:
    """Writes the file and prints its name.

    Refusal `which_office`, `no_such_office`, `no_such_period`, `no_such_file_kind`, `province_only`; EnvironmentFailure
    `file_unwritable`.
    """
    kind, period = file_kind(chosen.out.suffix.removeprefix(".").lower()), period_from(chosen.period)
    with opened(chosen) as engine:
        offices = Offices(engine, clock_from_environment())
        names = offices.names()
        office = _meant(names, chosen)
        with one_view(engine) as connection:
            place = place_of(connection, office, names)
            report = make_report(connection, report_code(chosen.report), place, period, offices.clock.now())
    content = file_of(report, kind)
    try:
        chosen.out.write_bytes(content)
    except OSError as problem:
        raise EnvironmentFailure(
            "file_unwritable",
            "Không ghi được tệp báo cáo; dữ liệu vẫn an toàn. Hãy kiểm tra thư mục và dung lượng đĩa.",
            "The report's file cannot be written; the data is safe. Check the folder and the room on the disk.",
        ) from problem
    print(chosen.out)
    return 0


def _meant(names: tuple[str, ...], chosen: argparse.Namespace) -> str:
    """The office, "" for the province."""
    if chosen.province and chosen.office is not None:
        raise Refusal(
            "which_office",
            "Chỉ chọn một trong hai: --office hoặc --province. Chưa lập báo cáo nào.",
            "Choose one of the two, --office or --province. No report was made.",
        )
    if chosen.province:
        return ""
    if chosen.office is not None:
        return str(chosen.office)
    if len(names) == 1:
        return names[0]
    raise Refusal(
        "which_office",
        "Máy chủ có nhiều đơn vị; hãy thêm --office hoặc --province.",
        "This server has several offices; add --office or --province.",
    )

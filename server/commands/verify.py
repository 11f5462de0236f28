"""`verify`: every chain, every gap, every body against its hash, every fold against its read table."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from server.commands.options import add_command, opened
from server.offices import Offices
from server.signed_in.account import PROVINCE
from shared.clock import clock_from_environment
from shared.journal.engine import failures_in_words
from shared.journal.verify import verify

if TYPE_CHECKING:
    from server.commands.options import Subcommands


def add_to(commands: Subcommands) -> None:
    """Adds the command."""
    add_command(commands, "verify", "kiểm tra toàn bộ dữ liệu / check all the data", run)


def run(chosen: argparse.Namespace) -> int:
    """Prints a line an office and a line a finding; the status is 1 when anything was found."""
    found = 0
    with opened(chosen) as engine:
        offices = Offices(engine, clock_from_environment())
        for office in (*offices.names(), PROVINCE):
            with failures_in_words(), engine.begin() as connection:
                report = verify(connection, office)
            shown = office or "tỉnh / province"
            for finding in report.findings:
                print(f"{shown}\t{finding.code}\t{finding.where}\t{finding.vi} / {finding.en}")
            print(
                f"{shown}: {report.events} sự kiện, {report.logs} nhật ký, {report.subjects} đối tượng, "
                f"{len(report.findings)} lỗi / events, logs, subjects, findings"
            )
            found += len(report.findings)
    return 1 if found else 0

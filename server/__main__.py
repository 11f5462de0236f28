"""`motcua-server`, `python -m server`: serves the office, and the administrator's commands beside it.

Exit status: 0 when it is done, 1 when it could not be done (one sentence on standard error), 2 for wrong usage.
"""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence

from server.commands import (
    accounts,
    appointment,
    backup,
    backup_key,
    backup_round,
    catalogue,
    clients,
    devices,
    enrolment_code,
    init,
    join,
    kiosk_pin,
    oversteps,
    report,
    restore,
    serve,
    staff,
    units,
    verify,
    waits,
)
from shared.failures import Failure

_COMMANDS = (
    serve,
    init,
    join,
    enrolment_code,
    devices,
    staff,
    accounts,
    clients,
    units,
    kiosk_pin,
    catalogue,
    appointment,
    backup,
    backup_round,
    backup_key,
    restore,
    verify,
    waits,
    report,
    oversteps,
)


def parser() -> argparse.ArgumentParser:
    """Every command and its options."""
    whole = argparse.ArgumentParser(
        prog="motcua-server", description="Máy chủ của Bộ phận Một cửa / the server of a one-stop office"
    )
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in _COMMANDS:
        command.add_to(commands)
    return whole


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; answers the exit status."""
    chosen = parser().parse_args(arguments)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    try:
        status: int = chosen.run(chosen)
    except Failure as failure:
        print(f"{failure.sentence.vi} / {failure.sentence.en}", file=sys.stderr)
        return 1
    return status


if __name__ == "__main__":
    sys.exit(main())

"""`motcua-server`, `python -m server`: serves the office, and the administrator's commands beside it.

Exit status: 0 when it is done, 1 when it could not be done (one sentence on standard error), 2 for wrong usage.
"""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence

from server.commands import (
    appointment,
    backup,
    catalogue,
    devices,
    enrolment_code,
    init,
    kiosk_pin,
    oversteps,
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
    enrolment_code,
    devices,
    staff,
    units,
    kiosk_pin,
    catalogue,
    appointment,
    backup,
    restore,
    verify,
    waits,
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

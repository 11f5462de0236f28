"""`python -m tests.bench`: measures every row beside its floor, in one run, and prints the table.

Exit status: 0 when everything asked for was measured (whether an aim is met stands in the table), 1 when a row found
something that must not be, such as a number given twice.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.bench.figures import Row
from tests.bench.rows import LONG, ROWS, NotHereError, Sizes
from tests.bench.surroundings import surroundings
from tests.bench.table import as_table


def parser() -> argparse.ArgumentParser:
    """The options."""
    made = argparse.ArgumentParser(prog="bench", description="Every speed row beside its floor, in one run.")
    made.add_argument("--json", metavar="FILE", type=Path, help="where the figures are written")
    made.add_argument("--only", metavar="NAME", choices=tuple(ROWS), action="append", help=f"one of {', '.join(ROWS)}")
    made.add_argument("--long", action="store_true", help=f"the long ones as well: {', '.join(sorted(LONG))}")
    made.add_argument("--keep", metavar="FOLDER", type=Path, help="where databases stay; a year there is used again")
    return made


def measured(names: Sequence[str], folder: Path, sizes: Sizes) -> Iterator[Row]:
    """The rows called `names`, measured in `folder`; what goes on is told on standard error."""
    for name in names:
        sys.stderr.write(f"{name} …\n")
        try:
            found = ROWS[name](folder / name, sizes)
        except NotHereError as missing:
            sys.stderr.write(f"  left out: {missing}\n")
            continue
        for row in found:
            sys.stderr.write(f"  {row.name}: {row.ratio:.2f}x of its floor\n")
        yield from found


def main(arguments: Sequence[str] | None = None, sizes: Sizes | None = None) -> int:
    """Measures what is asked for; answers the exit status. A row that breaks off leaves the others their figures."""
    asked = parser().parse_args(arguments)
    rows: list[Row] = []
    names = asked.only or [name for name in ROWS if asked.long or name not in LONG]
    with _folder(asked.keep) as place:
        on = surroundings(place)
        try:
            rows.extend(measured(names, place, sizes or Sizes()))
        finally:
            report(on, rows, asked.json)
    return 1 if any(row.wrong for row in rows) else 0


@contextmanager
def _folder(kept: Path | None) -> Iterator[Path]:
    """Where databases are made: `kept`, or a folder that is thrown away."""
    if kept is not None:
        kept.mkdir(parents=True, exist_ok=True)
        yield kept
        return
    with tempfile.TemporaryDirectory(prefix="motcua-bench-", ignore_cleanup_errors=True) as place:
        yield Path(place)


def report(on: Mapping[str, object], rows: Sequence[Row], file: Path | None) -> None:
    """Prints the table, and writes the figures to `file`."""
    print(", ".join(f"{name} {value}" for name, value in on.items()))
    print(as_table(rows))
    if file is not None:
        document = {"surroundings": dict(on), "rows": [row.as_json() for row in rows]}
        file.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())

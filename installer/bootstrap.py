#!/usr/bin/env python3
"""From a bare machine to a running programme: `demo`, `test`, `bench` and `setup`.

Needs nothing but Python 3.11 and its standard library. Each command first prepares `.venv` beside `pyproject.toml`
(system packages on Debian and Ubuntu, then the locked Python packages), which costs a second once it is there, and then
becomes the program asked for, with its exit status.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11)

USAGE_STATUS = 2
INTERRUPTED_STATUS = 130


def arguments_parser() -> argparse.ArgumentParser:
    """The command line: one command and its options."""
    parser = argparse.ArgumentParser(
        prog="bootstrap.py",
        description="Chuẩn bị môi trường rồi chạy / prepares the environment, then runs the command.",
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    demo = commands.add_parser("demo", help="một buổi làm việc mẫu / one office morning on sample data")
    demo.add_argument("--headless", action="store_true", help="không mở cửa sổ / off screen, ends by itself")
    demo.add_argument("--out", metavar="DIR", type=Path, help="thư mục kết quả / where the files are written")
    commands.add_parser(
        "test",
        help="toàn bộ kiểm thử / every check and test; with arguments, only pytest with them",
        usage="bootstrap.py test [pytest arguments]",
    )
    bench = commands.add_parser("bench", help="đo tốc độ / every speed row beside its floor")
    bench.add_argument("--json", metavar="FILE", type=Path, help="ghi số đo / where the figures are written")
    commands.add_parser("setup", help="chỉ chuẩn bị môi trường / only the environment")
    return parser


def is_for_pytest(arguments: list[str]) -> bool:
    """Whether the command line is `test` with arguments of pytest's, which argparse must not read."""
    return arguments[:1] == ["test"] and arguments[1:] not in (["-h"], ["--help"])


def run(arguments: list[str]) -> int:
    """Prepares what the command needs and becomes it; answers an exit status where it stays itself."""
    from installer import commands, environment, system_packages

    asked = argparse.Namespace(command="test") if is_for_pytest(arguments) else arguments_parser().parse_args(arguments)
    packages = system_packages.FOR_TESTS if asked.command == "test" else system_packages.FOR_PROGRAMS
    python = environment.prepare(ROOT, packages)
    if asked.command == "demo":
        return commands.demo(ROOT, python, out=asked.out, headless=asked.headless)
    if asked.command == "test":
        return commands.test(ROOT, python, arguments[1:])
    if asked.command == "bench":
        return commands.bench(ROOT, python, asked.json)
    return 0


def main(arguments: list[str]) -> int:
    """Runs one command line; a failure is told in one sentence, without a traceback."""
    if sys.version_info < OLDEST_PYTHON:
        sys.stderr.write("Cần Python 3.11 trở lên / Python 3.11 or newer is needed.\n")
        return USAGE_STATUS
    from installer.steps import SetupError, say

    try:
        return run(arguments)
    except SetupError as failure:
        say(failure.vi, failure.en)
        return failure.status
    except KeyboardInterrupt:
        say("Đã dừng theo yêu cầu; chạy lại sẽ làm tiếp.", "Stopped as asked; the next run goes on.")
        return INTERRUPTED_STATUS


if __name__ == "__main__":
    sys.path[0] = str(ROOT)
    os.environ["PYTHONUTF8"] = "1"
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(main(sys.argv[1:]))

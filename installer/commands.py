"""What runs once the environment is ready: the demonstration, the tests, the measurements."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from installer.environment import child_environment
from installer.steps import say

CHECKS = (
    ("ruff check", ("-m", "ruff", "check", ".")),
    ("ruff format", ("-m", "ruff", "format", "--check", ".")),
    ("mypy", ("-m", "mypy")),
)
"""The checks before the tests: a name for people and the arguments of Python."""


def demo(root: Path, python: Path, *, out: Path | None, headless: bool) -> int:
    """Becomes the demonstration; off screen when asked to or when there is no display."""
    arguments = ["-m", "installer.demo"]
    if not headless and not has_display():
        say("Không có màn hình: chạy ẩn.", "No display: running off screen.")
        headless = True
    if headless:
        arguments.append("--headless")
    if out is not None:
        arguments += ["--out", str(out.absolute())]
    return become(root, python, arguments)


def bench(root: Path, python: Path, figures: Path | None) -> int:
    """Becomes the measurements."""
    where = [] if figures is None else ["--json", str(figures.absolute())]
    return become(root, python, ["-m", "tests.bench", *where])


def test(root: Path, python: Path, pytest_arguments: Sequence[str]) -> int:
    """With arguments becomes pytest with them; without, runs the checks and then every test.

    Every test runs even if a check failed; then the exit status is not 0 and the last line says which check it was.
    """
    if pytest_arguments:
        return become(root, python, ["-m", "pytest", *seen_from(root, pytest_arguments)])
    failed = [name for name, arguments in CHECKS if _call(root, python, arguments) != 0]
    everything = ["-m", "pytest", "-n", str(cores())]  # one more, and keys typed at real windows come too late
    if not failed:
        return become(root, python, everything)
    status = _call(root, python, everything)
    names = ", ".join(failed)
    say(f"Kiểm tra không đạt: {names}", "checks failed, see above")
    return status or 1


def has_display() -> bool:
    """Whether windows can open; on Windows and macOS always."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def cores() -> int:
    """How many processor cores this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity is not None else os.cpu_count() or 1


def seen_from(root: Path, arguments: Sequence[str]) -> list[str]:
    """The arguments with the caller's relative paths made absolute, since the program runs in `root`."""
    if Path.cwd() == root:
        return list(arguments)
    answer = []
    for argument in arguments:
        path, mark, rest = argument.partition("::")
        is_here = path != "" and not path.startswith("-") and Path(path).exists() and not (root / path).exists()
        answer.append(f"{Path(path).absolute()}{mark}{rest}" if is_here else argument)
    return answer


def become(root: Path, python: Path, arguments: Sequence[str]) -> int:
    """Replaces this process by Python with `arguments`, in `root`; Windows waits for it and answers its status."""
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "nt":
        return _call(root, python, arguments)
    os.chdir(root)
    return os.execve(python, [str(python), *arguments], child_environment(root / ".venv"))  # noqa: S606


def _call(root: Path, python: Path, arguments: Sequence[str]) -> int:
    return subprocess.run(
        [str(python), *arguments], cwd=root, env=child_environment(root / ".venv"), check=False
    ).returncode

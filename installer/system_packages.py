"""What a bare Debian or Ubuntu lacks, and how it comes: with apt-get as root, as one line to run for anybody else."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from installer.steps import QuietProgramError, SetupError, Step, run_quietly, say, show_last_words

CLUSTER_SETTING = Path("/etc/postgresql-common/createcluster.conf")
"""Debian's setting that decides whether installing PostgreSQL also starts a database; the tests start their own."""


@dataclass(frozen=True, slots=True)
class SystemPackage:
    """One system package: its names, the one of Debian 12 first, then those of other releases."""

    names: tuple[str, ...]


def _packages(*names: str) -> tuple[SystemPackage, ...]:
    return tuple(SystemPackage(tuple(name.split("|"))) for name in names)


VIRTUAL_ENVIRONMENT = _packages("python3-venv")

FOR_PROGRAMS = _packages(
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-image0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-xinerama0",
    "libxkbcommon-x11-0",
    "libegl1",
    "libgl1",
    "libdbus-1-3",
    "libfontconfig1",
    "fonts-liberation2|fonts-liberation",
)
"""What Qt's windows and the printed forms need."""

FOR_TESTS = FOR_PROGRAMS + _packages(
    "postgresql-15|postgresql-16|postgresql-17|postgresql", "nginx-light|nginx", "chromium", "xvfb", "xauth", "strace"
)
"""What the test suite needs besides: the province's database and proxy, a browser, a screen, a tracer."""


def can_make_virtual_environments() -> bool:
    """Whether this Python can make a virtual environment with pip in it."""
    return all(importlib.util.find_spec(name) is not None for name in ("venv", "ensurepip"))


def is_debian_family() -> bool:
    """Whether packages come with apt-get here."""
    return shutil.which("apt-get") is not None and shutil.which("dpkg-query") is not None


def complete(wanted: Sequence[SystemPackage]) -> None:
    """Installs what is missing, or says which line would.

    Raises `SetupError` (exit status 2) only when without it no virtual environment can be made; otherwise the
    work goes on and whatever needs the missing part says so itself.
    """
    if not sys.platform.startswith("linux"):
        return
    needed = VIRTUAL_ENVIRONMENT if not can_make_virtual_environments() else ()
    if is_debian_family():
        _complete_debian([*needed, *wanted])
    if not can_make_virtual_environments():
        raise SetupError(
            "Python này thiếu các mô-đun venv và ensurepip; hãy cài gói python3-venv rồi chạy lại.",
            "This Python lacks the modules venv and ensurepip; install python3-venv and run this again.",
            status=2,
        )


def _complete_debian(wanted: Sequence[SystemPackage]) -> None:
    missing = missing_of(wanted, installed_packages())
    if not missing:
        return
    if os.geteuid() != 0:
        line = " ".join(["sudo apt-get install -y --no-install-recommends", *(item.names[0] for item in missing)])
        say(f"Hệ thống còn thiếu; hãy chạy: {line}", "the system lacks these; run that line once")
        return
    try:
        _install(missing)
    except QuietProgramError as failure:
        show_last_words(failure)
        say(
            "Không cài được gói hệ thống bằng apt-get; vẫn làm tiếp những phần không cần đến.",
            "apt-get could not install the system packages; going on with what does not need them.",
        )
    finally:
        importlib.invalidate_caches()


def installed_packages() -> frozenset[str]:
    """The names of the packages that dpkg has fully installed."""
    listing = run_quietly(["dpkg-query", "-W", "-f", "${db:Status-Status} ${Package}\\n"], os.environ)
    rows = (line.split(" ", 1) for line in listing.splitlines() if " " in line)
    return frozenset(name for status, name in rows if status == "installed")


def missing_of(wanted: Iterable[SystemPackage], installed: frozenset[str]) -> list[SystemPackage]:
    """Those of `wanted` that are installed under none of their names."""
    return [package for package in wanted if installed.isdisjoint(package.names)]


def _install(missing: Sequence[SystemPackage]) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "UCF_FORCE_CONFFOLD": "1", "LC_ALL": "C.UTF-8"}
    apt = ["apt-get", "-q", "-y", "-o", "Dpkg::Use-Pty=0", "-o", "DPkg::Lock::Timeout=600"]
    with Step("Làm mới danh mục gói hệ thống", "refreshing the list of system packages"):
        run_quietly([*apt, "update"], environment)
    names = [name for package in missing if (name := _name_here(package)) is not None]
    if any(name.startswith("postgresql") for name in names):
        _want_no_default_cluster()
    with Step(f"Cài {len(names)} gói hệ thống", f"installing {len(names)} system packages"):
        run_quietly(
            [*apt, "-o", "Dpkg::Options::=--force-confold", "install", "--no-install-recommends", *names], environment
        )


def _name_here(package: SystemPackage) -> str | None:
    """The first of the package's names that this release can install; says so when it knows none."""
    for name in package.names:
        try:
            policy = run_quietly(["apt-cache", "policy", name], {**os.environ, "LC_ALL": "C.UTF-8"})
        except QuietProgramError:
            continue
        if "Candidate:" in policy and "Candidate: (none)" not in policy:
            return name
    say(f"Bản hệ điều hành này không có gói {package.names[0]}", "this release has no such package; going on")
    return None


def _want_no_default_cluster() -> None:
    if not CLUSTER_SETTING.exists():
        CLUSTER_SETTING.parent.mkdir(parents=True, exist_ok=True)
        CLUSTER_SETTING.write_text("create_main_cluster = false\n", encoding="utf-8")

"""The virtual environment `.venv`: made, completed from the lock, repaired when an earlier run was cut short.

`.venv/motcua-state.json` says what the environment is: it is written `making` before the first change and
`complete` with a fingerprint after the last, so that a run that was cut short shows. One run at a time works on it.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from installer import system_packages
from installer.steps import QuietProgramError, SetupError, Step, run_quietly, say, show_last_words
from installer.system_packages import SystemPackage

STATE = "motcua-state.json"
LOCK = "motcua-setup.lock"
MAKING = "making"
UNWANTED = (
    "PYTHONHOME",
    "PYTHONPATH",
    "PYTHONSAFEPATH",
    "PYTHONDONTWRITEBYTECODE",
    "PIP_USER",
    "PIP_TARGET",
    "PIP_PREFIX",
    "PIP_REQUIRE_VIRTUALENV",
)
"""Settings of the caller's own Python that would lead another one astray, or have it compile the project every time."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a complete environment was made from: SHA-256 of the lock and of pyproject.toml, Python, and where it is."""

    lock: str
    project: str
    python: str
    location: str


def prepare(root: Path, packages: Sequence[SystemPackage]) -> Path:
    """Makes the environment of the project at `root` complete and answers the path of its Python.

    Raises `SetupError` with a sentence when it cannot.
    """
    home = root / ".venv"
    try:
        home.mkdir(exist_ok=True)
        with _one_at_a_time(home / LOCK) as held:
            system_packages.complete(packages)
            _complete(_Site(root, home, held), fingerprint_of(root))
    except OSError as error:
        raise SetupError(
            f"Không ghi được môi trường Python vào {home}: {error.strerror}.",
            f"The Python environment could not be written to {home}: {error.strerror}.",
            status=2,
        ) from error
    return python_of(home)


def python_of(home: Path) -> Path:
    """The Python inside the environment `home`, on this operating system."""
    return home / "Scripts" / "python.exe" if os.name == "nt" else home / "bin" / "python"


def child_environment(home: Path) -> dict[str, str]:
    """The environment variables for programs of the environment `home`: UTF-8, its scripts first on the path."""
    kept = {name: value for name, value in os.environ.items() if name.upper() not in UNWANTED}
    scripts = str(python_of(home).parent)
    return {
        **kept,
        "PYTHONUTF8": "1",
        "VIRTUAL_ENV": str(home),
        "PATH": os.pathsep.join([scripts, kept["PATH"]]) if kept.get("PATH") else scripts,
    }


def fingerprint_of(root: Path) -> Fingerprint:
    """What an environment for the project at `root`, made now by this Python, would be made from."""
    return Fingerprint(
        lock=_sha256(root / "installer" / "requirements.lock"),
        project=_sha256(root / "pyproject.toml"),
        python=f"{sys.implementation.cache_tag} {sys.version_info.major}.{sys.version_info.minor}",
        location=str(root),
    )


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def recorded_state(home: Path) -> Fingerprint | str | None:
    """What the environment `home` says of itself: a fingerprint, `MAKING`, or nothing (made by hand, or damaged)."""
    try:
        record = json.loads((home / STATE).read_text(encoding="utf-8"))
        return MAKING if record == MAKING else Fingerprint(**record)
    except (OSError, ValueError, TypeError):
        return None


def can_be_kept(home: Path, wanted: Fingerprint) -> bool:
    """Whether the environment can be completed as it is: not cut short, not moved, its own Python and pip alive."""
    state = recorded_state(home)
    if state == MAKING:
        return False
    if isinstance(state, Fingerprint) and (state.location, state.python) != (wanted.location, wanted.python):
        return False
    question = "import pip, sys; print(sys.implementation.cache_tag, '%d.%d' % sys.version_info[:2])"
    try:
        answer = run_quietly([python_of(home), "-I", "-c", question], child_environment(home))
    except QuietProgramError:
        return False
    return answer.strip() == wanted.python


@dataclass(frozen=True, slots=True)
class _Site:
    """The project, its environment, and the descriptor that holds the lock.

    The programs that work on the environment inherit the lock, so that one that outlives us keeps the next run waiting.
    """

    root: Path
    home: Path
    held: int

    def run(self, command: Sequence[str | Path], settings: Mapping[str, str]) -> None:
        run_quietly(command, {**child_environment(self.home), **settings}, folder=self.root, inherited=(self.held,))


def _complete(site: _Site, wanted: Fingerprint) -> None:
    home = site.home
    if recorded_state(home) == wanted and python_of(home).exists():
        return
    kept = can_be_kept(home, wanted)
    if not kept and any(path.name != LOCK for path in home.iterdir()):
        say("Môi trường cũ dở dang hoặc không khớp, làm lại từ đầu.", "The old environment is unfit; making it anew.")
        _empty(home)
    _record(home, MAKING)
    if not kept:
        _make(site)
    _install_locked(site)
    _install_project(site)
    _record(home, asdict(wanted))


def _empty(home: Path) -> None:
    for path in home.iterdir():
        if path.name == LOCK:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


def _record(home: Path, state: object) -> None:
    fresh = home / f"{STATE}.new"
    fresh.write_text(json.dumps(state, indent=1), encoding="utf-8")
    fresh.replace(home / STATE)


def _make(site: _Site) -> None:
    # A run started by the environment's own Python must not make the environment from itself.
    maker = getattr(sys, "_base_executable", None) or sys.executable
    failed = SetupError(
        "Không tạo được môi trường Python .venv.", "The Python environment .venv could not be made.", status=2
    )
    with _step_or(failed, "Tạo môi trường Python", "making the Python environment"):
        site.run([maker, "-m", "venv", site.home], {})


def _install_locked(site: _Site) -> None:
    lock = site.root / "installer" / "requirements.lock"
    failed = SetupError(
        "Không cài được các gói Python đã khóa; hãy kiểm tra mạng rồi chạy lại.",
        "The locked Python packages could not be installed; check the network and run this again.",
    )
    with _step_or(failed, "Cài các gói Python đã khóa", "installing the locked Python packages"):
        _pip(site, ["install", "--require-hashes", "-r", lock])


def _install_project(site: _Site) -> None:
    failed = SetupError(
        "Không cài được dự án vào môi trường.", "The project could not be installed into the environment."
    )
    with _step_or(failed, "Cài dự án", "installing the project"):
        _pip(site, ["install", "--no-index", "--no-deps", "--no-build-isolation", "-e", site.root])


def _pip(site: _Site, arguments: Sequence[str | Path]) -> None:
    settings = {
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_NO_INPUT": "1",
        "PIP_USER": "0",
        "PIP_ROOT_USER_ACTION": "ignore",
    }
    site.run([python_of(site.home), "-m", "pip", "--quiet", *arguments], settings)


@contextmanager
def _step_or(failed: SetupError, vi: str, en: str) -> Iterator[None]:
    """One step; when its quiet program fails, shows the last words of that and raises `failed`."""
    try:
        with Step(vi, en):
            yield
    except QuietProgramError as failure:
        show_last_words(failure)
        raise failed from failure


@contextmanager
def _one_at_a_time(path: Path) -> Iterator[int]:
    """Holds the lock file `path` and yields its descriptor; waits, and says so, while another run holds it."""
    with path.open("a+b") as handle:
        if not _try_lock(handle.fileno()):
            say("Một lần chạy khác đang chuẩn bị môi trường, xin chờ.", "Another run is preparing it; waiting.")
            _wait_for_lock(handle.fileno())
        yield handle.fileno()


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _wait_for_lock(descriptor: int) -> None:
        held = False
        while not held:
            try:
                msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)  # tries for ten seconds
                held = True
            except OSError:
                continue
else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _wait_for_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX)

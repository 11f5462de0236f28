"""When the environment is kept, completed or made anew; with a real virtual environment and no network."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from installer import environment
from installer.commands import seen_from
from installer.environment import MAKING, STATE, Fingerprint, can_be_kept, child_environment, recorded_state
from installer.steps import LAST_WORDS, QuietProgramError, run_quietly
from installer.system_packages import FOR_PROGRAMS, SystemPackage, missing_of

HERE = f"{sys.implementation.cache_tag} {sys.version_info.major}.{sys.version_info.minor}"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project folder, its name with a space and Vietnamese letters, with a living `.venv` in it."""
    root = tmp_path_factory.mktemp("một cửa")
    (root / "installer").mkdir()
    (root / "installer" / "requirements.lock").write_text("", encoding="utf-8")
    (root / "pyproject.toml").write_text("", encoding="utf-8")
    venv.create(root / ".venv", with_pip=False, symlinks=True)
    pip = subprocess.run(
        [environment.python_of(root / ".venv"), "-I", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout.strip()
    (Path(pip) / "pip.py").write_text("", encoding="utf-8")  # stands for pip, which takes seconds to unpack
    return root


@pytest.fixture
def wanted(project: Path) -> Fingerprint:
    return environment.fingerprint_of(project)


def record(project: Path, state: object) -> Path:
    (project / ".venv" / STATE).write_text(json.dumps(state), encoding="utf-8")
    return project / ".venv"


def test_the_record_of_a_complete_environment_is_read_back(project: Path, wanted: Fingerprint) -> None:
    assert recorded_state(record(project, asdict(wanted))) == wanted
    assert wanted.python == HERE


def test_an_environment_whose_making_was_cut_short_is_not_kept(project: Path, wanted: Fingerprint) -> None:
    assert not can_be_kept(record(project, MAKING), wanted)


def test_an_environment_of_an_older_lock_is_kept_and_completed(project: Path, wanted: Fingerprint) -> None:
    assert can_be_kept(record(project, asdict(replace(wanted, lock="older"))), wanted)


@pytest.mark.parametrize("change", [{"location": "elsewhere"}, {"python": "cpython-310 3.10"}])
def test_an_environment_moved_or_of_another_python_is_not_kept(
    project: Path, wanted: Fingerprint, change: dict[str, str]
) -> None:
    assert not can_be_kept(record(project, asdict(replace(wanted, **change))), wanted)


def test_an_environment_made_by_hand_is_kept_if_it_lives(project: Path, wanted: Fingerprint, tmp_path: Path) -> None:
    home = project / ".venv"
    (home / STATE).unlink(missing_ok=True)
    assert can_be_kept(home, wanted)
    assert not can_be_kept(tmp_path, wanted)


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"lock": "only"}', '"made"'])
def test_a_damaged_record_counts_as_none(tmp_path: Path, damage: str) -> None:
    (tmp_path / STATE).write_text(damage, encoding="utf-8")
    assert recorded_state(tmp_path) is None


@pytest.mark.parametrize("setting", ["PYTHONPATH", "PYTHONDONTWRITEBYTECODE"])
def test_programs_of_the_environment_speak_utf8_and_forget_the_settings_of_the_callers_python(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, setting: str
) -> None:
    monkeypatch.setenv(setting, "elsewhere")
    variables = child_environment(tmp_path)
    assert variables["PYTHONUTF8"] == "1"
    assert setting not in variables
    assert variables["PATH"].startswith(str(environment.python_of(tmp_path).parent))


def test_a_quiet_program_that_fails_leaves_its_last_twenty_lines() -> None:
    script = "import sys\nfor n in range(50): print(n)\nsys.exit(3)"
    with pytest.raises(QuietProgramError) as caught:
        run_quietly([sys.executable, "-c", script], child_environment(Path(sys.prefix)))
    assert caught.value.last_words == tuple(str(number) for number in range(50 - LAST_WORDS, 50))


def test_a_program_that_is_not_there_fails_like_any_other() -> None:
    with pytest.raises(QuietProgramError):
        run_quietly(["there-is-no-such-program"], {})


def test_a_package_installed_under_another_releases_name_is_not_missing() -> None:
    fonts = SystemPackage(("fonts-liberation2", "fonts-liberation"))
    assert missing_of([fonts], frozenset({"fonts-liberation"})) == []
    assert missing_of([fonts], frozenset({"fonts-dejavu"})) == [fonts]
    assert missing_of(FOR_PROGRAMS, frozenset()) == list(FOR_PROGRAMS)


def test_paths_given_from_another_folder_are_found_from_the_projects(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "test_mine.py").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    given = ["-q", "test_mine.py::test_a", "tests/installer"]
    assert seen_from(tmp_path / "project", given) == ["-q", f"{tmp_path / 'test_mine.py'}::test_a", "tests/installer"]

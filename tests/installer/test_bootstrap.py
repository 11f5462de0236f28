"""The command line of the set-up, as people and scripts call it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BOOTSTRAP = ROOT / "installer" / "bootstrap.py"


def bootstrap(*arguments: str, folder: Path = ROOT, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(BOOTSTRAP), *arguments],
        cwd=folder,
        env={**os.environ, **variables},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_help_names_the_four_commands() -> None:
    done = bootstrap("--help")
    assert done.returncode == 0
    assert [command for command in ("demo", "test", "bench", "setup") if f"    {command} " not in done.stdout] == []


def test_help_is_readable_in_a_plain_c_locale_and_from_any_folder(tmp_path: Path) -> None:
    done = bootstrap("--help", folder=tmp_path, LANG="C", LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "Chuẩn bị môi trường" in done.stdout


@pytest.mark.parametrize("arguments", [[], ["dance"], ["demo", "--fast"], ["bench", "morning"], ["setup", "now"]])
def test_a_command_line_that_is_not_understood_gets_the_usage_and_status_2(arguments: list[str]) -> None:
    done = bootstrap(*arguments)
    assert done.returncode == 2
    assert done.stderr.startswith("usage: bootstrap.py")
    assert "Traceback" not in done.stderr

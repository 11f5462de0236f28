"""The service units agree with the programs, and with what systemd itself understands."""

from __future__ import annotations

import configparser
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from kiosk.__main__ import FAILED
from kiosk.staff.exit_status import LEFT_TO_THE_DESKTOP, START_AGAIN
from server.__main__ import parser as server_parser

UNITS = Path(__file__).resolve().parents[2] / "installer" / "systemd"
SCREENS = ("motcua-kiosk.service", "motcua-board.service")
ALL = (*SCREENS, "motcua-server.service")


def unit(name: str) -> configparser.ConfigParser:
    read = configparser.ConfigParser(interpolation=None)
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read(UNITS / name, encoding="utf-8")
    return read


def statuses(name: str) -> set[int]:
    return {int(each) for each in unit(name)["Service"].get("RestartPreventExitStatus", "").split()}


@pytest.mark.parametrize("name", SCREENS)
def test_only_staff_who_leave_for_the_desktop_keep_a_program_down(name: str) -> None:
    assert unit(name)["Service"]["Restart"] == "always"
    assert statuses(name) == {LEFT_TO_THE_DESKTOP}
    assert {START_AGAIN, FAILED}.isdisjoint(statuses(name))


@pytest.mark.parametrize("name", ALL)
def test_a_program_is_started_again_however_often_it_fails(name: str) -> None:
    read = unit(name)
    assert read["Service"]["Restart"] == "always"
    assert read["Unit"]["StartLimitIntervalSec"] == "0"
    assert int(read["Service"]["RestartSec"]) <= 5


def test_the_server_starts_with_a_command_it_has() -> None:
    words = unit("motcua-server.service")["Service"]["ExecStart"].split()[1:]
    options = [word.replace("%S", "state") for word in words if not word.startswith("$")]
    assert server_parser().parse_args([*options, "--listen", "127.0.0.1:8440"]).command == "serve"


@pytest.mark.parametrize("name", ALL)
def test_the_guide_names_every_unit(name: str) -> None:
    assert name in (UNITS / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ALL)
def test_systemd_has_nothing_to_say_about_the_units(name: str, tmp_path: Path) -> None:
    tool = shutil.which("systemd-analyze")
    if tool is None:
        pytest.skip("systemd-analyze is not installed")
    # What a unit starts must exist to be verified; here something else stands in its place.
    text = re.sub(r"/opt/motcua/\S+", "/bin/true", (UNITS / name).read_text(encoding="utf-8"))
    (tmp_path / name).write_text(text, encoding="utf-8")
    manager = ["--user"] if name in SCREENS else []
    done = subprocess.run(
        [tool, *manager, "verify", str(tmp_path / name)],
        env={**os.environ, "XDG_RUNTIME_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")

"""The units of the server: systemd reads them, they are closed on all sides, and their options are ours."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from server.__main__ import parser
from server.commands.serve_options import serve_settings

ROOT = Path(__file__).resolve().parents[2]
UNITS = ("motcua-server.service", "motcua-server@.service")
ANALYZE = shutil.which("systemd-analyze")
LARGEST_EXPOSURE = 25
"""Of 100, as `systemd-analyze security` counts: 10 is a program without a network."""


def unit(name: str) -> str:
    return (ROOT / "installer" / "systemd" / name).read_text(encoding="utf-8")


@pytest.mark.skipif(ANALYZE is None, reason="systemd is not installed")
@pytest.mark.parametrize("name", UNITS)
def test_systemd_takes_the_unit_and_finds_it_closed(name: str, tmp_path: Path) -> None:
    text = unit(name).replace("/opt/motcua/.venv/bin/motcua-server", sys.executable)
    file = tmp_path / name.replace("@.", "@8441.")
    file.write_text(text, encoding="utf-8")
    for what in (("verify",), ("security", "--offline=yes", f"--threshold={LARGEST_EXPOSURE}")):
        done = subprocess.run([str(ANALYZE), *what, str(file)], capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        assert name.partition(".")[0] not in done.stderr


@pytest.mark.parametrize("name", UNITS)
def test_the_server_knows_every_option_of_its_unit(name: str) -> None:
    command = re.search(r"^ExecStart=\S+ (.+)$", unit(name), re.MULTILINE)
    options = re.search(r'^Environment=MOTCUA_SERVER_OPTIONS="(.+)"$', unit(name), re.MULTILINE)
    assert command
    assert options
    line = command[1].replace("$MOTCUA_SERVER_OPTIONS", options[1]).replace("%S", "/var/lib").replace("%i", "8441")
    chosen = parser().parse_args(shlex.split(line))
    assert (chosen.command, chosen.log_format, chosen.log_level) == ("serve", "json", "info")
    assert chosen.listen == ("127.0.0.1:8441" if "@" in name else "127.0.0.1:8440")
    assert serve_settings(chosen).behind == (("127.0.0.1",) if "@" in name else ())

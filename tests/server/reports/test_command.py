"""`motcua-server report`: a report as a file from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.prepared import prepare_sample_server
from tests.server.test_command_line import run_server_command


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return prepare_sample_server(tmp_path_factory.mktemp("office") / "data")


def test_it_writes_the_file_that_is_asked_for(folder: Path, tmp_path: Path) -> None:
    for kind, begin in (("pdf", b"%PDF-"), ("xlsx", b"PK"), ("json", b"{")):
        out = tmp_path / f"07a.{kind}"
        done = run_server_command("report", "07a", "--period", "2025-10", "--out", str(out), "--data", str(folder))
        assert (done.returncode, done.stdout.strip()) == (0, str(out))
        assert out.read_bytes().startswith(begin)
    assert json.loads((tmp_path / "07a.json").read_bytes())["period"]["last"] == "2025-10-14"
    whole = tmp_path / "all.json"
    run_server_command("report", "07b", "--province", "--period", "2025", "--out", str(whole), "--data", str(folder))
    assert json.loads(whole.read_bytes())["office"] is None


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("07a", "--period", "2025-10", "--out", "x.doc"), "PDF, XLSX and JSON"),
        (("07a", "--period", "10/2025", "--out", "x.pdf"), "A period is written"),
        (("07a", "--period", "2025-10", "--office", "nowhere", "--out", "x.pdf"), "There is no such office"),
        (
            ("07b", "--period", "2025-10", "--office", "phuong-mau", "--province", "--out", "x.pdf"),
            "Choose one of the two",
        ),
        (("07b", "--period", "2025-10", "--out", "x.pdf"), "made for the whole province"),
        (("07a", "--period", "2025-10", "--out", "/no/such/folder/x.json"), "cannot be written"),
    ],
)
def test_what_cannot_be_made_is_said_in_one_sentence(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    done = run_server_command("report", *arguments, "--data", str(folder))
    assert done.returncode == 1
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1

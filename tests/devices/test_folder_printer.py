"""Prints in a folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis.strategies import text

from shared.devices.folder_printer import FolderPrinter, file_stem
from shared.failures import EnvironmentFailure


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_slips_and_forms_appear_whole_and_alone(tmp_path: Path) -> None:
    printer = FolderPrinter(tmp_path / "prints")
    printer.print_slip("A001", b"slip")
    printer.print_form("H26.99.01-261122-0001", b"form")
    assert names_in(tmp_path / "prints") == ["A001.pdf", "H26.99.01-261122-0001.pdf"]
    assert (tmp_path / "prints" / "A001.pdf").read_bytes() == b"slip"


def test_a_number_that_comes_again_the_next_day_replaces_nothing(tmp_path: Path) -> None:
    printer = FolderPrinter(tmp_path)
    for content in (b"monday", b"tuesday", b"wednesday"):
        printer.print_slip("A001", content)
    assert names_in(tmp_path) == ["A001-2.pdf", "A001-3.pdf", "A001.pdf"]
    assert (tmp_path / "A001.pdf").read_bytes() == b"monday"
    assert (tmp_path / "A001-3.pdf").read_bytes() == b"wednesday"


def test_the_same_print_again_is_there_already(tmp_path: Path) -> None:
    printer = FolderPrinter(tmp_path)
    for content in (b"monday!", b"tuesday", b"monday!", b"tuesday"):
        printer.print_slip("A001", content)
    assert names_in(tmp_path) == ["A001-2.pdf", "A001.pdf"]


def test_names_that_look_alike_on_disk_are_all_kept(tmp_path: Path) -> None:
    printer = FolderPrinter(tmp_path)
    for name in ("A/1", "A\\1", "A 1"):
        printer.print_slip(name, name.encode())
    assert sorted(path.read_bytes() for path in tmp_path.iterdir()) == [b"A 1", b"A/1", b"A\\1"]


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("A001", "A001"),
        ("..", "_"),
        ("", "_"),
        ("../../etc/passwd", "_.._etc_passwd"),
        (".hidden", "hidden"),
        ("con", "_con"),
        ("LPT1.x", "_LPT1.x"),
        ("x" * 500, "x" * 100),
        ("Phiếu", "Phi_u"),
    ],
)
def test_every_name_is_one_that_file_systems_take(name: str, stem: str) -> None:
    assert file_stem(name) == stem


@given(text())
def test_no_name_leaves_the_folder(name: str) -> None:
    stem = file_stem(name)
    assert stem
    assert not stem.startswith(".")
    assert "/" not in stem
    assert len(stem) <= 101


def test_a_folder_that_cannot_be_written_fails_in_words_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "prints").write_bytes(b"a file where the folder should be")
    printer = FolderPrinter(tmp_path / "prints")
    assert printer.condition() == "failed"
    with pytest.raises(EnvironmentFailure) as told:
        printer.print_slip("A001", b"slip")
    assert told.value.code == "printer_failed"
    assert names_in(tmp_path) == ["prints"]


def test_a_folder_that_can_be_written_is_ready_and_stays_empty(tmp_path: Path) -> None:
    assert FolderPrinter(tmp_path / "prints").condition() == "ready"
    assert names_in(tmp_path / "prints") == []


def test_a_print_that_fails_on_the_disk_leaves_no_part_of_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(EnvironmentFailure):
        FolderPrinter(tmp_path).print_slip("A001", b"slip")
    assert names_in(tmp_path) == []


def test_other_programs_may_read_a_print(tmp_path: Path) -> None:
    FolderPrinter(tmp_path).print_slip("A001", b"slip")
    assert (tmp_path / "A001.pdf").stat().st_mode & 0o777 == 0o644


def test_a_disk_without_hard_links_keeps_both_prints(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(_self: Path, _target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    printer = FolderPrinter(tmp_path)
    printer.print_slip("A001", b"first")
    printer.print_slip("A001", b"second")
    assert names_in(tmp_path) == ["A001-2.pdf", "A001.pdf"]

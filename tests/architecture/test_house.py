"""The habits of the house hold in every file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.architecture import house

ROOT = Path(__file__).resolve().parents[2]
HERE = Path("tests/architecture")


def test_only_the_clock_reads_the_time() -> None:
    files = [file for file in house.python_files(ROOT, house.PRODUCT) if file != house.CLOCK_FILE]
    assert [where for file in files for where in house.clock_readings(ROOT, file)] == []


def test_qml_takes_the_time_and_its_data_from_view_models() -> None:
    pattern = re.compile(r"new Date\(\)|Date\.now\(|XMLHttpRequest|QtQuick\.LocalStorage")
    files = [file for file in house.text_files(ROOT) if file.suffix == ".qml"]
    assert [where for file in files for where in house.lines_matching(ROOT, file, pattern)] == []


def test_every_public_function_and_class_says_what_it_is() -> None:
    files = house.python_files(ROOT, house.SOURCE)
    assert [where for file in files for where in house.without_docstring(ROOT, file)] == []


def test_every_file_of_code_can_be_read_at_one_sitting() -> None:
    files = [file for file in house.text_files(ROOT) if file.suffix in {".py", ".qml"}]
    lengths = {file.as_posix(): len((ROOT / file).read_bytes().splitlines()) for file in files}
    assert {file: lines for file, lines in lengths.items() if lines >= house.LONGEST_FILE} == {}


def test_no_file_names_a_folder_of_one_machine() -> None:
    files = [file for file in house.text_files(ROOT) if file.parent != HERE]
    assert [where for file in files for where in house.lines_matching(ROOT, file, house.SOMEBODYS_FOLDER)] == []


def test_the_lock_names_no_package_index() -> None:
    lock = Path("installer/requirements.lock")
    assert list(house.lines_matching(ROOT, lock, house.WEB_ADDRESS)) == []


def test_the_kiosk_is_called_by_the_name_people_use() -> None:
    pattern = re.compile(re.escape(house.UNWANTED_NAME), re.IGNORECASE)
    files = list(house.text_files(ROOT))
    assert [where for file in files for where in house.lines_matching(ROOT, file, pattern)] == []


@pytest.mark.parametrize(
    "source",
    [
        "import datetime\ndatetime.datetime.now()",
        "from datetime import datetime\ndatetime.utcnow()",
        "from datetime import date\ntoday = date.today",
        "import time\ntime.time()",
        "import time\ntime.sleep(1)",
        "from time import sleep",
    ],
)
def test_the_checker_sees_a_reading_of_the_clock(tmp_path: Path, source: str) -> None:
    (tmp_path / "late.py").write_text(source, encoding="utf-8")
    assert list(house.clock_readings(tmp_path, Path("late.py")))


def test_the_checker_lets_monotonic_time_and_an_injected_clock_pass(tmp_path: Path) -> None:
    source = "import time\nbegan = time.monotonic()\ndef f(clock):\n    return clock.now()\n"
    (tmp_path / "fine.py").write_text(source, encoding="utf-8")
    assert list(house.clock_readings(tmp_path, Path("fine.py"))) == []


def test_the_checker_sees_a_missing_docstring_and_a_folder(tmp_path: Path) -> None:
    file = Path("bare.py")
    (tmp_path / file).write_text("def public():\n    return open('/home/lan/x')\n", encoding="utf-8")
    assert list(house.without_docstring(tmp_path, file)) == ["bare.py:1 public"]
    assert list(house.lines_matching(tmp_path, file, house.SOMEBODYS_FOLDER))

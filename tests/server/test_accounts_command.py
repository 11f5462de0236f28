"""`motcua-server accounts`: how the first administrator of a new server comes about, and the way back in."""

from __future__ import annotations

from pathlib import Path

import pytest
import requests

from server.setting_up import sample_office, set_up
from shared.clock import SystemClock
from shared.journal.opening import open_server
from tests.server.running import serving
from tests.server.test_command_line import Done, run_server_command

PASSWORD = "mưa rào đầu hạ"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of a new server of one office, on which nobody has an account."""
    folder = tmp_path_factory.mktemp("accounts")
    engine = open_server(None, folder)
    set_up(engine, SystemClock(), sample_office())
    engine.dispose()
    return folder


def run(folder: Path, *arguments: str, stdin: str = "") -> Done:
    return run_server_command("accounts", *arguments, "--data", str(folder), stdin=stdin)


def add(folder: Path, sign_in: str, role: str, *further: str, password: str = PASSWORD, again: str = "") -> Done:
    typed = f"{password}\n{again or password}\n"
    named = ("--sign-in", sign_in, "--name", "Nguyễn Thị Quản", "--role", role)
    return run(folder, "add", *named, *further, stdin=typed)


def test_the_first_administrator_is_made_by_command_and_gets_in_again_after_a_reset(folder: Path) -> None:
    assert run(folder, "list").stdout == ""
    assert add(folder, "Quan.Tri", "province_administrator").returncode == 0
    assert run(folder, "list").stdout == "quan.tri\tprovince_administrator\t-\tđang dùng / in use\tNguyễn Thị Quản\n"
    assert sign_in(folder, "quan.tri", PASSWORD) == "/sign-in/code"
    start = run(folder, "reset", "quan.tri").stdout.strip()
    assert "chờ đăng nhập lần đầu" in run(folder, "list").stdout
    assert sign_in(folder, "quan.tri", start) == "/sign-in/code"
    assert run_server_command("verify", "--data", str(folder)).returncode == 0


def test_an_account_of_an_office_is_disabled_and_let_in_again(folder: Path) -> None:
    assert add(folder, "lanh.dao", "office_leader", "--office", "phuong-mau").returncode == 0
    assert run(folder, "disable", "lanh.dao").returncode == 0
    assert "đã khóa" in run(folder, "list", "--office", "phuong-mau").stdout
    assert run(folder, "enable", "LANH.DAO").returncode == 0
    assert "đang dùng" in run(folder, "list", "--office", "phuong-mau").stdout


@pytest.mark.parametrize(
    ("arguments", "password", "again", "said"),
    [
        (("ai.do", "office_leader"), PASSWORD, "", "Hãy chọn lại vai trò"),
        (("ai.do", "office_leader", "--office", "khong-co"), PASSWORD, "", "không có đơn vị"),
        (("ai.do", "auditor"), "ngắn", "", "từ 12 đến 200 ký tự"),
        (("ai.do", "auditor"), PASSWORD, "khác hẳn", "không giống nhau"),
    ],
)
def test_what_cannot_be_added_is_refused_in_words(
    folder: Path, arguments: tuple[str, ...], password: str, again: str, said: str
) -> None:
    done = add(folder, *arguments, password=password, again=again)
    assert done.returncode == 1
    assert said in done.stderr
    assert "ai.do" not in run(folder, "list").stdout


def test_the_last_administrator_stays_and_an_unknown_name_is_said_to_be_one(folder: Path) -> None:
    add(folder, "duy.nhat", "province_administrator")
    for name in ("quan.tri", "duy.nhat"):
        run(folder, "disable", name)
    active = [line for line in run(folder, "list").stdout.splitlines() if "province_administrator" in line]
    assert sum("đã khóa" not in line for line in active) == 1
    assert "Không có tài khoản nào" in run(folder, "reset", "khong.co").stderr


def sign_in(folder: Path, name: str, password: str) -> str:
    """Where the server of the folder sends somebody who signs in; "" when it does not let them in."""
    engine = open_server(None, folder)
    try:
        with serving(engine, SystemClock()) as url:
            sent = {"sign_in": name, "password": password}
            with requests.post(f"{url}/sign-in", data=sent, allow_redirects=False, timeout=30) as answered:
                return answered.headers.get("Location", "")
    finally:
        engine.dispose()

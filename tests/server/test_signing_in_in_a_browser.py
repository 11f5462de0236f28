"""Signing in, accounts and audit in real Chromium: by keyboard on a phone's width, without a script, and axe-core."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyotp
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from shared.domain.office import Office
from tests.server.browsing import COOKIE, PASSWORD, add_account, session_token
from tests.server.facts import dossier_received
from tests.server.running import RunningServer, file_engine, running

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}
SMALLEST_TARGET = 24
"""Pixels: WCAG 2.2, success criterion 2.5.8."""

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed (Debian package chromium)")

TOO_SMALL = """smallest => [...document.querySelectorAll("a:not(.skip), button, input:not([type=hidden]), select")]
  .filter(e => e.offsetParent !== null && getComputedStyle(e).display !== "inline")
  .map(e => [e.innerText || e.name, e.getBoundingClientRect()])
  .filter(([, r]) => r.width < smallest || r.height < smallest).map(([name]) => name)"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, sample_ward: Office) -> Iterator[RunningServer]:
    folder = tmp_path_factory.mktemp("in-a-browser")
    engine = file_engine(folder)
    with running(engine, sample_ward, folder) as server:
        with server.journal().writing() as writer:
            writer.append("staff-1", [dossier_received(1)])
        yield server
    engine.dispose()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def phone(chromium: Browser) -> Iterator[BrowserContext]:
    """A phone's window in which no page can run a script."""
    context = chromium.new_context(viewport=PHONE, java_script_enabled=False)  # type: ignore[arg-type]
    yield context
    context.close()


def press_to(page: Page, selector: str) -> None:
    """Goes on with the Tab key until the focus is on `selector`."""
    for _ in range(30):
        if page.locator(f"{selector}:focus").count():
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not reach {selector}")


def submit(page: Page) -> None:
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_an_administrator_signs_in_by_keyboard_alone_and_out_again(
    server: RunningServer, phone: BrowserContext
) -> None:
    add_account(server, "province_administrator", sign_in="ban.phim")
    page = phone.new_page()
    page.goto(f"{server.url}/audit")
    assert page.title().startswith("Đăng nhập")
    press_to(page, "#f-sign_in")
    page.keyboard.type("ban.phim")
    page.keyboard.press("Tab")
    page.keyboard.type("sai mật khẩu")
    submit(page)
    assert "không đúng" in page.get_by_role("alert").inner_text()
    press_to(page, "#f-sign_in")
    page.keyboard.type("ban.phim")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    submit(page)
    assert page.url.endswith("/sign-in/set-up?next=/audit")
    secret = page.locator(".secret").inner_text().replace(" ", "")
    press_to(page, "#f-code")
    page.keyboard.type(pyotp.TOTP(secret).at(server.clock.now()))
    submit(page)
    assert page.url == f"{server.url}/audit"
    assert page.get_by_role("heading", level=1).inner_text() == "Nhật ký thay đổi"
    press_to(page, "form[action='/sign-out'] button")
    submit(page)
    assert page.url == f"{server.url}/sign-in"
    page.goto(f"{server.url}/audit")
    assert page.title().startswith("Đăng nhập")


PAGES = (
    ("/account", "Tài khoản của tôi", "My account"),
    ("/account/rights", "Ai được làm gì", "Who may do what"),
    ("/accounts?office=phuong-mau", "Tài khoản", "Accounts"),
    ("/audit?office=phuong-mau", "Nhật ký thay đổi", "Audit of changes"),
    ("/audit/reads?office=phuong-mau", "Lượt xem dữ liệu cá nhân", "Reads of personal data"),
    ("/audit/personal?office=phuong-mau", "Xem thông tin người nộp", "Look up an applicant"),
    ("/audit?office=khong-co", "Chưa thực hiện được", "This could not be done"),
)


@pytest.mark.parametrize(("language", "viewport"), [("vi", PHONE), ("en", DESKTOP)])
def test_every_page_is_accessible_and_cut_off_nowhere(
    server: RunningServer, chromium: Browser, language: str, viewport: dict[str, int]
) -> None:
    account = add_account(server, "province_administrator", sign_in="nhin")
    context = chromium.new_context(viewport=viewport)  # type: ignore[arg-type]
    page = context.new_page()
    try:
        page.goto(f"{server.url}/sign-in?lang={language}")
        check(page, {"vi": "Đăng nhập", "en": "Sign in"}[language])
        page.fill("#f-sign_in", "nhin")
        page.fill("#f-password", PASSWORD)
        submit(page)
        check(page, {"vi": "Cài mã xác thực", "en": "Set up one-time codes"}[language])
        assert page.locator("img.qr").evaluate("picture => picture.naturalWidth") > 0
        token, _ = session_token(server, account)
        context.add_cookies([{"name": COOKIE, "value": token, "url": server.url}])
        for path, *headings in PAGES if language == "vi" else PAGES[::2]:
            page.goto(server.url + path)  # the language was kept
            check(page, headings[language == "en"])
        page.goto(f"{server.url}/accounts?office=phuong-mau")
        page.fill("#f-name", "Người Mới")
        page.fill("#f-sign_in", f"moi.{language}")
        with page.expect_navigation():
            page.locator("form[action^='/accounts?'] button").click()
        check(page, {"vi": "Mật khẩu ban đầu", "en": "Start password"}[language])
    finally:
        context.close()


def check(page: Page, heading: str) -> None:
    """One page: its heading, nothing to scroll to sideways, targets large enough, and nothing that axe-core finds."""
    assert page.get_by_role("heading", level=1).inner_text() == heading
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url
    assert page.evaluate(TOO_SMALL, SMALLEST_TARGET) == [], page.url
    found = Axe().run(page)
    assert found.violations_count == 0, f"{page.url}\n{found.generate_report()}"

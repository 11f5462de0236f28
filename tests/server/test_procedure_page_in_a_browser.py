"""The page of a procedure on a small phone, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Page, sync_playwright

from server.setting_up import set_up
from tests.server.running import RunningServer
from tests.server.test_public_pages_in_a_browser import (
    ARGUMENTS,
    CHROMIUM,
    MEASURE_CONTRAST,
    MEASURE_TARGETS,
    SMALL_PHONE,
    SMALLEST_TARGET,
)

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed (Debian package chromium)")


@pytest.fixture
def phone() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser.new_context(viewport=SMALL_PHONE, has_touch=True, is_mobile=True).new_page()  # type: ignore[arg-type]
        browser.close()


def offences(phone: Page) -> list[object]:
    """What is too wide, too small to touch, or too faint on the page that is shown."""
    small = [each for each in phone.evaluate(MEASURE_TARGETS) if each[2] < SMALLEST_TARGET]
    too_wide = phone.evaluate("document.documentElement.scrollWidth") > SMALL_PHONE["width"]
    return [*small, *phone.evaluate(MEASURE_CONTRAST), *(["too wide"] if too_wide else [])]


def test_the_page_fits_a_small_phone_and_its_papers_can_be_ticked(embedded_server: RunningServer, phone: Page) -> None:
    for code in ("1.004873", "2.000815", "1.013949"):
        for language in ("", "?lang=en"):
            phone.goto(f"{embedded_server.url}/p/{code}{language}")
            assert offences(phone) == [], code
    phone.locator("input[type=checkbox]").first.check()
    assert offences(phone) == []


def test_the_choice_of_offices_fits_a_small_phone(embedded_server: RunningServer, phone: Page) -> None:
    other = replace(embedded_server.office, id="xa-thu", name="Trung tâm Phục vụ hành chính công xã Thử")
    set_up(embedded_server.engine, embedded_server.clock, other)
    phone.goto(f"{embedded_server.url}/p/1.001193")
    assert offences(phone) == []
    phone.get_by_role("link", name="xã Thử").tap()
    phone.get_by_role("heading", name="Giấy tờ cần mang").wait_for()

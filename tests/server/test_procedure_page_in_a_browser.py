"""The page of a procedure on a small phone, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Page

from server.setting_up import set_up
from tests.server.phones import (
    NEEDS_CHROMIUM,
    accessibility_offences,
    chromium,
    context_of,
    is_too_wide,
    small_targets,
)
from tests.server.running import RunningServer

pytestmark = NEEDS_CHROMIUM


@pytest.fixture
def phone() -> Iterator[Page]:
    with chromium() as browser:
        yield context_of(browser).new_page()


def offences(phone: Page) -> list[object]:
    """What is too wide, too small to touch, or hard to reach or to read on the page that is shown."""
    return [*small_targets(phone), *accessibility_offences(phone), *(["too wide"] if is_too_wide(phone) else [])]


def test_the_page_fits_a_small_phone_and_its_papers_can_be_ticked(embedded_server: RunningServer, phone: Page) -> None:
    for code in ("1.004873", "2.000815", "1.013949"):
        phone.goto(f"{embedded_server.url}/p/{code}")
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

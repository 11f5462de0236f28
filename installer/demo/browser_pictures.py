"""What a leader and an administrator of the province see in a browser, photographed on a desk and on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import pyotp
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from installer.demo.province import ADMINISTRATOR, LEADER, OFFICE, THE_DAY, Person
from installer.demo.remote import RemoteError
from shared.clock import Clock

_ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
_SIZES = {"desk": ViewportSize(width=1280, height=900), "phone": ViewportSize(width=390, height=844)}
_OK = 200
_REPORT = urlencode({"report": "07a", "period": THE_DAY})
_PAGES: tuple[tuple[Person, dict[str, str]], ...] = (
    (LEADER, {"leadership": "/leadership?update=1", "report": f"/reports?{_REPORT}"}),
    (ADMINISTRATOR, {"offices": "/administration", "devices": f"/administration/devices?office={OFFICE}"}),
)
"""What each of them looks at: a name for the picture and its address."""


def photograph_pages(chromium: Path, url: str, clock: Clock, screens: Path) -> tuple[str, ...]:
    """Signs both in at the server at `url`, whose clock is `clock`; answers the names of the pictures in `screens`.

    RemoteError when a page does not come.
    """
    screens.mkdir(parents=True, exist_ok=True)
    taken = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=_ARGUMENTS)
        for person, pages in _PAGES:
            with _signed_in(browser, url, person, clock) as page:
                for name, address in pages.items():
                    _open(page, url + address)
                    for size, viewport in _SIZES.items():
                        page.set_viewport_size(viewport)
                        file = f"province_{name}_{size}.png"
                        page.screenshot(path=screens / file, full_page=True)
                        taken.append(file)
        browser.close()
    return tuple(taken)


@contextmanager
def _signed_in(browser: Browser, url: str, person: Person, clock: Clock) -> Iterator[Page]:
    context = browser.new_context(locale="vi-VN")
    page = context.new_page()
    try:
        _open(page, f"{url}/sign-in")
        page.fill("#f-sign_in", person.sign_in)
        page.fill("#f-password", person.password)
        _submit(page)
        secret = page.locator(".secret")
        if secret.count():
            page.fill("#f-code", pyotp.TOTP(secret.inner_text().replace(" ", "")).at(clock.now()))
            _submit(page)
        if "/sign-in" in page.url:
            raise RemoteError(f"{person.sign_in} was not let in at {page.url}")
        yield page
    finally:
        context.close()


def _open(page: Page, address: str) -> None:
    answer = page.goto(address)
    if answer is None or answer.status != _OK:
        raise RemoteError(f"{address}: {answer.status if answer else 'no answer'}")


def _submit(page: Page) -> None:
    with page.expect_navigation():
        page.keyboard.press("Enter")

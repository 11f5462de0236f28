"""Phones for the tests of the public pages: a real Chromium, what is wrong with a page, and every page there is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.server.office_morning import Morning

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
SMALL_PHONE = {"width": 360, "height": 740}
SMALLEST_TARGET = 44
NEEDS_CHROMIUM = pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed (Debian package chromium)")

_MEASURE_TARGETS = """() => [...document.querySelectorAll("a:not(.skip), button, label, textarea")]
  .filter(e => e.offsetParent !== null && !e.classList.contains("legend"))
  .map(e => [e.innerText, e.getBoundingClientRect().width, e.getBoundingClientRect().height])"""
_MEASURE_CUT_OFF = """() => [...document.querySelectorAll("main *:not(.unseen, svg, svg *)")]
  .filter(e => getComputedStyle(e).display !== "inline" && e.scrollWidth > e.clientWidth + 1)
  .map(e => e.outerHTML.slice(0, 100))"""
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_AXE = Axe()


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


def context_of(browser: Browser, width: int = 360, height: int = 740, **more: Any) -> BrowserContext:
    """A phone so large, with nothing in its cache."""
    return browser.new_context(viewport={"width": width, "height": height}, has_touch=True, is_mobile=True, **more)


def accessibility_offences(page: Page) -> list[object]:
    """What axe-core finds against WCAG 2.2 AA and good practice on the page that is shown."""
    found = _AXE.run(page, options={"resultTypes": ["violations"], "runOnly": _RULES})
    return [(each["id"], [node["html"][:160] for node in each["nodes"]]) for each in found.response["violations"]]


def too_faint(page: Page) -> list[object]:
    """What axe-core finds too faint, on a page that it has looked at before."""
    found = page.evaluate("axe.run({resultTypes: ['violations'], runOnly: {type: 'rule', values: ['color-contrast']}})")
    return [node["html"][:160] for each in found["violations"] for node in each["nodes"]]


def cut_off(page: Page) -> list[object]:
    """What holds more than it shows."""
    found: list[object] = page.evaluate(_MEASURE_CUT_OFF)
    return found


def is_too_wide(page: Page) -> bool:
    """Whether somebody has to move the page sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))


def small_targets(page: Page) -> list[object]:
    """What a thumb would miss."""
    return [each for each in page.evaluate(_MEASURE_TARGETS) if each[2] < SMALLEST_TARGET]


def every_page(morning: Morning) -> dict[str, str]:
    """The path of every page of `morning` in each of its states, by name."""
    unknown = "A" * 26
    tickets = {f"ticket {name}": f"/t/{token}" for name, token in morning.tickets.items()}
    dossiers = {f"dossier {name}": f"/d/{token}" for name, token in morning.dossiers.items()}
    return {
        **tickets,
        **dossiers,
        "rate a visit": f"/r/{morning.tickets['done']}",
        "rate a dossier": f"/r/{morning.dossiers['returned']}",
        "too early to rate": f"/r/{morning.tickets['waiting']}",
        "rate ahead": f"/r/{morning.tickets['waiting']}?served=1",
        "unknown ticket": f"/t/{unknown}",
        "unknown dossier": f"/d/{unknown}",
        "rate an unknown slip": f"/r/{unknown}",
        "not found": "/t/NOPE",
        "procedure": "/p/1.001193",
        "no such procedure": "/p/9.999999",
    }


def in_english(path: str) -> str:
    """The same page in English."""
    return f"{path}{'&' if '?' in path else '?'}lang=en"

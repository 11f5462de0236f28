"""The pages on a small phone, in a real browser: nothing is cut off, targets are large, and rating works by touch."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from shared.domain.fact import Fact
from tests.server.office_morning import Morning
from tests.server.running import RunningServer

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
SMALL_PHONE = {"width": 360, "height": 740}
SMALLEST_TARGET = 44

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed (Debian package chromium)")

MEASURE_TARGETS = """() => [...document.querySelectorAll("a:not(.skip), button, label, textarea")]
  .filter(e => e.offsetParent !== null && !e.classList.contains("legend"))
  .map(e => [e.innerText, e.getBoundingClientRect().width, e.getBoundingClientRect().height])"""

MEASURE_CONTRAST = """() => {
  const parse = colour => {
    const parts = colour.match(/[\\d.]+/g).map(Number);
    return parts.length > 3 && parts[3] === 0 ? null : parts.slice(0, 3);
  };
  const linear = v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
  const light = colour => colour.map(v => linear(v / 255)).reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const ground = element => {
    for (; element; element = element.parentElement) {
      const colour = parse(getComputedStyle(element).backgroundColor);
      if (colour) return colour;
    }
    return [255, 255, 255];
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const low = [];
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim(), element = walker.currentNode.parentElement;
    if (!text || element.tagName === "SCRIPT" || element.classList.contains("skip")) continue;
    const pair = [light(parse(getComputedStyle(element).color)), light(ground(element))].sort((x, y) => y - x);
    if ((pair[0] + .05) / (pair[1] + .05) < 4.5) low.push(text);
  }
  return low;
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=SMALL_PHONE, has_touch=True, is_mobile=True)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


@pytest.fixture
def phone_without_scripts(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=SMALL_PHONE, has_touch=True, java_script_enabled=False)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


def addresses(morning: Morning) -> list[str]:
    tickets = [f"/t/{token}" for token in morning.tickets.values()]
    dossiers = [f"/d/{token}" for token in morning.dossiers.values()]
    ratings = [f"/r/{morning.tickets[name]}" for name in ("done", "waiting")]
    return [*tickets, *dossiers, *ratings, "/t/NOPE"]


def test_every_page_fits_a_small_phone(embedded_server: RunningServer, phone: Page) -> None:
    problems: list[object] = []
    phone.on("pageerror", lambda error: problems.append(error))  # a builtin cannot be a handler
    phone.on("requestfailed", lambda request: problems.append(request.url))
    for address in addresses(Morning(embedded_server)):
        for language in ("", "?lang=en"):
            phone.goto(embedded_server.url + address + language)
            assert phone.evaluate("document.documentElement.scrollWidth") <= SMALL_PHONE["width"], address
            assert phone.evaluate("document.fonts.check('16px \"Be Vietnam Pro\"')")
            small = [each for each in phone.evaluate(MEASURE_TARGETS) if each[2] < SMALLEST_TARGET]
            assert small == [], address
            assert phone.evaluate(MEASURE_CONTRAST) == [], address
    assert problems == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_visit_is_rated_by_phone_without_any_script(
    embedded_server: RunningServer, phone_without_scripts: Page, language: str
) -> None:
    phone = phone_without_scripts
    words = {
        "vi": ("Đánh giá lượt phục vụ", "Rất hài lòng", "Thái độ phục vụ", "Gửi đánh giá", "Cảm ơn Ông/Bà"),
        "en": ("Rate this visit", "Very satisfied", "Staff attitude", "Send", "Thank you for your rating"),
    }
    rate, face, reason, send, thanks = words[language]
    morning = Morning(embedded_server)
    phone.goto(f"{embedded_server.url}/t/{morning.tickets['done']}")
    if language == "en":
        phone.get_by_role("link", name="English").tap()
    phone.get_by_role("link", name=rate).tap()
    phone.get_by_label(face).check()
    phone.get_by_label(reason).check()
    phone.locator("textarea").fill("Cán bộ hướng dẫn rõ ràng")
    phone.get_by_role("button", name=send).tap()
    phone.get_by_role("heading", name=thanks).wait_for()


def test_an_open_page_follows_the_queue_by_itself(embedded_server: RunningServer, phone: Page) -> None:
    morning = Morning(embedded_server)
    phone.clock.install()
    phone.goto(f"{embedded_server.url}/t/{morning.tickets['next']}")
    phone.get_by_role("heading", name="A005").wait_for()
    with embedded_server.journal().writing() as writer:
        subject = writer.connection.exec_driver_sql("SELECT subject FROM ticket WHERE label = 'A005'").scalar()
        call = {"counter": "quay-1", "desk": "desk", "key": "key", "mode": "claimed"}
        writer.append("staff-1", [Fact(str(subject), "ticket.called", call)])
    phone.clock.run_for(16_000)
    phone.get_by_text("Quầy số 1").wait_for()

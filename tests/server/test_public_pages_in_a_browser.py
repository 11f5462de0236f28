"""The pages on phones, in a real browser: light, readable, large enough to touch, and they follow by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from shared.domain.fact import Fact
from shared.domain.office import Office
from shared.domain.rating import REASONS
from tests.server.facts import ticket_issued
from tests.server.office_morning import Morning
from tests.server.phones import (
    NEEDS_CHROMIUM,
    SMALL_PHONE,
    accessibility_offences,
    chromium,
    context_of,
    cut_off,
    every_page,
    in_english,
    is_too_wide,
    small_targets,
    too_faint,
)
from tests.server.running import RunningServer, file_engine, running

LARGEST_FIRST_PAGE_BYTES = 60_000
CALL = {"counter": "quay-1", "desk": "desk", "key": "key", "mode": "claimed"}

pytestmark = NEEDS_CHROMIUM


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory, sample_ward: Office) -> Iterator[RunningServer]:
    """A server that the tests of this file share."""
    engine = file_engine(Path(tmp_path_factory.mktemp("hall")))
    with running(engine, sample_ward) as server:
        yield server
    engine.dispose()


@pytest.fixture(scope="module")
def morning(hall: RunningServer) -> Morning:
    return Morning(hall)


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = context_of(browser, **SMALL_PHONE)
    yield context.new_page()
    context.close()


@pytest.fixture
def phone_without_scripts(browser: Browser) -> Iterator[Page]:
    context = context_of(browser, **SMALL_PHONE, java_script_enabled=False)
    yield context.new_page()
    context.close()


def write(server: RunningServer, *facts: Fact) -> None:
    with server.journal().writing() as writer:
        writer.append("staff-1", facts)


def test_every_page_in_every_state_is_accessible_by_day_by_night_and_with_large_text(
    browser: Browser, hall: RunningServer, morning: Morning
) -> None:
    problems: list[object] = []
    context = context_of(browser, 320, 568, reduced_motion="reduce")
    phone = context.new_page()
    phone.on("pageerror", lambda error: problems.append(error))  # a builtin cannot be a handler
    phone.on("requestfailed", lambda request: problems.append(request.url))
    for name, path in every_page(morning).items():
        phone.emulate_media(color_scheme="light")
        phone.goto(hall.url + path)
        assert accessibility_offences(phone) == [], name
        assert not is_too_wide(phone), name
        assert small_targets(phone) == [], name
        phone.emulate_media(color_scheme="dark")
        assert too_faint(phone) == [], name
        phone.set_viewport_size({"width": 390, "height": 844})
        # As browsers enlarge text: the size from which all others follow.
        phone.evaluate("document.documentElement.style.fontSize = '212.5%'")
        assert not is_too_wide(phone), name
        assert cut_off(phone) == [], name
        phone.set_viewport_size({"width": 320, "height": 568})
    context.close()
    assert problems == []


def test_every_page_is_accessible_and_fits_in_english(browser: Browser, hall: RunningServer, morning: Morning) -> None:
    context = context_of(browser, 390, 844)
    phone = context.new_page()
    pages = every_page(morning)
    for name in ("ticket last", "dossier ready", "rate a visit", "too early to rate", "unknown ticket", "procedure"):
        phone.goto(hall.url + in_english(pages[name]))
        assert phone.locator("html").get_attribute("lang") == "en"
        assert accessibility_offences(phone) == [], name
        assert not is_too_wide(phone), name
        assert small_targets(phone) == [], name
    context.close()


def test_what_colour_tells_is_told_by_edges_where_colours_are_forced(
    browser: Browser, hall: RunningServer, morning: Morning
) -> None:
    context = context_of(browser, 390, 844, forced_colors="active")
    phone = context.new_page()
    pages = every_page(morning)
    edge = "element => getComputedStyle(element).borderTopWidth"
    for name, what in (("ticket called", ".ticket"), ("ticket next", ".note.is-next"), ("dossier ready", ".now")):
        phone.goto(hall.url + pages[name])
        assert phone.locator(what).evaluate(edge) != "0px"
    phone.goto(hall.url + pages["rate a visit"])
    outline = "input => getComputedStyle(input.nextElementSibling).outlineStyle"
    chosen = phone.get_by_label("Rất hài lòng")
    assert chosen.evaluate(outline) == "none"
    chosen.check()
    phone.locator("h1").focus()
    assert chosen.evaluate(outline) == "solid"
    context.close()


def test_the_first_page_is_light_and_comes_from_one_place(
    browser: Browser, hall: RunningServer, morning: Morning
) -> None:
    for path in (f"/t/{morning.tickets['last']}", f"/d/{morning.dossiers['ready']}", f"/r/{morning.tickets['done']}"):
        context = context_of(browser)
        phone = context.new_page()
        line = context.new_cdp_session(phone)
        line.send("Network.enable")
        loaded: list[float] = []
        asked: list[str] = []
        line.on("Network.loadingFinished", lambda event, loaded=loaded: loaded.append(event["encodedDataLength"]))
        line.on("Network.requestWillBeSent", lambda event, asked=asked: asked.append(event["request"]["url"]))
        phone.goto(hall.url + path, wait_until="load")
        assert len(loaded) >= 2
        assert sum(loaded) <= LARGEST_FIRST_PAGE_BYTES
        assert all(url.startswith((f"{hall.url}/", "data:")) for url in asked)
        context.close()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_visit_is_rated_by_phone_without_any_script(
    hall: RunningServer, phone_without_scripts: Page, language: str
) -> None:
    phone = phone_without_scripts
    words = {
        "vi": ("Đánh giá lượt phục vụ", "Rất hài lòng", "Thái độ phục vụ", "Gửi đánh giá", "Cảm ơn Ông/Bà"),
        "en": ("Rate this visit", "Very satisfied", "Staff attitude", "Send", "Thank you for your rating"),
    }
    rate, face, reason, send, thanks = words[language]
    visit = ticket_issued(21)
    write(hall, visit, Fact(visit.subject, "ticket.called", CALL), Fact(visit.subject, "ticket.done", CALL))
    phone.goto(f"{hall.url}/t/{visit.data['token']}")
    if language == "en":
        phone.get_by_role("link", name="English").tap()
    phone.get_by_role("link", name=rate).tap()
    phone.get_by_label(face).check()
    phone.get_by_label(reason).check()
    phone.locator("textarea").fill("Cán bộ hướng dẫn rõ ràng")
    phone.get_by_role("button", name=send).tap()
    phone.get_by_role("heading", name=thanks).wait_for()


def test_a_form_without_a_face_says_so_at_the_faces_and_begins_there(
    browser: Browser, hall: RunningServer, morning: Morning
) -> None:
    context = context_of(browser)
    phone = context.new_page()
    phone.goto(f"{hall.url}/r/{morning.dossiers['returned']}")
    phone.evaluate("document.querySelector('form').noValidate = true")
    phone.get_by_role("button", name="Gửi đánh giá").tap()
    phone.get_by_role("alert").filter(has_text="Xin chọn một mức hài lòng").wait_for()
    assert phone.title().startswith("Chưa gửi được: ")
    faces = phone.get_by_role("radiogroup", name="Ông/Bà hài lòng đến mức nào?")
    assert faces.get_attribute("aria-invalid") == "true"
    assert faces.get_attribute("aria-describedby") == "missing"
    assert phone.evaluate("document.activeElement.id") == "score-3"
    assert accessibility_offences(phone) == []
    context.close()


def test_the_keyboard_goes_through_a_rating_in_the_order_of_reading(
    browser: Browser, hall: RunningServer, morning: Morning
) -> None:
    context = context_of(browser)
    page = context.new_page()
    page.goto(f"{hall.url}/r/{morning.dossiers['returned']}")
    order = []
    for _ in range(12):
        page.keyboard.press("Tab")
        order.append(page.evaluate("document.activeElement.id || document.activeElement.className"))
    assert order[:3] == ["skip", "language", "score-3"]
    assert order[3:11] == [*(f"reason-{name}" for name in REASONS), "comment", "button"]
    context.close()


def test_an_open_page_follows_the_queue_and_tells_of_the_call_in_every_way(
    browser: Browser, hall: RunningServer
) -> None:
    slip, before = ticket_issued(31, line="C"), ticket_issued(30, line="C")
    write(hall, before)
    hall.clock.advance(timedelta(seconds=5))
    write(hall, slip)
    context = context_of(browser)
    phone = context.new_page()
    phone.add_init_script(
        "window.shaken = []; navigator.vibrate = times => { window.shaken.push(times); return true; }"
    )
    phone.clock.install()
    phone.goto(f"{hall.url}/t/{slip.data['token']}")
    phone.get_by_text("Phía trước còn").wait_for()
    phone.locator("#again").focus()
    write(hall, Fact(before.subject, "ticket.called", {**CALL, "key": "before"}))
    phone.clock.run_for(17_000)
    phone.get_by_role("status").filter(has_text="Ông/Bà là người tiếp theo").wait_for()
    assert phone.evaluate("document.activeElement.id") == "again"
    assert phone.evaluate("window.shaken") == []
    write(hall, Fact(slip.subject, "ticket.called", CALL))
    phone.clock.run_for(10_000)
    phone.get_by_role("alert").filter(has_text="C031. Đến lượt Ông/Bà. Mời Ông/Bà đến Quầy số 1.").wait_for()
    assert phone.locator(".ticket.is-called").get_by_text("Quầy số 1").is_visible()
    assert phone.title().startswith("Đến lượt Ông/Bà: C031")
    assert len(phone.evaluate("window.shaken")) == 1
    assert accessibility_offences(phone) == []
    write(hall, Fact(slip.subject, "ticket.call_undone", {"counter": "quay-1"}))
    phone.clock.run_for(17_000)
    phone.get_by_text("Quầy đã thu lại lượt gọi").wait_for()
    assert len(phone.evaluate("window.shaken")) == 1
    context.close()


def test_a_page_of_an_unknown_slip_becomes_the_ticket_when_it_arrives(hall: RunningServer, phone: Page) -> None:
    slip = ticket_issued(41, line="C")
    phone.clock.install()
    answer = phone.goto(f"{hall.url}/t/{slip.data['token']}")
    assert answer is not None
    assert answer.status == 404
    phone.get_by_role("heading", name="Số này chưa về tới máy chủ").wait_for()
    write(hall, slip)
    phone.clock.run_for(23_000)
    phone.get_by_role("heading", name="C041").wait_for()
    assert phone.title().startswith("C041")


def test_after_an_outage_a_page_looks_again_within_minutes(hall: RunningServer, phone: Page) -> None:
    slip = ticket_issued(61, line="C")
    write(hall, slip)
    phone.clock.install()
    phone.goto(f"{hall.url}/t/{slip.data['token']}")
    phone.route("**/t/*", lambda route: route.abort())
    for _ in range(12):
        phone.clock.run_for(40_000)
    phone.get_by_text("Chưa kết nối được với máy chủ").wait_for()
    phone.unroute("**/t/*")
    phone.clock.run_for(90_000)
    phone.get_by_text("Chưa kết nối được với máy chủ").wait_for(state="hidden")


def test_a_page_without_a_line_keeps_what_it_shows_says_so_and_comes_back(hall: RunningServer, phone: Page) -> None:
    slip = ticket_issued(51, line="C")
    write(hall, slip)
    phone.clock.install()
    phone.goto(f"{hall.url}/t/{slip.data['token']}")
    phone.context.set_offline(True)
    for _ in range(3):
        phone.clock.run_for(40_000)
    phone.get_by_text("Chưa kết nối được với máy chủ").wait_for()
    assert phone.get_by_role("heading", name="C051").is_visible()
    phone.context.set_offline(False)
    phone.get_by_text("Chưa kết nối được với máy chủ").wait_for(state="hidden")

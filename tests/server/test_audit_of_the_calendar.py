"""Days of the working calendar in the audit: set in the browser, set at a counter, withdrawn; by whom and where."""

from __future__ import annotations

from shared.domain.fact import Fact
from shared.domain.office_names import office_names
from shared.replication.messages import Push
from tests.server.administering import at
from tests.server.browsing import browser
from tests.server.conftest import MakeDevice
from tests.server.raw_requests import push_raw
from tests.server.running import RunningServer

DAY = "2026-12-24"
ENTRY = {"date": DAY, "kind": "hours", "sessions": [["07:30", "11:30"]], "reason": "Họp toàn phường", "basis": "12/TB"}


def test_every_day_that_was_set_or_withdrawn_is_listed_with_who_set_it_and_at_which_machine(
    server: RunningServer, make_device: MakeDevice
) -> None:
    counter = make_device(server, "counter")
    lead = server.office.staff[0].id
    subject = f"calendar_day-{DAY}"
    facts = [
        Fact(subject, "calendar_day.set", {**ENTRY, "seen": 2}),
        Fact(subject, "calendar_day.set", {**ENTRY, "sessions": 7, "reason": "không đọc được", "seen": 3}),
        Fact("administration", "administration.office_changed", {"reason": "việc do máy bị mất ghi"}),
    ]
    with browser(server, "province_administrator") as administrator:
        address = at(f"calendar/day/{DAY}")
        sent = {"kind": "closed", "reason": "Mất điện cả ngày", "basis": ""}
        assert administrator.post(address, sent).status_code == 303
        assert administrator.post(at(f"calendar/day/{DAY}/withdraw"), {}).status_code == 303
        events = counter.write(*facts, actor=lead)
        bodies = tuple(event.body for event in events)
        log = Push(counter.node.office, counter.node.device, events[0].epoch, 1, events[0].previous, bodies)
        assert push_raw(server.url, counter, log).status == 200
        page = administrator.get("/audit?office=phuong-mau").text
        by_lead = administrator.get(f"/audit?office=phuong-mau&who={lead}").text
    at_the_counter, withdrawn, in_the_browser = (
        page.index(text) for text in ("Họp toàn phường", "Bỏ ngày đã đặt", "Mất điện cả ngày")
    )
    assert at_the_counter < withdrawn < in_the_browser  # the latest first
    first = page[:at_the_counter]
    assert office_names(server.office).staff[lead] in first
    for told in ("Thiết bị: Máy thử", "Ngày: 24/12/2026", "Ngày này: Làm việc giờ khác", "07:30–11:30"):
        assert told in first
    assert "Thiết bị" not in page[withdrawn:]
    assert administrator.account.name in page[withdrawn:]
    assert "không đọc được" not in page
    assert "việc do máy bị mất ghi" not in page
    assert "Họp toàn phường" in by_lead
    assert "Mất điện" not in by_lead

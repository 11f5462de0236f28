"""What has not come up to the province, or not down from it, is seen when the morning is counted up."""

from __future__ import annotations

import hashlib

from sqlalchemy import delete

from shared.domain.fact import Fact
from shared.journal.inserting import insert_new
from shared.journal.server_tables import rating_waiting
from shared.scans.opening import open_scans
from tests.scenario.sample_nodes import OFFICE, SampleNodes, write
from tests.scenario.test_tally import issued


def rated(ticket: str, channel: str) -> Fact:
    data = {"about": "ticket", "about_id": ticket, "score": 3, "reasons": [], "channel": channel}
    return Fact(f"r-{ticket}", "rating.given", data)


def test_an_event_that_stayed_in_the_building_is_lost_to_the_province(nodes: SampleNodes) -> None:
    first, second = write(nodes.device("kiosk"), issued("t1", "A001"), issued("t2", "A002"))
    nodes.replicate([first])
    with nodes.server.writing() as writer:
        writer.take_in([second])
    tally = nodes.tally()
    assert (tally.events_written, tally.events_on_server, tally.events_in_province, tally.lost) == (2, 2, 1, 1)
    complaints = list(tally.complaints())
    assert any("events lost: 1" in complaint for complaint in complaints)
    assert any("events in the province: 1 ≠ 2" in complaint for complaint in complaints)


def test_a_rating_by_phone_that_never_came_down_from_the_province_is_missed_in_the_office(nodes: SampleNodes) -> None:
    nodes.replicate(write(nodes.device("kiosk"), issued("t1", "A001"), rated("t1", "kiosk")))
    write(nodes.province, rated("t2", "phone"))
    tally = nodes.tally(phones_rated=1)
    assert (tally.lost, tally.happened.ratings, tally.happened.ratings_by_phone) == (1, 1, 0)
    assert any("ratings by phone: 0 ≠ 1" in complaint for complaint in tally.complaints())


def test_a_number_that_is_twice_in_the_province_only_is_a_duplicate(nodes: SampleNodes) -> None:
    nodes.replicate(write(nodes.device("kiosk-1"), issued("t1", "A001")))
    nodes.carry_up(write(nodes.device("kiosk-2"), issued("t2", "A001")))
    assert nodes.tally().happened.duplicate_numbers == 1


def test_a_scan_that_is_whole_in_the_building_and_not_in_the_province_is_a_complaint(nodes: SampleNodes) -> None:
    body = b"%PDF-1.7 mau"
    content = hashlib.sha256(body).hexdigest()
    attached = {"dossier": "d1", "content": content, "size": len(body), "media_type": "application/pdf", "pages": 1}
    nodes.replicate(write(nodes.device("counter-1"), Fact("s1", "attachment.added", {**attached, "document": ""})))
    open_scans(nodes.folder / "server", OFFICE).put_file(content, body)
    assert not nodes.is_in_step()
    tally = nodes.tally()
    assert (tally.rooms.scans_attached, tally.rooms.scans_whole, tally.scans_in_province) == (1, 1, 0)
    assert any("scans in the province: 0 ≠ 1" in complaint for complaint in tally.complaints())


def test_the_servers_are_in_step_when_every_log_ends_at_the_same_place_in_both(nodes: SampleNodes) -> None:
    assert nodes.is_in_step()
    issues = write(nodes.server, issued("t1", "A001"), issued("t2", "A002"))
    nodes.carry_up(issues[:1])
    assert not nodes.is_in_step()
    nodes.carry_up(issues[1:])
    assert nodes.is_in_step()
    came_later = write(nodes.province, rated("t1", "phone"))
    assert not nodes.is_in_step()
    nodes.replicate(came_later)
    assert nodes.is_in_step()


def test_the_servers_are_not_in_step_while_a_rating_waits_for_its_ticket(nodes: SampleNodes) -> None:
    waiting = {"office": "", "token": "T1".ljust(26, "A"), "document": b"{}", "given_at": 0}
    with nodes.province.writing() as writer:
        insert_new(writer.connection, rating_waiting, [waiting])
    assert not nodes.is_in_step()
    with nodes.province.writing() as writer:
        writer.connection.execute(delete(rating_waiting))
    assert nodes.is_in_step()

"""One office morning through the real programs, off screen, by mouse and keys.

The province's server and the office's, a kiosk, four counters and a point of the post, whose papers go all the way
there and back.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PIL import Image
from sqlalchemy import select

from installer.demo.databases import reading
from installer.demo.papers import code_on, codes_on, words_on
from shared.journal import tables
from shared.journal.event import read_event

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 900
_FROM_LAST_WEEK = 1
_UNSTEADY = timedelta(minutes=3)
"""Of the office, a few seconds of the machine: so much a clock may be put right."""
_OF_RECEPTION = re.compile(r"H[0-9.]+-261123-[0-9]{4,}")
"""The Form 01 of reception; one that follows a supplement has one number more in its name."""

pytestmark = [pytest.mark.timeout(SECONDS), pytest.mark.xdist_group("morning")]


@pytest.fixture(scope="module")
def morning(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a morning that has been driven to its end."""
    folder = tmp_path_factory.mktemp("morning")
    env = {name: value for name, value in os.environ.items() if name != "DISPLAY"}
    done = subprocess.run(
        [sys.executable, "-m", "installer.demo", "--headless", "--out", str(folder)],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def figures(morning: Path) -> dict[str, Any]:
    """What the morning wrote of itself."""
    read: dict[str, Any] = json.loads((morning / "morning.json").read_text(encoding="utf-8"))
    return read


def test_nothing_was_lost_doubled_or_served_twice(figures: dict[str, Any]) -> None:
    assert (figures["lost"], figures["duplicate_numbers"], figures["double_calls"]) == (0, 0, 0)
    assert figures["findings"] == []
    assert figures["events_written"] == figures["events_on_server"] == figures["events_in_province"] > 250


def test_the_office_did_a_mornings_work(figures: dict[str, Any]) -> None:
    assert figures["tickets_issued"] >= 40
    assert figures["calls"] >= 40
    assert figures["dossiers_received"] >= 15
    assert figures["dossiers_handed_over"] >= 15
    assert figures["dossiers_missed_at_handover"] == 1
    assert figures["results_returned"] >= 10
    assert figures["ratings"] >= 10


def test_both_servers_were_away_in_turn_and_a_counter_lost_its_power(figures: dict[str, Any]) -> None:
    assert figures["server_stopped_seconds"] > 10
    assert figures["province_stopped_seconds"] > 5
    assert figures["programs_killed"] == 1


def test_every_machine_went_by_one_clock(morning: Path) -> None:
    with reading(morning / "data" / "server") as connection:
        bodies = connection.execute(select(tables.event.c.body).order_by(tables.event.c.lamport)).scalars()
        events = [read_event(bytes(body)) for body in bodies]
    latest: dict[str, datetime] = {}
    for event in events:
        assert event.time > latest.get(event.device, event.time) - _UNSTEADY, event.kind
        latest[event.device] = event.time


def test_what_phones_said_to_the_province_came_down_and_what_was_scanned_went_up(figures: dict[str, Any]) -> None:
    assert figures["ratings_by_phone"] == figures["phones_rated"] >= 5
    assert figures["scans_in_province"] == figures["scans_attached"] == 1


def test_the_report_of_the_day_counts_what_was_received_and_can_be_printed(
    morning: Path, figures: dict[str, Any]
) -> None:
    assert figures["reports"] == ["bieu-07a.pdf", "bieu-07a.xlsx"]
    (sheet,) = load_workbook(morning / "reports" / "bieu-07a.xlsx").worksheets
    (total,) = (row for row in sheet.iter_rows(values_only=True) if row[1] == "TỔNG CỘNG")
    assert total[2] == figures["dossiers_received"]
    assert total[7] == _FROM_LAST_WEEK
    assert total[2] == total[8] + total[12]
    assert "07a/BTP/KSTT" in words_on(morning / "reports" / "bieu-07a.pdf")


def test_the_pages_of_the_province_were_photographed_or_it_is_said_why_not(
    morning: Path, figures: dict[str, Any]
) -> None:
    pictures = [morning / "screens" / name for name in figures["browser_pictures"]]
    if not pictures:
        assert (shutil.which("chromium"), figures["browser_note"]) == (None, "không có Chromium / no Chromium here")
    else:
        assert len(pictures) == 8
    for picture in pictures:
        with Image.open(picture) as image:
            assert image.width in (390, 1280)
            assert len(image.convert("RGB").getcolors(maxcolors=2**24) or []) > 50


def test_every_ticket_is_on_paper_with_a_code_to_follow_it(morning: Path, figures: dict[str, Any]) -> None:
    slips = sorted((morning / "tickets").glob("*.pdf"))
    assert len(slips) == figures["tickets_issued"]
    codes = [code_on(slip) for slip in slips]
    assert len(set(codes)) == len(slips)
    assert all(code is not None and "/t/" in code for code in codes)
    assert all(slip.stem in words_on(slip) for slip in slips)


def test_every_dossier_has_its_form_01_with_code_and_promise(morning: Path, figures: dict[str, Any]) -> None:
    forms = [form for form in sorted((morning / "forms").glob("H*.pdf")) if _OF_RECEPTION.fullmatch(form.stem)]
    assert len(forms) == received_with_form_01(figures)
    for form in forms:
        words = words_on(form)
        assert "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ" in words
        assert form.stem in words
        code = code_on(form)
        assert code is not None
        assert "/d/" in code


def received_with_form_01(figures: dict[str, Any]) -> int:
    """Of the dossiers that came by post those have a Form 01 whose result is not given at once."""
    at_the_counters = figures["dossiers_received"] - _FROM_LAST_WEEK - figures["notes_entered"]
    return int(at_the_counters + figures["receipts_by_post"])


def test_each_handover_with_a_missing_paper_says_so_on_its_record(morning: Path) -> None:
    records = [words_on(record) for record in sorted((morning / "forms").glob("BG*.pdf"))]
    assert len(records) >= 3
    assert all("BIÊN BẢN GIAO NHẬN HỒ SƠ" in record for record in records)
    assert sum("Thiếu (có trong danh sách, không có khi kiểm đếm): 01" in record for record in records) == 2


def test_every_note_of_the_post_was_entered_once_or_is_with_the_post_again(figures: dict[str, Any]) -> None:
    ends = {name: figures[f"notes_{name}"] for name in ("entered", "refused", "missing", "still_there")}
    assert ends == {"entered": 4, "refused": 1, "missing": 1, "still_there": 1}
    assert figures["notes_made"] == sum(ends.values())
    assert (figures["notes_astray"], figures["entered_twice"]) == (0, 0)


def test_the_money_of_the_bag_is_what_its_notes_say(morning: Path, figures: dict[str, Any]) -> None:
    assert figures["post_brought_vnd"] == 24_000
    assert figures["post_difference_vnd"] == 0
    (sheet,) = (morning / "forms").glob("tong-hop-*.pdf")
    assert "24.000" in words_on(sheet)


def test_results_went_out_by_post_and_came_to_their_people(morning: Path, figures: dict[str, Any]) -> None:
    out = (figures["items_given_to_post"], figures["items_delivered"], figures["attempts"])
    assert out == (3, 2, 1)
    assert len(list((morning / "forms").glob("phieu-gui-H*.pdf"))) == 3


def test_a_note_and_the_record_of_a_bag_carry_their_content_for_a_machine_without_a_line(morning: Path) -> None:
    notes = sorted((morning / "forms").glob("PG-*.pdf"))
    assert len(notes) == 7
    assert all(codes_on(note, "MCPG1") and note.stem in words_on(note) for note in notes)
    assert any(codes_on(record, "MCBG1") for record in (morning / "forms").glob("BG*.pdf"))


def test_every_machine_knows_at_the_end_where_every_paper_is(figures: dict[str, Any]) -> None:
    assert figures["papers_seen_elsewhere"] == 0


def test_the_money_on_the_sheet_is_what_was_taken_each_with_its_receipt(morning: Path, figures: dict[str, Any]) -> None:
    assert figures["payments"] >= 2
    assert 1 <= figures["payments_by_transfer"] < figures["payments"]
    assert (figures["payments_without_receipt"], figures["receipts_twice"]) == (0, 0)
    assert figures["cash_up_vnd"] == figures["fees_vnd"] > 0
    (sheet,) = (morning / "forms").glob("bang-ke-*.pdf")
    assert f"{figures['fees_vnd']:,}".replace(",", ".") in words_on(sheet)


def test_a_supplement_was_asked_for_and_brought_and_a_late_dossier_apologised_for(
    morning: Path, figures: dict[str, Any]
) -> None:
    assert (figures["supplements_asked"], figures["supplements_brought"], figures["apologies"]) == (1, 1, 1)
    for number, title in (("02", "YÊU CẦU BỔ SUNG"), ("04", "XIN LỖI")):
        (form,) = (morning / "forms").glob(f"mau-{number}-*.pdf")
        assert title in words_on(form).upper()
    assert figures["forms_issued"] == received_with_form_01(figures) + 3


def test_somebody_came_for_another_a_scan_is_whole_and_a_number_was_read_off_a_slip(figures: dict[str, Any]) -> None:
    assert figures["submitted_by_others"] == 1
    assert figures["scans_whole"] == figures["scans_attached"] == 1
    assert figures["slips_matched"] == figures["slips_read"] == 1


def test_the_board_has_shown_and_spoken_the_calls(morning: Path, figures: dict[str, Any]) -> None:
    spoken = sorted((morning / "calls").glob("*.wav"))
    assert len(spoken) > figures["calls"] / 4
    for name in ("board_calling", "board_without_a_server"):
        with Image.open(morning / "screens" / f"{name}.png") as picture:
            assert picture.size == (1920, 1080)
            assert len(picture.convert("RGB").getcolors(maxcolors=2**24) or []) > 50


def test_the_screens_were_photographed(morning: Path) -> None:
    names = {picture.stem for picture in (morning / "screens").glob("*.png")}
    assert {"kiosk_home_ordinary", "kiosk_ticket_ordinary", "kiosk_dossier_scan", "handover_one_missing"} <= names
    assert {"post_note_made", "bag_counted", "post_day", "delivery_at_the_door", "custody_at_the_post"} <= names
    assert "safe_in_the_office" in names
    assert {"dossier_page", "supplement_asked", "apology", "cash_up", "lead_now", "lead_waits", "lead_day"} <= names
    assert any(name.startswith("kiosk_rating") for name in names)
    assert any(name.endswith("_given_back") for name in names)
    with Image.open(morning / "screens" / "kiosk_home_ordinary.png") as picture:
        assert picture.size == (1080, 1920)
        assert len(picture.convert("RGB").getcolors(maxcolors=2**24) or []) > 50

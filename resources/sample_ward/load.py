"""The sample ward (phường Mẫu) for demonstrations, tests and load runs. Everybody and everything in it is invented."""

from __future__ import annotations

import csv
import json
import random
from dataclasses import dataclass
from datetime import date, time, timedelta
from importlib.resources import files
from typing import Any, Literal

from shared.calendar_source import OfficeEntry, vietnam_calendar
from shared.domain.office import Role
from shared.domain.working_time import Session

SAMPLE_KIOSK_PIN = "2468"
"""What lets the sample's staff behind a kiosk's screens, in clear text: for samples only."""


@dataclass(frozen=True, slots=True)
class SampleStaff:
    """An invented member of staff (cán bộ mẫu), with the password and PIN in clear text: for samples only."""

    id: str
    sign_in: str
    name: str
    role: Role
    unit: str | None
    password: str
    pin: str


@dataclass(frozen=True, slots=True)
class SampleCitizen:
    """An invented citizen (công dân mẫu).

    `qr_7` and `qr_11` are what the card's QR code would hold: seven fields (chip cards until June 2024) and the same
    with four empty ones more (cards since July 2024).
    """

    id_number: str
    old_number: str
    name: str
    birth_date: date
    sex: Literal["Nam", "Nữ"]
    address: str
    issued_on: date
    phone: str
    qr_7: str
    qr_11: str


def sample_office_document() -> dict[str, Any]:
    """The reference document of the sample ward, with catalogue and calendar, without staff and devices.

    `shared.domain.office.office_from_document` reads it.
    """
    office: dict[str, Any] = _json("office.json")
    office["procedures"] = json.loads(
        (files("resources.catalogue") / "commune_procedures.json").read_text(encoding="utf-8")
    )
    office["procedures"] = _with_the_wards_own(office["procedures"])
    office["calendar"] = _calendar_document()
    return office


def _with_the_wards_own(procedures: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The catalogue, in which the ward handles some procedures in another way from a day on."""
    own = {entry["code"]: entry for entry in _json("procedures.json")}
    found: list[dict[str, Any]] = []
    for procedure in procedures:
        entry = own.get(procedure["code"])
        if entry is None:
            found.append(procedure)
            continue
        begins = date.fromisoformat(entry["valid_from"])
        found.append({**procedure, "valid_to": (begins - timedelta(days=1)).isoformat()})
        found.append({**procedure, **entry})
    return found


def sample_staff() -> tuple[SampleStaff, ...]:
    """The staff of the sample ward; whoever sets the sample up hashes the passwords and PINs."""
    return tuple(SampleStaff(**entry) for entry in _json("staff.json"))


def sample_citizens() -> tuple[SampleCitizen, ...]:
    """Sixty invented citizens."""
    return tuple(_citizen(entry) for entry in _json("citizens.json"))


def arrival_minutes(seed: int, count: int, start: time, end: time) -> tuple[float, ...]:
    """`count` moments of arrival between `start` and `end`, in minutes after `start`, earliest first.

    Drawn by the hourly profile, evenly within an hour; the same arguments always give the same moments. Raises
    ValueError if the profile has no arrivals in that span.
    """
    first, last = _minutes(start), _minutes(end)
    spans: list[tuple[float, float]] = []
    weights: list[float] = []
    for hour, arrivals in sorted((int(key), value) for key, value in _profile("hour").items()):
        opens, closes = max(first, hour * 60), min(last, (hour + 1) * 60)
        if opens < closes:
            spans.append((opens, closes))
            weights.append(arrivals * (closes - opens) / 60)
    if not spans:
        raise ValueError("no arrivals are known between these times")
    chance = random.Random(seed)  # noqa: S311
    chosen = chance.choices(spans, weights, k=count)
    return tuple(sorted(chance.uniform(opens, closes) - first for opens, closes in chosen))


def weekday_weights() -> tuple[float, ...]:
    """How busy Monday to Friday are; 1 is the average day."""
    arrivals = tuple(_profile("weekday").values())
    return tuple(each * len(arrivals) / sum(arrivals) for each in arrivals)


def _json(name: str) -> Any:
    return json.loads((files(__package__) / name).read_text(encoding="utf-8"))


def _calendar_document() -> dict[str, Any]:
    calendar = _json("calendar.json")
    weekly = [tuple(_session(pair) for pair in sessions) for sessions in calendar["weekly"]]
    entries = [
        OfficeEntry(
            day=date.fromisoformat(entry["day"]),
            kind=entry["kind"],
            note=entry["note"],
            sessions=tuple(_session(pair) for pair in entry.get("sessions", ())),
        )
        for entry in calendar["entries"]
    ]
    return vietnam_calendar(range(calendar["first_year"], calendar["last_year"] + 1), weekly, entries)


def _session(pair: list[str]) -> Session:
    start, end = pair
    return Session(time.fromisoformat(start), time.fromisoformat(end))


def _citizen(entry: dict[str, Any]) -> SampleCitizen:
    dates = {name: date.fromisoformat(entry[name]) for name in ("birth_date", "issued_on")}
    return SampleCitizen(**{**entry, **dates})


def _profile(kind: str) -> dict[str, int]:
    """The figures of one kind ("hour", "weekday"), in the order of the file."""
    lines = (files(__package__) / "arrivals.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
    return {row["key"]: int(row["count"]) for row in rows if row["kind"] == kind}


def _minutes(moment: time) -> float:
    return moment.hour * 60 + moment.minute + moment.second / 60

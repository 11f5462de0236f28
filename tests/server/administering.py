"""Helpers of the tests of administration: what a page holds, what an office is now, what was written down."""

from __future__ import annotations

import json
import re
from html import unescape

import requests
from sqlalchemy import select

from server.offices import Offices
from shared.domain.office import Office
from shared.journal import tables
from tests.server.running import RunningServer

OFFICE = "phuong-mau"
COUNTER = {"number": "7", "name": "Quầy thử", "lines": ["C", "A"]}


def known(server: RunningServer, office: str = OFFICE) -> Office:
    """The office as it is now."""
    offices = Offices(server.engine, server.clock)
    with offices.journal(office).reading() as reader:
        return offices.reference(office).read(reader.connection)


def at(path: str) -> str:
    """The address of a page about the office."""
    return f"/administration/{path}?office={OFFICE}"


def seen(page: requests.Response) -> str:
    """The mark of what a form was made from."""
    found = re.search(r'name="seen" value="([^"]*)"', page.text)
    assert found, page.text
    return found[1]


def events(server: RunningServer, kind: str) -> list[dict[str, object]]:
    """The events of one kind, in their order."""
    with server.journal().reading() as reader:
        bodies = reader.connection.execute(
            select(tables.event.c.body).where(tables.event.c.kind == kind).order_by(tables.event.c.cursor)
        ).scalars()
        return [json.loads(body) for body in bodies]


def personal_texts(server: RunningServer) -> str:
    """Every personal record, as one text."""
    with server.journal().reading() as reader:
        return "".join(body.decode() for body in reader.connection.execute(select(tables.personal.c.body)).scalars())


def filled(page: str) -> dict[str, object]:
    """What a browser would send of the page's first form with a `seen`, untouched."""
    form = next(each for each in re.findall(r"<form.*?</form>", page, re.DOTALL) if 'name="seen"' in each)
    fields: dict[str, object] = {}
    ticked: dict[str, list[str]] = {}
    for tag in re.findall(r"<input[^>]*>", form):
        attributes = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        if attributes.get("type") == "checkbox":
            if " checked" in tag:
                ticked.setdefault(attributes["name"], []).append(unescape(attributes["value"]))
        elif "name" in attributes:
            fields[attributes["name"]] = unescape(attributes.get("value", ""))
    for name, text in re.findall(r'<textarea[^>]*name="([^"]*)"[^>]*>(.*?)</textarea>', form, re.DOTALL):
        fields[name] = unescape(text)
    for name, options in re.findall(r'<select[^>]*name="([^"]*)"[^>]*>(.*?)</select>', form, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', options) or re.search(r'value="([^"]*)"', options)
        assert chosen
        fields[name] = unescape(chosen[1])
    return fields | ticked

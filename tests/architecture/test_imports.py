"""Who may import whom holds in the tree, and the checker sees it when it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.architecture.imports import Import, imports_of, offences

ROOT = Path(__file__).resolve().parents[2]


def written(root: Path, file: str, source: str) -> Path:
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(source, encoding="utf-8")
    return Path(file)


def test_every_import_keeps_the_rules() -> None:
    assert [str(offence) for offence in offences(ROOT)] == []


@pytest.mark.parametrize("top", ["shared/domain", "shared/journal", "kiosk", "counter", "server", "installer"])
def test_the_checker_reads_the_rooms_of_this_tree(top: str) -> None:
    assert list((ROOT / top).rglob("*.py"))


@pytest.mark.parametrize(
    ("file", "source", "rule"),
    [
        ("shared/domain/ticket.py", "import sqlalchemy", "shared.domain imports the standard library only"),
        ("shared/domain/ticket.py", "from shared.journal import event", "shared.domain may not import shared.journal"),
        ("shared/clock.py", "from shared.domain import ticket", "shared.clock may not import shared.domain"),
        ("shared/journal/journal.py", "from ..replication import sender", "may not import shared.replication"),
        ("shared/journal/journal.py", "import shared.actions.issue", "may not import shared.actions"),
        ("shared/actions/issue.py", "from shared import replication", "may not import shared.replication"),
        ("shared/documents/slip.py", "import shared.journal", "shared.documents may not import shared.journal"),
        ("shared/documents/slip.py", "from PySide6.QtGui import QImage", "only shared/qt, kiosk and counter"),
        ("shared/qt/lanes.py", "import shared.documents.slip", "shared.qt may not import shared.documents"),
        ("shared/replication/sender.py", "import requests", "only shared/replication/http_transport.py"),
        ("shared/surprise/new.py", "import shared.domain", "shared.surprise is a room without a rule"),
        ("kiosk/app.py", "import counter.app", "kiosk may not import counter"),
        ("counter/wiring.py", "import kiosk.wiring", "counter wiring may not import kiosk"),
        ("counter/desk/presenter.py", "from shared.journal import journal", "in counter only wiring imports"),
        ("kiosk/journeys/view_model.py", "from shared.actions import issue", "in kiosk only wiring imports"),
        ("kiosk/app.py", "import requests", "only shared/replication/http_transport.py"),
        ("kiosk/app.py", "import tests.conftest", "kiosk may not import tests"),
        ("server/app.py", "import shared.qt.lanes", "server may not import shared.qt"),
        ("server/app.py", "from PySide6 import QtCore", "only shared/qt, kiosk and counter import Qt"),
        ("server/app.py", "import counter", "server may not import counter"),
        ("installer/bootstrap.py", "import packaging", "installer imports the standard library only"),
        ("installer/bootstrap.py", "import shared.domain", "the set-up runs before anything else"),
        ("shared/domain/late.py", "def f():\n    import requests", "shared.domain imports the standard library only"),
        ("shared/domain/call.py", "import importlib\nimportlib.import_module('PySide6.QtCore')", "standard library"),
        (
            "shared/domain/typed.py",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from shared.journal.event import Event",
            "shared.domain may not import shared.journal",
        ),
    ],
)
def test_the_checker_sees_a_forbidden_import(tmp_path: Path, file: str, source: str, rule: str) -> None:
    written(tmp_path, file, source)
    assert any(rule in str(offence) for offence in offences(tmp_path))


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("shared/domain/ticket.py", "import datetime\nfrom shared.clock import Clock\nfrom .line import Line"),
        ("shared/journal/journal.py", "import sqlalchemy\nfrom shared.domain.ticket import Ticket"),
        ("shared/replication/http_transport.py", "import requests"),
        ("shared/qt/lanes.py", "from PySide6.QtCore import QObject\nimport shared.journal.journal"),
        ("kiosk/wiring.py", "from shared.actions import issue\nfrom shared.journal import journal\nimport kiosk.app"),
        ("counter/wiring/office.py", "from shared.replication import replicator"),
        ("server/app.py", "import fastapi\nfrom shared.replication import receiver"),
        ("installer/bootstrap.py", "import os\nfrom installer import environment"),
        ("installer/demo/__main__.py", "import requests\nimport kiosk\nimport counter"),
    ],
)
def test_the_checker_lets_an_allowed_import_pass(tmp_path: Path, file: str, source: str) -> None:
    written(tmp_path, file, source)
    assert offences(tmp_path) == []


def test_a_relative_import_is_read_by_its_full_name(tmp_path: Path) -> None:
    file = written(tmp_path, "shared/journal/migrations/first.py", "from ..tables import events\nfrom . import base")
    assert list(imports_of(tmp_path, file)) == [
        Import(file, 1, "shared.journal.tables.events"),
        Import(file, 2, "shared.journal.migrations.base"),
    ]

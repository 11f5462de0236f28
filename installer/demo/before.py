"""What lies in the office before the sample morning begins: a dossier of last week, due on the next working day."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from pathlib import Path

from server.offices import Offices
from shared.clock import HO_CHI_MINH, SetClock
from shared.domain.fact import Fact
from shared.identities import Identities
from shared.journal.opening import open_server

_RECEIVED_AT = datetime(2026, 11, 16, 8, 5, tzinfo=HO_CHI_MINH)
_DUE_AT = datetime(2026, 11, 25, 17, 0, tzinfo=HO_CHI_MINH)
"""The 24th, a Tuesday, is a holiday."""

DUE_NEXT = "H99.99.01-261116-0901"
"""The code of the dossier that will not be ready in time."""


def put_into(folder: Path) -> None:
    """Writes the dossier into the server's database in `folder`, as received a week ago by the officer at counter 1."""
    clock = SetClock(_RECEIVED_AT + timedelta(seconds=1))
    engine = open_server(None, folder)
    try:
        offices = Offices(engine, clock)
        with offices.journal(offices.names()[0]).writing() as writer:
            writer.append("staff-1", [_received(Identities(clock))])
    finally:
        engine.dispose()


def _received(identities: Identities) -> Fact:
    data = {
        "code": DUE_NEXT,
        "token": identities.token(),
        "procedure": "1.004884",
        "procedure_name": "Thủ tục đăng ký lại khai sinh",
        "field": "Hộ tịch",
        "channel": "in_person",
        "documents": [["Tờ khai đăng ký lại khai sinh", 1, 0]],
        "sets": 1,
        "fee_vnd": None,
        "return_way": "one_stop",
        "received_at": _RECEIVED_AT.isoformat(),
        "due_at": _DUE_AT.isoformat(),
        "time_limit_text": "Trong thời hạn 05 ngày làm việc, kể từ ngày tiếp nhận hồ sơ",
        "promise": "07 ngày làm việc",
        "form_number": 901,
        "form_version": "01",
        "counter": "quay-1",
        "ticket": None,
    }
    applicant = {
        "name": "Lê Thị Mẫu",
        "identity_number": "000185000901",
        "birth_date": "1985-03-02",
        "address": "Số 9, Đường Mẫu 1, Phường Mẫu, Thành phố Thử",
        "phone": "0900000901",
        "email": "",
    }
    return Fact(str(uuid.uuid4()), "dossier.received", data, applicant)

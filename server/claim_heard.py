"""Whether the server has heard of the last number that a counter called by itself, before it gives that counter one.

After an outage the counter's log may still be on its way; a number that it has called already would be given again.
"""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, select

from server.refusals import HttpRefusal
from shared.journal import tables
from shared.replication.claim_messages import NOT_HEARD_YET, CalledAlone
from shared.replication.signing import Caller

_HEARD = select(tables.log.c.seq).where(
    tables.log.c.office == bindparam("office"),
    tables.log.c.device == bindparam("device"),
    tables.log.c.epoch == bindparam("epoch"),
)


def not_heard_yet(connection: Connection, caller: Caller, called: CalledAlone | None) -> HttpRefusal | None:
    """409 `not_heard_yet` when the log of `caller` does not reach here as far as `called`; None when it does."""
    if called is None:
        return None
    where = {"office": caller.office, "device": caller.device, "epoch": called.epoch}
    if (connection.execute(_HEARD, where).scalar() or 0) >= called.seq:
        return None
    return HttpRefusal(
        409,
        NOT_HEARD_YET,
        "Quầy còn số đã gọi khi mất kết nối chưa gửi lên; máy gửi xong sẽ gọi tiếp.",
        "The counter has called numbers by itself that have not come here yet; it sends them and then goes on.",
    )

"""How an empty server becomes an office server, and how it follows the central server to another address."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from sqlalchemy import Engine, select

from server.upstream.device_rows import keep_device_rows
from server.upstream.province_line import ProvinceLine
from shared.clock import Clock
from shared.failures import EnvironmentFailure, Refusal
from shared.identities import Identities
from shared.journal import tables
from shared.journal.engine import failures_in_words
from shared.journal.inserting import upsert
from shared.journal.journal import Journal
from shared.journal.node import Node, read_node, write_node
from shared.journal.reference import ReferenceData
from shared.replication.enrolment_client import Application, enrol
from shared.replication.messages import ReferenceAnswer
from shared.replication.request_counters import begin_run
from shared.replication.server_line import ServerLine


def join(engine: Engine, clock: Clock, application: Application) -> Node:
    """Makes the empty server database behind `engine` the office server that the code lets in.

    Fetches the office's reference data and its devices; asking again after a failure goes on where it stopped.
    Refusal `not_empty` for a server that has an office of its own; EnvironmentFailure `not_joined` when the province
    does not answer, and others as of `enrol`.
    """
    _refuse_own_office(engine)
    try:
        return _joined(engine, clock, application)
    except EnvironmentFailure as failure:
        raise _not_joined(application.server_url) if failure.code == "server_unreachable" else failure from failure


def _joined(engine: Engine, clock: Clock, application: Application) -> Node:
    node = enrol(engine, application)
    with _line(engine, clock, node) as (journal, line):
        reference = line.reference()
        devices = ProvinceLine(line).devices()
        with journal.writing() as writer:
            upsert(writer.connection, tables.reference, [_row(node, reference)])
            keep_device_rows(writer.connection, node.office, devices)
            ReferenceData(node.office).read(writer.connection)
    return node


def move(engine: Engine, clock: Clock, server_url: str) -> None:
    """Notes that the central server is at another address, once it has answered there and knows this server.

    Refusal `no_office_server` for a server that has not joined, `province_elsewhere` when that address does not answer
    as the one that let this server in.
    """
    with failures_in_words(), engine.begin() as connection:
        node = read_node(connection)
    if node is None or not node.server_url:
        raise Refusal(
            "no_office_server",
            "Máy chủ này chưa thuộc máy chủ của tỉnh. Hãy chạy lệnh join với mã đăng ký trước.",
            "This server does not belong to a province's server. Run the command join with a code first.",
        )
    later = replace(node, server_url=server_url.rstrip("/"))
    if later == node:
        return
    with _line(engine, clock, later) as (journal, line):
        try:
            known = any(row.device == node.device for row in ProvinceLine(line).devices())
        except EnvironmentFailure as failure:
            raise _elsewhere() from failure
        if not known:
            raise _elsewhere()
        with journal.writing() as writer:
            write_node(writer.connection, later)


@contextmanager
def _line(engine: Engine, clock: Clock, node: Node) -> Iterator[tuple[Journal, ServerLine]]:
    journal = Journal(
        engine, office=node.office, device=node.device, epoch=node.epoch, clock=clock, identities=Identities(clock)
    )
    with journal.writing() as writer:
        counters = begin_run(writer.connection)
    line = ServerLine(node, counters)
    try:
        yield journal, line
    finally:
        line.close()


def _row(node: Node, reference: ReferenceAnswer) -> dict[str, object]:
    return {"office": node.office, "version": reference.version, "document": reference.document}


def _refuse_own_office(engine: Engine) -> None:
    with failures_in_words(), engine.begin() as connection:
        node = read_node(connection)
        has_office = connection.execute(select(tables.reference.c.office).limit(1)).first() is not None
    if (node is not None and not node.server_url) or (node is None and has_office):
        raise Refusal(
            "not_empty",
            "Máy chủ này đã có đơn vị của riêng nó; chỉ máy chủ trống mới vào máy chủ của tỉnh được.",
            "This server has an office of its own; only an empty one can join the province's server.",
        )


def _not_joined(server_url: str) -> EnvironmentFailure:
    return EnvironmentFailure(
        "not_joined",
        f"Chưa kết nối được máy chủ của tỉnh tại {server_url}, nên máy này chưa phục vụ đơn vị. Mã đăng ký vẫn dùng "
        "được. Hãy xem lại đường mạng và địa chỉ (bắt đầu bằng https://), rồi chạy lại đúng lệnh này.",
        f"The province's server cannot be reached at {server_url}, so this machine serves no office yet. The code is "
        "still good. Check the line and the address (it begins with https://), then run the same command again.",
    )


def _elsewhere() -> Refusal:
    return Refusal(
        "province_elsewhere",
        "Ở địa chỉ đó không có máy chủ của tỉnh đã nhận máy chủ này, hoặc chưa kết nối được. Địa chỉ cũ được giữ.",
        "At that address there is not the province's server that let this one in, or it cannot be reached. The old "
        "address is kept.",
    )

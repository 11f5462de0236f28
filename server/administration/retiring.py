"""Taking something out of use (ngừng sử dụng): it may be no more in use, and the journal goes on knowing its name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sqlalchemy import func, select

from shared.domain.custody import ONE_STOP
from shared.domain.office import Counter, Department, Line, Office, OtherUnit, Retired, RetiredKind, StaffMember
from shared.domain.units import units_of_kind
from shared.failures import Refusal
from shared.journal.custody_queries import places
from shared.journal.journal import Reader
from shared.journal.tables import desk, ticket

Part = Line | Counter | Department | OtherUnit | StaffMember


def retired(part: Part, today: date) -> Retired | None:
    """What is kept of `part`; None for a line, whose letter and names stand in its tickets."""
    match part:
        case Counter():
            return Retired("counter", part.id, part.name, today, number=part.number)
        case Department() | OtherUnit():
            return Retired("unit", part.id, part.name, today)
        case StaffMember():
            return Retired("staff", part.id, part.name, today, unit=part.unit or "")
        case Line():
            return None


def without(office: Office, part: Part, today: date) -> Office:
    """`office` without `part`, whose name it keeps."""
    kept = retired(part, today)
    return replace(
        office,
        lines=tuple(each for each in office.lines if each != part),
        counters=tuple(each for each in office.counters if each != part),
        departments=tuple(each for each in office.departments if each != part),
        other_units=tuple(each for each in office.other_units if each != part),
        staff=tuple(each for each in office.staff if each != part),
        retired=(*office.retired, kept) if kept else office.retired,
    )


def retired_ids(office: Office, kind: RetiredKind) -> set[str]:
    """The ids of one kind that `office` has taken out of use: nothing else ever gets them."""
    return {each.id for each in office.retired if each.kind == kind}


def new_staff_id(office: Office) -> str:
    """An id for a member of staff that nobody has or had."""
    taken = {each.id for each in office.staff} | retired_ids(office, "staff")
    return next(each for each in (f"staff-{number}" for number in range(1, len(taken) + 2)) if each not in taken)


def in_use(office: Office) -> set[tuple[RetiredKind, str]]:
    """The kinds and ids of the counters and units that `office` has in use."""
    found: set[tuple[RetiredKind, str]] = {("counter", each.id) for each in office.counters}
    found |= {("unit", each.id) for each in office.departments}
    return found | {("unit", each.id) for each in office.other_units}


def gone(before: Office, after: Office) -> Iterator[Line | Counter | Department | OtherUnit]:
    """The lines, counters and units of `before` that `after` no longer has."""
    letters, used = {line.letter for line in after.lines}, in_use(after)
    yield from (line for line in before.lines if line.letter not in letters)
    yield from (each for each in before.counters if ("counter", each.id) not in used)
    yield from (each for each in before.departments if ("unit", each.id) not in used)
    yield from (each for each in before.other_units if ("unit", each.id) not in used)


def vanishing(before: Office, after: Office, today: date) -> Iterator[Retired]:
    """The names that `after` would lose of what `before` has in use."""
    return (kept for part in gone(before, after) if (kept := retired(part, today)) is not None)


def refuse_in_use(reader: Reader, before: Office, after: Office, today: date) -> None:
    """Refusal `in_use`, with what has to be done first, while work hangs on what `after` lacks of `before`."""
    for part in gone(before, after):
        match part:
            case Counter():
                _refuse_open_desk(reader, part)
            case Line():
                _refuse_line(reader, after, part, today)
            case Department() | OtherUnit():
                _refuse_staffed(after, part)
                _refuse_papers(reader, before, part)


def _refuse_open_desk(reader: Reader, counter: Counter) -> None:
    query = select(func.count()).where(
        desk.c.office == reader.office, desk.c.counter == counter.id, desk.c.state != "closed"
    )
    if reader.connection.execute(query).scalar_one():
        raise Refusal(
            "in_use",
            f"Quầy {counter.number} đang có người trực. Hãy đóng quầy ở chương trình quầy rồi làm lại.",
            f"Counter {counter.number} is open now. Close it at the counter, then repeat this.",
        )


def _refuse_line(reader: Reader, office: Office, line: Line, today: date) -> None:
    serving = [counter.number for counter in office.counters if line.letter in counter.lines]
    if serving:
        numbers = ", ".join(map(str, serving))
        raise Refusal(
            "in_use",
            f"Hàng chờ {line.letter} còn được phục vụ tại quầy {numbers}. Hãy bỏ hàng chờ này khỏi các quầy đó trước.",
            f"Line {line.letter} is still served at counter {numbers}. Take it from those counters first.",
        )
    query = select(func.count()).where(
        ticket.c.office == reader.office,
        ticket.c.date == today.isoformat(),
        ticket.c.state == "waiting",
        ticket.c.line == line.letter,
    )
    waiting = reader.connection.execute(query).scalar_one()
    if waiting:
        raise Refusal(
            "in_use",
            f"Còn {waiting} người đang chờ ở hàng {line.letter}. Hãy ngừng hàng chờ này sau giờ làm việc.",
            f"Line {line.letter} has people waiting ({waiting}). Take it out of use after office hours.",
        )


def _refuse_staffed(office: Office, unit: Department | OtherUnit) -> None:
    people = sum(member.unit == unit.id for member in office.staff)
    if people:
        raise Refusal(
            "in_use",
            f"{unit.name} còn {people} người trong danh sách cán bộ. Hãy chuyển đơn vị hoặc ngừng họ trước.",
            f"{unit.name} still has people on the staff list ({people}). Move them or take them off it first.",
        )


def _refuse_papers(reader: Reader, office: Office, unit: Department | OtherUnit) -> None:
    homes = [ONE_STOP, *units_of_kind(office, "satellite")]
    held = sum(place.count for place in places(reader, homes) if unit.id in (place.holder, place.transit_to))
    if held:
        raise Refusal(
            "in_use",
            f"{unit.name} còn giữ hoặc đang được gửi {held} giấy tờ. Hãy bàn giao hết rồi làm lại.",
            f"{unit.name} still has, or is being sent, {held} papers. Hand them over, then repeat this.",
        )

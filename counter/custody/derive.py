"""The words of the panel beside the map: pure functions from the room's state to what is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from counter.custody.derive_map import ICONS
from counter.custody.state import CustodyState, alarm_identity, paper_identity
from counter.custody.words import age_words, contents_words, place_words
from counter.parts.rows import Row
from counter.ports.custody import AlarmRow, HandRow, PaperRow, UnitOnMap, Whereabouts
from counter.words import joined, short_moment, translate
from shared.domain.delivery import Content


@dataclass(frozen=True, slots=True)
class HandProps:
    """One stay in the chain of hands: the unit, who signed, since when; `now`: it is there still."""

    icon: str
    words: str
    below: str
    now: bool
    urgent: bool = False


def total_words(state: CustodyState) -> str:
    """How many papers there are, and how many of them are on their way."""
    if state.found is None:
        return translate("Custody", "Đang xem giấy tờ ở đâu…")
    spots = state.found.spots
    if not spots:
        return translate("Custody", "Không có giấy tờ nào đang ở cơ quan hay trên đường.")
    moving = sum(each.count for each in spots if each.transit_to is not None)
    words = translate("Custody", "{count} giấy tờ · {moving} đang bàn giao")
    return words.format(count=sum(each.count for each in spots), moving=moving)


def alarms_key_words(state: CustodyState) -> str:
    """The button that leads to what calls for attention."""
    return translate("Custody", "Cần chú ý: {count}").format(count=len(state.alarms))


def panel_title(state: CustodyState) -> str:
    """What the panel shows."""
    if state.panel == "where" and state.where is not None:
        return state.where.paper.code
    if state.panel == "place" and state.place is not None:
        return place_words(state, state.place)
    return translate("Custody", "Cần chú ý")


def panel_subtitle(state: CustodyState) -> str:
    """What the panel says below its title; where it is empty, a sentence for that."""
    if state.panel == "where" and state.where is not None:
        return paper_words(state.where.paper)
    if state.panel == "place" and state.place is not None:
        spot = state.spot(state.place)
        if spot is None:
            return translate("Custody", "Không có giấy tờ nào ở đây.")
        more = state.papers.more if state.papers else 0
        words = contents_words(spot)
        return (
            words
            if not more
            else translate("Custody", "{words} · còn {more} chưa liệt kê").format(words=words, more=more)
        )
    if state.found is None:
        return ""
    if not state.alarms:
        return translate("Custody", "Không có giấy tờ nào đi lạc hay chờ quá lâu.")
    return translate("Custody", "Thất lạc, chờ ký nhận quá lâu hoặc bưu điện giữ quá hạn.")


def derive_rows(state: CustodyState, language: str) -> tuple[tuple[str, Row], ...]:
    """The rows of the panel: papers in a place, or what calls for attention."""
    found = state.found
    if found is None:
        return ()
    if state.panel == "place":
        rows = state.papers.rows if state.papers else ()
        late = {each.paper.id for each in state.alarms if each.paper is not None and each.kind == "kept"}
        return tuple(
            (paper_identity(row.kind, row.id), _paper(row, found.at, language, late=row.id in late)) for row in rows
        )
    return tuple((alarm_identity(each), _alarm(each, found.at, language)) for each in state.alarms)


def paper_words(row: PaperRow) -> str:
    """What a paper is, besides its code."""
    if row.content is not None:
        return _letter_words(row.content)
    if row.kind == "consignment":
        return translate("Custody", "Phiếu gửi · {procedure}").format(procedure=row.procedure_name)
    return row.procedure_name


def detail_words(row: PaperRow, language: str) -> str:
    """All of a row that a list has no room for."""
    due = (
        translate("Custody", "Hẹn trả {moment}").format(moment=short_moment(row.due_at, language)) if row.due_at else ""
    )
    moment = translate("Custody", "Từ {moment}").format(moment=short_moment(row.since, language))
    return "\n".join(each for each in (paper_words(row), joined(moment, row.by, _record(row.record)), due) if each)


def where_words(where: Whereabouts) -> str:
    """Where one paper is, in one sentence."""
    if where.paper.lost:
        return translate("Custody", "Thất lạc; nơi giữ cuối cùng: {unit}").format(unit=where.holder_name)
    if where.with_citizen:
        return translate("Custody", "Người dân đã nhận")
    if where.transit_to is not None:
        words = translate("Custody", "Đang bàn giao: {giver} → {receiver}")
        return words.format(giver=where.holder_name, receiver=where.transit_name)
    return translate("Custody", "Đang ở {unit}").format(unit=where.holder_name)


def signed_words(where: Whereabouts, language: str) -> str:
    """Since when, who signed, on which record."""
    row = where.paper
    signed = translate("Custody", "{who} ký giao") if where.transit_to else translate("Custody", "{who} ký nhận")
    return joined(
        translate("Custody", "từ {moment}").format(moment=short_moment(row.since, language)),
        signed.format(who=row.by) if row.by else "",
        _record(row.record),
    )


def derive_hands(where: Whereabouts, units: tuple[UnitOnMap, ...], language: str) -> tuple[HandProps, ...]:
    """The chain of hands, the present one first."""
    kinds = {each.id: each.kind for each in units} | {"citizen": "citizen"}
    chain = [
        HandProps(
            icon=ICONS[kinds.get(each.unit, "department")],
            words=each.unit_name,
            below=_hand(each, language),
            now=each.until is None and where.transit_to is None and where.lost_at is None,
        )
        for each in where.hands
    ]
    if where.transit_to is not None:
        waits = translate("Custody", "{receiver} chưa ký nhận").format(receiver=where.transit_name)
        chain.append(HandProps("handover", waits, signed_words(where, language), now=True))
    if where.lost_at is not None:
        below = joined(short_moment(where.lost_at, language), where.lost_by)
        words = translate("Custody", "Hai bên ghi nhận thất lạc")
        chain.append(HandProps("problem", words, below, now=True, urgent=True))
    return tuple(reversed(chain))


def _paper(row: PaperRow, at: datetime, language: str, *, late: bool) -> Row:
    age = age_words(at - row.since)
    if row.lost:
        right = translate("Custody", "thất lạc")
    elif row.disputed:
        right = translate("Custody", "có mâu thuẫn")
    else:
        right = translate("Custody", "quá hạn · {age}").format(age=age) if late else age
    return Row(row.code, _since(row, language), right, row.lost or row.disputed or late)


def _alarm(alarm: AlarmRow, at: datetime, language: str) -> Row:
    words = {
        "lost": translate("Custody", "thất lạc"),
        "unsigned": translate("Custody", "chưa ký nhận"),
        "kept": translate("Custody", "bưu điện giữ"),
    }[alarm.kind]
    right = f"{words} · {age_words(at - alarm.since)}"
    if alarm.paper is not None:
        return Row(alarm.paper.code, joined(alarm.holder_name, _since(alarm.paper, language)), right, urgent=True)
    sides = translate("Custody", "{giver} → {receiver}").format(giver=alarm.holder_name, receiver=alarm.transit_name)
    count = translate("Custody", "{count} giấy tờ").format(count=alarm.count)
    signed = translate("Custody", "{who} ký giao").format(who=alarm.by)
    return Row(alarm.record, joined(sides, count, signed), right, urgent=True)


def _since(row: PaperRow, language: str) -> str:
    return joined(short_moment(row.since, language), row.by, row.record)


def _hand(hand: HandRow, language: str) -> str:
    times = [short_moment(each, language) for each in (hand.since, hand.until) if each is not None]
    given = translate("Custody", "{who} giao").format(who=hand.given_by) if hand.given_by else ""
    signed = translate("Custody", "{who} ký nhận").format(who=hand.by) if hand.by else ""
    return joined(" – ".join(times), given, signed, _record(hand.record))


def _record(number: str) -> str:
    return translate("Custody", "biên bản {number}").format(number=number) if number else ""


def _letter_words(content: Content) -> str:
    return {
        "result": translate("Custody", "Kết quả"),
        "supplement_request": translate("Custody", "Thư: yêu cầu bổ sung"),
        "apology": translate("Custody", "Thư: xin lỗi, hẹn lại"),
    }[content]

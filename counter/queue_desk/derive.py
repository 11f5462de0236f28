"""What the desk shows, worked out from what the office answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from counter.ports import CounterChoice
from counter.queue_desk.desk_state import DeskState
from counter.queue_desk.situation import LineCount, Notice, Situation, Waiting
from counter.words import elapsed_words, time_of_day, translate, why_words
from shared.domain.ticket import APPOINTMENT, WALK_IN
from shared.domain.ticket_slip import WHY


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody who waits (người đang chờ): the number; why called early and since when; what follows, or ""."""

    label: str
    about: str
    then: str


@dataclass(frozen=True, slots=True)
class DeskProps:
    """The words of the desk (bàn gọi số). `can_call`, `can_act`: which keys do something now.

    `then`: the further matters of the number being served; `machines`: what somebody should see to elsewhere;
    `warning`: what will happen otherwise than was asked for; `slip_question`: what to do with the number on a slip.
    """

    counter: str
    number: str
    about: str
    then: str
    tag: str
    next_label: str
    next_why: str
    waiting: tuple[LineCount, ...]
    people: tuple[PersonRow, ...]
    transfer_to: tuple[LineCount, ...]
    parked: tuple[tuple[str, str], ...]
    notices: tuple[str, ...]
    machines: tuple[str, ...]
    walk_in_lines: tuple[LineCount, ...]
    warning: str
    slip_question: str
    can_call: bool
    can_act: bool


def derive_desk_props(state: DeskState, counter: CounterChoice | None, language: str) -> DeskProps:
    """The words for `state` at `counter`."""
    situation = state.situation
    serving = state.serving
    label, why = _next(situation)
    return DeskProps(
        counter=_counter(counter),
        number=serving.label if serving else "–",
        about=_about(state),
        then=_then(situation) if situation and serving else "",
        tag=_tag(state),
        next_label=label,
        next_why=why,
        waiting=situation.lines if situation else (),
        people=tuple(_person(each, language) for each in situation.waiting) if situation else (),
        transfer_to=_transfer_lines(situation),
        parked=tuple((each.id, each.label) for each in situation.parked) if situation else (),
        notices=_said(situation.notices, language) if situation else (),
        machines=_said(situation.machines, language) if situation else (),
        walk_in_lines=situation.lines if situation else (),
        warning=_closed_return(situation) if situation else "",
        slip_question=_slip_question(state),
        can_call=counter is not None and not state.calling,
        can_act=counter is not None and serving is not None,
    )


def then_words(further: tuple[str, ...]) -> str:
    """The further matters of a visit: "Sau đó: Cư trú – Căn cước"; "" when there are none."""
    return translate("QueueDesk", "Sau đó: {lines}").format(lines="; ".join(further)) if further else ""


def _then(situation: Situation) -> str:
    """Where the number being served goes afterwards: back to other counters first, then on to its further matters."""
    back = translate("QueueDesk", "quay lại quầy {number}")
    return then_words((*(back.format(number=number) for number in situation.returns), *situation.further))


def _closed_return(situation: Situation) -> str:
    if situation.serving is None or not situation.closed_return:
        return ""
    pattern = translate("QueueDesk", "Quầy {number} đã đóng: xong ở đây, số này chờ lại ở hàng {line}.")
    return pattern.format(number=situation.closed_return, line=situation.serving.returns[-1].line)


def _slip_question(state: DeskState) -> str:
    if not state.unsure_slip:
        return translate("QueueDesk", "Gõ số in trên phiếu, hoặc quét mã QR của phiếu.")
    pattern = translate("QueueDesk", "Máy này chưa biết số {label}. Nếu đúng là số trên phiếu, nhấn Enter lần nữa.")
    return pattern.format(label=state.unsure_slip.upper())


def _person(waiting: Waiting, language: str) -> PersonRow:
    since = translate("QueueDesk", "từ {time}").format(time=time_of_day(waiting.since))
    reason = ""
    if waiting.priority == APPOINTMENT:
        reason = translate("QueueDesk", "lịch hẹn")
    elif waiting.group is not None:
        reason = waiting.group.in_language(language)
    elif waiting.priority:
        reason = translate("QueueDesk", "Ưu tiên")
    return PersonRow(waiting.label, f"{since} · {reason}" if reason else since, then_words(waiting.further))


def _said(notices: tuple[Notice, ...], language: str) -> tuple[str, ...]:
    return tuple(each.en if language == "en" else each.vi for each in notices)


def _transfer_lines(situation: Situation | None) -> tuple[LineCount, ...]:
    """Where the ticket being served can be sent: every line but its own, those of other counters too."""
    if situation is None or situation.serving is None:
        return ()
    own = situation.serving.line
    return tuple(line for line in (*situation.lines, *situation.elsewhere) if line.letter != own)


def derive_elapsed(situation: Situation | None, now: datetime) -> str:
    """For how long the number has been served; "" while nobody is."""
    if situation is None or situation.serving is None or situation.serving.called_at is None:
        return ""
    return elapsed_words(now - situation.serving.called_at)


def _counter(counter: CounterChoice | None) -> str:
    if counter is None:
        return translate("QueueDesk", "Chưa mở quầy")
    return translate("QueueDesk", "Quầy {number} · {name}").format(number=counter.number, name=counter.name)


def _about(state: DeskState) -> str:
    if state.situation is None:
        return ""
    if state.serving is not None:
        return state.situation.serving_line_name
    if state.calling:
        return translate("QueueDesk", "Đang gọi số tiếp…")
    return translate("QueueDesk", "Chưa gọi số nào. Nhấn F2 để gọi.")


def _tag(state: DeskState) -> str:
    serving = state.serving
    if state.paused:
        return translate("QueueDesk", "Quầy đang tạm nghỉ")
    if serving is None:
        return ""
    if serving.call_why == WHY:
        return translate("QueueDesk", "Theo số trên phiếu")
    if serving.call_why == WALK_IN:
        return translate("QueueDesk", "Khách chưa lấy số")
    if serving.call_mode == "offline" and serving.call_why is None:
        return translate("QueueDesk", "Gọi khi mất kết nối")
    if serving.priority == APPOINTMENT:
        return translate("QueueDesk", "Lịch hẹn")
    return translate("QueueDesk", "Ưu tiên") if serving.priority else ""


def _next(situation: Situation | None) -> tuple[str, str]:
    if situation is None:
        return "–", ""
    if situation.next_up is None:
        return "–", translate("QueueDesk", "Không còn ai chờ")
    following = situation.next_up
    since = translate("QueueDesk", "chờ từ {time}").format(time=time_of_day(following.waiting_since))
    return following.label, f"{why_words(following.why, following.priority)} · {since}"

"""The words of the room of deliveries."""

from __future__ import annotations

from dataclasses import dataclass

from counter.delivery.state import Deed, DeliveryRoomState, Group, Handing, identity_to_send
from counter.parts.rows import Row
from counter.ports import AuthorisedCollector
from counter.ports.delivery import DeliveryCard, DeliveryDone, DeliveryRow, ToSend
from counter.words import day_words, joined, money_words, short_moment, translate
from shared.clock import business_date
from shared.domain.delivery import AttemptOutcome, Content, DeliveryState, IdentityPaper
from shared.domain.office import PostalScope


def content_words(content: Content) -> str:
    """What is sent."""
    return {
        "result": translate("Delivery", "Kết quả"),
        "supplement_request": translate("Delivery", "Phiếu yêu cầu bổ sung"),
        "apology": translate("Delivery", "Phiếu xin lỗi"),
    }[content]


def group_words(group: Group) -> str:
    """The name of a list."""
    return {
        "to_send": translate("Delivery", "Chờ lập"),
        "prepared": translate("Delivery", "Chờ giao"),
        "with_post": translate("Delivery", "Bưu điện giữ"),
        "back": translate("Delivery", "Hoàn về"),
    }[group]


def nothing_words(state: DeliveryRoomState) -> str:
    """What an empty list says."""
    if state.at_post:
        return translate("Delivery", "Không có bưu gửi nào cần phát. Bưu gửi hiện ở đây khi điểm bưu điện ký nhận.")
    return {
        "to_send": translate("Delivery", "Không có kết quả hay thư nào chờ gửi bưu điện."),
        "prepared": translate("Delivery", "Không có phiếu nào chờ bàn giao cho bưu điện."),
        "with_post": translate("Delivery", "Bưu điện không giữ bưu gửi nào."),
        "back": translate("Delivery", "Không có bưu gửi nào hoàn về."),
    }[state.group]


def state_words(state: DeliveryState) -> str:
    """Where a delivery stands."""
    return {
        "prepared": translate("Delivery", "Chờ bưu điện nhận"),
        "with_post": translate("Delivery", "Bưu điện đang giữ"),
        "going_back": translate("Delivery", "Đang chuyển hoàn"),
        "delivered": translate("Delivery", "Đã phát"),
        "back": translate("Delivery", "Đã hoàn về"),
        "withdrawn": translate("Delivery", "Đã hủy"),
    }[state]


def scope_words(scope: PostalScope) -> str:
    """Where the post goes."""
    return {
        "commune": translate("Delivery", "Cùng xã, phường"),
        "province": translate("Delivery", "Cùng tỉnh"),
        "country": translate("Delivery", "Khác tỉnh"),
    }[scope]


def paper_words(paper: IdentityPaper) -> str:
    """The identity paper that was seen."""
    return {
        "identity_card": translate("Delivery", "Căn cước"),
        "passport": translate("Delivery", "Hộ chiếu"),
        "birth_certificate": translate("Delivery", "Giấy khai sinh"),
        "other": translate("Delivery", "Giấy tờ khác"),
    }[paper]


def outcome_words(outcome: AttemptOutcome) -> str:
    """How an attempt ended."""
    return {
        "absent": translate("Delivery", "Đi vắng"),
        "invited": translate("Delivery", "Đã mời đến nhận"),
        "refused": translate("Delivery", "Từ chối nhận"),
        "wrong_address": translate("Delivery", "Sai địa chỉ"),
    }[outcome]


def list_rows(state: DeliveryRoomState, language: str) -> tuple[tuple[str, Row], ...]:
    """The rows of the list, each with its identity."""
    return tuple(
        (identity_to_send(each.dossier, each.content), _waiting_row(each))
        if isinstance(each, ToSend)
        else (each.id, _row(each, state, language))
        for each in state.shown
    )


def _waiting_row(row: ToSend) -> Row:
    about = content_words(row.content) if row.content != "result" else row.procedure_name
    return Row(row.code, joined(row.applicant_name, about))


def _row(row: DeliveryRow, state: DeliveryRoomState, language: str) -> Row:
    right, urgent = _mark(row, language)
    if state.at_post:
        invited = translate("Delivery", "Đã mời {count} lần").format(count=row.invitations) if row.invitations else ""
        return Row(row.addressee_name, joined(invited, row.address), right, urgent=urgent)
    return Row(row.code, row.addressee_name, right, urgent=urgent)


def _mark(row: DeliveryRow, language: str) -> tuple[str, bool]:
    if row.state == "going_back":
        return translate("Delivery", "↩ Chuyển hoàn"), False
    if row.state != "with_post":
        return row.tracking, False
    if row.due_at is None:
        return "", False
    day = day_words(business_date(row.due_at), language)[: -len(" 2026")]
    if row.late:
        return translate("Delivery", "⚠ Trễ hạn {day}").format(day=day), True
    return translate("Delivery", "Hạn {day}").format(day=day), False


@dataclass(frozen=True, slots=True)
class CardProps:
    """What the card of a delivery says: to whom, where, how far it is, until when, what was tried."""

    name: str
    address: str
    phone: str
    what: str
    state: str
    due: str
    short: str
    late: bool
    tracking: str
    tracking_warning: str
    instead: str
    tried: str
    again: str
    fee: str


def derive_card(card: DeliveryCard, language: str) -> CardProps:
    """The words for `card`."""
    row = card.row
    return CardProps(
        name=row.addressee_name or translate("Delivery", "(chưa có tên người nhận trên máy này)"),
        address=row.address,
        phone=card.phone,
        what=f"{content_words(row.content)} · {card.procedure_name}",
        state=_state(card, language),
        due=_due(card, language),
        short=joined(card.phone, row.tracking, row.code),
        late=row.late,
        tracking=row.tracking or translate("Delivery", "chưa ghi"),
        tracking_warning=label_warning(card.tracking_form == "wrong_digit"),
        instead=may_receive_words(card.recipients),
        tried=_tried(card, language),
        again=_again(card, language),
        fee=translate("Delivery", "⚠ Thu hộ khi phát: {amount}").format(amount=money_words(card.fee_vnd, language))
        if card.fee_vnd
        else "",
    )


def may_receive_words(people: tuple[AuthorisedCollector, ...]) -> str:
    """Whom the applicant named at reception; "" when nobody."""
    names = ", ".join(each.name for each in people)
    return translate("Delivery", "Được nhận thay: {names}").format(names=names) if names else ""


def label_warning(wrong: bool) -> str:  # noqa: FBT001
    """What is said about a number whose check digit does not fit."""
    return translate("Delivery", "Số kiểm tra của số hiệu không khớp: xin đối chiếu với nhãn.") if wrong else ""


def _state(card: DeliveryCard, language: str) -> str:
    row = card.row
    since = short_moment(row.since, language)
    words = f"{state_words(row.state)} · {row.unit_name} · {since}"
    if row.state != "delivered" or not card.received_by:
        return words
    return translate("Delivery", "Đã phát lúc {since}, người ký nhận: {name}").format(
        since=since, name=card.received_by
    )


def _due(card: DeliveryCard, language: str) -> str:
    row, scope = card.row, scope_words(card.scope).lower()
    if row.due_at is None or row.state not in ("with_post", "going_back"):
        return ""
    day = day_words(business_date(row.due_at), language)
    if row.late:
        return translate("Delivery", "⚠ Trễ: phải phát xong trong ngày {day} ({scope})").format(day=day, scope=scope)
    return translate("Delivery", "Phát xong trong ngày {day} ({scope})").format(day=day, scope=scope)


def _tried(card: DeliveryCard, language: str) -> str:
    lines = [f"{short_moment(each.at, language)} · {outcome_words(each.outcome)} · {each.by}" for each in card.attempts]
    return "\n".join(lines)


def _again(card: DeliveryCard, language: str) -> str:
    """How often was invited, and when the next invitation counts."""
    row = card.row
    if row.state not in ("with_post", "going_back") or not card.attempts:
        return ""
    if row.state == "going_back":
        return translate("Delivery", "Bàn giao lại cho Bộ phận Một cửa ở phòng Bàn giao.")
    if row.hopeless:
        return translate("Delivery", "Không phải mời thêm: có thể chuyển hoàn ngay.")
    counted = translate("Delivery", "Đã mời {count}/{wanted} lần").format(
        count=row.invitations, wanted=card.invitations_wanted
    )
    if card.may_give_up or row.again_from is None:
        return counted
    day = day_words(business_date(row.again_from), language)
    return translate("Delivery", "{counted}; lần tiếp theo tính từ ngày {day}.").format(counted=counted, day=day)


def armed_words(card: DeliveryCard, deed: Deed, handing: Handing, language: str) -> str:
    """What the second press will write down."""
    if deed == "deliver":
        name = handing.name.strip() or card.row.addressee_name
        if card.fee_vnd:
            amount = money_words(card.fee_vnd, language)
            return translate("Delivery", "{name} đã ký nhận, đã thu {amount}. Không hoàn tác được.").format(
                name=name, amount=amount
            )
        return translate("Delivery", "{name} đã ký nhận. Không hoàn tác được.").format(name=name)
    if deed in ("absent", "invited"):
        count = card.row.invitations + 1
        return translate("Delivery", "Nhấn lần nữa để ghi: {outcome}, lần mời thứ {count}.").format(
            outcome=outcome_words(deed).lower(), count=count
        )
    return {
        "refused": translate("Delivery", "Nhấn lần nữa để ghi: người nhận từ chối nhận."),
        "wrong_address": translate("Delivery", "Nhấn lần nữa để ghi: không tìm thấy địa chỉ này."),
        "give_up": translate("Delivery", "Nhấn lần nữa để ghi: chuyển hoàn về Bộ phận Một cửa."),
        "withdraw": translate("Delivery", "Nhấn lần nữa để hủy phiếu chuyển phát này."),
        "give": give_words(armed=True),
    }[deed]


def give_words(*, armed: bool) -> str:
    """The button for a letter that its applicant has got at the counter: at the first press, and at the second."""
    if armed:
        return translate("Delivery", "Nhấn lần nữa: đã trao tay")
    return translate("Delivery", "Đã trao tay")


def deed_done(deed: Deed, code: str) -> str:
    """What was done, after it was committed."""
    return {
        "deliver": translate("Delivery", "Đã phát bưu gửi của hồ sơ {code}."),
        "absent": translate("Delivery", "Đã ghi lần mời của hồ sơ {code}."),
        "invited": translate("Delivery", "Đã ghi lần mời của hồ sơ {code}."),
        "refused": translate("Delivery", "Đã ghi người nhận từ chối bưu gửi của hồ sơ {code}."),
        "wrong_address": translate("Delivery", "Đã ghi sai địa chỉ bưu gửi của hồ sơ {code}."),
        "give_up": translate("Delivery", "Bưu gửi của hồ sơ {code} được chuyển hoàn; hãy bàn giao lại cho Một cửa."),
        "withdraw": translate("Delivery", "Đã hủy phiếu chuyển phát hồ sơ {code}."),
        "give": translate("Delivery", "Đã ghi trao tay thư của hồ sơ {code}; không gửi bưu điện nữa."),
    }[deed].format(code=code)


def over_words(over: DeliveryDone) -> str:
    """A delivery that is over."""
    return deed_done("deliver", over.code)

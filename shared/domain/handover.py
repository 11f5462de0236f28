"""A handover (bàn giao hồ sơ): one list of papers that goes from one unit to another, signed by both sides.

The giver signs first: everything on the list is then in transit. The receiver counts and signs: what it takes is held
by it from that moment; what was missing, or refused with a reason, stays with the giver; what was there but not listed
is recorded. Until the second signature the giver can cancel. Decree 118/2025 Art. 18; Decision 45/2016/QĐ-TTg Art. 7;
the record is the Biên bản giao nhận.

The receiver's machine may never have heard of the list: it then knows it from the code that the giver printed
(`carried_list`), and its signature says itself who gave what to whom. When both signatures meet, every node folds the
same. The state stands in `handover_state`, its fold in `handover_fold`; all public names can be had from here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import get_args

from shared.domain.fact import Fact
from shared.domain.fee import dong
from shared.domain.handover_commands import (
    Accept,
    Cancel,
    Command,
    Listed,
    Offer,
    OnPaper,
    OutsideSigner,
    Paper,
    Settle,
)
from shared.domain.handover_fold import evolve
from shared.domain.handover_state import (
    Carried,
    DiscrepancyKind,
    Handover,
    HandoverState,
    OutsideSignature,
    PaperKind,
    RefusalReason,
    SettledAs,
    Settlement,
)
from shared.domain.office_record import UnitKind
from shared.failures import Refusal, Sentence

__all__ = [
    "Accept",
    "Cancel",
    "Carried",
    "Command",
    "DiscrepancyKind",
    "Handover",
    "HandoverState",
    "Listed",
    "Offer",
    "OnPaper",
    "OutsideSignature",
    "OutsideSigner",
    "Paper",
    "PaperKind",
    "RefusalReason",
    "Settle",
    "SettledAs",
    "Settlement",
    "decide",
    "evolve",
]


_CODE = re.compile(r"(?=.*[0-9])(?=.*[A-Z-])[0-9A-Z][0-9A-Z./-]{2,39}")
"""What an extra paper may be called: facts are read by kiosks too, so that no words about people get into them."""

_ANSWERS: Mapping[DiscrepancyKind, tuple[SettledAs, ...]] = {
    "missing": ("found_at_giver", "found_at_receiver", "lost"),
    "extra": ("receiver_keeps", "given_back"),
    "money": ("paid", "explained"),
}


def decide(handover: Handover | None, command: Command) -> tuple[Fact, ...]:
    """The facts for the handover and for each paper on it, or a Refusal that names what is in the way."""
    if isinstance(command, Offer):
        return _offered(handover, command)
    if handover is None:
        if isinstance(command, Accept) and command.on_paper is not None:
            return _accepted(_as_offered(command.id, command.on_paper), command)
        raise Refusal("no_such_handover", "Không tìm thấy biên bản bàn giao này.", "There is no such handover.")
    if isinstance(command, Settle):
        return _settled(handover, command)
    if handover.state != "offered":
        raise Refusal(
            "already_closed",
            f"Biên bản {handover.number} đã được ký nhận hoặc đã hủy.",
            f"Handover {handover.number} was accepted or cancelled already.",
        )
    if isinstance(command, Cancel):
        _only(command.unit, handover.giver, handover)
        not_taken = (_not_taken(handover, kind, item, "cancelled") for kind, item in handover.papers)
        return (Fact(handover.id, "handover.cancelled", {}), *not_taken)
    return _accepted(handover, command)


def _as_offered(identity: str, known: OnPaper) -> Handover:
    def of(kind: PaperKind) -> tuple[str, ...]:
        return tuple(item for each, item in known.papers if each == kind)

    return Handover(
        id=identity,
        number=known.number,
        giver=known.giver,
        receiver=known.receiver,
        dossiers=of("dossier"),
        consignments=of("consignment"),
        letters=of("delivery"),
        giver_kind=known.giver_kind,
        receiver_kind=known.receiver_kind,
        fees=known.fees,
        offered_by=known.offered_by,
        offered_at=known.offered_at,
    )


def _only(unit: str, wanted: str, handover: Handover) -> None:
    if unit != wanted:
        raise Refusal(
            "other_party",
            f"Biên bản {handover.number} phải do đơn vị khác ký.",
            f"Handover {handover.number} is for another unit to sign.",
        )


def _accepted(handover: Handover, command: Accept) -> tuple[Fact, ...]:
    _only(command.unit, handover.receiver, handover)
    listed = {item for _, item in handover.papers}
    if not {*command.missing, *command.refused, *command.damaged} <= listed:
        raise Refusal(
            "not_on_the_list",
            "Hồ sơ báo thiếu, từ chối hoặc hư hỏng không có trong danh sách bàn giao.",
            "A dossier reported missing, refused or damaged is not on the list.",
        )
    if set(command.missing) & {*command.refused, *command.damaged}:
        raise Refusal(
            "missing_and_there",
            "Một hồ sơ không thể vừa thiếu vừa bị từ chối hoặc hư hỏng.",
            "A dossier cannot be missing and refused or damaged at once.",
        )
    if not set(command.refused.values()) <= set(get_args(RefusalReason)):
        raise Refusal("no_reason", "Chưa chọn lý do từ chối.", "The reason of the refusal has not been chosen.")
    if not all(_CODE.fullmatch(each) for each in command.extra):
        raise Refusal(
            "extra_unreadable",
            "Giấy tờ thừa phải ghi bằng mã: chữ, số, dấu chấm và dấu gạch. Lời ghi chú hãy viết vào ô ghi chú.",
            "What was there too many is named by its code: letters, digits, dots, hyphens. Words go into the notes.",
        )
    left = {*command.missing, *command.refused}
    _money_counted([each for each in handover.fees if each.id not in left], command.counted_vnd)
    data: dict[str, object] = {"missing": list(command.missing), "extra": list(command.extra)}
    if command.refused:
        data["refused"] = [[item, reason] for item, reason in command.refused.items()]
    if command.damaged:
        data["damaged"] = list(command.damaged)
    if command.counted_vnd is not None:
        data["counted_vnd"] = command.counted_vnd
    if command.on_paper is not None:
        data["on_paper"] = _offer_data(handover) | {
            "offered_by": handover.offered_by,
            "offered_at": handover.offered_at.isoformat(),
            "codes": [[item, code] for item, code in command.on_paper.codes.items()],
        }
    notes = {item: words.strip() for item, words in command.notes.items() if words.strip()}
    personal: dict[str, object] = {"notes": notes} if notes else {}
    if command.outside is not None:
        data["outside_at"], personal["signer"] = _signed_outside(command.outside, handover.receiver_kind)
    accepted = Fact(handover.id, "handover.accepted", data, personal or None)
    return (accepted, *(_counted(handover, kind, item, command) for kind, item in handover.papers))


def _counted(handover: Handover, kind: PaperKind, item: str, command: Accept) -> Fact:
    if item in command.missing:
        return _not_taken(handover, kind, item, "missing")
    if item in command.refused:
        return _not_taken(handover, kind, item, command.refused[item])
    data: dict[str, object] = {"handover": handover.id, **_sides(handover)}
    if item in command.damaged:
        data["damaged"] = True
    return Fact(item, f"{kind}.taken", data)


def _not_taken(handover: Handover, kind: PaperKind, item: str, why: str) -> Fact:
    return Fact(item, f"{kind}.not_taken", {"handover": handover.id, **_sides(handover), "why": why})


def _money_counted(fees: list[Carried], counted_vnd: int | None) -> None:
    if counted_vnd is not None and counted_vnd < 0:
        raise Refusal("no_amount", "Số tiền đếm được không hợp lệ.", "The amount counted is not possible.")
    if fees and counted_vnd is None:
        due = dong(sum(each.amount_vnd for each in fees))
        raise Refusal(
            "money_not_counted",
            f"Danh sách có {due.vi} tiền thu hộ; hãy đếm và ghi số tiền nhận.",
            f"{due.en} of fees travel with this list; please count the money and enter it.",
        )


def _settled(handover: Handover, command: Settle) -> tuple[Fact, ...]:
    if command.unit not in (handover.giver, handover.receiver):
        _only(command.unit, handover.receiver, handover)
    if (command.kind, command.item) not in handover.open_discrepancies:
        raise Refusal(
            "no_such_difference", "Chênh lệch này đã được xử lý.", "This difference has been settled already."
        )
    if command.settled_as not in _ANSWERS[command.kind]:
        raise Refusal("no_such_answer", "Cách xử lý không phù hợp.", "This answer does not fit the difference.")
    if command.settled_as == "explained" and not command.note.strip():
        raise Refusal("no_reason", "Chưa ghi lý do chênh lệch tiền.", "The reason of the difference is missing.")
    if command.settled_as == "paid" and command.amount_vnd == 0:
        raise Refusal("no_amount", "Chưa ghi số tiền đã nộp hoặc trả lại.", "The amount paid is missing.")
    data = {
        "kind": command.kind,
        "item": command.item,
        "settled_as": command.settled_as,
        "amount_vnd": command.amount_vnd,
    }
    note = {"note": command.note.strip()} if command.note.strip() else None
    settled = Fact(handover.id, "handover.difference_settled", data, note)
    return (settled, *_moved(handover, command))


def _moved(handover: Handover, command: Settle) -> tuple[Fact, ...]:
    """What the settlement means for the paper itself."""
    if command.settled_as in ("found_at_giver", "found_at_receiver", "lost"):
        kind = next(kind for kind, item in handover.papers if item == command.item)
        return (_moved_paper(handover, kind, command.item, command.settled_as),)
    if command.settled_as == "receiver_keeps" and command.paper is not None:
        return (_moved_paper(handover, command.paper.kind, command.paper.paper.id, "receiver_keeps"),)
    return ()


def _moved_paper(handover: Handover, kind: PaperKind, item: str, settled_as: SettledAs) -> Fact:
    if settled_as == "lost":
        return Fact(item, f"{kind}.lost", {"handover": handover.id, **_sides(handover)})
    giver, receiver = (handover.giver, handover.giver_kind), (handover.receiver, handover.receiver_kind)
    source, target = (receiver, giver) if settled_as == "found_at_giver" else (giver, receiver)
    ends = {"giver": giver[0], "from": source[0], "to": target[0], "to_kind": target[1]}
    return Fact(item, f"{kind}.moved", {"handover": handover.id, **ends})


def _sides(handover: Handover | Offer) -> dict[str, object]:
    return {
        "giver": handover.giver,
        "receiver": handover.receiver,
        "giver_kind": handover.giver_kind,
        "receiver_kind": handover.receiver_kind,
    }


def _offer_data(handover: Handover) -> dict[str, object]:
    return {
        "number": handover.number,
        **_sides(handover),
        "dossiers": list(handover.dossiers),
        "consignments": list(handover.consignments),
        "letters": list(handover.letters),
        "fees": [[each.id, each.amount_vnd] for each in handover.fees],
    }


def _offered(handover: Handover | None, command: Offer) -> tuple[Fact, ...]:
    if handover is not None:
        raise Refusal("already_offered", "Biên bản này đã được lập.", "This handover exists already.")
    if command.giver == command.receiver:
        raise Refusal("same_unit", "Bên giao và bên nhận phải khác nhau.", "Giver and receiver must differ.")
    if not command.papers:
        raise Refusal("empty_list", "Danh sách bàn giao đang trống.", "The handover list is empty.")
    for each in command.papers:
        _may_be_listed(each, command)
    ids = [each.paper.id for each in command.papers]
    if len(set(ids)) != len(ids):
        raise Refusal("listed_twice", "Một hồ sơ được ghi hai lần.", "A dossier is on the list twice.")

    def of(kind: PaperKind) -> list[str]:
        return [each.paper.id for each in command.papers if each.kind == kind]

    fees = [[each.paper.id, each.fee_vnd] for each in command.papers if each.fee_vnd]
    fees += [[each.id, each.amount_vnd] for each in command.fees]
    data: dict[str, object] = {"number": command.number, **_sides(command), "dossiers": of("dossier")}
    besides = {"consignments": of("consignment"), "letters": of("delivery"), "fees": fees}
    data |= {name: listed for name, listed in besides.items() if listed}
    sent = {"handover": command.id, **_sides(command)}
    papers = (Fact(each.paper.id, f"{each.kind}.sent", sent) for each in command.papers)
    personal: dict[str, object] = {}
    if command.outside is not None:
        data["outside_at"], personal["signer"] = _signed_outside(command.outside, command.giver_kind)
    return (Fact(command.id, "handover.offered", data, personal or None), *papers)


def _signed_outside(signer: OutsideSigner, kind: UnitKind) -> tuple[str, str]:
    """When and who signed on paper. Refusals `signs_by_itself` for a unit with a machine, `no_signer` for no name."""
    if kind != "agency":
        raise Refusal(
            "signs_by_itself",
            "Chỉ cơ quan ngoài hệ thống mới ký nhận trên giấy.",
            "Only an agency outside this system signs on paper.",
        )
    if not signer.name.strip():
        raise Refusal("no_signer", "Chưa ghi họ tên người ký trên giấy.", "The name of who signed on paper is missing.")
    return signer.at.isoformat(), signer.name.strip()


def _may_be_listed(listed: Listed, command: Offer) -> None:
    paper, name = listed.paper, _NAMES[listed.kind]
    if paper.transit is not None or paper.holder != command.giver:
        raise Refusal(
            "not_held_here",
            f"{name.vi} {paper.code} hiện không do bên giao giữ.",
            f"{name.en} {paper.code} is not held by the giver.",
        )
    if not paper.may_be_sent_to(command.receiver):
        why = _NOT_NOW[listed.kind]
        raise Refusal("not_handled_now", f"{name.vi} {paper.code} {why.vi}", f"{name.en} {paper.code} {why.en}")


_NAMES: Mapping[PaperKind, Sentence] = {
    "dossier": Sentence("Hồ sơ", "Dossier"),
    "consignment": Sentence("Phiếu gửi", "Consignment note"),
    "delivery": Sentence("Bưu gửi của hồ sơ", "The letter of dossier"),
}
_NOT_NOW: Mapping[PaperKind, Sentence] = {
    "dossier": Sentence(
        "đang chờ bổ sung hoặc đã kết thúc nên không chuyển đi giải quyết.",
        "awaits a supplement or has ended, so it is not sent on to be dealt with.",
    ),
    "consignment": Sentence("đã vào sổ hoặc đã kết thúc nên không giao tiếp.", "was entered or has ended."),
    "delivery": Sentence("đã kết thúc hoặc đi cùng hồ sơ nên không giao riêng.", "is over or goes with its dossier."),
}

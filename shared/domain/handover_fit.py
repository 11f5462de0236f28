"""What may go onto the list of a handover, by who gives and who receives (giấy tờ phù hợp với bên nhận).

The one-stop office passes received dossiers to the unit that decides their field (Decree 118/2025 Art. 18); that unit
gives back what is decided or has to be supplemented (Art. 19). The post brings consignment notes and what it could not
deliver, and takes along results that are to be delivered (Decision 45/2016/QĐ-TTg Art. 7, 9). What is merely unusual a
person may put on the list all the same; what makes no sense is refused with one sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from shared.domain.consignment import Consignment
from shared.domain.custody import ONE_STOP
from shared.domain.delivery import Delivery, DeliveryState
from shared.domain.dossier import Dossier
from shared.domain.office import Office, department_of_field
from shared.domain.office_names import office_names
from shared.domain.units import agency_of_field, receives_papers, unit_kind, units_of_kind
from shared.domain.whereabouts import HandedPaper
from shared.failures import Sentence

Fit = Literal["fits", "unusual", "never"]
"""Phù hợp; khác thường nhưng được phép; không thể giao."""


@dataclass(frozen=True, slots=True)
class Fitting:
    """Whether a paper fits (mức phù hợp), and what is to be said where it does not, None where it does."""

    fit: Fit = "fits"
    why: Sentence | None = None


_FITS = Fitting()


def goes_to(office: Office, paper: HandedPaper, giver: str) -> str | None:
    """The unit that `paper` is most likely handed to by `giver`; None where nothing speaks for any."""
    if isinstance(paper, Consignment):
        return paper.receiver if unit_kind(office, giver) == "post" else _only_post(office)
    if isinstance(paper, Delivery):
        return ONE_STOP if unit_kind(office, giver) == "post" else _only_post(office)
    if not receives_papers(unit_kind(office, giver)):
        return paper.home
    if paper.stage == "received" and paper.competent is not None:
        return paper.competent.agency
    if paper.stage == "received":
        department = department_of_field(office, paper.field)
        agency = agency_of_field(office, paper.field)
        return department.id if department is not None else agency.id if agency is not None else None
    if paper.result_ready_at is not None and paper.return_way == "post":
        return _only_post(office)
    return paper.home if paper.home != giver else None


def fitting(
    office: Office, paper: HandedPaper, giver: str, receiver: str, deliveries: Mapping[str, DeliveryState]
) -> Fitting:
    """Whether `paper`, which `giver` holds, fits onto a list for `receiver`.

    `deliveries`: how far the delivery by post of a result is, by the dossier's id.
    """
    if not paper.may_be_sent_to(receiver):
        return _never(
            paper.code,
            "đang chờ bổ sung hoặc đã kết thúc, chỉ giao về nơi đã tiếp nhận",
            "awaits papers or has ended and only goes back to where it was received",
        )
    if isinstance(paper, Consignment):
        return _consignment(office, paper, giver, receiver)
    if isinstance(paper, Delivery):
        return _letter(office, paper, receiver)
    if receives_papers(unit_kind(office, giver)):
        return _from_the_desk(office, paper, receiver, deliveries)
    if unit_kind(office, giver) == "post":
        return _back_from_the_post(paper, deliveries)
    return _back_to_the_desk(office, paper, receiver)


def _from_the_desk(office: Office, paper: Dossier, receiver: str, deliveries: Mapping[str, DeliveryState]) -> Fitting:
    kind = unit_kind(office, receiver)
    if kind == "post":
        return _to_the_post(paper, deliveries)
    if receives_papers(kind):
        return _FITS
    if paper.result_ready_at is not None:
        return _never(paper.code, "đã có kết quả, chờ trả cho người dân", "has its result and waits to be collected")
    decider = _decider(office, paper)
    if decider is None or receiver == decider or receiver in {each.agency for each in paper.open_coordinations}:
        return _FITS
    name = office_names(office).unit(decider)
    return _unusual(
        paper.code,
        f"thuộc lĩnh vực {paper.field} do {name.vi} giải quyết",
        f"is of the field {paper.field}, decided by {name.en}",
    )


def _decider(office: Office, paper: Dossier) -> str | None:
    """Who decides it: the competent agency elsewhere, the department of its field, or where none does the agency."""
    if paper.competent is not None:
        return paper.competent.agency
    found = department_of_field(office, paper.field) or agency_of_field(office, paper.field)
    return None if found is None else found.id


def _to_the_post(paper: Dossier, deliveries: Mapping[str, DeliveryState]) -> Fitting:
    if deliveries.get(paper.id) == "prepared":
        return _FITS
    if paper.result_ready_at is None:
        return _never(paper.code, "chưa có kết quả để chuyển phát", "has no result to be delivered yet")
    if paper.return_way != "post":
        return _never(
            paper.code,
            "không đăng ký nhận kết quả qua bưu điện",
            "is not to be returned by post",
        )
    return _never(
        paper.code,
        "chưa lập phiếu chuyển phát; hãy lập ở phòng Chuyển phát trước",
        "has no delivery prepared; please prepare it in the room Delivery first",
    )


def _back_from_the_post(paper: Dossier, deliveries: Mapping[str, DeliveryState]) -> Fitting:
    if deliveries.get(paper.id, "going_back") == "going_back":
        return _FITS
    return _unusual(paper.code, "bưu điện còn đang phát cho người nhận", "is still being delivered by the post")


def _back_to_the_desk(office: Office, paper: Dossier, receiver: str) -> Fitting:
    over = paper.result_ready_at is not None or paper.awaits_supplement or paper.awaits_duty or not paper.is_open
    if over or unit_kind(office, receiver) in ("agency", "post"):
        return _FITS
    return _unusual(paper.code, "chưa có kết quả giải quyết", "has not been decided yet")


def _consignment(office: Office, note: Consignment, giver: str, receiver: str) -> Fitting:
    by_post, to_post = unit_kind(office, giver) == "post", unit_kind(office, receiver) == "post"
    if by_post and receives_papers(unit_kind(office, receiver)):
        if note.refused_for is not None:
            return _unusual(note.code, "đã bị nơi nhận từ chối", "was refused by the office before")
        if note.receiver == receiver:
            return _FITS
        name = office_names(office).unit(note.receiver)
        return _unusual(note.code, f"ghi gửi đến {name.vi}", f"is addressed to {name.en}")
    if to_post and not by_post:
        return _FITS
    return _never(
        note.code,
        "là phiếu gửi của bưu điện, chỉ giao giữa bưu điện và nơi tiếp nhận",
        "is a consignment note and only goes between the post and the office",
    )


def _letter(office: Office, letter: Delivery, receiver: str) -> Fitting:
    kind = unit_kind(office, receiver)
    if kind == "post" or receives_papers(kind):
        return _FITS
    return _never(letter.code, "là thư gửi người dân, chỉ giao cho bưu điện", "is a letter and goes to the post only")


def _only_post(office: Office) -> str | None:
    posts = units_of_kind(office, "post")
    return posts[0] if len(posts) == 1 else None


def _never(code: str, vi: str, en: str) -> Fitting:
    return Fitting("never", Sentence(f"{code} {vi}.", f"{code} {en}."))


def _unusual(code: str, vi: str, en: str) -> Fitting:
    return Fitting("unusual", Sentence(f"{code} {vi}.", f"{code} {en}."))

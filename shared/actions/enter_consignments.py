"""Enter what the post has brought (vào sổ hồ sơ nộp qua bưu chính): a consignment note becomes a dossier, once.

The second signature under the handover record is the legal time of submission (Decision 45/2016/QĐ-TTg Art. 7(4)): the
dossier is received, and its time limit runs, from then on, whenever the note is entered. It is entered

* in the transaction of that signature, for every note whose content this machine knows (`entering`);
* by itself later on the machine that signed, when the content has arrived (`enter_arrived`);
* by a person, from the codes on the paper, while no network brings it (`enter_from_paper`), or anywhere (`enter`).

A supplement is taken at that moment if everything that was asked for is there. What cannot be entered waits and says
why; it never keeps the office from signing for the papers it holds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import suppress

from shared.clock import business_date
from shared.domain.carried_note import CarriedNote
from shared.domain.consignment import Consignment
from shared.domain.handover import Handover
from shared.domain.office import Office, procedure_on
from shared.domain.units import receives_papers, unit_kind
from shared.failures import Refusal
from shared.journal.consignment_queries import is_entered, record_that_took, submitted_notes, submitted_on
from shared.journal.dossier_queries import personal_records
from shared.journal.journal import Reader, Writer
from shared.journal.read_model import CONSIGNMENTS

from .hand_over import Then
from .note_to_dossier import Entered, Entering, Submitted, become_dossier, become_dossiers, require_complete

__all__ = ["Entered", "Entering", "enter", "enter_arrived", "enter_from_paper", "entering", "why_not"]


def entering(at: Entering, officer: str, papers: Iterable[CarriedNote] = ()) -> Then:
    """For `hand_over.accept`: every note that the office has just signed for and whose content is here is entered.

    `papers`: notes whose codes were read while the list was counted, for those that this machine has not heard of.
    """

    def enter_taken(writer: Writer, accepted: Handover) -> None:
        if not receives_papers(accepted.receiver_kind):
            return
        read = {each.note.id: each for each in papers}
        taken = [item for kind, item in accepted.taken_papers if kind == "consignment"]
        known = writer.states(CONSIGNMENTS, taken)
        become_dossiers(writer, at, _all_submitted(writer, at.office, known.values()), officer)
        for item in taken:
            if item in read and item not in known:
                with suppress(Refusal):
                    _enter_from_paper(writer, at, read[item], officer)

    return enter_taken


def enter_arrived(at: Entering, units: Collection[str], officer: str) -> tuple[Entered, ...]:
    """Enters what this machine has signed for at one of `units` and whose content has arrived since."""
    with at.journal.reading() as reader:
        found = [note.id for note in submitted_notes(reader, units) if submitted_on(reader, at.journal, note)]
    if not found:
        return ()
    with at.journal.writing() as writer:
        notes = writer.states(CONSIGNMENTS, found)
        return become_dossiers(writer, at, _all_submitted(writer, at.office, notes.values()), officer)


def enter(at: Entering, note: str, officer: str) -> Entered:
    """Enters a note that the office has signed for. Refusal that says what is in the way."""
    with at.journal.writing() as writer:
        found = writer.state(CONSIGNMENTS, note)
        if found is None:
            raise Refusal("no_such_consignment", "Không tìm thấy phiếu gửi này.", "There is no such consignment note.")
        return _enter(writer, at, found, officer)


def enter_from_paper(at: Entering, carried: CarriedNote, officer: str) -> Entered:
    """Enters a note from the codes on its paper, while nothing else of it has come.

    Refusals `not_submitted` while nobody of the office has signed for it, `consignment_over` once it is entered.
    """
    with at.journal.writing() as writer:
        known = writer.state(CONSIGNMENTS, carried.note.id)
        if known is not None:
            return _enter(writer, at, known, officer)
        return _enter_from_paper(writer, at, carried, officer)


def why_not(reader: Reader, office: Office, note: Consignment) -> Refusal | None:
    """What keeps a note that was signed for from being entered, None when nothing does."""
    try:
        submitted = _submitted(reader, office, note)
        if note.purpose == "supplement":
            require_complete(reader, submitted)
        elif procedure_on(office, note.procedure, business_date(submitted.at)) is None:
            raise _no_procedure(note)
    except Refusal as refusal:
        return refusal
    return None


def _enter_from_paper(writer: Writer, at: Entering, carried: CarriedNote, officer: str) -> Entered:
    note = carried.note
    record = record_that_took(writer, note.id)
    if record is None or record.accepted_at is None or not receives_papers(record.receiver_kind):
        raise _not_submitted(note)
    if is_entered(writer, note.id):
        raise _over(note)
    writer.hear(carried.lamport)
    submitted = Submitted(note, carried.applicant, record.receiver, record.receiver_kind, record.accepted_at, record.id)
    return become_dossier(writer, at, submitted, officer)


def _enter(writer: Writer, at: Entering, note: Consignment, officer: str) -> Entered:
    if note.registered_as is not None:
        raise _over(note)
    return become_dossier(writer, at, _submitted(writer, at.office, note), officer)


def _submitted(reader: Reader, office: Office, note: Consignment) -> Submitted:
    if note.submitted_at is None or not receives_papers(note.holder_kind):
        raise _not_submitted(note)
    found = _all_submitted(reader, office, (note,))
    if not found:
        raise Refusal(
            "applicant_not_here",
            f"Thông tin người gửi của phiếu {note.number} chưa có trên máy này.",
            f"The sender's particulars of consignment note {note.number} are not on this machine yet.",
        )
    return found[0]


def _all_submitted(reader: Reader, office: Office, notes: Iterable[Consignment]) -> tuple[Submitted, ...]:
    """Those of `notes` that can be entered; the rest waits: the papers have changed hands all the same."""
    waiting = [
        note
        for note in notes
        if note.submitted_at is not None and note.registered_as is None and receives_papers(note.holder_kind)
    ]
    known = personal_records(reader, [note.applicant for note in waiting if note.applicant])
    return tuple(
        Submitted(
            note,
            known[note.applicant or ""],
            note.holder,
            unit_kind(office, note.holder),
            note.submitted_at,
            note.submitted_in,
        )
        for note in waiting
        if note.submitted_at is not None and note.applicant in known
    )


def _not_submitted(note: Consignment) -> Refusal:
    return Refusal(
        "not_submitted",
        f"Phiếu gửi {note.number} chưa được ký nhận theo biên bản nào; hãy ký nhận bàn giao trước.",
        f"No record has been signed for consignment note {note.number}; please sign the handover first.",
    )


def _over(note: Consignment) -> Refusal:
    known = f": {note.registered_code}" if note.registered_code else ""
    return Refusal(
        "consignment_over",
        f"Phiếu gửi {note.number} đã vào sổ{known}.",
        f"Consignment note {note.number} has been entered already{known}.",
    )


def _no_procedure(note: Consignment) -> Refusal:
    return Refusal(
        "no_such_procedure",
        f"Thủ tục {note.procedure} của phiếu gửi {note.number} không có trong danh mục đang áp dụng.",
        f"Procedure {note.procedure} of consignment note {note.number} is not in the catalogue in force.",
    )

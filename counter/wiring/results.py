"""Returning results, against the journal of this machine."""

from __future__ import annotations

from counter.ports import DossierRow, ResultCard, Returned, ReturnProof
from counter.ports.results import NO_PROOF
from counter.results.returning import return_command
from counter.rows import collectors_in
from counter.wiring.finding import dossier_of
from counter.wiring.work import CounterWork
from shared.actions.act import act_within
from shared.actions.addresses import rate_url
from shared.domain.dossier import Collector, Dossier, decide
from shared.journal.dossier_queries import dossiers_held_by, personal_records
from shared.journal.read_model import DOSSIERS


class ResultsRoom(CounterWork):
    """Results that go to the citizen."""

    def result_card(self, text: str) -> ResultCard:
        """The dossier of a scanned receipt at the moment of returning."""
        self.acting("look_up")
        with self.journal.reading() as reader:
            office = self.program.reference.read(reader.connection)
            found = dossier_of(reader, office, text)
            row = self.rows(reader, (found,), office)[0]
            known = personal_records(reader, [found.applicant] if found.applicant else [])
        reason_vi, reason_en = _why_not(found, row.holder_name, paid_first=found.field in office.paid_first)
        if not reason_vi and found.holder != self.signed_in().unit:
            reason_vi, reason_en = f"Kết quả đang ở {row.holder_name}.", f"The result is at {row.holder_name}."
        return ResultCard(
            row=row,
            may_return=not reason_vi,
            reason_vi=reason_vi,
            reason_en=reason_en,
            outcome=found.outcome,
            documents=found.documents,
            collectors=collectors_in(known.get(found.applicant or "", {}), "collectors"),
            fee_open_vnd=found.fee_account.open_vnd,
        )

    def ready_results(self) -> tuple[DossierRow, ...]:
        """Results that wait at the counter to be collected, sorted by due time."""
        self.acting("look_up")
        with self.journal.reading() as reader:
            office = self.program.reference.read(reader.connection)
            ready = dossiers_held_by(reader, self.signed_in().unit, ("result_at_counter",))
            rows = self.rows(reader, ready, office)
        return tuple(sorted(rows, key=lambda row: (row.due_at is None, row.due_at or row.received_at)))

    def return_result(self, dossier: str, collector: Collector, proof: ReturnProof = NO_PROOF) -> Returned:
        """Returns the result."""
        officer, office = self.acting("return_result"), self.office()
        with self.journal.writing() as writer:
            found = writer.state(DOSSIERS, dossier)
            paid_first = found is not None and found.field in office.paid_first
            command = return_command(collector, proof, paid_first=paid_first, unit=officer.unit)
            returned = act_within(writer, DOSSIERS, decide, dossier, command, officer.id)
        self.program.committed()
        return Returned(returned.code, rate_url(office, returned.token))


def _why_not(found: Dossier, holder_name: str, *, paid_first: bool) -> tuple[str, str]:
    if found.stage == "result_at_counter" and paid_first and found.fee_account.open_vnd:
        return (
            "Phải nộp đủ phí, lệ phí trước khi nhận kết quả.",
            "The fee is to be paid before the result is returned.",
        )
    match found.stage:
        case "result_at_counter":
            return "", ""
        case "returned":
            return "Kết quả đã được trả.", "The result has been returned already."
        case "in_transit":
            return (
                "Hồ sơ đang được bàn giao, bên nhận chưa ký.",
                "The dossier is being handed over; the receiver has not signed yet.",
            )
        case "result_ready":
            return (
                f"Đã có kết quả tại {holder_name}, chưa bàn giao về Bộ phận Một cửa.",
                f"The result is ready at {holder_name}, not yet handed over to the one-stop office.",
            )
        case "awaiting_supplement":
            return "Hồ sơ đang chờ công dân bổ sung.", "The dossier awaits a supplement from the citizen."
        case "awaiting_duty":
            return "Hồ sơ đang chờ nghĩa vụ tài chính.", "The dossier awaits the citizen's financial duty."
        case "stopped":
            return (
                "Hồ sơ đã dừng theo yêu cầu của công dân.",
                "The dossier was stopped at the citizen's request.",
            )
        case "refused":
            return "Hồ sơ đã bị từ chối giải quyết.", "The dossier was refused."
        case "closed":
            return "Hồ sơ đã đóng vì không được bổ sung.", "The dossier was closed because no supplement came."
        case _:
            return f"Chưa có kết quả; {holder_name} đang giữ hồ sơ.", f"No result yet; {holder_name} holds the dossier."

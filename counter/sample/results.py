"""Results of the sample office."""

from __future__ import annotations

from counter.ports import AuthorisedCollector, DossierRow, ResultCard, Returned, ReturnProof
from counter.ports.results import NO_PROOF
from counter.results.returning import return_command
from counter.sample.room import SampleRoom
from shared.domain import dossier as dossiers
from shared.domain.dossier import Collector, Return
from shared.failures import Refusal


class SampleResults(SampleRoom):
    """Results of the sample office."""

    def result_card(self, text: str) -> ResultCard:
        """The dossier of a scanned receipt."""
        dossier = self._rows.find(text)
        reason_vi, reason_en = "", ""
        try:
            dossiers.decide(dossier, Return("applicant", unit=self._officer_now().unit))
        except Refusal as refusal:
            reason_vi, reason_en = refusal.sentence.vi, refusal.sentence.en
        listed = self.book.people.get(dossier.applicant or "", {}).get("collectors", [])
        assert isinstance(listed, list)
        return ResultCard(
            row=self._rows.row(dossier),
            may_return=not reason_vi,
            reason_vi=reason_vi,
            reason_en=reason_en,
            outcome=dossier.outcome,
            documents=dossier.documents,
            collectors=tuple(AuthorisedCollector(**each) for each in listed),
            fee_open_vnd=dossier.fee_account.open_vnd,
        )

    def ready_results(self) -> tuple[DossierRow, ...]:
        """Results at the counter."""
        unit = self._officer_now().unit
        here = (each for each in self.book.dossiers.values() if each.holder == unit)
        ready = [self._rows.row(each) for each in here if each.stage == "result_at_counter"]
        return tuple(sorted(ready, key=lambda row: row.due_at or row.received_at))

    def return_result(self, dossier: str, collector: Collector, proof: ReturnProof = NO_PROOF) -> Returned:
        """Returns a result."""
        held = self.book.dossiers[dossier]
        paid_first, unit = held.field in self._ward.paid_first, self._officer_now().unit
        command = return_command(collector, proof, paid_first=paid_first, unit=unit)
        self.book.write(dossiers.decide(held, command), self._officer_now().id)
        return Returned(held.code, f"{self._ward.public_url}/r/{held.token}")

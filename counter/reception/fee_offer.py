"""The fee of a dossier as reception sees it: what the form begins with, what is still open once it was received."""

from __future__ import annotations

from collections.abc import Callable

from counter.ports import CounterOffice
from shared.domain.dossier_fees import FeeAccount
from shared.domain.fee import FeeChoice, fee_due
from shared.domain.procedure import Procedure
from shared.failures import Failure
from shared.qt.lanes import Lanes


def typed_amount(amount: int | None) -> str:
    """An amount in đồng as the form's field holds it: "8.000"; "" for none."""
    return "" if amount is None else f"{amount:,}".replace(",", ".")


def begun_with(choice: FeeChoice | None) -> str:
    """What the field begins with by the rules of the day: the fee for one page of one copy, where those count."""
    due = fee_due(choice) if choice is not None else None
    return typed_amount(due.due_vnd if due is not None else None)


class FeeOffer:
    """Asks on the database lane.

    `chosen` gets a procedure's code and its fee, `known` a dossier's code and its account.
    """

    def __init__(
        self,
        office: CounterOffice,
        lanes: Lanes,
        chosen: Callable[[str, FeeChoice | None], None],
        known: Callable[[str, FeeAccount], None],
        failed: Callable[[Failure], None],
    ) -> None:
        self._office, self._lanes, self._chosen, self._known, self._failed = office, lanes, chosen, known, failed
        self._looking = False

    def of_procedure(self, procedure: Procedure | None) -> None:
        """Asks what `procedure` costs today; nothing for no procedure."""
        if procedure is not None:
            code = procedure.code
            self._lanes.database.submit(
                lambda: self._office.fee_today(code), lambda choice: self._chosen(code, choice), self._failed
            )

    def of_dossier(self, code: str) -> None:
        """Asks what is paid and open on the dossier with `code`; once more only when the answer is there."""
        if not self._looking:
            self._looking = True
            self._lanes.database.submit(
                lambda: self._office.fee_card(code).account, lambda account: self._answered(code, account), self._lost
            )

    def _answered(self, code: str, account: FeeAccount) -> None:
        self._looking = False
        self._known(code, account)

    def _lost(self, failure: Failure) -> None:
        self._looking = False
        self._failed(failure)

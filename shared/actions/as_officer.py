"""Act as a member of staff (thực hiện với tư cách cán bộ): only whoever the office's staff list lets do so."""

from __future__ import annotations

from shared.domain.office import Office, staff_by_id
from shared.domain.permission import Act, refuse_unless_allowed


def as_officer(office: Office, officer: str, act: Act) -> str:
    """The actor to name for `act`: the id `officer`. Refusal `not_allowed` when that person may not do it.

    The staff list is read as it is now: somebody who was taken off it after signing in does nothing more.
    """
    refuse_unless_allowed(staff_by_id(office, officer), act)
    return officer

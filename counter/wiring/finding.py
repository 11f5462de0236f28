"""Finds the dossier that a scanned address or a typed code stands for."""

from __future__ import annotations

from shared.actions.addresses import read_address
from shared.domain.dossier import Dossier
from shared.domain.numbering import parse_dossier_code
from shared.domain.office import Office
from shared.failures import Refusal
from shared.journal.dossier_queries import dossier_by_code, dossier_by_token
from shared.journal.journal import Reader

_LONGEST_CODE = 64


def as_code(text: str) -> str:
    """What was scanned or typed as the codes of papers are written; "" for what no paper can be called."""
    code = text.strip().upper()
    return code if code.isprintable() and len(code) <= _LONGEST_CODE else ""


def dossier_of(reader: Reader, office: Office, text: str) -> Dossier:
    """The dossier of `text`. Refusals `no_such_dossier` and those of a code that cannot be read."""
    address = read_address(text)
    if address is not None:
        found = dossier_by_token(reader, address.token)
    else:
        found = dossier_by_code(reader, str(parse_dossier_code(text, office.agency_code)))
    if found is None:
        raise Refusal(
            "no_such_dossier",
            "Không tìm thấy hồ sơ với mã này trên máy. Hãy kiểm tra mã hoặc chờ đồng bộ.",
            "No dossier with this code on this machine. Check the code or wait for the data to arrive.",
        )
    return found

"""What stands in the way of a step on a dossier, each as a Refusal in words."""

from __future__ import annotations

from shared.domain.custody import ONE_STOP
from shared.domain.dossier_state import Dossier
from shared.failures import Refusal


def require_open(dossier: Dossier) -> None:
    """Refuses what comes after an end without a result."""
    if dossier.ending is None:
        return
    vi, en = {
        "stopped": ("đã dừng giải quyết theo yêu cầu", "was stopped on request"),
        "refused": ("đã bị từ chối giải quyết", "was refused"),
        "closed": ("đã đóng vì không được bổ sung đúng hạn", "was closed because no supplement came in time"),
    }[dossier.ending.kind]
    raise Refusal("ended", f"Hồ sơ {dossier.code} {vi}.", f"Dossier {dossier.code} {en}.")


def require_no_result(dossier: Dossier) -> None:
    """Refuses what is possible only before the result."""
    if dossier.result_ready_at is not None:
        raise Refusal(
            "result_exists",
            f"Hồ sơ {dossier.code} đã có kết quả nên không làm được việc này.",
            f"Dossier {dossier.code} has a result already, so this is no longer possible.",
        )


def require_not_awaiting(dossier: Dossier) -> None:
    """Refuses what is not possible while the citizen is waited for."""
    if dossier.awaits_supplement:
        raise Refusal(
            "awaiting_supplement",
            f"Hồ sơ {dossier.code} đang chờ công dân bổ sung.",
            f"Dossier {dossier.code} is waiting for the citizen's supplement.",
        )


def require_awaiting(dossier: Dossier) -> None:
    """Refuses what is possible only while the citizen is waited for."""
    if not dossier.awaits_supplement:
        raise Refusal(
            "not_awaiting",
            f"Hồ sơ {dossier.code} không chờ bổ sung.",
            f"Dossier {dossier.code} is not waiting for a supplement.",
        )


def require_held_by(dossier: Dossier, unit: str) -> None:
    """Refuses what only the unit that holds the paper may do."""
    if dossier.transit is not None or dossier.holder != unit:
        raise Refusal(
            "not_held_here",
            f"Hồ sơ {dossier.code} hiện không do đơn vị này giữ.",
            f"Dossier {dossier.code} is not held by this unit.",
        )


def require_one_stop(dossier: Dossier, unit: str) -> None:
    """Refuses what only the one-stop office may do; a reception point of it that received the dossier is it too."""
    if unit not in (ONE_STOP, dossier.home):
        raise Refusal(
            "one_stop_only",
            f"Việc này với hồ sơ {dossier.code} chỉ làm tại Bộ phận Một cửa.",
            f"This is done for dossier {dossier.code} at the one-stop office only.",
        )


def words_or_refusal(text: str, vi: str, en: str) -> str:
    """`text` without blanks around it; Refusal `words_missing` with these sentences when nothing is left."""
    if not text.strip():
        raise Refusal("words_missing", vi, en)
    return text.strip()

"""The state of a dossier in the codes of the national public service portal (mã trạng thái hồ sơ), and its channel.

The ten state codes and the three channel codes are those that a provincial system exchanges with the national portal
today. The list that belongs to Circular 04/2025/TT-VPCP on the exchange of data could not be had; whoever has it
compares it with this table before the first connection to the national portal goes into use. Everything that depends
on it stands in this file.

| code | national name | here |
|---|---|---|
| 1 | Mới đăng ký | never: what is only registered at the portal has not been received here |
| 2 | Được tiếp nhận | received; no deciding unit has signed for it yet, or the competent agency has not received it |
| 3 | Không được tiếp nhận | refused before any deciding unit had it |
| 4 | Đang xử lý | a deciding unit or the competent agency has signed for it |
| 5 | Yêu cầu bổ sung giấy tờ | the citizen's supplement is waited for |
| 6 | Yêu cầu thực hiện nghĩa vụ tài chính | the citizen is to pay and prove it before the next planned appointment |
| 7 | Công dân yêu cầu rút hồ sơ | stopped: here the citizen's recorded request and the stop are one act |
| 8 | Dừng xử lý | refused after a deciding unit had it, or closed because no supplement came in time |
| 9 | Đã xử lý xong | the result is there, wherever it lies: a decision that says no is a result too |
| 10 | Đã trả kết quả | the citizen has it |

Who carries the paper changes no state: a dossier on the way to its department is "received" until the department has
signed, and one on its way back with the result is "decided".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from shared.domain.custody import ONE_STOP
from shared.domain.dossier_state import Channel, Dossier, EndingKind
from shared.failures import Sentence

NationalState = Literal[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
NationalChannel = Literal[1, 2, 3]

STATE_NAMES: Mapping[NationalState, Sentence] = {
    1: Sentence("Mới đăng ký", "Registered"),
    2: Sentence("Được tiếp nhận", "Received"),
    3: Sentence("Không được tiếp nhận", "Not received"),
    4: Sentence("Đang xử lý", "Being handled"),
    5: Sentence("Yêu cầu bổ sung giấy tờ", "A supplement is asked for"),
    6: Sentence("Yêu cầu thực hiện nghĩa vụ tài chính", "A financial duty is to be done"),
    7: Sentence("Công dân yêu cầu rút hồ sơ", "Withdrawn by the citizen"),
    8: Sentence("Dừng xử lý", "Handling stopped"),
    9: Sentence("Đã xử lý xong", "Decided"),
    10: Sentence("Đã trả kết quả", "Result returned"),
}

CHANNEL_NAMES: Mapping[NationalChannel, Sentence] = {
    1: Sentence("Trực tiếp", "In person"),
    2: Sentence("Trực tuyến", "Online"),
    3: Sentence("Bưu chính công ích", "By post"),
}

_CHANNELS: Mapping[Channel, NationalChannel] = {"in_person": 1, "online": 2, "post": 3}


def national_channel(channel: Channel) -> NationalChannel:
    """The code of the way in which a dossier was submitted (kênh thực hiện)."""
    return _CHANNELS[channel]


def national_state(dossier: Dossier) -> NationalState:
    """The code of where `dossier` stands, by the table above."""
    if dossier.ending is not None and dossier.result_ready_at is None:
        return _ended(dossier, dossier.ending.kind)
    if dossier.returned_at is not None:
        return 10
    if dossier.result_ready_at is not None:
        return 9
    if dossier.awaits_supplement:
        return 5
    if dossier.awaits_duty:
        return 6
    return 4 if is_being_decided(dossier) else 2


def is_being_decided(dossier: Dossier) -> bool:
    """Whether a deciding unit has signed for it; of one received out of area, the competent agency and nobody else."""
    if dossier.competent is not None:
        return dossier.competent.reached_at is not None
    own = (ONE_STOP, dossier.home)
    return any(each.said in ("taken", "found") and each.unit not in own for each in dossier.trail.answers)


def _ended(dossier: Dossier, kind: EndingKind) -> NationalState:
    if kind == "stopped":
        return 7
    if kind == "refused" and not is_being_decided(dossier):
        return 3
    return 8

"""Who may do what: the whole table, and what somebody is told who may not."""

from __future__ import annotations

from typing import get_args

import pytest

from shared.domain.office_record import Role, StaffMember
from shared.domain.permission import PERMISSIONS, ROLE_NAMES, Act, may, refuse_unless_allowed
from shared.failures import Refusal

ONE_STOP = {"officer", "team_leader", "postal"}
TABLE: dict[Act, set[str]] = {
    "open_desk": ONE_STOP,
    "call": ONE_STOP,
    "receive": ONE_STOP,
    "hand_over": {*ONE_STOP, "department"},
    "consign": {"postal"},
    "prepare_delivery": ONE_STOP,
    "deliver": {"postal"},
    "see_custody": {*ONE_STOP, "department"},
    "coordinate": {"officer", "team_leader", "department"},
    "ask_supplement": {"officer", "team_leader", "department"},
    "apologise": {"officer", "team_leader", "department"},
    "refuse": {"officer", "team_leader", "department"},
    "stop": {"officer", "team_leader"},
    "close": {"officer", "team_leader"},
    "decide_result": {"department"},
    "return_result": ONE_STOP,
    "attach": ONE_STOP,
    "collect_fee": ONE_STOP,
    "watch_deadlines": {"officer", "team_leader", "department"},
    "look_up": {*ONE_STOP, "department"},
    "lead": {"team_leader"},
    "edit_calendar": {"team_leader", "administrator"},
    "settle_conflict": {"officer", "team_leader"},
    "administer": {"administrator"},
}


def member(role: Role) -> StaffMember:
    return StaffMember("staff-1", "thu", "Nguyễn Thị Thử", role, password_hash="", pin_hash="", unit=None)


@pytest.mark.parametrize("act", get_args(Act))
@pytest.mark.parametrize("role", get_args(Role))
def test_each_role_may_do_what_the_table_says_and_nothing_else(role: Role, act: Act) -> None:
    assert may(role, act) == (role in TABLE[act])
    if role in TABLE[act]:
        refuse_unless_allowed(member(role), act)
        return
    with pytest.raises(Refusal) as refused:
        refuse_unless_allowed(member(role), act)
    assert refused.value.code == "not_allowed"
    for allowed in PERMISSIONS[act].roles:
        assert ROLE_NAMES[allowed].vi in refused.value.sentence.vi
        assert ROLE_NAMES[allowed].en in refused.value.sentence.en


@pytest.mark.parametrize("act", get_args(Act))
def test_somebody_who_is_not_of_the_office_may_do_nothing(act: Act) -> None:
    with pytest.raises(Refusal) as refused:
        refuse_unless_allowed(None, act)
    assert refused.value.code == "not_allowed"
    assert PERMISSIONS[act].name.vi in refused.value.sentence.vi


def test_a_refusal_says_in_both_languages_who_may() -> None:
    with pytest.raises(Refusal) as refused:
        refuse_unless_allowed(member("department"), "receive")
    assert refused.value.sentence.vi == (
        "Chỉ công chức một cửa, phụ trách bộ phận hoặc nhân viên bưu điện được tiếp nhận hồ sơ."
    )
    assert refused.value.sentence.en == (
        "Only an officer of the one-stop office, the team leader or a postal employee may receive dossiers."
    )


def test_the_table_names_every_act_and_role_and_the_law_where_the_law_says_so() -> None:
    assert set(PERMISSIONS) == set(get_args(Act))
    assert set(ROLE_NAMES) == set(get_args(Role))
    own_order = {act for act, permission in PERMISSIONS.items() if not permission.basis}
    ours = {"see_custody", "watch_deadlines", "look_up", "lead", "edit_calendar"}
    assert own_order == {"open_desk", "call", "settle_conflict", "administer"} | ours

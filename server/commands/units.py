"""`units`: the points of the post, the reception points and the other agencies that papers go to."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING, get_args

from server.administration.changes import COMMAND, change
from server.commands.options import add_command, add_office, opened_office
from shared.domain.office import Office, OtherUnit, OtherUnitKind
from shared.domain.office_names import office_names
from shared.domain.units import other_unit, unit_kind, units_of
from shared.failures import Refusal

if TYPE_CHECKING:
    from server.commands.options import Subcommands


def add_to(commands: Subcommands) -> None:
    """Adds the command with its parts."""
    about = "đơn vị giữ giấy tờ / the units that papers go to"
    parts = commands.add_parser("units", help=about, description=about).add_subparsers(required=True, metavar="PART")
    add_office(add_command(parts, "list", "danh sách / list them", run_list))
    adding = add_command(parts, "add", "thêm một đơn vị, hoặc sửa đơn vị cùng mã / add one, or change it", run_add)
    add_office(adding)
    adding.add_argument("--id", required=True, help="mã đơn vị / id")
    adding.add_argument("--kind", choices=get_args(OtherUnitKind), required=True, help="loại / kind")
    adding.add_argument("--name", required=True, help="tên đơn vị / name")
    adding.add_argument("--code", default="", help="mã bưu cục hoặc mã cơ quan / its own code")
    adding.add_argument("--address", default="", help="địa chỉ / address")
    adding.add_argument(
        "--field",
        action="append",
        default=[],
        help="lĩnh vực cơ quan này giải quyết cho địa bàn của mình / what an agency decides for its own area",
    )


def run_list(chosen: argparse.Namespace) -> int:
    """Prints a line a unit: id, kind, code, name."""
    with opened_office(chosen) as (offices, office), offices.journal(office).reading() as reader:
        known = offices.reference(office).read(reader.connection)
    names = office_names(known)
    for unit in units_of(known):
        other = other_unit(known, unit)
        print("\t".join((unit, unit_kind(known, unit), (other.code if other else "") or "-", names.unit(unit).vi)))
    return 0


def run_add(chosen: argparse.Namespace) -> int:
    """Adds the unit, or changes the one with that id. Refusals `unit_taken`, `office_invalid`."""
    unit = OtherUnit(
        id=chosen.id.strip(),
        name=chosen.name.strip(),
        kind=chosen.kind,
        code=chosen.code.strip(),
        address=chosen.address.strip(),
        fields=tuple(chosen.field),
    )

    def add(office: Office) -> Office:
        if any(each.id == unit.id for each in office.departments):
            raise Refusal("unit_taken", f"{unit.id} là một phòng chuyên môn.", f"{unit.id} is a department.")
        others = tuple(each for each in office.other_units if each.id != unit.id)
        return replace(office, other_units=(*others, unit))

    with opened_office(chosen) as (offices, office), offices.journal(office).writing() as writer:
        change(writer, offices, COMMAND, "units_changed", add)
    print(unit.id)
    return 0

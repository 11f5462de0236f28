"""A province whose read tables are partitioned by year works as every other: written, read, verified."""

from __future__ import annotations

import subprocess
from pathlib import Path

from sqlalchemy import text

from server.setting_up import set_up
from shared.clock import SetClock
from shared.domain.office import Office
from shared.identities import Identities
from shared.journal.journal import Journal
from shared.journal.opening import open_server
from shared.journal.read_model import DOSSIERS, TICKETS
from shared.journal.verify import verify
from tests.server import postgresql
from tests.server.facts import dossier_received, ticket_issued
from tests.server.running import MORNING

SCRIPT = Path(__file__).parents[2] / "installer" / "province" / "postgresql" / "partition_by_year.sql"
_OF_YEAR = text("SELECT tableoid::regclass::text FROM dossier")


def run_script(url: str) -> subprocess.CompletedProcess[str]:
    command = ["psql", "-v", "ON_ERROR_STOP=1", "-q", "-d", url, "-f", str(SCRIPT)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_morning_on_partitioned_tables(
    postgresql_cluster: postgresql.Cluster, sample_ward: Office, tmp_path: Path
) -> None:
    url = postgresql_cluster.new_database()
    engine = open_server(url, tmp_path)
    clock = SetClock(MORNING)
    node = set_up(engine, clock, sample_ward)
    assert run_script(url).returncode == 0
    identities = Identities(clock)
    journal = Journal(engine, office=sample_ward.id, device=node.device, epoch=1, clock=clock, identities=identities)
    with engine.begin() as connection:
        connection.execute(text("SELECT motcua_partitions(2026, 2027)"))
    dossier, slip = dossier_received(1), ticket_issued(1)
    of_this_year = type(dossier)(identities.subject(), dossier.kind, dossier.data, dossier.personal)
    with journal.writing() as writer:
        writer.append("staff-1", [of_this_year, slip])
        writer.append("staff-1", [type(slip)(slip.subject, "ticket.released", {"counter": "quay-1"})])
    with journal.reading() as reader:
        assert reader.state(DOSSIERS, of_this_year.subject) is not None
        assert reader.state(TICKETS, slip.subject) is not None
        assert reader.connection.execute(_OF_YEAR).scalars().all() == ["dossier_2026"]
        assert verify(reader.connection, sample_ward.id).findings == ()
    again = run_script(url)
    assert again.returncode != 0
    open_server(url, tmp_path).dispose()
    engine.dispose()

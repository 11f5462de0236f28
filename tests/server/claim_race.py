"""Several counters race for the same line over several server processes: set up and run."""

from __future__ import annotations

import http.client
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import dataclass
from threading import Barrier
from urllib.parse import urlsplit

from sqlalchemy import Engine, insert

from server.setting_up import set_up
from shared.clock import SystemClock, business_date
from shared.domain.office import Office
from shared.identities import Identities
from shared.journal import tables
from shared.journal.event import read_event
from shared.journal.journal import Journal
from shared.replication.claim_messages import CLAIM_PATH, ClaimQuestion, claim_to_bytes, read_claim_answer
from shared.replication.request_counters import RequestCounters
from shared.replication.signing import Caller, Signable, Signer, new_private_key, public_key_of
from tests.server.facts import ticket_issued
from tests.server.server_process import server_process


@dataclass(frozen=True, slots=True)
class Racer:
    """An enrolled counter (quầy) at `desk`, which presses the same key again and again."""

    office: str
    device: str
    private_key: str
    desk: str

    def claims(self, url: str, start: Barrier) -> list[str]:
        """The tickets it is given from `start` until nobody waits for it any more. RuntimeError when it is refused."""
        place = urlsplit(url)
        assert place.hostname is not None
        signer, counters = Signer(self.private_key), RequestCounters(1)
        given: list[str] = []
        start.wait()
        with closing(http.client.HTTPConnection(place.hostname, place.port, timeout=60)) as connection:
            while True:
                question = ClaimQuestion(
                    f"{self.device}/{len(given)}", self.desk, f"desk-{self.device}", "staff-1", ("A",)
                )
                body = claim_to_bytes(question)
                caller = Caller(self.office, self.device, "line", counters.next("line"))
                headers = signer.headers(Signable("POST", CLAIM_PATH, body, caller))
                connection.request("POST", CLAIM_PATH, body, headers)
                response = connection.getresponse()
                content = response.read()
                if response.status != 200:
                    raise RuntimeError(content.decode())
                answer = read_claim_answer(content)
                if answer.event is None:
                    return given
                given.append(read_event(answer.event).subject)


def prepare(engine: Engine, office: Office, tickets: int, counters: int) -> list[Racer]:
    """An office with `tickets` waiting in line A and `counters` enrolled; answers these."""
    clock = SystemClock()
    node = set_up(engine, clock, office)
    journal = Journal(
        engine,
        office=office.id,
        device=node.device,
        epoch=node.epoch,
        clock=clock,
        identities=Identities(clock),
    )
    date = business_date(clock.now()).isoformat()
    racers = []
    with journal.writing() as writer:
        writer.append("citizen", [ticket_issued(number, date=date) for number in range(1, tickets + 1)])
        for index in range(1, counters + 1):
            racer = Racer(office.id, f"counter-{index}", new_private_key(), f"quay-{index}")
            row = {
                "office": office.id,
                "device": racer.device,
                "kind": "counter",
                "name": f"Quầy {index}",
                "public_key": public_key_of(racer.private_key),
                "index": index,
                "enrolled_at": 0,
            }
            writer.connection.execute(insert(tables.device).values(**row))
            racers.append(racer)
    return racers


def race(place: Sequence[str], racers: Sequence[Racer], processes: int) -> list[str]:
    """Runs all counters at once against `processes` servers on the database at `place`; answers what they were given.

    Every server has its share of the counters.
    """
    start = Barrier(len(racers))
    with ExitStack() as stack:
        urls = [stack.enter_context(server_process(place)) for _ in range(processes)]
        threads = stack.enter_context(ThreadPoolExecutor(len(racers)))
        running = [threads.submit(racer.claims, urls[number % processes], start) for number, racer in enumerate(racers)]
        return [ticket for each in running for ticket in each.result()]

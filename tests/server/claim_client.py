"""One counter that claims as fast as it can, in a process of its own: `python -m tests.server.claim_client FILE`.

FILE is JSON: url, office, device, private_key, lines, counter, claims. It waits for a line on standard input before it
begins, and prints the ids of the tickets it was given, as JSON, with the seconds it took.
"""

from __future__ import annotations

import http.client
import json
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

from shared.journal.event import read_event
from shared.replication.claim_messages import CLAIM_PATH, ClaimQuestion, claim_to_bytes, read_claim_answer
from shared.replication.request_counters import RequestCounters
from shared.replication.signing import Caller, Signable, Signer


def claim_all(setting: dict[str, object]) -> dict[str, object]:
    """Claims until nobody waits, or `claims` were made."""
    url = urlsplit(str(setting["url"]))
    assert url.hostname is not None
    connection = http.client.HTTPConnection(url.hostname, url.port, timeout=60)
    signer, counters = Signer(str(setting["private_key"])), RequestCounters(1)
    office, device, lines = str(setting["office"]), str(setting["device"]), tuple(str(setting["lines"]))
    given: list[str] = []
    latencies: list[float] = []
    began = time.monotonic()
    for number in range(int(str(setting["claims"]))):
        question = ClaimQuestion(f"{device}/{number}", str(setting["counter"]), f"desk-{device}", "staff-1", lines)
        body = claim_to_bytes(question)
        caller = Caller(office, device, "line", counters.next("line"))
        headers = signer.headers(Signable("POST", CLAIM_PATH, body, caller))
        asked = time.monotonic()
        connection.request("POST", CLAIM_PATH, body, headers)
        response = connection.getresponse()
        content = response.read()
        latencies.append(time.monotonic() - asked)
        if response.status != 200:
            raise RuntimeError(content.decode())
        answer = read_claim_answer(content)
        if answer.event is None:
            break
        given.append(read_event(answer.event).subject)
    seconds = time.monotonic() - began
    connection.close()
    return {"given": given, "seconds": seconds, "latencies": latencies}


def main() -> None:
    """Reads the setting, waits for the start, claims, and tells."""
    setting = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    print("ready", flush=True)
    sys.stdin.readline()
    print(json.dumps(claim_all(setting)), flush=True)


if __name__ == "__main__":
    main()

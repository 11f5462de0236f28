"""A citizen's telephone: opens the addresses behind the printed codes, and rates."""

from __future__ import annotations

from urllib.parse import urlsplit

import requests

from installer.demo.citizens import Rating

_SECONDS = 5
_OK, _NOT_HEARD_OF = 200, 404


class Phone:
    """Speaks plain HTTP with the central server, to which the printed codes point.

    Attributes: `given`, how many ratings it took.
    """

    def __init__(self) -> None:
        self.given = 0
        self._session = requests.Session()
        self._session.trust_env = False  # the server is beside us, whatever proxy this machine has

    def opens(self, printed: str) -> bool:
        """Whether there is a page behind a printed code; False while the server is silent.

        There is one, with another status, for a code of which the province has not heard yet: it looks again by itself.
        """
        try:
            return self._session.get(printed, timeout=_SECONDS).status_code in (_OK, _NOT_HEARD_OF)
        except requests.RequestException:
            return False

    def rate(self, printed: str, rating: Rating) -> bool:
        """Rates the visit or dossier of a printed code; False when the server did not take it.

        It takes one that it cannot give yet, because the province has not heard of the visit, or not of its end.
        """
        path = urlsplit(printed).path
        address = f"{printed[: -len(path)]}/r/{path.rsplit('/', 1)[-1]}"
        form = {"score": str(rating.score), "comment": rating.comment}
        if rating.reason:
            form["reason"] = rating.reason
        try:
            answer = self._session.post(address, data=form, timeout=_SECONDS)
        except requests.RequestException:
            return False
        taken = answer.status_code == _OK and bool(answer.history)
        self.given += taken
        return taken

"""A citizen's telephone: opens the addresses behind the printed codes, and rates."""

from __future__ import annotations

from urllib.parse import urlsplit

import requests

from installer.demo.citizens import Rating

_SECONDS = 5


class Phone:
    """Speaks plain HTTP with the office's server, wherever the printed address says the office is."""

    def __init__(self, server_url: str) -> None:
        self._server_url = server_url
        self._session = requests.Session()
        self._session.trust_env = False  # the office's server is beside us, whatever proxy this machine has

    def opens(self, printed: str) -> bool:
        """Whether the page behind a printed code opens; False while the server is silent or does not know it yet."""
        try:
            return self._session.get(self._here(printed), timeout=_SECONDS).status_code == 200
        except requests.RequestException:
            return False

    def rate(self, printed: str, rating: Rating) -> bool:
        """Rates the visit or dossier of a printed code; False when it could not be given (yet)."""
        path = urlsplit(printed).path
        address = self._here(f"{printed[: -len(path)]}/r/{path.rsplit('/', 1)[-1]}")
        form = {"score": str(rating.score), "comment": rating.comment}
        if rating.reason:
            form["reason"] = rating.reason
        try:
            answer = self._session.post(address, data=form, timeout=_SECONDS)
        except requests.RequestException:
            return False
        return answer.status_code == 200 and "given=1" in answer.url

    def _here(self, printed: str) -> str:
        return f"{self._server_url}{urlsplit(printed).path}"

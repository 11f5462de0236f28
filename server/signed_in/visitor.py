"""Who looks at a page, and in which language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from server.public_pages.words import Language
from server.signed_in.account import PROVINCE, Account
from server.signed_in.rights import Right, may


@dataclass(frozen=True, slots=True)
class OfficeName:
    """An office as lists offer it."""

    id: str
    name: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Visitor:
    """A person who is signed in. `csrf` goes into every form; `path` and `query` are the page's own address.

    `choices`: the offices between which the person may switch. `keeps_language`: it was asked for just now.
    """

    account: Account
    csrf: str
    language: Language
    path: str = ""
    choices: tuple[OfficeName, ...] = ()
    keeps_language: bool = False
    query: tuple[tuple[str, str], ...] = ()

    @property
    def actor(self) -> str:
        """What events and audit name."""
        return self.account.actor

    def may(self, right: Right, office: str = PROVINCE) -> bool:
        """Whether the person has `right` in `office` ("" = the whole province)."""
        return may(self.account, right, office)

    def offices(self, names: Iterable[str]) -> tuple[str, ...]:
        """Those of the offices called `names` that the person may see."""
        return tuple(name for name in names if self.account.office in (PROVINCE, name))

    def office_name(self, office: str) -> str:
        """The name of `office` in the visitor's language; its id when it is not one of the choices."""
        found = next((each for each in self.choices if each.id == office), None)
        if found is None:
            return office
        return found.name_en if self.language == "en" else found.name

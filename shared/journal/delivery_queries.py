"""Questions about deliveries by post: what lies ready for the post, what it has, what came back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, select

from shared.domain import mail_item
from shared.domain.delivery import Content, Delivery
from shared.domain.dossier import Dossier
from shared.domain.mail_item import MailItem
from shared.journal.dossier_queries import dossiers_by_id
from shared.journal.journal import Reader
from shared.journal.read_model import DELIVERIES, DOSSIERS, FORMS
from shared.journal.tables import delivery, dossier, form

_ON_THE_WAY = ("prepared", "with_post", "going_back")


def deliveries_of(reader: Reader, dossier_id: str) -> tuple[Delivery, ...]:
    """Every delivery of a dossier, the first one first."""
    return _deliveries(reader, delivery.c.dossier == dossier_id)


def deliveries_of_all(reader: Reader, dossiers: Sequence[str]) -> dict[str, list[Delivery]]:
    """The same of many dossiers, by the dossier; one without a delivery is left out."""
    found: dict[str, list[Delivery]] = {}
    for start in range(0, len(dossiers), 500):
        for each in _deliveries(reader, delivery.c.dossier.in_(dossiers[start : start + 500])):
            found.setdefault(each.dossier, []).append(each)
    return found


def mail_on_the_way(reader: Reader) -> tuple[MailItem, ...]:
    """Everything that is prepared or with the post, whoever has it, the first one first."""
    return with_dossiers(reader, _deliveries(reader, delivery.c.state.in_(_ON_THE_WAY)))


def mail_back(reader: Reader, unit: str) -> tuple[MailItem, ...]:
    """What came back to `unit` and is not settled yet; see `mail_item.not_settled`."""
    back = _deliveries(reader, (delivery.c.state == "back") & _is_open())
    known = {each.dossier for each in back}
    known |= {each.delivery.dossier for each in mail_on_the_way(reader) if each.state == "back"}
    of_each = deliveries_of_all(reader, sorted(known))
    items = with_dossiers(reader, [each for some in of_each.values() for each in some])
    return tuple(each for each in mail_item.not_settled(items) if each.paper.holder == unit)


def mail_delivered_since(reader: Reader, since_milliseconds: int, post: str | None = None) -> tuple[MailItem, ...]:
    """What was delivered since then (by the point `post`), the newest first."""
    where = (delivery.c.state == "delivered") & (delivery.c.over_at >= since_milliseconds)
    if post is not None:
        where &= delivery.c.post == post
    found = with_dossiers(reader, _deliveries(reader, where))
    return tuple(sorted(found, key=lambda each: each.delivery.delivered_at or each.delivery.prepared_at, reverse=True))


def deliveries_tracked(reader: Reader, tracking: str) -> tuple[Delivery, ...]:
    """The deliveries with this number of the post, the newest first: mostly one, and none for an unknown number."""
    return tuple(reversed(_deliveries(reader, delivery.c.tracking == tracking))) if tracking else ()


def results_to_send(reader: Reader, unit: str) -> tuple[Dossier, ...]:
    """Results that lie at `unit`, are to go by post and have no delivery yet; none that came back."""
    query = select(dossier.c.document).where(
        dossier.c.office == reader.office, dossier.c.stage == "result_at_counter", dossier.c.holder == unit
    )
    ready = [DOSSIERS.state(document) for document in reader.connection.execute(query).scalars()]
    wanted = [each for each in ready if each.return_way == "post"]
    known = deliveries_of_all(reader, [each.id for each in wanted])
    free = [each for each in wanted if not _has(known.get(each.id, ()), "result")]
    return tuple(sorted(free, key=lambda each: (each.due_at is None, each.due_at or each.received_at, each.code)))


def letters_to_send(reader: Reader, unit: str) -> tuple[tuple[Dossier, Content], ...]:
    """Dossiers received at `unit` by post whose Form 02 or 04 was issued without a letter, oldest first.

    What was given to the applicant in person is left out.
    """
    query = (
        select(form.c.document)
        .join(dossier, (dossier.c.office == form.c.office) & (dossier.c.subject == form.c.dossier))
        .where(
            form.c.office == reader.office,
            form.c.form.in_(["supplement_request", "apology"]),
            dossier.c.open == 1,
        )
        .order_by(form.c.issued_at)
    )
    issued = [FORMS.state(document) for document in reader.connection.execute(query).scalars()]
    listed: list[tuple[str, Content]] = [
        (each.dossier or "", "apology" if each.form == "apology" else "supplement_request")
        for each in issued
        if each.given_at is None
    ]
    dossiers = {each.id: each for each in dossiers_by_id(reader, list({item for item, _ in listed}))}
    known = deliveries_of_all(reader, list(dossiers))
    found: dict[tuple[str, Content], tuple[Dossier, Content]] = {}
    for item, content in listed:
        about = dossiers.get(item)
        if about is None or about.channel != "post" or about.home != unit:
            continue
        if not _has(known.get(item, ()), content):
            found.setdefault((item, content), (about, content))
    return tuple(found.values())


def with_dossiers(reader: Reader, deliveries: Iterable[Delivery]) -> tuple[MailItem, ...]:
    """Each delivery with its dossier; one whose dossier has not come to this machine yet is left out."""
    listed = tuple(deliveries)
    dossiers = {each.id: each for each in dossiers_by_id(reader, list({each.dossier for each in listed}))}
    return tuple(MailItem(each, dossiers[each.dossier]) for each in listed if each.dossier in dossiers)


def _is_open() -> ColumnElement[bool]:
    """Only deliveries of dossiers on which something is still to be done."""
    open_ones = select(dossier.c.subject).where(dossier.c.office == delivery.c.office, dossier.c.open == 1)
    return delivery.c.dossier.in_(open_ones)


def _has(known: Sequence[Delivery], content: Content) -> bool:
    return any(each.content == content and each.state != "withdrawn" for each in known)


def _deliveries(reader: Reader, where: ColumnElement[bool]) -> tuple[Delivery, ...]:
    """The deliveries that `where` names, the one prepared first at the front."""
    query = select(delivery.c.document).where(delivery.c.office == reader.office, where)
    states = (DELIVERIES.state(document) for document in reader.connection.execute(query).scalars())
    return tuple(sorted(states, key=lambda each: (each.prepared_at, each.id)))

"""The room "delivery": every screen, each brought about on a fresh stage."""

from __future__ import annotations

from counter.delivery.presenter import DeliveryPresenter
from counter.stage import Scene, Stage


def deliveries_at_the_office(stage: Stage) -> None:
    """What waits for the post at the office."""
    _at_the_office(stage)


def deliveries_nothing(stage: Stage) -> None:
    """A room without any delivery."""
    stage.serve()
    stage.window.show_room("delivery")
    stage.settle()


def delivery_preparing(stage: Stage) -> None:
    """A result is prepared for the post; where it goes has been chosen."""
    room = _at_the_office(stage)
    room.scanned(room.state.lists.to_send[1].code)
    stage.settle()
    room.fill_in(scope="commune", tracking="RP100000082VN")


def delivery_of_a_letter(stage: Stage) -> None:
    """A letter that may go by post, or be given to the applicant who is here; the first press has asked."""
    code = stage.office.ask_for_papers()
    about = next(each for each in stage.office.book.dossiers.values() if each.code == code)
    stage.office.letters = (about.id,)
    room = _at_the_office(stage)
    room.offer(about.id, "supplement_request")
    stage.settle()
    room.press("give")


def delivery_prepared(stage: Stage) -> None:
    """A delivery that waits for the post to sign for it."""
    room = _at_the_office(stage)
    room.choose_group("prepared")
    room.open(room.state.lists.prepared[0].id)
    stage.settle()


def deliveries_with_the_post(stage: Stage) -> None:
    """What the post has, and what is late."""
    room = _at_the_office(stage)
    room.choose_group("with_post")
    room.open(room.state.lists.with_post[0].id)
    stage.settle()


def delivery_back(stage: Stage) -> None:
    """What came back."""
    room = _at_the_office(stage)
    room.choose_group("back")
    room.open(room.state.lists.back[0].id)
    stage.settle()


def deliveries_at_the_post(stage: Stage) -> None:
    """What a point of the post has to deliver."""
    _at_the_post(stage)


def delivery_at_the_door(stage: Stage) -> None:
    """Somebody signs for a result; the first press has asked."""
    room = _at_the_post(stage)
    room.scanned("RP100000025VN")
    stage.settle()
    room.hand(number="000000123456", series="01AB-26E", receipt="17")
    room.press("deliver")


def delivery_opened(stage: Stage) -> None:
    """One that is to be delivered, its fee to be collected."""
    room = _at_the_post(stage)
    room.scanned("RP100000025VN")
    stage.settle()


def delivery_by_somebody_else(stage: Stage) -> None:
    """Somebody who was authorised signs."""
    room = _at_the_post(stage)
    room.scanned("RP100000017VN")
    stage.settle()
    room.choose_recipient("authorised")
    room.hand(name="Nguyễn Thị Mẫu", number="000000654321", paper="Giấy ủy quyền số 12/2026, UBND phường Mẫu")


def delivery_second_invitation(stage: Stage) -> None:
    """Nobody was there for the second time: it may go back."""
    room = _at_the_post(stage)
    room.scanned("RP100000048VN")
    stage.settle()
    room.press("absent")
    room.press("absent")
    stage.settle()


def delivery_done(stage: Stage) -> None:
    """It was delivered."""
    room = _at_the_post(stage)
    room.scanned("RP100000025VN")
    stage.settle()
    room.hand(number="000000123456")
    room.press("deliver")
    room.press("deliver")
    stage.settle()


def dossier_that_went_by_post(stage: Stage) -> None:
    """The page of a dossier whose result is with the post."""
    room = _at_the_office(stage)
    room.scanned("RP100000048VN")
    stage.settle()
    room.show_dossier()


def _at_the_office(stage: Stage) -> DeliveryPresenter:
    stage.office.write_mail()
    stage.serve()
    return _room(stage)


def _at_the_post(stage: Stage) -> DeliveryPresenter:
    stage.office.write_mail()
    stage.sign_in("buutu")
    return _room(stage)


def _room(stage: Stage) -> DeliveryPresenter:
    stage.window.show_room("delivery")
    stage.settle()
    return stage.window.presenters.delivery


SCREENS: tuple[Scene, ...] = (
    deliveries_at_the_office,
    deliveries_nothing,
    delivery_preparing,
    delivery_of_a_letter,
    delivery_prepared,
    deliveries_with_the_post,
    delivery_back,
    deliveries_at_the_post,
    delivery_opened,
    delivery_at_the_door,
    delivery_by_somebody_else,
    delivery_second_invitation,
    delivery_done,
    dossier_that_went_by_post,
)

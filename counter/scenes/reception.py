"""Reception: every screen, each brought about on a fresh stage."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPushButton

from counter.stage import Scene, Stage
from resources.sample_ward.load import sample_citizens
from shared.domain.procedure import Procedure

_KNOWN = 5
"""Which of the sample's citizens has been here before: see `counter.sample.content`."""


def empty_form(stage: Stage) -> None:
    """An empty form while nobody is served."""
    stage.open_counter()


def searching(stage: Stage) -> None:
    """The search for a procedure."""
    stage.serve()
    field = stage.window.findChild(QLineEdit, "procedure_search")
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.setText("khai sinh")
    stage.window.presenters.reception.search("khai sinh")


def filled_form(stage: Stage) -> None:
    """A form ready to be received, an officer calling."""
    stage.serve()
    reception = stage.window.presenters.reception
    reception.choose(_procedure(stage, "1.004884"))
    reception.scanned(sample_citizens()[20].qr_11)
    reception.set(phone="0900 000 001")
    reception.set_count(0, 1, 0)
    reception.set_count(2, 0, 2)


def missing_fields(stage: Stage) -> None:
    """A form with fields missing."""
    stage.serve()
    stage.window.presenters.reception.set(birth="31/02/1990")
    stage.window.presenters.reception.receive()


def foreign_code(stage: Stage) -> None:
    """A code that is no identity card."""
    stage.serve()
    reception = stage.window.presenters.reception
    reception.choose(_procedure(stage, "2.000815"))
    reception.scanned("https://vi-du.example/khong-phai-the")


def organisation(stage: Stage) -> None:
    """An organisation whose tax code does not fit together, and a procedure that is for citizens."""
    stage.serve()
    reception = stage.window.presenters.reception
    reception.choose(_procedure(stage, "1.004884"))
    reception.set(kind="organisation", name="Công ty TNHH Mẫu", identity_number="0312345678")
    reception.set(representative="Trần Văn Mẫu", address="Số 1, Đường Mẫu 1, Phường Mẫu")


def authorised_submitter(stage: Stage) -> None:
    """An authorised person at the counter, whose card has been read."""
    stage.serve()
    reception = stage.window.presenters.reception
    reception.choose(_procedure(stage, "1.004884"))
    reception.switch_submitter()
    reception.scanned(sample_citizens()[21].qr_11)
    reception.scanned(sample_citizens()[20].qr_11)
    reception.set(submitter_phone="0900 000 021", submitter_paper="Giấy ủy quyền số 12, ngày 20/11/2026")
    stage.settle()
    stage.scroll_to("submitter_collects")


def marked_papers(stage: Stage) -> None:
    """Papers that nobody may ask for, with the source of one."""
    stage.serve()
    stage.window.presenters.reception.choose(_procedure(stage, "1.001193"))
    stage.settle()
    buttons = [each for each in stage.window.findChildren(QPushButton) if each.objectName().endswith("_source")]
    button = next(each for each in buttons if each.isVisible())
    button.click()
    stage.settle()
    stage.scroll_to(button.objectName())


def known_applicant(stage: Stage) -> None:
    """Somebody who was here before, with an open dossier of the same procedure."""
    stage.serve()
    citizen = sample_citizens()[_KNOWN]
    stage.office.phones[citizen.id_number] = citizen.phone
    reception = stage.window.presenters.reception
    reception.choose(_procedure(stage, "1.004873"))
    reception.scanned(citizen.qr_11)


def post_and_collector(stage: Stage) -> None:
    """The result goes by post, and somebody else may collect it."""
    filled_form(stage)
    reception = stage.window.presenters.reception
    reception.set(return_way="post", return_address="Số 9, Đường Mẫu 4, Phường Thử, Thành phố Thử")
    reception.set(collector_name="Lê Thị Mẫu", collector_number="000190000021", collector_paper="Số 3, ngày 20/11/2026")
    stage.settle()
    stage.scroll_to("collector_paper")


def for_another_agency(stage: Stage) -> None:
    """A dossier that another ward decides: no date yet."""
    filled_form(stage)
    stage.window.presenters.reception.set(competent="phuong-ban")
    stage.settle()
    stage.scroll_to("competent")


def received_for_another_agency(stage: Stage) -> None:
    """It has been received, and must reach the other ward within a day."""
    for_another_agency(stage)
    stage.window.presenters.reception.receive()


def at_a_reception_point(stage: Stage) -> None:
    """An officer of a reception point receives without a counter."""
    stage.sign_in("benthu")
    stage.window.show_room("reception")


def guidance_supplement(stage: Stage) -> None:
    """Form 02 before a dossier is accepted."""
    filled_form(stage)
    reception = stage.window.presenters.reception
    reception.guide("supplement_request")
    reception.set(guidance_reason="Còn thiếu giấy tờ theo danh mục.")
    stage.settle()
    stage.scroll_to("print_guidance")


def guidance_refusal(stage: Stage) -> None:
    """Form 03 before a dossier is accepted, the reason still missing."""
    filled_form(stage)
    stage.window.presenters.reception.guide("refusal")
    stage.window.presenters.reception.print_guidance()
    stage.settle()
    stage.scroll_to("print_guidance")


def received_page(stage: Stage) -> None:
    """A dossier has been received."""
    filled_form(stage)
    stage.settle()
    stage.window.presenters.reception.receive()


def received_immediate(stage: Stage) -> None:
    """A dossier with an immediate result: nothing is printed unless the citizen asks."""
    stage.serve()
    reception = stage.window.presenters.reception
    reception.choose(_procedure(stage, "2.000815"))
    reception.scanned(sample_citizens()[20].qr_11)
    reception.set_count(next(at for at, row in enumerate(reception.rows()) if row.kind == "demanded"), 1, 0)
    stage.settle()
    reception.receive()


def received_with_fee(stage: Stage) -> None:
    """A dossier with a fee to be collected."""
    stage.serve()
    reception = stage.window.presenters.reception
    reception.choose(_procedure(stage, "1.014063"))
    reception.scanned(sample_citizens()[20].qr_11)
    stage.settle()
    for at, row in enumerate(reception.rows()):
        if row.kind == "demanded":
            reception.set_count(at, 1, 0)
    reception.set(extra="Thẻ căn cước cũ")
    stage.settle()
    reception.receive()


def second_dossier(stage: Stage) -> None:
    """A second dossier of the same applicant."""
    received_page(stage)
    stage.settle()
    stage.window.presenters.reception.another_for_the_same()


def _procedure(stage: Stage, code: str) -> Procedure:
    return next(each for each in stage.office.procedures(code) if each.code == code)


SCREENS: tuple[Scene, ...] = (
    empty_form,
    searching,
    filled_form,
    missing_fields,
    foreign_code,
    organisation,
    authorised_submitter,
    marked_papers,
    known_applicant,
    post_and_collector,
    for_another_agency,
    received_for_another_agency,
    at_a_reception_point,
    guidance_supplement,
    guidance_refusal,
    received_page,
    received_immediate,
    received_with_fee,
    second_dossier,
)

"""What holds for each of the forms 02 to 07: its version, its marks, its faces, its margins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import Any

import pytest

from shared.documents.dated_form import FormHeading, Printing, form_number
from shared.documents.form_02_supplement import render_form_02
from shared.documents.form_03_refusal import render_form_03
from shared.documents.form_04_apology import render_form_04
from shared.documents.form_05_stop_notice import render_form_05
from shared.documents.form_06_control_slip import render_form_06
from shared.documents.form_07_register import render_form_07
from shared.domain.office_record import FormName
from tests.documents import form_samples as samples
from tests.documents.reading import (
    MM,
    Ink,
    codes_of,
    every_text_is_embedded,
    facts_of,
    inks_of,
    letters_of,
    text_of,
)


@dataclass(frozen=True, slots=True)
class Kind:
    """One form: its name, what a sample of it says, and how it is drawn."""

    name: FormName
    sample: Callable[[], Any]
    render: Callable[[Any], bytes]


KINDS = (
    Kind("supplement_request", samples.supplement, render_form_02),
    Kind("refusal", samples.refusal, render_form_03),
    Kind("apology", samples.apology, render_form_04),
    Kind("stop_notice", samples.stop_notice, render_form_05),
    Kind("control_slip", samples.control_slip, render_form_06),
    Kind("register", samples.register, render_form_07),
)
IN_BOTH = tuple(kind for kind in KINDS if kind.name != "stop_notice")
OF_A_DOSSIER = tuple(kind for kind in KINDS if kind.name != "register")


def name_of(kind: Kind) -> str:
    """How a test calls the form."""
    return kind.name


every_kind = pytest.mark.parametrize("kind", KINDS, ids=name_of)
kinds_in_both_circulars = pytest.mark.parametrize("kind", IN_BOTH, ids=name_of)
kinds_of_a_dossier = pytest.mark.parametrize("kind", OF_A_DOSSIER, ids=name_of)


@every_kind
def test_the_heading_is_the_official_one_with_number_place_and_date_in_words(kind: Kind) -> None:
    text = text_of(kind.render(kind.sample()))
    for expected in (
        "ỦY BAN NHÂN DÂN PHƯỜNG HẢI CHÂU",
        "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG PHƯỜNG HẢI CHÂU",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        f"Số: {form_number(kind.name, '15', 'TTPVHCC')}",
        "Hải Châu, ngày 08 tháng 9 năm 2026",
    ):
        assert expected in text


@every_kind
def test_number_title_and_circular_are_those_in_force(kind: Kind) -> None:
    version = samples.heading(kind.name).version
    text = text_of(kind.render(kind.sample()))
    assert version.title.upper() in text
    assert f"(Mẫu số {version.number}, Thông tư 03/2025/TT-VPCP, áp dụng từ ngày 15/9/2025)" in text


@kinds_in_both_circulars
def test_an_older_dossier_gets_number_and_title_of_the_older_circular(kind: Kind) -> None:
    older = samples.heading(kind.name, samples.OLD_DAY)
    text = text_of(kind.render(replace(kind.sample(), heading=older)))
    assert older.version.title.upper() in text
    number = older.version.number
    assert f"(Mẫu số {number}, Thông tư 01/2018/TT-VPCP; trình bày theo Thông tư 03/2025/TT-VPCP)" in text


@every_kind
def test_a_version_of_another_form_is_refused(kind: Kind) -> None:
    other = samples.heading("apology" if kind.name == "refusal" else "refusal")
    with pytest.raises(ValueError, match="cannot head"):
        kind.render(replace(kind.sample(), heading=other))


@every_kind
@pytest.mark.parametrize(("printing", "mark"), [("copy", "BẢN SAO"), ("reprint", "BẢN IN LẠI")])
def test_a_copy_and_a_reprint_say_what_they_are(kind: Kind, printing: Printing, mark: str) -> None:
    assert mark in text_of(kind.render(replace(kind.sample(), printing=printing)))
    assert mark not in text_of(kind.render(kind.sample()))


@kinds_of_a_dossier
def test_the_scanner_reads_the_address_of_the_dossier(kind: Kind) -> None:
    assert codes_of(kind.render(kind.sample())) == [samples.URL]
    without = kind.render(replace(kind.sample(), look_up_url=""))
    assert codes_of(without) == []
    assert "Quét mã" not in text_of(without)


@every_kind
def test_an_everyday_form_is_one_sheet_of_a4_within_its_margins(kind: Kind) -> None:
    content = kind.render(kind.sample())
    (ink,) = inks_of(content)
    assert sorted((ink.page_width, ink.page_height)) == pytest.approx([210 * MM, 297 * MM], abs=0.1)
    assert _within_margins(ink)
    assert "Trang" not in text_of(content)


@every_kind
def test_texts_of_200_letters_are_printed_to_their_end(kind: Kind) -> None:
    form = kind.sample()
    filled = _long_texts(form)
    long_names = replace(form.heading, managing_body=_long(90), office_name=_long(91))
    content = kind.render(replace(form, heading=long_names, **filled))
    letters = letters_of(content).casefold()
    for value in (*filled.values(), _long(90), _long(91)):
        assert value.replace(" ", "").casefold() in letters
    assert all(_within_margins(ink) for ink in inks_of(content))


@every_kind
def test_a_word_without_end_stays_within_the_margins(kind: Kind) -> None:
    form = kind.sample()
    content = kind.render(replace(form, **dict.fromkeys(_long_texts(form), "Ằ" * 200)))
    assert all(_within_margins(ink) for ink in inks_of(content))
    assert letters_of(content).count("Ằ") >= 200 * len(_long_texts(form))


@every_kind
def test_signs_of_markup_print_literally(kind: Kind) -> None:
    form = kind.sample()
    name = "Công ty <Phát & Đạt> &amp; </b>"
    text = text_of(kind.render(replace(form, **dict.fromkeys(_long_texts(form), name))))
    assert text.count(name) >= len(_long_texts(form))


@every_kind
def test_the_faces_travel_with_the_form(kind: Kind) -> None:
    content = kind.render(kind.sample())
    assert every_text_is_embedded(content)
    assert b"Helvetica" not in content


@every_kind
def test_the_file_says_what_it_is_and_names_no_person(kind: Kind) -> None:
    facts = facts_of(kind.render(kind.sample()))
    version = samples.heading(kind.name).version
    assert facts["Title"].startswith(version.title)
    assert facts["Subject"] == f"Mẫu số {version.number}, {version.basis}"
    assert facts["Producer"] == facts["Author"] == "Một cửa"
    said = " ".join(facts.values())
    assert not [secret for secret in (samples.NAME, samples.NUMBER, "0905123456", "Lê Quang Bình") if secret in said]


@every_kind
def test_the_same_form_gives_the_same_bytes(kind: Kind) -> None:
    assert kind.render(kind.sample()) == kind.render(kind.sample())


@every_kind
def test_a_number_that_is_not_given_yet_leaves_dots(kind: Kind) -> None:
    form = kind.sample()
    blank: FormHeading = replace(form.heading, number="")
    assert "Số: ......" in text_of(kind.render(replace(form, heading=blank)))


def test_number_and_symbol_are_those_of_the_form() -> None:
    forms: tuple[FormName, ...] = ("supplement_request", "refusal", "apology", "control_slip", "register")
    numbers = [form_number(form, "07", "TTPVHCC") for form in forms]
    assert numbers == ["07/PBS-TTPVHCC", "07/PTC-TTPVHCC", "07/PXL", "07/PKS-TTPVHCC", "07/STD-TTPVHCC"]
    assert form_number("refusal", " ", "") == "....../PTC"


def test_a_paper_without_a_symbol_is_refused() -> None:
    with pytest.raises(KeyError):
        form_number("handover_record", "1", "TTPVHCC")


def _long_texts(form: Any) -> dict[str, str]:
    """A long text for each field of `form` that people fill in, each another."""
    kept = {"look_up_url", "printing", "dossier_code"}
    named = [each.name for each in fields(form) if each.name not in kept and isinstance(getattr(form, each.name), str)]
    return {name: _long(order) for order, name in enumerate(named)}


def _long(order: int) -> str:
    return f"Đầu{order} {'Nguyễn Phước Khương ' * 9}Cuối{order}"


def _within_margins(ink: Ink) -> bool:
    return (
        ink.left >= 30 * MM - 1
        and ink.right <= ink.page_width - 15 * MM + 1
        and ink.bottom >= 10 * MM
        and ink.top <= ink.page_height - 9 * MM
    )

"""Finding a procedure while typing, on all real codes and names of the country."""

from __future__ import annotations

import json
import random
from importlib.resources import files

import pytest

from shared.domain.procedure_search import Found, ProcedureIndex, SearchEntry
from shared.domain.text import fold

FIRST = 20


def national() -> dict[str, str]:
    text = (files("resources.catalogue") / "national_procedures.tsv").read_text(encoding="utf-8")
    rows = [line.partition("\t") for line in text.splitlines() if not line.startswith("#")]
    return {code: name for code, _, name in rows[1:]}


def whole_country() -> tuple[SearchEntry, ...]:
    """The sample catalogue as received here, then the rest of the country."""
    catalogue = json.loads((files("resources.catalogue") / "commune_procedures.json").read_text(encoding="utf-8"))
    here = {each["code"]: SearchEntry(each["code"], each["name"], each["field"], True) for each in catalogue}
    there = (SearchEntry(code, name, "", False) for code, name in national().items() if code not in here)
    return (*here.values(), *there)


ENTRIES = whole_country()
INDEX = ProcedureIndex(ENTRIES)
CODES_BY_WORD: dict[str, set[str]] = {}
for _entry in ENTRIES:
    for _word in fold(_entry.name).split() + fold(_entry.field).split():
        CODES_BY_WORD.setdefault(_word, set()).add(_entry.code)


def index_of(*names: str) -> ProcedureIndex:
    """A small index; a name with "*" before it is received here."""
    return ProcedureIndex(
        [
            SearchEntry(f"1.{number:06d}", name.lstrip("*"), "", name.startswith("*"))
            for number, name in enumerate(names)
        ]
    )


def names(found: Found) -> list[str]:
    return [entry.name for entry in found.entries]


def codes(found: Found) -> list[str]:
    return [entry.code for entry in found.entries]


def is_found(entry: SearchEntry, found: Found) -> bool:
    """Whether it is among the answers, or others of the very same name fill them."""
    return entry in found.entries or all(fold(each.name) == fold(entry.name) for each in found.entries)


def slowly(text: str) -> set[str]:
    """The codes whose name or field has, for each word of `text`, a word that begins with it (or its i for y)."""

    def holding(word: str) -> set[str]:
        other = {"i": "y", "y": "i"}.get(word[-1], "")
        spelled = word[:-1] + other if other and not set(word[:-1]) & set("aeiouy") and len(word) > 1 else word
        return set().union(
            *(codes for each, codes in CODES_BY_WORD.items() if each.startswith(word) or each == spelled)
        )

    return set.intersection({entry.code for entry in ENTRIES}, *map(holding, fold(text).split()))


def test_the_list_of_the_country_holds_1571_codes_and_names() -> None:
    listed = national()
    assert len(listed) == 1571
    assert all(name.strip() and len(code) == 8 for code, name in listed.items())


def test_every_procedure_is_found_first_by_its_own_code() -> None:
    for entry in ENTRIES:
        assert INDEX.search(entry.code, FIRST).entries[0] == entry


def test_every_procedure_is_found_first_by_its_code_without_dots_and_as_a_province_writes_it() -> None:
    for entry in ENTRIES:
        for written in (entry.code.replace(".", ""), f"{entry.code}.000.00.00.H38", f"{entry.code}.000.00.00.h26.7"):
            assert INDEX.search(written, FIRST).entries[0] == entry


def test_every_procedure_is_found_by_the_end_of_its_code() -> None:
    for entry in ENTRIES:
        assert entry in INDEX.search(entry.code[2:], FIRST).entries


def test_every_procedure_is_found_by_its_name_with_and_without_diacritics() -> None:
    for entry in ENTRIES:
        for written in (entry.name, fold(entry.name), entry.name.upper()):
            assert is_found(entry, INDEX.search(written, FIRST)), written


def test_every_procedure_is_found_by_its_words_in_reverse() -> None:
    for entry in ENTRIES:
        assert is_found(entry, INDEX.search(" ".join(reversed(fold(entry.name).split())), FIRST)), entry.name


def test_a_slow_search_of_its_own_finds_the_very_same_procedures() -> None:
    chance = random.Random(7)
    everything = len(ENTRIES)
    for entry in ENTRIES[::4]:
        words = chance.sample(fold(entry.name).split(), k=min(3, len(fold(entry.name).split())))
        typed = " ".join(word[: chance.randint(1, len(word))] for word in words)
        if any(word.isdigit() for word in typed.split()):
            continue
        found = INDEX.search(typed, everything)
        assert (set(codes(found)), found.total, found.nearby) == (slowly(typed), len(slowly(typed)), False), typed


def test_what_is_typed_letter_by_letter_is_never_lost_on_the_way() -> None:
    typed = "đăng ký khai sinh"
    for length in range(1, len(typed) + 1):
        found = INDEX.search(typed[:length], len(ENTRIES))
        assert "1.001193" in codes(found), typed[:length]
    assert codes(INDEX.search(typed, 1)) == ["1.001193"]


@pytest.mark.parametrize(
    "typed", ["khai sinh", "KHAI SINH", "kha si", "sinh khai", "khai  sinh ", "Khái sịnh", "khai, sinh", "khai-sinh"]
)
def test_capitals_tones_order_and_spaces_do_not_matter(typed: str) -> None:
    assert "1.001193" in codes(INDEX.search(typed, FIRST))


def test_d_finds_the_letter_with_a_stroke_and_i_finds_y() -> None:
    index = index_of("Đăng ký hộ kinh doanh", "Cấp giấy phép")
    for typed in ("dang ky", "đăng ký", "dang ki", "đăng kí"):
        assert names(index.search(typed, 5)) == ["Đăng ký hộ kinh doanh"]


def test_what_is_received_here_stands_before_all_others() -> None:
    index = index_of("Khai sinh", "*Cấp bản sao trích lục khai sinh", "*Thủ tục khai sinh lưu động")
    assert names(index.search("khai si", 5)) == [
        "*Thủ tục khai sinh lưu động".lstrip("*"),
        "Cấp bản sao trích lục khai sinh",
        "Khai sinh",
    ]


def test_whole_words_stand_before_beginnings_and_early_before_late_and_short_before_long() -> None:
    index = index_of("Sinhat khaibac", "Một hai khai sinh", "Khai sinh lưu động", "Khai sinh xa")
    assert names(index.search("khai sinh", 5)) == [
        "Khai sinh xa",
        "Khai sinh lưu động",
        "Một hai khai sinh",
        "Sinhat khaibac",
    ]


def test_equals_keep_their_order() -> None:
    index = index_of("Khai sinh", "Khai sinh", "Khai sinh")
    assert codes(index.search("khai", 5)) == ["1.000000", "1.000001", "1.000002"]


def test_a_code_may_be_typed_in_parts() -> None:
    for typed in ("1.001193", "1001193", "001193", "1 001193", "1193", "1.0011"):
        assert "1.001193" in codes(INDEX.search(typed, FIRST)), typed


def test_a_number_is_looked_for_in_names_too() -> None:
    index = index_of("Cấp thẻ cho người từ đủ 14 tuổi", "Cấp thẻ")
    assert names(index.search("the 14", 5)) == ["Cấp thẻ cho người từ đủ 14 tuổi"]


def test_the_answer_is_bounded_and_says_how_many_there_are() -> None:
    found = INDEX.search("t", 5)
    assert len(found.entries) == 5
    assert found.total > 1000


def test_a_field_bounds_the_search_and_its_name_finds_its_procedures() -> None:
    of_field = [entry for entry in ENTRIES if entry.field == "Cư trú"]
    assert INDEX.search("", FIRST, "Cư trú").entries == tuple(of_field)
    assert all(entry.field == "Cư trú" for entry in INDEX.search("dang ky", FIRST, "Cư trú").entries)
    assert set(codes(INDEX.search("cu tru", FIRST))) >= {entry.code for entry in of_field}
    assert INDEX.search("", FIRST, "Không có").total == 0


def test_an_empty_text_finds_everything_in_order() -> None:
    found = INDEX.search("  . ", 3)
    assert (found.entries, found.total) == (ENTRIES[:3], len(ENTRIES))


@pytest.mark.parametrize("typed", ["khia sinh", "khau sinh", "khaai sinh", "kha1 sinh", "khai sinnh", "khai sihn"])
def test_one_slip_of_the_finger_is_forgiven_and_said(typed: str) -> None:
    found = index_of("Khai sinh", "Kết hôn").search(typed, 5)
    assert (names(found), found.nearby) == (["Khai sinh"], True)


def test_what_nobody_has_finds_nothing() -> None:
    found = INDEX.search("qqqqq wwwww", FIRST)
    assert (found.entries, found.total, found.nearby) == ((), 0, False)
    assert INDEX.search("9999999", FIRST).total == 0

"""Reads a JSON document that somebody chose as a file: no letters that nothing can show, no text without an end."""

from __future__ import annotations

import json
import math
from typing import Any

from shared.domain.text import LONGEST_TEXT, has_odd_letters
from shared.failures import Refusal


def read_document(content: bytes) -> Any:
    """What is in the file. ValueError when it is no JSON that everybody reads alike, Refusal `file_letters` for texts
    that cannot be kept.
    """
    try:
        document = json.loads(content.decode("utf-8-sig"))
        fine = _is_fine(document)
    except RecursionError as problem:
        raise ValueError("too deep") from problem
    if not fine:
        raise Refusal(
            "file_letters",
            f"Tệp có chữ dài quá {LONGEST_TEXT} ký tự hoặc có ký tự lạ không dùng được. Chưa có gì thay đổi; "
            "hãy sửa tệp rồi chọn lại.",
            f"The file has a text of more than {LONGEST_TEXT} letters, or a character that cannot be used. Nothing "
            "was changed; correct the file and choose it again.",
        )
    return document


def _is_fine(value: Any) -> bool:
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError("no number")
    if isinstance(value, str):
        return len(value) <= LONGEST_TEXT and not has_odd_letters(value)
    if isinstance(value, dict):
        return all(_is_fine(name) and _is_fine(each) for name, each in value.items())
    return not isinstance(value, list) or all(_is_fine(each) for each in value)

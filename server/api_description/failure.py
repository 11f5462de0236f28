"""The one shape of everything that did not work, as programs read it."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Failed(BaseModel):
    """Why something was not done: `code` for programs, one sentence for people in each language.

    What happened, what is safe and what to do. Never personal data, never what was sent.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "code": "key_wrong",
                    "vi": "Khóa kết nối không đúng. Hãy gửi khóa trong tiêu đề Authorization: Bearer.",
                    "en": "The key is not right. Send it in the header Authorization: Bearer.",
                }
            ]
        }
    )

    code: str = Field(description="Which failure it is; stays the same in later releases")
    vi: str
    en: str
    fields: list[str] = Field([], description="Which fields of the request have not the form they need")

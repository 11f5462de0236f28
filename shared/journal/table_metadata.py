"""What all tables of a node share: their metadata, and the kind of column that keys are."""

from __future__ import annotations

from sqlalchemy import Column, MetaData, Text

metadata = MetaData()


def key_column(name: str) -> Column[str]:
    """A column of the primary key."""
    return Column(name, Text, primary_key=True, nullable=False)

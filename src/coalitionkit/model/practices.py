"""Practices that are recorded in words because they need no structure of their own.

That a practice is recorded says that someone wrote it down, never that it is lived.
"""

from pydantic import Field

from coalitionkit.model.record import Brief
from coalitionkit.model.references import LeadId
from coalitionkit.model.values import Date, Prose


class Practice(Brief):
    """How the coalition does something that good practice asks for; plain text is enough."""

    shorthand = "text"

    text: Prose | None = Field(
        None, description="What you do, in a few sentences. A bare text means the same."
    )
    by: LeadId | None = Field(None, description="The member or role that sees to it.", examples=["ana-lopez"])
    date: Date | None = Field(None, description="When it was written or last renewed.", examples=["2026-02"])
    file: str | None = Field(
        None,
        description="A file that says more, seen from the plan's folder.",
        examples=["docs/power-dynamics.md"],
    )

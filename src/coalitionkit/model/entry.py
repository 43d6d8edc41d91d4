"""An item of a list that other parts of the plan point at by its id."""

from pydantic import Field

from coalitionkit.model.record import Record
from coalitionkit.model.values import Id


class Entry(Record):
    """An item with an id of its own."""

    identity = "id"

    id: Id = Field(
        description="The short name by which the rest of the plan points at this item: small "
        "letters, digits and hyphens. Keep it when the full name changes.",
        examples=["data-sharing"],
    )
    former_ids: tuple[Id, ...] = Field(
        (),
        description="Ids that this item had before, so that old links still find it.",
    )

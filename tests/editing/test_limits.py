"""What no plan can hold."""

import pytest

from coalitionkit.editing.limits import LONGEST, refuse_endless
from coalitionkit.edits import Add, Data, Put, Remove
from coalitionkit.errors import UneditableError
from coalitionkit.places import Address

AT = Address(("x-own",))


def nested(depth: int) -> Data:
    value: Data = "x"
    for number in range(depth):
        value = [value] if number % 2 else {"a": value}
    return value


def test_text_and_depth_have_an_end() -> None:
    refuse_endless(Put(AT, "x" * LONGEST))
    refuse_endless(Put(AT, nested(60)))
    refuse_endless(Remove(AT))
    with pytest.raises(UneditableError, match="1,000,001 characters, more than a plan can hold"):
        refuse_endless(Put(AT, {"a": ["x" * (LONGEST + 1)]}))
    with pytest.raises(UneditableError, match="more than 64 deep"):
        refuse_endless(Add(AT, nested(64)))

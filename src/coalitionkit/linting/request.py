"""What is asked of a lint, beyond the plans themselves."""

from datetime import date
from typing import NamedTuple

from coalitionkit.findings import Profile
from coalitionkit.source.files import RawFile
from coalitionkit.workspace import MAX_SIZE


class Request(NamedTuple):
    """What decides, beside its files, what is found in a plan.

    `as_of` is the day that counts as today; `profile` stands in for the plan's own. With `advice`, rules
    that are off by nature speak as well. Files of more than `max_size` bytes are left unread. Without
    `ignores`, comments that leave findings out are not heeded. `config` is a file of settings that counts
    as if every plan extended it; `isolated` leaves out all settings.
    """

    as_of: date
    profile: Profile | None = None
    advice: bool = False
    max_size: int = MAX_SIZE
    ignores: bool = True
    config: RawFile | None = None
    isolated: bool = False

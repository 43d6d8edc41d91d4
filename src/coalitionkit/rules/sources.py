"""The documents that the practice comes from, and how rules cite them."""

from typing import NamedTuple


class Document(NamedTuple):
    """A published document."""

    title: str
    publisher: str

    def at(self, section: str = "") -> str:
        """Return the citation of a section, or of the whole document."""
        whole = f"{self.title} ({self.publisher})"
        return f"{whole}, {section}" if section else whole


GUIDE = Document("Boosting Upward Mobility: A Planning Guide for Local Action", "Urban Institute")
TOOLKIT = Document("Upward Mobility toolkit: Building a Cross-Sector Mobility Coalition", "Urban Institute")
BRIEF = Document(
    "How Riverside and Alameda Counties used cross-sector partnerships", "Urban Institute article"
)
IMPERATIVE = Document("The Coalition Imperative", "Brookings Metro with America Achieves, November 2025")

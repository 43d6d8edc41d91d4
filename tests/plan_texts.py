"""Texts of plans for laws: sections in any order, with comments, blank lines and line ends of any kind."""

from hypothesis import strategies as st

DAIRY = """\
vocabulary:
  populations:
    - {id: dairy-families, label: Dairy families}
"""
FOLDED = """\
focus:
  north_star: >-
    A day's work pays

    for a decent life.
"""
LITERAL = """\
focus: # drafted in May
  north_star: |
    Enough # for all.
"""
OPEN_ENDED = """\
focus:
  north_star: |+
    A fair city.

"""
PARTNERS = """\
partners:
  # the hall
  - id: city
    name: City of Lakes # since 2024
    sector: local-government
    # to be asked again

  - {id: lake-trust, name: Lake Trust, sector: nonprofit}
"""
FLAT = """\
partners:
- id: city
  name: City
  sector: local-government
  # a footer
"""
MEMBERS = """\
members:
  - name: Ana López # chair
    id: ana-lopez
    note: 'it''s # fine'
  # on leave
  - id: aba-ito
    name: Aba Ito
"""
IN_BRACKETS = "members: [{id: ana-lopez, name: Ana López}, {id: aba-ito, name: Aba Ito}] # all of us\n"
NORMS = """\
rhythm:
  norms:
    - |
      Prepared.

      # no comment
    - Kind.
"""
OFFICE = """\
x-office:
    room: 12 # ask Aba
    # the key is at the desk
"""

SECTIONS = {
    "vocabulary": [DAIRY],
    "focus": [FOLDED, LITERAL, OPEN_ENDED],
    "partners": [PARTNERS, "partners: []\n", FLAT],
    "members": [MEMBERS, IN_BRACKETS],
    "decision_model": ["decision_model: consensus  # for the first year\n"],
    "rhythm": [NORMS],
    "lint": ["lint: {profile: start}\n"],
    "x-office": [OFFICE],
}
"""Sections as people write them, in the order of the format, what is not part of it at the end."""

_GAPS = [
    "",
    "\n",
    "\n",
    "\n\n",
    "# about it\n",
    "\n# ---\n# about it\n",
    "\n# apart\n\n",
    "  \n",
    "  # deep\n",
]

_BLOCK_ENDS = ("for all.\n", "life.\n", "city.\n\n", "...\n")
"""Ends of blocks of text, whose value depends on the end of their last line."""


@st.composite
def sections(draw: st.DrawFn, *, shuffled: bool = False) -> list[str]:
    """Return sections with what stands above each of them; in the order of the format unless `shuffled`."""
    names = draw(st.lists(st.sampled_from([*SECTIONS]), unique=True))
    names = names if shuffled else [name for name in SECTIONS if name in names]
    return [draw(st.sampled_from(_GAPS)) + draw(st.sampled_from(SECTIONS[name])) for name in names]


@st.composite
def plan_texts(draw: st.DrawFn, *, shuffled: bool = False) -> str:
    """Return the text of a plan that loads."""
    header = draw(st.sampled_from(["", "# Our plan.\n", "# Our plan.\n\n", "---\n", "\n\n# ours\n"]))
    begin = ["format: 1\n", draw(st.sampled_from(_GAPS)) + "coalition: {id: lakes, name: Lakes}\n"]
    parts = begin + draw(sections())
    if shuffled:
        parts = draw(st.permutations(parts))
    footer = draw(st.sampled_from(["", "", "\n# the end\n", "# the end\n", "\n\n", "...\n"]))
    text = header + "".join(parts) + footer
    if draw(st.booleans()) and not text.endswith(_BLOCK_ENDS):
        text = text.removesuffix("\n")
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    return text


def marked(text: str, *, mark: bool) -> bytes:
    """Return a text as bytes, with a byte order mark or without."""
    return (b"\xef\xbb\xbf" if mark else b"") + text.encode()

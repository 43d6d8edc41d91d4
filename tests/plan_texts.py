"""Texts of plans for laws: sections in any order, with comments, blank lines and line ends of any kind."""

from hypothesis import strategies as st

SECTIONS = {
    "vocabulary": ["vocabulary:\n  populations:\n    - {id: dairy-families, label: Dairy families}\n"],
    "focus": [
        "focus:\n  north_star: >-\n    A day's work pays\n\n    for a decent life.\n",
        "focus: # drafted in May\n  north_star: |\n    Enough # for all.\n",
        "focus:\n  north_star: |+\n    A fair city.\n\n",
    ],
    "partners": [
        "partners:\n  # the hall\n  - id: city\n    name: City of Lakes # since 2024\n    sector: local-government\n"
        "    # to be asked again\n\n  - {id: lake-trust, name: Lake Trust, sector: nonprofit}\n",
        "partners: []\n",
        "partners:\n- id: city\n  name: City\n  sector: local-government\n  # a footer\n",
    ],
    "members": [
        "members:\n  - name: Ana López # chair\n    id: ana-lopez\n    note: 'it''s # fine'\n"
        "  # on leave\n  - id: aba-ito\n    name: Aba Ito\n",
        "members: [{id: ana-lopez, name: Ana López}, {id: aba-ito, name: Aba Ito}] # all of us\n",
    ],
    "decision_model": ["decision_model: consensus  # for the first year\n"],
    "rhythm": ["rhythm:\n  norms:\n    - |\n      Prepared.\n\n      # no comment\n    - Kind.\n"],
    "x-office": ["x-office:\n    room: 12 # ask Aba\n    # the key is at the desk\n"],
    "lint": ["lint: {profile: start}\n"],
}

_GAPS = ["", "\n", "\n", "\n\n", "# about it\n", "\n# ---\n# about it\n", "\n# apart\n\n", "  \n", "  # deep\n"]

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

"""Hostile or mistaken plans of a few hundred kilobytes: told in seconds, whatever is in them."""

import time

import pytest
from builders import loaded, whole

pytestmark = pytest.mark.long

MANY = 20_000
FLOODS = {
    "unknown words": "focus: {populations: [" + ", ".join(f"X w{n}" for n in range(MANY // 4)) + "]}\n",
    "one unknown word": "focus: {populations: [" + "x, " * MANY + "]}\n",
    "broken references": "members:\n"
    + "".join(f"- {{id: member-{n}, name: M, proxy: {{to: membre-{n}}}}}\n" for n in range(MANY // 20)),
    "duplicate keys": "x-free:\n" + "  a: 1\n" * MANY,
    "duplicate ids": "members:\n" + "- {id: a, name: A}\n" * (MANY // 4),
    "tags": "x-free: [" + "!x 1, " * MANY + "]\n",
    "aliases": "x-free: [" + "*x, " * MANY + "]\n",
    "unknown keys": "".join(f"zz{n}: 1\n" for n in range(MANY)),
    "placeholders": "focus: {predictors: [" + "TODO, " * MANY + "]}\n",
    "members": "members:\n" + "".join(f"- {{id: m{n}, name: M}}\n" for n in range(MANY // 4)),
}


@pytest.mark.parametrize("name", FLOODS)
def test_a_flood_is_told_quickly(name: str) -> None:
    text = whole(FLOODS[name])
    begun = time.process_time()
    findings = loaded(text).findings
    spent = time.process_time() - begun
    assert spent < 4, f"{len(text) // 1000} KB took {spent:.1f} s for {len(findings)} findings"

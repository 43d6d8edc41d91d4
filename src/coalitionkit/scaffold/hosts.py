"""Where a plan's folder is kept and its changes are checked, and which files that place reads."""

import re
from pathlib import Path

from coalitionkit.errors import ConfigurationError
from coalitionkit.prose import did_you_mean, one_of, quoted

GITHUB = "github"
GITLAB = "gitlab"
NOWHERE = "none"
HOSTS = (GITHUB, GITLAB, NOWHERE)

_READ_ONLY_BY = {".github/": GITHUB, ".gitlab-ci.yml": GITLAB}
_GITLAB_REMOTE = re.compile(r"^\s*url\s*=.*gitlab", re.MULTILINE | re.IGNORECASE)


def host_word(text: str) -> str:
    """Return the host that a word names. Raises ConfigurationError when there is none."""
    word = text.strip().casefold()
    if word not in HOSTS:
        how = did_you_mean(word, HOSTS) or f"; choose {one_of(HOSTS)}"
        raise ConfigurationError(f"{quoted(text)} is no place where changes are checked{how}")
    return word


def host_of(folder: Path) -> str:
    """Return the host that a folder shows signs of, by what it keeps or where it is pushed; else GitHub."""
    if (folder / ".gitlab-ci.yml").exists():
        return GITLAB
    if (folder / ".github").is_dir():
        return GITHUB
    try:
        config = (folder / ".git" / "config").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return GITHUB
    return GITLAB if _GITLAB_REMOTE.search(config) else GITHUB


def is_read_at(path: str, host: str) -> bool:
    """Tell whether a file means something at a host."""
    return all(host == only for start, only in _READ_ONLY_BY.items() if path.startswith(start))

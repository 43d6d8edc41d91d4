"""Real repositories for tests, made by git itself."""

import os
import subprocess
from pathlib import Path

WHO = {
    f"GIT_{role}_{what}": value
    for role in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Ana López"), ("EMAIL", "ana@example.org"), ("DATE", "2026-06-30T12:00:00Z"))
}
ENVIRONMENT = {
    **{key: value for key, value in os.environ.items() if not key.startswith("GIT_")},
    **WHO,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder, and return what it writes; fails when git does."""
    ran = subprocess.run(  # noqa: S603
        ["git", "-c", "init.defaultBranch=main", *arguments],  # noqa: S607
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.strip()


def put(folder: Path, **files: str) -> None:
    """Write files, by name; `coalition.yaml` and the like are given as a mapping with `**`."""
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")


def committed(folder: Path, **files: str) -> str:
    """Write files, commit all there is, and return the commit; the folder becomes a repository."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet")
    put(folder, **files)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "Go on")
    return git(folder, "rev-parse", "HEAD")

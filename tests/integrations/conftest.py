"""What the programs that these tests start must not take from whoever runs them, or leave with them."""

import pytest


@pytest.fixture(autouse=True)
def _of_nobody(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    monkeypatch.setenv("COALITION_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
    monkeypatch.delenv("COALITION_OVERLAY", raising=False)

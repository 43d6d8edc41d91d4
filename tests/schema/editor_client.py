"""A client of yaml-language-server, as small as its tests need: open a text, ask, read the answers."""

import json
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any, Self

CURSOR = "¦"
"""Marks in a text where the cursor stands."""

_PLAN = "coalition.yaml"


def by_schema(schema: Path) -> dict[str, Any]:
    """Return the settings of an editor that judges every plan by one schema."""
    return {
        "schemas": {schema.as_uri(): "coalition.yaml"},
        "schemaStore": {"enable": False},
        "validate": True,
        "hover": True,
        "completion": True,
    }


class Editor:
    """A language server with the settings of its section `yaml`, in which perhaps a folder is open."""

    def __init__(self, program: str, settings: dict[str, Any], root: Path | None = None) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - the program was found on PATH
            [program, "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._settings = {"yaml": settings}
        self._root = root
        self._asked = 0
        self._texts = 0
        opened = root.as_uri() if root else None
        self._ask("initialize", {"processId": None, "rootUri": opened, "capabilities": _CAPABILITIES})
        self._tell("initialized", {})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def diagnostics(self, text: str, name: str = _PLAN) -> list[dict[str, Any]]:
        """Return what is wrong with a text, in its order; `name` is its path in the folder that is open."""
        uri = self._open(text, name)
        while True:
            message = self._read()
            if message.get("method") == "textDocument/publishDiagnostics":
                told = message["params"]
                if told["uri"] == uri:
                    found: list[dict[str, Any]] = told["diagnostics"]
                    return sorted(found, key=lambda one: one["range"]["start"]["line"])

    def hover(self, marked: str, name: str = _PLAN) -> str:
        """Return what is shown for the place of the cursor."""
        text, position = _split(marked)
        answer = self._ask("textDocument/hover", {**self._document(text, name), "position": position})
        if not answer:
            return ""
        contents = answer["contents"]
        return str(contents["value"] if isinstance(contents, dict) else contents)

    def completion(self, marked: str, name: str = _PLAN) -> dict[str, dict[str, Any]]:
        """Return what is offered at the cursor, by label."""
        text, position = _split(marked)
        answer = self._ask("textDocument/completion", {**self._document(text, name), "position": position})
        items = answer["items"] if isinstance(answer, dict) else answer
        return {item["label"]: item for item in items}

    def _document(self, text: str, name: str) -> dict[str, Any]:
        return {"textDocument": {"uri": self._open(text, name)}}

    def _open(self, text: str, name: str) -> str:
        self._texts += 1
        uri = (self._root / name).as_uri() if self._root else f"file:///plans/{self._texts}/{name}"
        document = {"uri": uri, "languageId": "yaml", "version": self._texts, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def _ask(self, method: str, params: dict[str, Any]) -> Any:
        self._asked += 1
        number = self._asked
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == number and "method" not in message:
                if "error" in message:
                    raise RuntimeError(message["error"])
                return message["result"]

    def _tell(self, method: str, params: dict[str, Any]) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        if self._process.stdin is None:
            raise RuntimeError("the language server takes no input")
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        """Return the next message; answer what the server itself asks on the way."""
        if self._process.stdout is None:
            raise RuntimeError("the language server gives no output")
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        if not length:
            raise RuntimeError("the language server ended")
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        if "id" in message and "method" in message:
            self._send({"id": message["id"], "result": self._answer(message)})
        return message

    def _answer(self, message: dict[str, Any]) -> Any:
        if message["method"] != "workspace/configuration":
            return None
        return [self._settings.get(str(item.get("section")), {}) for item in message["params"]["items"]]


_CAPABILITIES = {
    "textDocument": {
        "hover": {"contentFormat": ["markdown"]},
        "completion": {
            "completionItem": {"snippetSupport": True, "documentationFormat": ["markdown", "plaintext"]}
        },
        "publishDiagnostics": {},
    },
    "workspace": {"configuration": True, "didChangeConfiguration": {"dynamicRegistration": True}},
}


def _split(marked: str) -> tuple[str, dict[str, int]]:
    """Return a text without the mark, and the place where the mark stood."""
    before, _, after = marked.partition(CURSOR)
    return before + after, {
        "line": before.count("\n"),
        "character": len(before) - before.rfind("\n") - 1,
    }

"""An editor in a few lines: what it does to speak with yaml-language-server over stdio (LSP 3.17)."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

HOME = Path(__file__).parent
SERVER = HOME / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
_PATIENCE = 60
"""Seconds after which an answer is taken to be lost."""


class Told(NamedTuple):
    """A problem that is shown in the editor, with the text that is underlined."""

    line: int
    marked: str
    message: str


class Editor:
    """A running language server and the one file that is open in it."""

    def __init__(self, node: str, folder: Path, settings: dict[str, Any] | None = None) -> None:
        # No catalogue of schemas, so that nothing is downloaded.
        alone = {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False, "url": ""}}
        self._settings = {"yaml": alone | (settings or {})}
        self._process = subprocess.Popen(
            [node, str(SERVER), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder
        )
        self._messages: queue.Queue[dict[str, Any]] = queue.Queue()
        self._last = 0
        self._number = 0
        self.folder = folder
        self._uri = ""
        self._text: str | None = None
        threading.Thread(target=self._listen, daemon=True).start()
        item = {"documentationFormat": ["markdown"], "snippetSupport": True}
        able = {
            "workspace": {"configuration": True, "workspaceFolders": True},
            "textDocument": {"hover": {"contentFormat": ["markdown"]}, "completion": {"completionItem": item}},
        }
        folders = [{"uri": folder.as_uri(), "name": "maps"}]
        about = {"processId": None, "rootUri": folder.as_uri(), "workspaceFolders": folders, "capabilities": able}
        self.ask("initialize", about)
        self._send({"method": "initialized", "params": {}})
        self._answer(self._until(lambda m: m.get("method") == "workspace/configuration"))

    def close(self) -> None:
        """Ask the server to end, and wait until it has."""
        try:
            self.ask("shutdown", None)
            self._send({"method": "exit"})
            self._process.wait(_PATIENCE)
        finally:
            self._process.kill()
            self._process.wait()
            for stream in (self._process.stdin, self._process.stdout):
                if stream is not None:
                    stream.close()

    def type(self, text: str) -> list[Told]:
        """Open a new file with a text; the problems that are shown in it, by line."""
        if self._text is not None:
            self._send({"method": "textDocument/didClose", "params": {"textDocument": {"uri": self._uri}}})
        # A name of its own, since what is shown of a file does not say of which version of its text.
        self._number += 1
        self._uri = (self.folder / f"map-{self._number}.argmap.yaml").as_uri()
        self._text = text
        file = {"uri": self._uri, "version": 1, "languageId": "yaml", "text": text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": file}})
        shown = "textDocument/publishDiagnostics"
        found = self._until(lambda m: m.get("method") == shown and m["params"]["uri"] == self._uri)
        return sorted(Told(*self._place(text, d["range"]), d["message"]) for d in found["params"]["diagnostics"])

    def hover(self, line: int, column: int) -> str:
        """What is said of a place (line and column from 0), in Markdown."""
        found = self.ask("textDocument/hover", self._at(line, column))
        return str(found["contents"]["value"]) if found else ""

    def complete(self, line: int, column: int) -> dict[str, dict[str, Any]]:
        """What is offered in a place, by its label."""
        found = self.ask("textDocument/completion", self._at(line, column))
        return {item["label"]: item for item in (found["items"] if isinstance(found, dict) else found or [])}

    def ask(self, method: str, params: Any) -> Any:
        """The answer to a request."""
        self._last += 1
        number = self._last
        self._send({"id": number, "method": method, "params": params})
        answer = self._until(lambda m: m.get("id") == number and "method" not in m)
        assert "error" not in answer, answer
        return answer["result"]

    def _at(self, line: int, column: int) -> dict[str, Any]:
        return {"textDocument": {"uri": self._uri}, "position": {"line": line, "character": column}}

    def _place(self, text: str, span: dict[str, Any]) -> tuple[int, str]:
        start, end = span["start"], span["end"]
        line = text.splitlines()[start["line"]]
        return start["line"], line[start["character"] : end["character"] if end["line"] == start["line"] else None]

    def _until(self, is_meant: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The next message of a kind; the server's own questions are answered on the way."""
        while True:
            message = self._messages.get(timeout=_PATIENCE)
            if is_meant(message):
                return message
            if "id" in message and "method" in message:
                self._answer(message)

    def _answer(self, question: dict[str, Any]) -> None:
        """Answer the server: settings where it asks for them, else that all is well."""
        items = question["params"]["items"] if question["method"] == "workspace/configuration" else None
        settings = items and [self._settings.get(item.get("section", "")) for item in items]
        self._send({"id": question["id"], "result": settings})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while header := stream.readline():
            size = 0
            while header.strip():
                name, _, value = header.partition(b":")
                size = int(value) if name.lower() == b"content-length" else size
                header = stream.readline()
            self._messages.put(json.loads(stream.read(size)))

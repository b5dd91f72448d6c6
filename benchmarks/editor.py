"""What a key in an editor takes the language server: `python -m benchmarks editor [WORD…]`.

The server is a process of its own, that is spoken to as by an editor. What counts is its time of
the processor, from a change to the findings, and for the requests that an editor sends after it,
which Linux tells of another process. `python -m benchmarks memory [CLAIMS [CHANGES]]` changes one
file again and again, and says how much memory the server has.
"""

import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import IO, Any, cast

from benchmarks.keys import changes
from claim_tracker.yaml.rereading.reread import changed_lines

_MAX_MILLISECONDS = {13: 50, 1_000: 50, 10_000: 300}
"""Of a number of claims, the milliseconds within which findings are to be there."""
_RUNS = 3
_MAX_GROWTH = 1.2
_LINE = "{:<8} {:<26} {:>9} {:>9} {:>9} {:>9}\n"
_REQUESTS = ("documentSymbol", "foldingRange", "codeLens", "documentLink", "inlayHint")
"""What an editor asks after a key."""
_SCREEN = {"start": {"line": 0, "character": 0}, "end": {"line": 60, "character": 0}}
"""The lines that one sees at once, for which hints are asked."""
Message = dict[str, Any]


class Server:
    """The language server of a folder, as a process."""

    def __init__(self, stdin: IO[bytes], stdout: IO[bytes], pid: int) -> None:
        self._stdin = stdin
        self._stdout = stdout
        self._status = Path(f"/proc/{pid}/status")
        self._clock = (~pid << 3) | 2  # as of clock_getcpuclockid(3) on Linux

    def seconds(self) -> float:
        """Return the time of the processor that it has taken."""
        return time.clock_gettime(self._clock)

    def megabytes(self) -> int:
        """Return how much memory it has at the moment."""
        lines = self._status.read_text().splitlines()
        return int(next(it for it in lines if it.startswith("VmRSS:")).split()[1]) // 1024

    def notify(self, method: str, params: Message) -> None:
        """Say something that is not answered."""
        self._send({"method": method, "params": params})

    def request(self, method: str, params: Message) -> Any:
        """Ask something, and return the result."""
        self._send({"id": 1, "method": method, "params": params})
        return next(it["result"] for it in self._messages() if "id" in it and "method" not in it)

    def findings(self, version: int) -> list[Message]:
        """Return what is found in a version of the open file, when that is known."""
        for message in self._messages():
            params = message.get("params") or {}
            if params.get("version") == version:
                return list(params["diagnostics"])
        raise AssertionError("the server is gone")

    def _send(self, message: Message) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))
        self._stdin.flush()

    def _messages(self) -> Iterator[Message]:
        """Yield what it says, from now on."""
        length = 0
        while line := self._stdout.readline():
            name, _, value = line.partition(b": ")
            if name == b"Content-Length":
                length = int(value)
            elif line == b"\r\n":
                yield json.loads(self._stdout.read(length))


@contextmanager
def served(folder: Path) -> Iterator[Server]:
    """Start the language server on a folder; it ends with its input."""
    command = (sys.executable, "-m", "claim_tracker", "lsp")
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        stdin, stdout = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
        server = Server(stdin, stdout, process.pid)
        folders = [{"uri": folder.as_uri(), "name": "claims"}]
        params: Message = {"processId": None, "rootUri": None, "capabilities": {}}
        server.request("initialize", {**params, "workspaceFolders": folders})
        server.notify("initialized", {})
        yield server
        stdin.close()


class OpenFile:
    """A file in an editor, whose text is changed as by one who writes."""

    def __init__(self, server: Server, uri: str, text: str) -> None:
        self._server = server
        self._document = {"uri": uri}
        self._version = 1
        self._text = text
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        server.notify("textDocument/didOpen", {"textDocument": document})
        server.findings(1)

    def change(self, text: str) -> tuple[float, int]:
        """Change the lines that differ; return how long the findings take, and how many."""
        self._version += 1
        start, stop, new = changed_lines(self._text, text, "\n")
        span = {"start": {"line": start, "character": 0}, "end": {"line": stop, "character": 0}}
        change = {"range": span, "text": "".join(f"{line}\n" for line in new)}
        document = {**self._document, "version": self._version}
        self._text = text
        begin = self._server.seconds()
        params = {"textDocument": document, "contentChanges": [change]}
        self._server.notify("textDocument/didChange", params)
        found = self._server.findings(self._version)
        return self._server.seconds() - begin, len(found)

    def close(self) -> None:
        """Close it."""
        self._server.notify("textDocument/didClose", {"textDocument": self._document})

    def ask(self) -> float:
        """Ask what an editor does after a key; return how long the answers take."""
        begin = self._server.seconds()
        for name in _REQUESTS:
            params = {"textDocument": self._document, "range": _SCREEN}
            self._server.request(f"textDocument/{name}", params)
        return self._server.seconds() - begin


def measure(words: Sequence[str]) -> int:
    """Measure and print the keys that have one of the words; 1 when one took too long."""
    sys.stdout.write(_LINE.format("claims", "key", "findings", "to find", "at most", "requests"))
    missed = False
    for number, most in _MAX_MILLISECONDS.items():
        with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as server:
            for index, (name, text, changed) in enumerate(changes(number)):
                if words and not any(word in name for word in words):
                    continue
                file = OpenFile(server, Path(folder, f"{index}.yaml").as_uri(), text)
                found, milliseconds, asked = _measured(file, text, changed)
                file.close()
                missed = missed or milliseconds > most
                within = f"{most}{'' if milliseconds <= most else ' !'}"
                cells = (
                    f"{number:,}",
                    name,
                    found,
                    f"{milliseconds:.0f} ms",
                    within,
                    f"{asked:.0f} ms",
                )
                sys.stdout.write(_LINE.format(*cells))
                sys.stdout.flush()
    return 1 if missed else 0


def memory(words: Sequence[str]) -> int:
    """Change a file, and print the memory after each tenth; 1 when it grew after the first of them.

    The words are the numbers of its claims and of the changes, unless these are 1,000 and 10,000.
    """
    claims, number = (*map(int, words), *(1_000, 10_000)[len(words) :])
    draw, had = random.Random(1), list[int]()
    kinds = [(text, changed) for _, text, changed in changes(claims)]
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as server:
        file = OpenFile(server, Path(folder, "claims.yaml").as_uri(), kinds[0][0])
        for count in range(number):
            text, changed = draw.choice(kinds)
            file.change(text if count % 2 else changed)
            file.ask()
            if (count + 1) % (number // 10) == 0:
                had.append(server.megabytes())
                sys.stdout.write(f"{count + 1:,} changes of {claims:,} claims: {had[-1]} MB\n")
                sys.stdout.flush()
    return 1 if had[-1] > _MAX_GROWTH * had[0] else 0


def _measured(file: OpenFile, text: str, changed: str) -> tuple[int, float, float]:
    """Return how many findings a change brings, and the milliseconds for these and for requests."""
    file.ask()
    checks: list[float] = []
    requests: list[float] = []
    for _ in range(_RUNS):
        seconds, found = file.change(changed)
        checks.append(seconds)
        requests.append(file.ask())
        file.change(text)
        file.ask()
    return found, median(checks) * 1000, median(requests) * 1000

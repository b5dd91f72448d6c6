"""Web servers of this machine that answer as a test says, whatever that is."""

import socket
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Event, Thread

Answer = Callable[[str, "Connection"], object]
"""What a server does with the head of a request on a connection."""


@dataclass
class Connection:
    """A connection of a server, which is `over` when the server is."""

    open: socket.socket
    over: Event

    def send(self, data: bytes) -> None:
        with suppress(OSError):
            self.open.sendall(data)


@dataclass
class Server:
    """A server: its address, and the heads of the requests that it got."""

    address: str
    requests: list[str] = field(default_factory=list)

    def __call__(self, path: str = "/") -> str:
        return self.address + path


def response(
    body: bytes = b"",
    headers: Mapping[str, str] | None = None,
    status: str = "200 OK",
    type: str | None = "text/html",
) -> bytes:
    """An answer in HTTP."""
    given = {} if type is None else {"Content-Type": type}
    given |= {"Content-Length": str(len(body))} | dict(headers or {})
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in given.items()), "", ""]
    return "\r\n".join(lines).encode() + body


@contextmanager
def serving(
    answer: Answer | bytes, host: str = "127.0.0.1", certificate: str | None = None
) -> Iterator[Server]:
    """Provide a server that gives an answer, or always the same bytes, on each connection."""
    over = Event()
    scheme = "http" if certificate is None else "https"
    with socket.create_server((host, 0)) as listening:
        server = Server(f"{scheme}://{host}:{listening.getsockname()[1]}")

        def accept() -> None:
            while not over.is_set():
                with suppress(OSError):
                    opened, _ = listening.accept()
                    Thread(target=serve, args=(opened,), daemon=True).start()

        def serve(opened: socket.socket) -> None:
            with suppress(OSError), opened:
                if certificate is not None:
                    opened = _encrypted(opened, certificate)
                head = b""
                while not _is_whole(head) and (part := opened.recv(65_536)):
                    head += part
                server.requests += [head.decode("latin-1")] if head else []
                connection = Connection(opened, over)
                if isinstance(answer, bytes):
                    connection.send(answer)
                elif head:
                    answer(head.decode("latin-1"), connection)

                opened.close()

        thread = Thread(target=accept, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            over.set()
            with suppress(OSError), socket.create_connection(listening.getsockname()):
                pass
            thread.join()


def _is_whole(head: bytes) -> bool:
    """Whether a request is there, or one that is encrypted where none is expected."""
    return b"\r\n\r\n" in head or head.startswith(b"\x16")


def _encrypted(opened: socket.socket, certificate: str) -> socket.socket:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context.wrap_socket(opened, server_side=True)

"""Messages are found in what an editor writes, whatever is between them."""

import pytest

from tests.lsp.messages import BEGIN, END, ENDED, answered, framed

SHUTDOWN = framed(END)
BODY = SHUTDOWN.partition(b"\r\n\r\n")[2]
LENGTH = b"%d" % len(BODY)


@pytest.mark.parametrize(
    "header",
    [
        b"content-length:" + LENGTH + b"\r\n\r\n",
        b"Content-Length:  " + LENGTH + b" \r\n\r\n",
        b"Content-Length: " + LENGTH + b"\n\n",
        b"Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: "
        + LENGTH
        + b"\r\n\r\n",
        b"Content-Length: " + LENGTH + b"\r\nX: y\r\n\r\n",
    ],
)
def test_a_header_is_read_as_in_http(header: bytes) -> None:
    assert answered(framed(BEGIN) + header + BODY) == [(1, None), ENDED]


def test_after_a_body_that_is_longer_than_told_the_next_message_is_found() -> None:
    lie = b"Content-Length: %d\r\n\r\n%s" % (len(BODY) - 5, BODY)
    assert answered(framed(BEGIN) + lie + SHUTDOWN) == [(1, None), ENDED]


def test_a_body_that_is_cut_off_is_none() -> None:
    assert answered(framed(BEGIN) + SHUTDOWN[:-1]) == [(1, None)]


@pytest.mark.parametrize(
    "between",
    [b"\r\n\r\n", b"Content-Length: ten\r\n\r\n", b"x" * 200_000 + b"\n", b"\0\xff\r\n", BODY],
)
def test_what_is_between_messages_is_passed_over(between: bytes) -> None:
    assert answered(framed(BEGIN) + between + SHUTDOWN) == [(1, None), ENDED]

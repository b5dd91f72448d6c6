"""The protocol of a language server on top of pygls: what is taken in, and what is sent.

Each message is answered as JSON-RPC 2.0 and the protocol have it, whatever it is.
"""

import json
import logging
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

from cattrs import Converter
from lsprotocol import types
from pygls.exceptions import (
    JsonRpcException,
    JsonRpcInvalidParams,
    JsonRpcInvalidRequest,
    JsonRpcMethodNotFound,
    JsonRpcRequestCancelled,
    JsonRpcServerNotInitialized,
)
from pygls.protocol import LanguageServerProtocol, default_converter, lsp_method
from pygls.protocol.json_rpc import JsonRPCResponseMessage

from claim_tracker.lsp.messages import Message, answered_ids, message_of, parse_body
from claim_tracker.lsp.pieces import Json
from claim_tracker.text.display import cut, one_line

if TYPE_CHECKING:
    from claim_tracker.lsp.server import Server

_log = logging.getLogger(__name__)
_Scalar = TypeVar("_Scalar", str, int, bool)
_MAX_LENGTH = 300
"""Characters that are said of what is wrong with a message."""


class Protocol(LanguageServerProtocol):
    """The protocol, with the texts of open files kept in our workspace alone.

    pygls keeps them too, and takes a text apart at every change of it.
    """

    _server: "Server"

    def take(self, body: bytes) -> None:
        """Work a message out; what is wrong with it is answered, and a line of the log."""
        data: Any = None
        try:
            data = parse_body(body)
            message = message_of(data)
            if self._is_wanted(message):
                self.handle_message(self._structured(message))
        except JsonRpcException as error:
            what = cut(one_line(error.message), _MAX_LENGTH)
            _log.error("a message of the editor is refused: %s", what)
            for request in answered_ids(data):
                fields = json.dumps({"code": error.code, "message": what})
                self._write(f'"id": {json.dumps(request)}, "error": {fields}')

    def _is_wanted(self, message: Message) -> bool:
        """Whether a message is to be worked out now.

        Raises JsonRpcException for a request that is not.
        """
        refusal = self._refusal(message["method"]) if "method" in message else None
        if refusal is not None and "id" in message:
            raise refusal
        return refusal is None

    def _refusal(self, method: str) -> JsonRpcException | None:
        """Return why nothing of a method is worked out now; None where it is.

        The rest comes between `initialize`, which comes once, and `shutdown` (section Server
        lifecycle).
        """
        has_begun, is_first = self._workspace is not None, method == types.INITIALIZE
        if method == types.EXIT:
            return None
        if self._shutdown:
            return JsonRpcInvalidRequest(f"`{method}` comes after `shutdown`")
        if has_begun and is_first:
            return JsonRpcInvalidRequest("`initialize` comes twice")
        if not (has_begun or is_first):
            return JsonRpcServerNotInitialized(f"`{method}` comes before `initialize`")
        if method not in self.fm.builtin_features and method not in self.fm.features:
            return JsonRpcMethodNotFound(f"there is no method `{method}`")
        return None

    def _structured(self, message: Message) -> Any:
        """Return a message as an object.

        Raises JsonRpcInvalidRequest for a request without an id or a notification with one, and
        JsonRpcInvalidParams where the parameters do not fit.
        """
        if "method" not in message:
            return self._response(message)
        method = message["method"]
        kind, kind_of_result, *_ = types.METHOD_TO_TYPES[method]
        is_request = kind_of_result is not None
        if is_request != ("id" in message):
            what = "a request, and has no" if is_request else "a notification, and has an"
            raise JsonRpcInvalidRequest(f"`{method}` is {what} `id`")
        try:
            return self._converter.structure(message, kind)
        except Exception as error:  # whatever it is that does not fit
            raise JsonRpcInvalidParams(f"the parameters of `{method}` do not fit") from error

    def _response(self, message: Message) -> Any:
        """Return an answer of the editor as an object: an error where it does not fit."""
        kind = self._result_types.pop(message["id"], None) or JsonRPCResponseMessage
        kind = types.ResponseErrorMessage if message.get("error") is not None else kind
        try:
            return self._converter.structure(message, kind)
        except Exception:  # noqa: BLE001 - whatever it is, somebody waits for the answer
            what = types.ResponseError(JsonRpcInvalidParams.CODE, "the answer does not fit")
            return types.ResponseErrorMessage(message["id"], what)

    def _send_response(
        self, msg_id: int | str, result: Any = None, error: types.ResponseError | None = None
    ) -> None:
        """Answer a request; what is JSON already is sent as it is."""
        if error is not None or not isinstance(result, Json):
            super()._send_response(msg_id, result, error)
            return
        self._result_types.pop(msg_id, None)
        self._write(f'"id": {json.dumps(msg_id)}, "result": {result.text}')

    def notify_json(self, method: str, params: Json) -> None:
        """Say something that is JSON already."""
        self._write(f'"method": {json.dumps(method)}, "params": {params.text}')

    def _write(self, fields: str) -> None:
        """Send a message of some fields."""
        if self.writer is not None:
            body = f'{{"jsonrpc": "{self.VERSION}", {fields}}}'.encode(self.CHARSET)
            self.writer.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))

    def _handle_request(self, msg_id: int | str, method_name: str, params: Any) -> None:
        """Work a request out, unless it was cancelled before it is begun."""
        if self._server.is_cancelled(msg_id):
            self._send_response(msg_id, error=JsonRpcRequestCancelled().to_response_error())
        else:
            super()._handle_request(msg_id, method_name, params)

    @lsp_method(types.SHUTDOWN)
    def lsp_shutdown(self, *_: object) -> None:  # type: ignore[override]  # the base yields handlers
        self.wait_no_more()
        self._shutdown = True

    @lsp_method(types.EXIT)
    def lsp_exit(self, *_: object) -> None:  # type: ignore[override]  # the same
        raise SystemExit(0 if self._shutdown else 1)

    def wait_no_more(self) -> None:
        """Cancel what waits for an answer of the editor."""
        for request in [*self._result_types]:
            del self._result_types[request]
            waiting = self._request_futures.pop(request, None)
            if waiting is not None:
                waiting.set_exception(JsonRpcRequestCancelled())

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        self._server.files.open(params.text_document)
        self._server.publish_soon()

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        self._server.files.change(params)
        self._server.publish_soon()

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        self._server.files.close(params.text_document.uri)
        self._server.publish_soon()


def strict_converter() -> Converter:
    """Return a converter of messages that takes no number for a text, and no text for a number."""
    converter: Converter = default_converter()  # type: ignore[no-untyped-call]  # pygls
    for kind in (str, int, bool):
        converter.register_structure_hook(kind, _only_of_kind)
    return converter


def _only_of_kind(value: Any, kind: type[_Scalar]) -> _Scalar:
    """Return a value that is of a kind, or the member of an enumeration that it stands for.

    A whole number may be written as `1.0`. Raises TypeError or ValueError for another one.
    """
    if issubclass(kind, Enum):
        return kind(value)
    if kind is int and isinstance(value, float) and value.is_integer():
        return kind(value)
    if type(value) is not kind:
        raise TypeError(f"{value!r} is not of {kind}")
    return value


def is_fault(record: logging.LogRecord) -> bool:
    """Whether what pygls logs is a fault of the server: what is refused or cancelled is none."""
    error = record.exc_info[1] if record.exc_info else None
    return not isinstance(error, JsonRpcException)

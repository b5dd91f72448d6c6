"""The protocol of a language server on top of pygls: what is taken in, and what is sent."""

import json
import logging
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInvalidRequest, JsonRpcRequestCancelled
from pygls.protocol import LanguageServerProtocol, lsp_method

from claim_tracker.lsp.pieces import Json

if TYPE_CHECKING:
    from claim_tracker.lsp.server import Server

_log = logging.getLogger(__name__)


class Protocol(LanguageServerProtocol):
    """The protocol, with the texts of open files kept in our workspace alone.

    pygls keeps them too, and takes a text apart at every change of it.
    """

    _server: "Server"

    def take(self, body: bytes) -> None:
        """Work a message out. One that cannot be read is logged, and a request is answered."""
        data: Any = None
        try:
            data = json.loads(body)
            if data.get("error", data) is None:  # as JSON-RPC 1.0 has it beside a result
                del data["error"]
            self.handle_message(self.structure_message(data))
        except Exception as error:  # noqa: BLE001 - whatever it is, the server goes on
            _log.exception("a message of the editor cannot be read")
            self._refuse(data if isinstance(data, dict) else {}, error)

    def _refuse(self, data: dict[str, Any], error: Exception) -> None:
        """Answer a request that cannot be read; what waits for such an answer waits no more."""
        message = data.get("id")
        if not isinstance(message, int | str):
            return
        known = error if isinstance(error, JsonRpcException) else JsonRpcInvalidRequest()
        if "method" in data:
            self._send_response(message, error=known.to_response_error())
        elif (waiting := self._request_futures.pop(message, None)) is not None:
            waiting.set_exception(known)

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


def is_fault(record: logging.LogRecord) -> bool:
    """Whether what pygls logs is a fault of the server: what is refused or cancelled is none."""
    error = record.exc_info[1] if record.exc_info else None
    return not isinstance(error, JsonRpcException)

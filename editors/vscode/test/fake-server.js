#!/usr/bin/env node
"use strict";

// A language server as the extension meets it: it says what it was started with, and carries out.
const { createProtocolConnection, StreamMessageReader, StreamMessageWriter } = require(
  "vscode-languageserver-protocol/node",
);

const way = process.env.FAKE_SERVER ?? "";
if (way.startsWith("refuse:")) {
  process.stderr.write(`${way.slice("refuse:".length)}\n`);
  process.exit(2);
}
const connection = createProtocolConnection(
  new StreamMessageReader(process.stdin),
  new StreamMessageWriter(process.stdout),
);
/** @type {any} */
let started;
connection.onRequest("initialize", (params) => {
  started = params;
  return {
    capabilities: {
      textDocumentSync: 1,
      executeCommandProvider: { commands: ["fake.started", "fake.end"] },
    },
  };
});
connection.onNotification("textDocument/didOpen", ({ textDocument: { uri, text } }) => {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  const message = `${text.length} characters`;
  connection.sendNotification("textDocument/publishDiagnostics", {
    uri,
    diagnostics: [{ range, message }],
  });
});
connection.onRequest("workspace/executeCommand", ({ command, arguments: args }) =>
  command === "fake.end"
    ? process.exit(Number(args[1]))
    : { args, started, argv: process.argv.slice(2), cwd: process.cwd() },
);
connection.onRequest("shutdown", () => null);
connection.onNotification("exit", () => process.exit(0));
connection.listen();

"use strict";

// What the YAML language server offers and says by the JSON Schema, where `tracker lsp` is not used.
const assert = require("node:assert/strict");
const { spawn } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const test = require("node:test");
const { createProtocolConnection, StreamMessageReader, StreamMessageWriter } = require(
  "vscode-languageserver-protocol/node",
);
const { folder, write } = require("./project");

const SCHEMA = path.resolve(__dirname, "../../../data/claims.schema.json");
const SERVER = require.resolve("yaml-language-server/bin/yaml-language-server");
const HEAD = `# yaml-language-server: $schema=claims.schema.json
version: 1
claims:
  - id: bridge-opens
    claim: The new bridge is open to traffic.
    kind: commitment
    speaker: The town council
    stated: 2025-03-10
`;
const SOURCE = "    source: report\n";

/** A YAML language server, and a file that it reads. @param {import("node:test").TestContext} t */
async function server(t) {
  const made = folder(t);
  fs.copyFileSync(SCHEMA, path.join(made, "claims.schema.json"));
  const child = spawn(process.execPath, [SERVER, "--stdio"]);
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  t.after(() => child.kill());
  connection.onRequest("workspace/configuration", ({ items }) =>
    items.map((/** @type {any} */ it) =>
      it.section === "yaml"
        ? { validate: true, completion: true, schemaStore: { enable: false } }
        : null,
    ),
  );
  connection.onRequest("client/registerCapability", () => null);
  connection.listen();
  const snippetSupport = true;
  await connection.sendRequest("initialize", {
    processId: null,
    rootUri: pathToFileURL(made).toString(),
    capabilities: {
      workspace: { configuration: true },
      textDocument: { completion: { completionItem: { snippetSupport } }, publishDiagnostics: {} },
    },
  });
  await connection.sendNotification("initialized", {});
  let count = 0;
  /** @param {string} text */
  const open = async (text) => {
    const uri = pathToFileURL(write(path.join(made, `${count++}.yaml`), text)).toString();
    const said = new Promise((done) =>
      connection.onNotification("textDocument/publishDiagnostics", (it) => {
        if (it.uri === uri) {
          done(it);
        }
      }),
    );
    const textDocument = { uri, languageId: "yaml", version: 1, text };
    await connection.sendNotification("textDocument/didOpen", { textDocument });
    return { uri, said };
  };
  return {
    /** What is offered at the end of a text, by label. @param {string} text */
    async offers(text) {
      const { uri, said } = await open(text);
      await said;
      const lines = text.split("\n");
      const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
      /** @type {any} */
      const found = await connection.sendRequest("textDocument/completion", {
        textDocument: { uri },
        position,
      });
      return new Map(
        found.items.map((/** @type {any} */ it) => [it.label, it.textEdit?.newText ?? it.insertText]),
      );
    },
    /** @param {string} text */
    async says(text) {
      const { diagnostics } = await (await open(text)).said;
      return diagnostics.map((/** @type {any} */ it) => it.message);
    },
  };
}

test("what is right is found to be right", async (t) => {
  assert.deepEqual(await (await server(t)).says(HEAD + SOURCE), []);
});

test("no value of others is offered, nor true, false or null", async (t) => {
  const { offers } = await server(t);
  for (const field of ["source", "topic", "due", "stated", "tags", "quantity", "related"]) {
    assert.deepEqual([...(await offers(`${HEAD}    ${field}: `)).keys()], [], field);
  }
});

test("the words of the format are offered, and nothing else", async (t) => {
  const { offers } = await server(t);
  const update = `${HEAD}${SOURCE}    updates:\n      - date: 2025-11-14\n        progress: `;
  const words = ["in-progress", "on-track", "off-track", "stalled"];
  assert.deepEqual([...(await offers(update)).keys()], words);
});

test("the name of each field is completed by its colon, without a value", async (t) => {
  const { offers } = await server(t);
  const found = await offers(`${HEAD}    `);
  assert.ok(found.has("source") && found.has("due") && found.has("updates"));
  const rest = [/ /, /\n\s+- (?:date: )?/, /\n\s+value: \$1\n\s+unit: \$2/];
  const forms = rest.map((it) => it.source).join("|");
  for (const [name, text] of found) {
    assert.match(text, new RegExp(`^${name}:(?:${forms})$`));
  }
});

test("a fault is said in words", async (t) => {
  const { says } = await server(t);
  const faults = [
    [`${HEAD}    source:\n`, /^Write a key of `sources`/],
    [`${HEAD}${SOURCE}    due: soon\n`, /^This is not a date that is accepted; write it like 2025-09-30/],
    [`${HEAD}${SOURCE}    tags: roads\n`, /^Write a list here/],
    [`${HEAD}${SOURCE}    as_of: 2025\n`, /^Only a fact has `as_of`/],
    [`${HEAD}    source: {url: example.org}\n`, /^Write an address such as https:/],
    [`${HEAD}${SOURCE}`.replace("bridge-opens", "Bridge opens"), /^An id has lower-case letters/],
  ];
  for (const [text, expected] of faults) {
    const said = await says(String(text));
    assert.equal(said.length, 1);
    assert.match(said[0], /** @type {RegExp} */ (expected));
  }
});

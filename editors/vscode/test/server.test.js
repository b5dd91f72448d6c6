"use strict";

// `tracker lsp` itself, in the window of the tests, where one with the extra `lsp` is to be had.
const assert = require("node:assert/strict");
const fs = require("node:fs");
const { spawnSync } = require("node:child_process");
const path = require("node:path");
const test = require("node:test");
const { newWindow } = require("./vscode");
const { folder, write } = require("./project");
const { findProgram } = require("../src/program");
const { activate, deactivate } = require("../src/extension");

const top = path.resolve(__dirname, "../../..");
const program = findProgram({
  setting: process.env.TRACKER ?? "",
  folder: top,
  folders: [],
  isTrusted: true,
  env: process.env,
  platform: process.platform,
});
const has = program && spawnSync(program, ["lsp"], { input: "", timeout: 20_000 });
const skip = has && has.status === 0 ? false : "there is no `tracker` with the extra `lsp`";

const TEXT = `version: 1
claims:
  - id: bridge-opens
    claim: The new bridge is open to traffic.
    kind: promise
    speaker: The town council
    due: late 2025
    source: {url: https://example.org/news, published: 2025-03-10}
`;

test("the server of claim-tracker starts, and finds what is wrong", { skip }, async (t) => {
  const window = newWindow();
  const made = folder(t);
  const file = write(path.join(made, "data/claims.yaml"), TEXT);
  fs.mkdirSync(path.join(made, ".venv/bin"), { recursive: true });
  fs.symlinkSync(String(program), path.join(made, ".venv/bin/tracker"));
  window.addFolder(made);
  const document = window.open(file, TEXT);
  await activate(/** @type {any} */ ({ subscriptions: [], extension: { id: "it" } }));
  t.after(deactivate);
  const key = document.uri.toString();
  for (let tries = 0; tries < 2000 && !window.diagnostics.get(key)?.length; tries++) {
    await new Promise((done) => setTimeout(done, 10));
  }
  const [found] = window.diagnostics.get(key) ?? [];
  assert.deepEqual(window.messages, []);
  assert.match(found.message, /`promise` is not a word for `kind`/);
  assert.equal(found.range.start.line, 4);
});

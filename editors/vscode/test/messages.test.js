"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { failed, missing, refused } = require("../src/messages");

test("where there is no program it is said what to install", () => {
  assert.match(missing(""), /`tracker` was not found\. Install it by `pip install 'claim-tracker\[lsp\]'`/);
  assert.match(missing(" /opt/tracker "), /`\/opt\/tracker`, which the setting claimTracker\.path names/);
});

test("a refusal says what the program says", () => {
  const said = "Error: pygls is not installed; run pip install 'claim-tracker[lsp]'\n";
  assert.equal(
    refused(said),
    "Claim Tracker: `tracker lsp` did not start: pygls is not installed; run pip install 'claim-tracker[lsp]'.",
  );
});

test("a refusal by a program that knows no server says what is needed", () => {
  const said = "Usage: tracker [OPTIONS] COMMAND\n\nError: No such command 'lsp'.\n";
  assert.equal(
    refused(said),
    "Claim Tracker: `tracker lsp` did not start: No such command 'lsp'. It needs `pip install 'claim-tracker[lsp]'`.",
  );
  assert.match(refused(""), /it said nothing\. It needs/);
});

test("what ends otherwise is said with its last line", () => {
  assert.equal(
    failed("Traceback\n  line\nMemoryError\n"),
    "Claim Tracker: `tracker lsp` did not start: MemoryError. The output says more.",
  );
});

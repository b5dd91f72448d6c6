"use strict";

// The extension and the client library as they are, in a window of the tests, with a server of theirs.
const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const test = require("node:test");
const { newWindow } = require("./vscode");
const { folder, program, write } = require("./project");
const { activate, deactivate } = require("../src/extension");

const CLAIMS = "version: 1\nclaims: []\n";
const NEEDED = "pip install 'claim-tracker[lsp]'";

/**
 * A window in which the extension is not active yet, and no program is on PATH.
 * @param {import("node:test").TestContext} t
 */
function opened(t) {
  const before = { ...process.env };
  process.env.PATH = "";
  delete process.env.FAKE_SERVER;
  const window = newWindow();
  t.after(async () => {
    await deactivate();
    Object.assign(process.env, before);
  });
  return window;
}

/** @param {ReturnType<typeof newWindow>} window */
async function active(window) {
  const context = { subscriptions: [], extension: { id: "claim-tracker.claim-tracker" } };
  await activate(/** @type {any} */ (context));
  return window;
}

/**
 * A folder with claims and, unless it is to have none, a program.
 * @param {import("node:test").TestContext} t
 */
function project(t, { hasProgram = true } = {}) {
  const made = folder(t);
  write(path.join(made, "data/claims.yaml"), CLAIMS);
  if (hasProgram) {
    program(path.join(made, ".venv/bin/tracker"));
  }
  return made;
}

/** What comes to be, as soon as it does. @template T @param {() => T} look */
async function soon(look) {
  for (let tries = 0; tries < 1000 && !look(); tries++) {
    await new Promise((done) => setTimeout(done, 10));
  }
  return look();
}

/** @param {ReturnType<typeof newWindow>} window @param {any[]} args */
async function started(window, ...args) {
  await soon(() => window.commands.has("fake.started"));
  return window.commands.get("fake.started")?.(...args);
}

test("a folder with data/claims.yaml has a server, which knows the folder", async (t) => {
  const window = opened(t);
  const made = project(t);
  window.addFolder(made);
  await active(window);
  const server = await started(window);
  assert.deepEqual(server.argv, ["lsp"]);
  assert.equal(server.cwd, made);
  const [known] = server.started.workspaceFolders;
  assert.equal(known.uri, window.folders[0]?.uri.toString());
  assert.equal(server.started.workspaceFolders.length, 1);
  assert.deepEqual(server.started.initializationOptions, {});
  assert.deepEqual(window.messages, []);
});

test("a folder without claims has none", async (t) => {
  const window = opened(t);
  const made = folder(t);
  program(path.join(made, ".venv/bin/tracker"));
  window.addFolder(made);
  window.open(write(path.join(made, "other.yaml"), "a: b\n"), "a: b\n");
  window.open(write(path.join(made, "claims.md"), CLAIMS), CLAIMS, "markdown");
  await active(window);
  assert.deepEqual(window.statuses, []);
  assert.deepEqual(window.log, []);
});

test("a file of claims that is opened later starts it", async (t) => {
  const window = await active(opened(t));
  const made = folder(t);
  program(path.join(made, ".venv/bin/tracker"));
  window.addFolder(made);
  window.open(write(path.join(made, "deep/other.yaml"), CLAIMS), CLAIMS);
  assert.equal((await started(window)).cwd, made);
});

test("what the server finds is shown at its file", async (t) => {
  const window = opened(t);
  const made = project(t);
  window.addFolder(made);
  const document = window.open(path.join(made, "data/claims.yaml"), CLAIMS);
  await active(window);
  const found = await soon(() => window.diagnostics.get(document.uri.toString()));
  assert.equal(found?.[0].message, `${CLAIMS.length} characters`);
});

test("the setting claimTracker.files is handed on, and starts a server", async (t) => {
  const window = opened(t);
  const made = folder(t);
  program(path.join(made, ".venv/bin/tracker"));
  window.addFolder(made);
  window.settings["claimTracker.files"] = ["claims"];
  await active(window);
  assert.deepEqual((await started(window)).started.initializationOptions, { files: ["claims"] });
});

test("a changed setting restarts the server", async (t) => {
  const window = opened(t);
  window.addFolder(project(t));
  await active(window);
  await started(window);
  window.settings["claimTracker.files"] = ["data"];
  const affectsConfiguration = (/** @type {string} */ it) => it === "claimTracker.files";
  window.fire("onDidChangeConfiguration", { affectsConfiguration });
  await soon(() => window.log.filter((it) => it.endsWith("tracker lsp")).length === 2);
  await soon(() => window.statuses[0]?.busy === false);
  assert.deepEqual((await started(window)).started.initializationOptions, { files: ["data"] });
});

test("several folders have a server each, and a command goes to that of its file", async (t) => {
  const window = opened(t);
  const [one, other] = [project(t), project(t)];
  window.addFolder(one);
  window.addFolder(other);
  await active(window);
  assert.deepEqual(window.messages, []);
  assert.equal(window.statuses.length, 2);
  for (const made of [other, one]) {
    const uri = window.folders.find((it) => it.uri.fsPath === made)?.uri;
    assert.equal((await started(window, `${uri}/data/claims.yaml`)).cwd, made);
  }
});

test("the server of a folder that is removed is stopped", async (t) => {
  const window = opened(t);
  window.addFolder(project(t));
  window.addFolder(project(t));
  await active(window);
  const [gone] = window.folders.splice(0, 1);
  window.fire("onDidChangeWorkspaceFolders", {});
  await soon(() => window.statuses.length === 1);
  assert.ok(!window.statuses.some((it) => it.id.endsWith(String(gone?.uri))));
});

test("a folder inside another is served with it", async (t) => {
  const window = opened(t);
  const outer = project(t);
  const inner = path.join(outer, "data");
  window.addFolder(outer);
  window.addFolder(inner);
  await active(window);
  assert.equal(window.statuses.length, 1);
  assert.equal((await started(window)).cwd, outer);
});

test("a file outside of the workspace is served in its folder", async (t) => {
  const window = opened(t);
  const made = folder(t);
  const bin = folder(t);
  program(path.join(bin, "tracker"));
  process.env.PATH = bin;
  window.open(write(path.join(made, "claims.yaml"), CLAIMS), CLAIMS);
  await active(window);
  assert.equal((await started(window)).cwd, made);
});

test("one message says that there is no program, and has a button for the docs", async (t) => {
  const window = opened(t);
  window.addFolder(project(t, { hasProgram: false }));
  window.addFolder(project(t, { hasProgram: false }));
  window.answer = "Open the Docs";
  await active(window);
  await soon(() => window.opened.length > 0);
  assert.equal(window.messages.length, 1);
  assert.ok(window.messages[0]?.includes(NEEDED));
  assert.deepEqual(window.opened, ["extension.open claim-tracker.claim-tracker"]);
  assert.equal(window.statuses[0]?.severity, 2);
});

test("one message says what the program lacks, and it is not started again", async (t) => {
  const window = opened(t);
  window.addFolder(project(t));
  process.env.FAKE_SERVER = `refuse:Error: pygls is not installed; run ${NEEDED}`;
  await active(window);
  assert.deepEqual(window.messages, [
    `Claim Tracker: \`tracker lsp\` did not start: pygls is not installed; run ${NEEDED}.`,
  ]);
  assert.equal(window.log.filter((it) => it.endsWith("tracker lsp")).length, 1);
});

test("once it is installed, the restart command starts it", async (t) => {
  const window = opened(t);
  const made = project(t, { hasProgram: false });
  window.addFolder(made);
  await active(window);
  assert.equal(window.messages.length, 1);
  program(path.join(made, ".venv/bin/tracker"));
  await window.commands.get("claimTracker.restart")?.();
  assert.equal((await started(window)).cwd, made);
  assert.equal(window.messages.length, 1);
});

test("a server that ends by itself is started again", async (t) => {
  const window = opened(t);
  const made = project(t);
  window.addFolder(made);
  const document = window.open(path.join(made, "data/claims.yaml"), CLAIMS);
  await active(window);
  await soon(() => window.diagnostics.has(document.uri.toString()));
  window.diagnostics.clear();
  await started(window);
  Promise.resolve(window.commands.get("fake.end")?.("x", 70)).catch(() => {});
  assert.ok(await soon(() => window.diagnostics.has(document.uri.toString())));
  assert.deepEqual(window.messages, []);
});

test("without trust the program of the workspace is started only once there is trust", async (t) => {
  const window = opened(t);
  window.isTrusted = false;
  window.addFolder(project(t));
  await active(window);
  assert.equal(window.messages.length, 1);
  assert.ok(!window.log.some((it) => it.endsWith("tracker lsp")));
  window.isTrusted = true;
  window.fire("onDidGrantWorkspaceTrust", undefined);
  assert.ok(await started(window));
});

test("when the extension is stopped nothing of it is left", async (t) => {
  const window = opened(t);
  window.addFolder(project(t));
  await active(window);
  await started(window);
  await deactivate();
  assert.deepEqual(window.statuses, []);
  assert.ok(!window.commands.has("fake.started"));
});

test("what package.json says of commands and settings is what there is", async (t) => {
  const window = await active(opened(t));
  const said = JSON.parse(fs.readFileSync(path.join(__dirname, "../package.json"), "utf8"));
  const commands = said.contributes.commands.map((/** @type {any} */ it) => it.command);
  assert.deepEqual([...window.commands.keys()].sort(), commands.sort());
  const restricted = said.capabilities.untrustedWorkspaces.restrictedConfigurations;
  for (const name of [...restricted, "claimTracker.files"]) {
    assert.ok(name in said.contributes.configuration.properties);
  }
});

"use strict";

const assert = require("node:assert/strict");
const { execSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const test = require("node:test");

const top = path.join(__dirname, "..");
const said = JSON.parse(fs.readFileSync(path.join(top, "package.json"), "utf8"));
const locked = fs.readFileSync(path.join(top, "package-lock.json"), "utf8");

test("the lock file names packages and not where they came from", () => {
  assert.ok(!locked.includes('"resolved"'));
  assert.match(locked, /"integrity"/);
});

test("the bundle needs nothing but VS Code and what Node has", () => {
  execSync("npm run --silent package", { cwd: top, stdio: "pipe" });
  const bundle = fs.readFileSync(path.join(top, said.main), "utf8");
  const needed = [...bundle.matchAll(/\brequire\("([^"]+)"\)/g)].map((it) => String(it[1]));
  const builtin = require("node:module").builtinModules;
  const others = needed.filter((it) => !builtin.includes(it.replace(/^node:/, "")));
  assert.deepEqual([...new Set(others)], ["vscode"]);
});

test("the package has what it runs, its page, licence and icon, and nothing else", async () => {
  const { listFiles } = require("@vscode/vsce");
  const files = await listFiles({ cwd: top, packageManager: 0 });
  assert.deepEqual(files.sort(), [
    "LICENSE",
    "README.md",
    "dist/extension.js",
    "images/icon.png",
    "package.json",
  ]);
});

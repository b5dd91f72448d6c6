"use strict";

const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

const FAKE = path.join(__dirname, "fake-server.js");

/** An empty folder that is gone after the test. @param {import("node:test").TestContext} t */
function folder(t) {
  const made = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "claim-tracker-")));
  t.after(() => fs.rmSync(made, { recursive: true, force: true }));
  return made;
}

/** @param {string} file @param {string} text */
function write(file, text) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
  return file;
}

/** A program that stands in for `tracker`. @param {string} file */
function program(file) {
  write(file, `#!/bin/sh\nexec "${process.execPath}" "${FAKE}" "$@"\n`);
  fs.chmodSync(file, 0o755);
  return file;
}

module.exports = { folder, program, write };

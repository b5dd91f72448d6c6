"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const test = require("node:test");
const { folder, program, write } = require("./project");
const { findProgram } = require("../src/program");

/** @param {string} project @param {Partial<import("../src/program").Search>} [how] */
function found(project, how = {}) {
  return findProgram({
    setting: "",
    folder: project,
    folders: [project],
    isTrusted: true,
    env: {},
    platform: "linux",
    ...how,
  });
}

test("the program of the folder's environment comes before that on PATH", (t) => {
  const [project, bin] = [folder(t), folder(t)];
  const onPath = program(path.join(bin, "tracker"));
  assert.equal(found(project, { env: { PATH: bin } }), onPath);
  const own = program(path.join(project, ".venv/bin/tracker"));
  assert.equal(found(project, { env: { PATH: bin } }), own);
});

test("on Windows the environment has its programs elsewhere", (t) => {
  const project = folder(t);
  const own = program(path.join(project, ".venv/Scripts/tracker.exe"));
  assert.equal(found(project, { platform: "win32" }), own);
});

test("on Windows the program on PATH is an exe", (t) => {
  const [project, bin] = [folder(t), folder(t)];
  const onPath = program(path.join(bin, "tracker.exe"));
  write(path.join(bin, "tracker"), "");
  assert.equal(found(project, { platform: "win32", env: { Path: `${bin};relative` } }), onPath);
});

test("the setting comes before all else", (t) => {
  const project = folder(t);
  program(path.join(project, ".venv/bin/tracker"));
  const other = program(path.join(project, "tools/other"));
  assert.equal(found(project, { setting: other }), other);
  assert.equal(found(project, { setting: " tools/other " }), other);
});

test("a name in the setting is looked for on PATH", (t) => {
  const [project, bin] = [folder(t), folder(t)];
  const other = program(path.join(bin, "tracker-2"));
  assert.equal(found(project, { setting: "tracker-2", env: { PATH: bin } }), other);
});

test("a setting that names no program finds none, whatever else is there", (t) => {
  const project = folder(t);
  program(path.join(project, ".venv/bin/tracker"));
  write(path.join(project, "notes"), "");
  assert.equal(found(project, { setting: "./notes" }), undefined);
  assert.equal(found(project, { setting: "~/no/such/tracker" }), undefined);
});

test("what is on PATH in the setting's home folder is found by ~", (t) => {
  const project = folder(t);
  t.mock.method(os, "homedir", () => project);
  const other = program(path.join(project, "bin/tracker"));
  assert.equal(found("/", { setting: "~/bin/tracker" }), other);
});

test("a folder, a text and a relative entry of PATH are no programs", (t) => {
  const [project, bin] = [folder(t), folder(t)];
  fs.mkdirSync(path.join(bin, "tracker"));
  write(path.join(project, "tracker"), "");
  assert.equal(found(project, { env: { PATH: `${bin}:.:${project}` } }), undefined);
});

test("without trust no program of the workspace is found", (t) => {
  const [project, bin] = [folder(t), folder(t)];
  const inside = program(path.join(project, ".venv/bin/tracker"));
  const env = { PATH: `${path.dirname(inside)}:${bin}` };
  assert.equal(found(project, { isTrusted: false, env }), undefined);
  const onPath = program(path.join(bin, "tracker"));
  assert.equal(found(project, { isTrusted: false, env }), onPath);
});

test("without trust a link into the workspace is no way around", (t) => {
  const [project, bin] = [folder(t), folder(t)];
  const inside = program(path.join(project, "tracker"));
  fs.symlinkSync(inside, path.join(bin, "tracker"));
  assert.equal(found(project, { isTrusted: false, env: { PATH: bin } }), undefined);
  assert.equal(found(project, { env: { PATH: bin } }), path.join(bin, "tracker"));
});

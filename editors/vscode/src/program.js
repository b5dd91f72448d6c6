"use strict";

const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

/**
 * @typedef {object} Search
 * @property {string} setting the setting `claimTracker.path`
 * @property {string} folder the folder of the workspace that the server is for
 * @property {readonly string[]} folders all folders of the workspace
 * @property {boolean} isTrusted whether programs of the workspace may be started
 * @property {Record<string, string | undefined>} env
 * @property {NodeJS.Platform} platform
 */

/**
 * The program `tracker`, by its whole path, or undefined where there is none.
 *
 * It is looked for in the setting, else in the environment of the workspace folder, else on PATH.
 * What a relative name stands for is worked out here, so that nothing is started that lies by
 * chance in the folder that the server works in.
 * @param {Search} search
 * @returns {string | undefined}
 */
function findProgram(search) {
  const setting = search.setting.trim();
  if (setting && /[\\/]/.test(setting)) {
    const whole = path.resolve(search.folder, setting.replace(/^~(?=[\\/])/, os.homedir()));
    return isProgram(whole) ? whole : undefined;
  }
  const name = setting || "tracker";
  const own = setting || !search.isTrusted ? [] : [ownProgram(search)];
  return [...own, ...onPath(name, search)].find(isProgram);
}

/** @param {Search} search */
function ownProgram(search) {
  const parts = search.platform === "win32" ? ["Scripts", "tracker.exe"] : ["bin", "tracker"];
  return path.join(search.folder, ".venv", ...parts);
}

/**
 * @param {string} name
 * @param {Search} search
 */
function onPath(name, search) {
  const windows = search.platform === "win32";
  const paths = (search.env.PATH ?? search.env.Path ?? "").split(windows ? ";" : ":");
  const file = windows && !path.extname(name) ? `${name}.exe` : name;
  return paths
    .filter((folder) => path.isAbsolute(folder))
    .map((folder) => path.join(folder, file))
    .filter((whole) => search.isTrusted || !search.folders.some((it) => isInside(whole, it)));
}

/**
 * @param {string} file
 * @param {string} folder
 */
function isInside(file, folder) {
  const way = path.relative(realPath(folder), realPath(file));
  return way !== ".." && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

/** @param {string} file */
function realPath(file) {
  try {
    return fs.realpathSync(file);
  } catch {
    return path.resolve(file);
  }
}

/** @param {string} file */
function isProgram(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

module.exports = { findProgram, isInside };

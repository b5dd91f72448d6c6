"use strict";

const INSTALL = "pip install 'claim-tracker[lsp]'";

/** What is said where no program was found. @param {string} setting */
function missing(setting) {
  const name = setting.trim();
  const what = name
    ? `\`${name}\`, which the setting claimTracker.path names, is no program that can be started.`
    : `\`tracker\` was not found. Install it by \`${INSTALL}\`, or name it in the setting claimTracker.path.`;
  return `Claim Tracker: ${what}`;
}

/**
 * What is said where the program refused to start the server: it says itself what is missing.
 * @param {string} errors what it wrote to standard error
 */
function refused(errors) {
  const reason = reasonOf(errors);
  const needs = /pip install/.test(reason) ? "" : ` It needs \`${INSTALL}\`.`;
  return `Claim Tracker: \`tracker lsp\` did not start: ${reason}.${needs}`;
}

/**
 * What is said where a server could not be spoken with.
 * @param {string} errors what it wrote to standard error, or what went wrong
 */
function failed(errors) {
  return `Claim Tracker: \`tracker lsp\` did not start: ${reasonOf(errors)}. The output says more.`;
}

/** @param {string} errors */
function reasonOf(errors) {
  const said = errors.split(/\r?\n/).map((line) => line.trim()).filter(Boolean);
  const error = said.find((line) => line.startsWith("Error: ")) ?? said.at(-1) ?? "it said nothing";
  return error.replace(/^Error: /, "").replace(/[.!\s]+$/, "");
}

module.exports = { failed, missing, refused };

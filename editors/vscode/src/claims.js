"use strict";

/**
 * Whether a YAML text is a file of claims: it has a `claims:` at the margin.
 * @param {string} text
 */
function hasClaims(text) {
  return /^\uFEFF?(?:claims|"claims"|'claims')[ \t]*:/m.test(text);
}

module.exports = { hasClaims };

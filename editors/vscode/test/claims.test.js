"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { hasClaims } = require("../src/claims");

const TEXTS = [
  ["version: 1\nclaims:\n  - id: a\n", true],
  ["claims: []", true],
  ["claims :\r\n- id: a\r\n", true],
  ["\uFEFFclaims:\n", true],
  ['"version": 1\n"claims": []\n', true],
  ["'claims' : []\n", true],
  ["a:\n  claims:\n    - b\n", false],
  ["# claims:\n", false],
  ["claimsabc: 1\n", false],
  ["", false],
];

for (const [text, expected] of TEXTS) {
  test(`${JSON.stringify(text)} is ${expected ? "a" : "no"} file of claims`, () => {
    assert.equal(hasClaims(String(text)), expected);
  });
}

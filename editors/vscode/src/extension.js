"use strict";

const vscode = require("vscode");
const { Servers } = require("./servers");

/** @type {Servers | undefined} */
let servers;

/** @param {vscode.ExtensionContext} context */
async function activate(context) {
  const output = vscode.window.createOutputChannel("Claim Tracker", { log: true });
  const started = new Servers(output, context.extension.id);
  servers = started;
  context.subscriptions.push(
    output,
    vscode.commands.registerCommand("claimTracker.restart", () => started.restart()),
    vscode.commands.registerCommand("claimTracker.showOutput", () => output.show()),
    vscode.workspace.onDidOpenTextDocument((document) => started.considerDocument(document)),
    vscode.workspace.onDidSaveTextDocument((document) => started.considerDocument(document)),
    vscode.workspace.onDidChangeWorkspaceFolders(() => started.considerFolders()),
    vscode.workspace.onDidGrantWorkspaceTrust(() => started.restart()),
    vscode.workspace.onDidChangeConfiguration((change) =>
      ["claimTracker.path", "claimTracker.files"].some((name) => change.affectsConfiguration(name))
        ? started.restart()
        : undefined,
    ),
  );
  await started.considerFolders();
}

async function deactivate() {
  await servers?.stop();
  servers = undefined;
}

module.exports = { activate, deactivate };

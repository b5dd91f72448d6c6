"use strict";

const { spawn } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { setTimeout: sleep } = require("node:timers/promises");
const vscode = require("vscode");
const { CloseAction, ErrorAction, LanguageClient } = require("vscode-languageclient/node");
const { hasClaims } = require("./claims");
const { failed, missing, refused } = require("./messages");
const { findProgram, isInside } = require("./program");

/** The exit status by which the program says that it cannot start a server at all. */
const REFUSED = 2;
/** How long a program may take, once nothing comes from it any more, to say why. */
const MOMENT = 1000;
/** How long a server may take to answer at all. */
const PATIENCE = 60_000;

/**
 * What one server is for: a folder of the workspace, or the folder of a file outside of it.
 * @typedef {object} Root
 * @property {vscode.Uri} uri
 * @property {string} name
 * @property {vscode.WorkspaceFolder | undefined} folder
 */

/**
 * @typedef {object} Server
 * @property {Root} root
 * @property {vscode.LanguageStatusItem} status
 * @property {LanguageClient | undefined} client
 */

/** A client beside others: what its server can carry out is registered once, for all of them. */
class Client extends LanguageClient {
  /** @param {any} feature */
  registerFeature(feature) {
    if (feature.registrationType?.method === "workspace/executeCommand") {
      feature.initialize = () => {};
    }
    super.registerFeature(feature);
  }

  /**
   * Write an error to the output, and say nothing: what a user can do about it is said once.
   * @param {string} message
   * @param {any} data
   */
  error(message, data) {
    super.error(message, data, false);
  }
}

/** The language servers of a window: one for each folder that has claims. */
class Servers {
  /**
   * @param {vscode.LogOutputChannel} output
   * @param {string} extension the id of the extension, whose page is its documentation
   */
  constructor(output, extension) {
    this.output = output;
    this.extension = extension;
    /** @type {Map<string, Server>} */
    this.servers = new Map();
    /** @type {Map<string, vscode.Disposable>} */
    this.commands = new Map();
    /** @type {Set<string>} */
    this.said = new Set();
    /** @type {Promise<void>} */
    this.working = Promise.resolve();
  }

  /** Start what is needed and not yet there, and stop what is for a folder that is gone. */
  considerFolders() {
    return this.inTurn(async () => {
      const roots = (vscode.workspace.workspaceFolders ?? []).map(rootOf);
      const keys = new Set(roots.map((root) => root.uri.toString()));
      for (const [key, server] of this.servers) {
        if (server.root.folder && !keys.has(key)) {
          await this.stopServer(key);
        }
      }
      const opened = vscode.workspace.textDocuments.map(rootOfClaims);
      await this.startAll([...roots.filter(isKnownToHaveClaims), ...opened]);
    });
  }

  /** @param {vscode.TextDocument} document */
  considerDocument(document) {
    const root = rootOfClaims(document);
    return root ? this.inTurn(() => this.startAll([root])) : Promise.resolve();
  }

  /** Stop all servers, and start anew those that are needed. */
  async restart() {
    await this.stopAll();
    await this.considerFolders();
  }

  async stop() {
    await this.stopAll();
    this.commands.forEach((it) => it.dispose());
    this.commands.clear();
  }

  stopAll() {
    return this.inTurn(async () => {
      this.said.clear();
      await Promise.all([...this.servers.keys()].map((key) => this.stopServer(key)));
    });
  }

  /**
   * Do one thing after the other, since each is about all servers.
   * @param {() => Promise<void>} work
   * @returns {Promise<void>}
   */
  inTurn(work) {
    this.working = this.working.then(work).catch((error) => this.output.error(String(error)));
    return this.working;
  }

  /** @param {readonly (Root | undefined)[]} roots */
  async startAll(roots) {
    const wanted = new Map(roots.flatMap((it) => (it ? [[it.uri.toString(), it]] : [])));
    const missingOnes = [...wanted].filter(([key]) => !this.servers.has(key));
    await Promise.all(missingOnes.map(([key, root]) => this.startServer(key, root)));
  }

  /**
   * @param {string} key
   * @param {Root} root
   */
  async startServer(key, root) {
    const pattern = new vscode.RelativePattern(root.uri, "**/*");
    const documents = { language: "yaml", scheme: "file", pattern };
    const status = vscode.languages.createLanguageStatusItem(`claimTracker.${key}`, documents);
    status.name = "Claim Tracker";
    status.text = `Claim Tracker: ${root.name}`;
    status.command = { command: "claimTracker.restart", title: "Restart" };
    /** @type {Server} */
    const server = { root, status, client: undefined };
    this.servers.set(key, server);
    const settings = vscode.workspace.getConfiguration("claimTracker", root.uri);
    const setting = settings.get("path", "");
    const program = findProgram({
      setting,
      folder: root.uri.fsPath,
      folders: (vscode.workspace.workspaceFolders ?? []).map((it) => it.uri.fsPath),
      isTrusted: vscode.workspace.isTrusted,
      env: process.env,
      platform: process.platform,
    });
    if (!program) {
      this.fail(server, missing(setting));
      return;
    }
    await this.startClient(key, server, program, settings.get("files", []));
  }

  /**
   * @param {string} key
   * @param {Server} server
   * @param {string} program
   * @param {readonly string[]} files
   */
  async startClient(key, server, program, files) {
    const { root, status } = server;
    let errors = "";
    let refusal = "";
    /** @type {Promise<unknown>} */
    let closed = Promise.resolve();
    /** @type {import("node:child_process").ChildProcess | undefined} */
    let running;
    const run = async () => {
      errors = "";
      const child = spawn(program, ["lsp"], { cwd: root.uri.fsPath });
      running = child;
      child.on("error", (error) => (errors += `Error: ${error.message}\n`));
      child.stderr.on("data", (data) => (errors = (errors + data).slice(-10_000)));
      closed = new Promise((done) => child.once("close", done)).then((code) => {
        refusal = code === REFUSED ? refused(errors) : "";
      });
      return child;
    };
    const pattern = { baseUri: root.uri.toString(), pattern: "**/*" };
    const ended = () => Promise.race([closed, sleep(MOMENT, undefined, { ref: false })]);
    /** @type {import("vscode-languageclient/node").ErrorHandler | undefined} */
    let byDefault;
    /** @type {LanguageClient} */
    const client = new Client(`claimTracker.${key}`, `Claim Tracker (${root.name})`, run, {
      documentSelector: [{ language: "yaml", scheme: "file", pattern }],
      workspaceFolder: root.folder ?? { uri: root.uri, name: root.name, index: 0 },
      initializationOptions: files.length > 0 ? { files } : {},
      outputChannel: this.output,
      diagnosticCollectionName: `claimTracker.${key}`,
      errorHandler: {
        error: (error, message, count) =>
          byDefault?.error(error, message, count) ?? { action: ErrorAction.Continue },
        closed: async () => {
          await ended();
          const noMore = { action: CloseAction.DoNotRestart, handled: true };
          return refusal || !byDefault ? noMore : byDefault.closed();
        },
      },
      initializationFailedHandler: () => false,
    });
    byDefault = client.createDefaultErrorHandler(3);
    server.client = client;
    status.busy = true;
    status.detail = "starting";
    this.output.info(`${root.uri.fsPath}: ${program} lsp`);
    try {
      await Promise.race([client.start(), tooLong()]);
      status.detail = program;
      status.severity = vscode.LanguageStatusSeverity.Information;
      this.register(client);
    } catch (error) {
      await ended();
      running?.kill();
      const reason = error instanceof Error ? error.message : String(error);
      this.fail(server, refusal || failed(errors || reason));
    } finally {
      status.busy = false;
    }
  }

  /** @param {string} key */
  async stopServer(key) {
    const server = this.servers.get(key);
    this.servers.delete(key);
    server?.status.dispose();
    try {
      await server?.client?.dispose();
    } catch (error) {
      this.output.warn(String(error)); // a server that has ended already
    }
  }

  /**
   * Say in one message what is missing, once however many folders miss it.
   * @param {Server} server
   * @param {string} message
   */
  fail(server, message) {
    server.client = undefined;
    server.status.detail = message;
    server.status.severity = vscode.LanguageStatusSeverity.Error;
    this.output.error(`${server.root.uri.fsPath}: ${message}`);
    if (!this.said.has(message)) {
      this.said.add(message);
      void this.say(message);
    }
  }

  /** @param {string} message */
  async say(message) {
    const chosen = await vscode.window.showErrorMessage(message, "Open the Docs", "Restart");
    if (chosen === "Open the Docs") {
      await vscode.commands.executeCommand("extension.open", this.extension);
    } else if (chosen === "Restart") {
      await this.restart();
    }
  }

  /**
   * Register what a server can carry out, for the server that is asked.
   * @param {LanguageClient} client
   */
  register(client) {
    const provided = client.initializeResult?.capabilities.executeCommandProvider?.commands ?? [];
    for (const id of provided.filter((it) => !this.commands.has(it))) {
      const carryOut = (/** @type {unknown[]} */ ...args) => this.carryOut(id, args);
      this.commands.set(id, vscode.commands.registerCommand(id, carryOut));
    }
  }

  /**
   * @param {string} command
   * @param {unknown[]} args
   */
  carryOut(command, args) {
    const named = args.filter((it) => typeof it === "string");
    const active = vscode.window.activeTextEditor?.document.uri.toString() ?? "";
    const running = [...this.servers.values()].filter((it) => it.client?.isRunning());
    const server =
      running.find((it) => [...named, active].some((uri) => isBelow(uri, it.root))) ?? running[0];
    return server?.client?.sendRequest("workspace/executeCommand", { command, arguments: args });
  }
}

/** Raises an error when a server could long have answered, so that others need not wait for it. */
async function tooLong() {
  await sleep(PATIENCE, undefined, { ref: false });
  throw new Error("it did not answer within a minute");
}

/**
 * @param {string} uri
 * @param {Root} root
 */
function isBelow(uri, root) {
  return uri.startsWith(`${root.uri.toString().replace(/\/$/, "")}/`);
}

/**
 * What a folder of the workspace is served with: the outermost folder that it lies in.
 * @param {vscode.WorkspaceFolder} folder
 * @returns {Root}
 */
function rootOf(folder) {
  const around = (vscode.workspace.workspaceFolders ?? [])
    .filter((it) => isInside(folder.uri.fsPath, it.uri.fsPath))
    .sort((one, other) => one.uri.fsPath.length - other.uri.fsPath.length);
  const outermost = around[0] ?? folder;
  return { uri: outermost.uri, name: outermost.name, folder: outermost };
}

/**
 * @param {vscode.TextDocument} document
 * @returns {Root | undefined}
 */
function rootOfClaims(document) {
  const { uri } = document;
  if (document.languageId !== "yaml" || uri.scheme !== "file" || !hasClaims(document.getText())) {
    return undefined;
  }
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (folder) {
    return rootOf(folder);
  }
  const above = vscode.Uri.file(path.dirname(uri.fsPath));
  return { uri: above, name: path.basename(above.fsPath), folder: undefined };
}

/** @param {Root} root */
function isKnownToHaveClaims(root) {
  const settings = vscode.workspace.getConfiguration("claimTracker", root.uri);
  /** @type {readonly string[]} */
  const files = settings.get("files", []);
  return files.length > 0 || fs.existsSync(path.join(root.uri.fsPath, "data", "claims.yaml"));
}

module.exports = { Servers };

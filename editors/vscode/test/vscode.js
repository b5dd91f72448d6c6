"use strict";

// The part of VS Code's API that the extension and the client library use, as far as they look.
const Module = require("node:module");
const path = require("node:path");
const { EventEmitter } = require("node:events");
const { pathToFileURL, fileURLToPath } = require("node:url");

class Uri {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }
  /** @param {string} name */
  static file(name) {
    return new Uri(pathToFileURL(name).toString());
  }
  /** @param {string} text */
  static parse(text) {
    return new Uri(text);
  }
  get scheme() {
    return this.text.slice(0, this.text.indexOf(":"));
  }
  get fsPath() {
    return this.scheme === "file" ? fileURLToPath(this.text) : this.text;
  }
  get path() {
    return this.fsPath;
  }
  toString() {
    return this.text;
  }
}

class Disposable {
  /** @param {() => void} dispose */
  constructor(dispose) {
    this.dispose = dispose;
  }
  /** @param {Disposable[]} all */
  static from(...all) {
    return new Disposable(() => all.forEach((it) => it.dispose()));
  }
}

class RelativePattern {
  /**
   * @param {Uri} baseUri
   * @param {string} pattern
   */
  constructor(baseUri, pattern) {
    this.baseUri = baseUri;
    this.pattern = pattern;
  }
}

class Position {
  /**
   * @param {number} line
   * @param {number} character
   */
  constructor(line, character) {
    Object.assign(this, { line, character });
  }
}

class Range {
  /** @param {any[]} points */
  constructor(...points) {
    const [a, b, c, d] = points;
    this.start = typeof a === "number" ? new Position(a, b) : a;
    this.end = typeof a === "number" ? new Position(c, d) : b;
  }
}

class Diagnostic {
  /** @param {Range} range @param {string} message @param {number} severity */
  constructor(range, message, severity) {
    Object.assign(this, { range, message, severity });
  }
}

class CodeActionKind {
  /** @param {string} value */
  constructor(value) {
    this.value = value;
  }
  /** @param {string} part @returns {CodeActionKind} */
  append(part) {
    return new CodeActionKind(this.value ? `${this.value}.${part}` : part);
  }
  static Empty = new CodeActionKind("");
}

class Anything {}

/**
 * An object that has all else too, as the client library derives classes from many of them.
 * @param {Record<string, any>} known
 * @returns {any}
 */
function withAll(known) {
  return new Proxy(known, {
    get: (them, name) => {
      if (!(name in them) && typeof name === "string") {
        them[name] = class extends Anything {};
      }
      return them[String(name)];
    },
    has: () => true,
  });
}

/** VS Code with a workspace, in which all that is said and registered can be looked at. */
class Window {
  constructor() {
    const events = new EventEmitter();
    /** @type {{ uri: Uri, name: string, index: number }[]} */
    this.folders = [];
    /** @type {any[]} */
    this.documents = [];
    /** @type {Record<string, any>} */
    this.settings = {};
    /** @type {Map<string, (...args: any[]) => any>} */
    this.commands = new Map();
    /** @type {string[]} */
    this.messages = [];
    /** @type {string | undefined} */
    this.answer = undefined;
    /** @type {string[]} */
    this.opened = [];
    /** @type {any[]} */
    this.statuses = [];
    /** @type {Map<string, any[]>} */
    this.diagnostics = new Map();
    /** @type {string[]} */
    this.log = [];
    this.isTrusted = true;
    this.events = events;
    this.api = this.#api();
  }

  /** @param {string} name @param {any} value */
  fire(name, value) {
    this.events.emit(name, value);
  }

  /** @param {string} folder */
  addFolder(folder) {
    const index = this.folders.length;
    this.folders.push({ uri: Uri.file(folder), name: path.basename(folder), index });
    this.fire("onDidChangeWorkspaceFolders", { added: [], removed: [] });
  }

  /** @param {string} file @param {string} text @param {string} languageId */
  open(file, text, languageId = "yaml") {
    const document = {
      uri: Uri.file(file),
      fileName: file,
      languageId,
      version: 1,
      isDirty: false,
      getText: () => text,
    };
    this.documents.push(document);
    this.fire("onDidOpenTextDocument", document);
    return document;
  }

  #api() {
    const window = this;
    const on = (/** @type {string} */ name) => (/** @type {any} */ listener, /** @type {any} */ self) => {
      const heard = (/** @type {any} */ value) => listener.call(self, value);
      this.events.on(name, heard);
      return new Disposable(() => this.events.off(name, heard));
    };
    const nothing = () => new Disposable(() => {});
    const levels = ["trace", "debug", "info", "warn", "error", "append", "appendLine"];
    const channel = (/** @type {string} */ level) => (/** @type {any} */ text) => {
      this.log.push(`${level}: ${text}`);
    };
    const heard = (/** @type {Record<string, any>} */ known) =>
      new Proxy(known, {
        get: (them, name) =>
          name in them ? them[String(name)] : /^on(Did|Will)/.test(String(name)) ? on(String(name)) : nothing,
      });
    const inFolder = (/** @type {Uri} */ uri) =>
      this.folders.filter((it) => uri.toString().startsWith(`${it.uri}/`)).at(-1);
    return withAll({
      Uri,
      Disposable,
      RelativePattern,
      CodeActionKind,
      Diagnostic,
      Position,
      Range,
      version: "1.91.0",
      env: { appName: "VS Code", language: "en" },
      EventEmitter: class {
        emitter = new EventEmitter();
        event = (/** @type {any} */ listener) => {
          this.emitter.on("it", listener);
          return new Disposable(() => this.emitter.off("it", listener));
        };
        fire(/** @type {any} */ value) {
          this.emitter.emit("it", value);
        }
        dispose() {}
      },
      CancellationTokenSource: class {
        token = { isCancellationRequested: false, onCancellationRequested: nothing };
        cancel() {}
        dispose() {}
      },
      LanguageStatusSeverity: { Information: 0, Warning: 1, Error: 2 },
      DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
      l10n: { t: (/** @type {string} */ text) => text },
      workspace: heard({
        get workspaceFolders() {
          return window.folders.length > 0 ? window.folders : undefined;
        },
        get textDocuments() {
          return window.documents;
        },
        get isTrusted() {
          return window.isTrusted;
        },
        notebookDocuments: [],
        getWorkspaceFolder: inFolder,
        getConfiguration: (/** @type {string} */ section, /** @type {Uri | undefined} */ scope) => ({
          get: (/** @type {string} */ name, /** @type {any} */ value) =>
            this.settings[`${scope && inFolder(scope)?.name}:${section}.${name}`] ??
            this.settings[`${section}.${name}`] ??
            value,
        }),
      }),
      window: heard({
        visibleTextEditors: [],
        activeTextEditor: undefined,
        tabGroups: heard({ all: [] }),
        state: { focused: true },
        createOutputChannel: () => ({
          ...Object.fromEntries(levels.map((it) => [it, channel(it)])),
          logLevel: 3,
          onDidChangeLogLevel: nothing,
          show: () => this.opened.push("output"),
          dispose: () => {},
        }),
        showErrorMessage: async (/** @type {string} */ text) => {
          this.messages.push(text);
          const { answer } = this;
          this.answer = undefined;
          return answer;
        },
      }),
      languages: heard({
        match: (/** @type {any[]} */ selector, /** @type {any} */ document) =>
          selector.some(
            (it) =>
              it.language === document.languageId &&
              document.uri.toString().startsWith(`${it.pattern.baseUri}/`),
          )
            ? 10
            : 0,
        createDiagnosticCollection: () => ({
          set: (/** @type {Uri} */ uri, /** @type {any[]} */ found) => {
            this.diagnostics.set(uri.toString(), found);
          },
          delete: (/** @type {Uri} */ uri) => this.diagnostics.delete(uri.toString()),
          clear: () => this.diagnostics.clear(),
          dispose: () => this.diagnostics.clear(),
        }),
        createLanguageStatusItem: (/** @type {string} */ id) => {
          const item = { id, dispose: () => this.statuses.splice(this.statuses.indexOf(item), 1) };
          this.statuses.push(item);
          return item;
        },
      }),
      commands: {
        registerCommand: (/** @type {string} */ id, /** @type {any} */ carryOut) => {
          if (this.commands.has(id)) {
            throw new Error(`command '${id}' already exists`);
          }
          this.commands.set(id, carryOut);
          return new Disposable(() => this.commands.delete(id));
        },
        executeCommand: async (/** @type {string} */ id, /** @type {any[]} */ ...args) => {
          this.opened.push([id, ...args].join(" "));
          return this.commands.get(id)?.(...args);
        },
      },
    });
  }
}

/** @type {any} */
let current;
/** @type {any} */
const api = new Proxy({}, { get: (_, name) => Reflect.get(current ?? new Window().api, name) });
const load = Reflect.get(Module, "_load");
Reflect.set(Module, "_load", (/** @type {string} */ name, /** @type {any[]} */ ...rest) =>
  name === "vscode" ? api : load(name, ...rest),
);

/** A new window, whose API `require("vscode")` has from now on. */
function newWindow() {
  const window = new Window();
  current = window.api;
  return window;
}

module.exports = { newWindow };

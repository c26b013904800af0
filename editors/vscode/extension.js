// Starts `runbookgen lsp` and hands everything else to the library for clients of the Language Server Protocol.
"use strict";

const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

/** The running client; nothing between a stop and a start. */
let client;

const start = async () => {
  const command = vscode.workspace.getConfiguration("runbookgen").get("path") || "runbookgen";
  const server = { command, args: ["lsp"] };
  const own = new LanguageClient("runbookgen", "runbookgen", { run: server, debug: server }, {
    documentSelector: [
      { scheme: "file", language: "markdown" },
      { scheme: "file", pattern: "**/runbookgen.{yml,yaml}" },
      { scheme: "file", pattern: "**/programs/*.{yml,yaml}" },
    ],
    // The server asks for the files that it wants to be told of.
  });
  client = own;
  try {
    await own.start();
  } catch (error) {
    client = undefined;
    const choice = await vscode.window.showErrorMessage(
      `runbookgen: "${command} lsp" cannot be started. Install the program, or say in the settings where it is.`, "Open the settings");
    if (choice) await vscode.commands.executeCommand("workbench.action.openSettings", "runbookgen.path");
  }
};

const stop = async () => {
  const own = client;
  client = undefined;
  await own?.stop();
};

const restart = async () => {
  await stop();
  await start();
};

exports.activate = async (context) => {
  context.subscriptions.push(
    vscode.commands.registerCommand("runbookgen.restart", restart),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("runbookgen.path")) return restart();
    }));
  await start();
};

exports.deactivate = stop;

"""The extension for Visual Studio Code, with stand-ins for the editor and for the library that is fetched when it is packed."""

from __future__ import annotations

import json
import os
import pathlib
import subprocess
import xml.etree.ElementTree as ET
import zipfile

import pytest

from conftest import ROOT, find_binary

# Notes what it is asked for, and tries the command that it is given.
LIBRARY = r"""
const { spawnSync } = require("child_process");
exports.LanguageClient = class {
  constructor(id, name, server, client) { Object.assign(this, { id, name, server, client }); }
  async start() {
    const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "initialize", params: { capabilities: {} } });
    const input = `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    const { error, stdout } = spawnSync(this.server.run.command, this.server.run.args, { input });
    if (error) throw error;
    global.log.push(["started", this.server.run, this.client.documentSelector.length, String(stdout).includes("capabilities")]);
  }
  async stop() { global.log.push(["stopped"]); }
};
"""

EDITOR = r"""
const handlers = {};
exports.handlers = handlers;
exports.workspace = {
  getConfiguration: () => ({ get: () => process.env.PROGRAM }),
  onDidChangeConfiguration: (handler) => { handlers.configuration = handler; return {}; },
};
exports.window = { showErrorMessage: async (text) => { global.log.push(["error", text]); return "Open the settings"; } };
exports.commands = {
  registerCommand: (name, handler) => { handlers[name] = handler; return {}; },
  executeCommand: async (...words) => { global.log.push(words); },
};
"""

SESSION = r"""
global.log = [];
const extension = require(process.argv[2]);
const { handlers } = require("vscode");
(async () => {
  const context = { subscriptions: [] };
  await extension.activate(context);
  await handlers["runbookgen.restart"]();
  await handlers.configuration({ affectsConfiguration: (name) => name === "runbookgen.path" });
  await handlers.configuration({ affectsConfiguration: () => false });
  await extension.deactivate();
  await extension.deactivate();
  console.log(JSON.stringify({ log: global.log, subscriptions: context.subscriptions.length }));
})();
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    folder = tmp_path_factory.mktemp("vsix")
    library = folder / "node_modules/vscode-languageclient"
    library.mkdir(parents=True)
    (library / "node.js").write_text(LIBRARY)
    for target in [folder / "one", folder / "two"]:
        subprocess.run([ROOT / "Scripts/vsix", folder / "node_modules", target], check=True, capture_output=True)
    one, two = (next((folder / name).iterdir()) for name in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()
    return one


def run(package, tmp_path, program) -> dict:
    with zipfile.ZipFile(package) as archive:
        archive.extractall(tmp_path)
    editor = tmp_path / "stand-ins/vscode"
    editor.mkdir(parents=True)
    (editor / "index.js").write_text(EDITOR)
    (tmp_path / "session.js").write_text(SESSION)
    main = json.loads((tmp_path / "extension/package.json").read_text())["main"]
    done = subprocess.run(
        ["node", tmp_path / "session.js", tmp_path / "extension" / main], check=True, capture_output=True, text=True,
        env=os.environ | {"NODE_PATH": str(tmp_path / "stand-ins"), "PROGRAM": str(program)})
    return json.loads(done.stdout)


def test_the_package_is_whole(package):
    with zipfile.ZipFile(package) as archive:
        names = archive.namelist()
        described = json.loads(archive.read("extension/package.json"))
        manifest = ET.fromstring(archive.read("extension.vsixmanifest"))
        types = ET.fromstring(archive.read("[Content_Types].xml"))
    space = {"m": "http://schemas.microsoft.com/developer/vsx-schema/2011"}
    identity = manifest.find("m:Metadata/m:Identity", space)
    assert (identity.get("Id"), identity.get("Version"), identity.get("Publisher")) == (
        described["name"], described["version"], described["publisher"])
    for asset in manifest.iterfind("m:Assets/m:Asset", space):
        assert asset.get("Path") in names
    endings = {one.get("Extension") for one in types}
    assert {pathlib.PurePath(name).suffix for name in names if name.startswith("ext")} <= endings
    assert "dependencies" not in described
    version = (ROOT / "Sources/RunbookModel/ToolVersion.swift").read_text()
    assert f'"{described["version"]}"' in version, "the extension has the version of the program"
    # Each command and setting that the script names is declared, and the other way round.
    declared = {one["command"] for one in described["contributes"]["commands"]}
    script = (ROOT / "editors/vscode/extension.js").read_text()
    assert all(f'"{name}"' in script for name in declared)
    assert "runbookgen.path" in described["contributes"]["configuration"]["properties"]


def test_it_starts_the_server(package, tmp_path):
    binary = find_binary()
    found = run(package, tmp_path, binary)
    started = ["started", {"command": str(binary), "args": ["lsp"]}, 3, True]
    assert found["log"] == [started, ["stopped"], started, ["stopped"], started, ["stopped"]]
    assert found["subscriptions"] == 2


def test_a_program_that_is_missing_is_said(package, tmp_path):
    found = run(package, tmp_path, tmp_path / "nothing")
    assert "nothing lsp" in found["log"][0][1] and "Install the program" in found["log"][0][1]
    assert found["log"][1] == ["workbench.action.openSettings", "runbookgen.path"]
    assert not any(entry[0] in ("started", "stopped") for entry in found["log"])


def test_a_library_that_is_missing_is_said(tmp_path):
    done = subprocess.run(
        [ROOT / "Scripts/vsix", tmp_path / "node_modules", tmp_path / "made"], capture_output=True, text=True, check=False)
    assert done.returncode == 1 and "npm install" in done.stderr
    assert not (tmp_path / "made").exists()

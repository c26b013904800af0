"""The editors that pages are pasted into, in Chromium.

`CloudEditor` is ProseMirror's own view with what Confluence Cloud's editor adds to it (`chromium/`);
`DataCenterEditor` is TinyMCE, which Data Center's editor is made of."""

from __future__ import annotations

import importlib.resources
import os
import pathlib
import subprocess

import html5lib
import playwright.sync_api

HERE = pathlib.Path(__file__).parent
# Where Debian puts packages of node.
NODE_PACKAGES = "/usr/share/nodejs"


def document(html: str):
    """The body of HTML as a browser reads it."""
    return html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False).find("body")


class Refusal(Exception):
    """The schema of the editor does not take a document."""


class CloudEditor:
    def __init__(self, browser):
        self._page = browser.new_page()
        self._page.add_script_tag(content=self._bundle())

    @staticmethod
    def _bundle() -> str:
        done = subprocess.run(
            ["esbuild", "--bundle", "--format=iife", str(HERE / "chromium" / "main.js")],
            env={**os.environ, "NODE_PATH": NODE_PACKAGES}, capture_output=True, text=True,
        )
        assert done.returncode == 0, f"run 'make paste-packages'\n{done.stderr}"
        return done.stdout

    def paste(self, html: str) -> dict:
        """What the editor makes of a payload on its clipboard, as JSON of the Atlassian Document
        Format."""
        return self._call("html => paste(html)", html)

    def load(self, adf: dict) -> None:
        """Opens a document of that format."""
        self._call("json => load(json)", {"type": "doc", "content": adf["content"]})

    def _call(self, function: str, argument):
        try:
            return self._page.evaluate(function, argument)
        except playwright.sync_api.Error as error:
            raise Refusal(str(error)) from error


class DataCenterEditor:
    """Takes every element and attribute, as Confluence's settings of TinyMCE do for its macros."""

    SETTINGS = """{
      selector: "#text", license_key: "gpl", promotion: false, plugins: "table lists",
      extended_valid_elements: "*[*]", verify_html: false, convert_urls: false,
    }"""

    # Its scripts load more of them from beside themselves.
    FOLDER = pathlib.Path(str(importlib.resources.files("tinymce"))) / "static" / "tinymce"

    def __init__(self, browser, base: str):
        self._page = browser.new_page()
        body = "<!doctype html><textarea id=text></textarea><script src=tinymce.min.js></script>"
        self._page.route(f"{base}page.html", lambda route: route.fulfill(
            body=body, content_type="text/html; charset=utf-8"))
        self._page.goto(f"{base}page.html")
        self._page.evaluate(f"tinymce.init({self.SETTINGS}).then(() => true)")

    def paste(self, html: str) -> str:
        """The content of the editor after a payload was pasted into it."""
        return self._page.evaluate(
            """html => {
              const editor = tinymce.activeEditor;
              editor.setContent("");
              editor.focus();
              const clipboardData = new DataTransfer();
              clipboardData.setData("text/html", html);
              editor.getBody().dispatchEvent(new ClipboardEvent(
                "paste", { clipboardData, bubbles: true, cancelable: true }));
              return editor.getContent();
            }""",
            html,
        )

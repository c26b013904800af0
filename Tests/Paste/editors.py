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

    def copy(self, html: str, edit: str = "") -> dict:
        """What is on the clipboard when all of a pasted page is copied, after an edit in the words of
        `chromium/edits.js`."""
        return self._call("([html, edit]) => copied(html, edit)", [html, edit])

    def type(self, html: str, place: str, *keys: str) -> dict:
        """The same after keys that are pressed with the cursor before some text."""
        self._call("([html, place]) => { begin(html); edits().click(place); }", [html, place])
        for key in keys:
            self._page.keyboard.press(key)
        return self._call("() => end()", None)

    def _call(self, function: str, argument):
        try:
            return self._page.evaluate(function, argument)
        except playwright.sync_api.Error as error:
            raise Refusal(str(error)) from error


class Checker:
    """The check of the Copy page, in the page of the editor."""

    SCRIPTS = ("shapes", "units", "words", "blocks", "tables", "compare", "back")

    def __init__(self, editor: CloudEditor):
        self.editor = editor
        self._page = editor._page
        self._page.add_script_tag(content="globalThis.runbookgenCopy = { root: { href: '' } }")
        for name in self.SCRIPTS:
            source = HERE.parents[1] / "templates" / "assets" / f"paste-{name}.js"
            self._page.add_script_tag(content=source.read_text())

    def check(self, payload: dict, clipboard: dict, expected: str = "cloud") -> dict:
        """What is said of a clipboard with `html` and `text`."""
        return self._page.evaluate(
            "(arguments) => runbookgenPasteBack.check(...arguments)", [payload, clipboard, expected])


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

    def copy(self, html: str, edit: str = "") -> dict:
        """What is on the clipboard when all of a pasted page is copied, after an edit: the body of a
        function of the editor and its body."""
        self.paste(html)
        return self._page.evaluate(
            """edit => {
              const editor = tinymce.activeEditor;
              new Function("editor", "body", edit)(editor, editor.getBody());
              editor.focus();
              editor.execCommand("SelectAll");
              const clipboardData = new DataTransfer();
              editor.getBody().dispatchEvent(new ClipboardEvent(
                "copy", { clipboardData, bubbles: true, cancelable: true }));
              return { html: clipboardData.getData("text/html"), text: clipboardData.getData("text/plain") };
            }""",
            edit,
        )


class View:
    """A page of Confluence as a view shows it, and the browser's own copy of that. `kind` is the function
    of `chromium/view.js` that draws it."""

    def __init__(self, browser, kind: str):
        self._kind = kind
        self._page = browser.new_page()
        self._page.add_script_tag(path=HERE / "chromium" / "view.js")
        self._page.evaluate(
            """() => {
              document.body.innerHTML = "<div id=shown></div><textarea id=taken></textarea>";
              document.addEventListener("paste", (event) => {
                event.preventDefault();
                const data = event.clipboardData;
                window.clipboard = { html: data.getData("text/html"), text: data.getData("text/plain") };
              });
            }"""
        )

    def copy(self, html: str, edit: str = "") -> dict:
        """What is on the clipboard when all of a page is copied that holds a payload, after an edit: the
        body of a function of what is shown."""
        self._page.evaluate(
            """([kind, html, edit]) => {
              window.clipboard = null;
              const shown = document.getElementById("shown");
              shown.innerHTML = window[kind](html);
              new Function("body", edit)(shown);
              getSelection().selectAllChildren(shown);
            }""",
            [self._kind, html, edit],
        )
        self._page.keyboard.press("Control+c")
        self._page.evaluate("document.getElementById('taken').focus()")
        self._page.keyboard.press("Control+v")
        return self._page.wait_for_function("window.clipboard").json_value()

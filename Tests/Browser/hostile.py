"""The corpus of hostile pages in `hostile/`, and what tells that one of them reached the reader."""

from __future__ import annotations

import json
import pathlib
import re

FOLDER = pathlib.Path(__file__).resolve().parent / "hostile"

FRONT_MATTER = """---
kind: concept
title: {title}
owner: Team
reviewed: 2026-11-01
review_every: P6M
---
"""

CONFIG = """site:
  title: '"><script>alert(1)</script>'
  language: 'en" onmouseover="alert(1)'
  base_url: 'https://example.com/"><script>alert(1)</script>'
  edit_link: 'https://example.com/{path}"onmouseover="alert(1)'
raw_html: %s
contexts:
  host:
    title: '"><img src=x onerror=alert(1)>'
    prompt: '$ '
    absent: {ls: "<img src=x onerror=alert(1)>"}
  'x" onmouseover="alert(1)':
    title: '</span></figcaption><script>alert(1)</script>'
rules: {%s}
"""


def vectors() -> dict[str, str]:
    """Page text by content path. A vector without front matter gets plain one."""
    pages = {}
    for file in sorted(FOLDER.glob("*.md")):
        for part in re.split(r"^%% ", file.read_text(encoding="utf-8"), flags=re.M)[1:]:
            name, _, body = part.partition("\n")
            path = f"content/{file.stem}/{re.sub('[^a-z0-9]+', '-', name.lower())}.md"
            assert path not in pages, f"two vectors called {name} in {file.name}"
            own = body.startswith("---\n")
            pages[path] = body if own else FRONT_MATTER.format(title=name.capitalize()) + body
    return pages


def project(policy: str, error_rules: list[str]) -> dict[str, str]:
    """A project of all vectors in which no finding stops the build."""
    files = vectors()
    # Names of files are input too; HTML and the shell both have something to say about these.
    body = FRONT_MATTER.format(title="Named") + "a\n"
    for name in ('x" onmouseover="alert(1)', "'onclick='alert(1)", "<img src=x onerror=alert(1)>"):
        files[f"content/names/{name}.md"] = body
        files[f"content/{name}/deep.md"] = body
    files["content/names/javascript:alert(1).md"] = body
    levels = ", ".join(f"{rule}: info" for rule in error_rules if rule != "limit-exceeded")
    files["runbookgen.yml"] = CONFIG % (policy, levels)
    return files


# Runs before any script of a page: whatever calls these was not meant to run.
MARK = """
window.__pwned = [];
for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
  window[name] = (...values) => { window.__pwned.push(`${name}(${values.join()})`); };
}
"""

# The one script that stands inside a page, as it stands in that of the committed wiki.
NOT_FOUND = re.search(r"<script data-probe=[^>]*>(.*?)</script>", (FOLDER.parents[2] / "site/404.html").read_text(), re.S)[1]

# Touches everything that can be touched, and lists what ran and what should not be there at all.
PROBE = """async () => {
  const found = [];
  const site = new URL(document.documentElement.dataset.root || ".", location.href).href;
  const own = (url) => new URL(url, location.href).href.startsWith(site);
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) found.push(`<${element.localName} ${name}>`);
      if (/^(href|src|action|formaction|data|xlink:href|srcdoc)$/i.test(name)
          && /^[\\s\\x00-\\x20]*((javascript|vbscript|livescript)\\s*:|data:(?!image\\/(png|gif|jpeg|webp|avif)[;,]))/i
            .test(value)
          && !(element.localName === "link" && element.rel === "icon")) {
        found.push(`<${element.localName} ${name}=${value}>`);
      }
    }
    if (element.closest("article") && element.hasAttribute("style")
        && element.closest("article [style]") === element && !element.dataset.ours) {
      found.push(`<${element.localName} style=${element.getAttribute("style")}>`);
    }
  }
  const foreign = "iframe, object, embed, base, form:not(.find), applet, frame, svg script, math, "
    + "article script, article style, article link, article meta, meta[http-equiv=refresh i]";
  for (const element of document.querySelectorAll(foreign)) found.push(`<${element.localName}>`);
  for (const script of document.scripts) {
    const isOurs = script.src ? own(script.src) : script.text === NOT_FOUND;
    if (!isOurs) found.push(`script: ${script.outerHTML.slice(0, 80)}`);
  }
  // The frame has to stand around the text as the template has it.
  if (!document.querySelector("body > .frame > main > footer.colophon")
      || !document.querySelector("main > article, main > nav, main > header")
      || document.querySelectorAll("main").length !== 1 || document.querySelector("article article")
      || !document.querySelector("body > header.bar > a.site")) {
    if (document.querySelector("article[data-kind], article")) found.push("the frame is broken");
  }
  const stay = (event) => event.preventDefault();
  // The navigation is the same on every page of a folder.
  const places = "article *, header.placard *, footer *"
    + (location.pathname.endsWith("/index.html") ? ", nav a" : "");
  for (const element of document.querySelectorAll(places)) {
    // An address that no browser can parse has no protocol and leads nowhere.
    const isPage = element.localName === "a" && /^(https?|file|mailto|tel)?:$/.test(element.protocol);
    if (isPage) element.addEventListener("click", stay);
    for (const type of ["mouseover", "mouseenter", "pointerover", "focus", "focusin", "toggle"]) {
      element.dispatchEvent(new Event(type, { bubbles: type === "mouseover" }));
    }
    if (/^(a|summary|area|label)$/.test(element.localName)
        || element.localName === "button" && !element.closest("[data-keep]")) {
      element.click?.();
    }
  }
  await new Promise((done) => setTimeout(done, 0));
  return found.concat(window.__pwned);
}""".replace("NOT_FOUND", json.dumps(NOT_FOUND))

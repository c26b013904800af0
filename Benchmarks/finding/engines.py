"""Search engines, asked in Chromium as a page would ask them."""

import subprocess

OURS = """async (query) => (await runbookSearch.find(query))?.results.map((hit) => hit.path + ".html") ?? []"""
PEER = """async (query) => {
  const found = await pagefind.search(query);
  const pages = await Promise.all(found.results.slice(0, 10).map((result) => result.data()));
  return pages.map((page) => decodeURI(page.url).replace(/^\\//, ""));
}"""


def index(pagefind, pages):
    """Pagefind's index of a folder of pages: the title and the text, without what surrounds them."""
    subprocess.run(
        [pagefind, "--site", pages, "--output-subdir", "pagefind", "--root-selector", "main",
         "--exclude-selectors", ".rail,.colophon,.plate,.kicker,nav", "--quiet"], check=True)


def ask(page, url, engine, queries):
    """What an engine shows for each query, the first hit first."""
    if engine == "pagefind":
        page.goto(url + "pagefind/pagefind-ui.css")
        page.evaluate("async () => { globalThis.pagefind = await import('/pagefind/pagefind.js'); await pagefind.init(); }")
        return [page.evaluate(PEER, query) for _, query, _ in queries]
    page.goto(url + "search.html")
    page.wait_for_function("() => globalThis.runbookSearch?.open")
    return [[*dict.fromkeys(page.evaluate(OURS, query))] for _, query, _ in queries]

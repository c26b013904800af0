"""What loading a page costs whoever reads it: how much moves after it was shown, how long it hangs, what is loaded."""

from __future__ import annotations

import gzip
import re

import harness

# On a telephone, or with a busy machine, scripts run well after the first paint.
THROTTLE = 4

# Before anything of the page is there. `hadRecentInput` leaves out what the reader's own hand moves.
OBSERVE = """
window.shifts = [];
window.tasks = [0];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (entry.hadRecentInput) continue;
    const names = entry.sources.map(({ node }) => node?.parentElement
      ? `${node.nodeName}.${node.className ?? ""} in ${node.parentElement.nodeName}.${node.parentElement.className}`
      : String(node?.nodeName));
    window.shifts.push([entry.value, names]);
  }
}).observe({ type: "layout-shift", buffered: true });
new PerformanceObserver((list) => {
  window.tasks.push(...list.getEntries().map((entry) => entry.duration));
}).observe({ type: "longtask", buffered: true });
"""


def load(page, url, throttle=THROTTLE) -> tuple[float, list[str], float]:
    """Opens a page with the processor slowed down.

    Returns the sum of its layout shifts, what moved, and its longest task in milliseconds.
    """
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": throttle})
    page.goto(url)
    harness.settle(page)
    # An observer is told of a frame after it.
    page.wait_for_timeout(50)
    harness.settle(page)
    shifts, tasks = page.evaluate("[window.shifts, window.tasks]")
    session.detach()
    return sum(value for value, _ in shifts), [f"{value:.4f} {names}" for value, names in shifts], max(tasks)


def assets(wiki, path: str) -> tuple[int, int]:
    """The bytes of style sheets and scripts that a page loads: as they are, and
    each gzipped."""
    folder = (wiki.folder / path).parent
    names = re.findall(r'<(?:link rel="stylesheet" href|script src)="([^"]+)"', wiki.text(path))
    files = [(folder / name).read_bytes() for name in names]
    return sum(map(len, files)), sum(len(gzip.compress(file, 9, mtime=0)) for file in files)

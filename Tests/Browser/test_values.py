"""Every value in every place: through the page, typed and by link, into a real shell. Programs that
hand their words to another shell are stubs that do just that."""

import json
import os
import subprocess
from concurrent.futures import ThreadPoolExecutor

import pytest

import harness
from value_places import CONFIG, HEAD, PLACES, STUBS, VALUES

# Fills the page with each value and returns what Copy would copy at each step.
COLLECT = """([values, byLink]) => {
  const figures = [...document.querySelectorAll(".code[data-step]")];
  const read = (figure) => {
    const commands = [...figure.querySelectorAll(".cmd")];
    const found = commandOf(commands);
    const note = figure.querySelector(".unfilled");
    return [figure.dataset.step, {text: found.text, isHeld: found.linked.size > 0,
      isRefused: found.refused.size > 0, isOpen: found.open.size > 0,
      note: note ? note.textContent : ""}];
  };
  const field = fields.get("v");
  const type = (field, value) => {
    field.control.value = value;
    field.control.dispatchEvent(new Event("input", {bubbles: true}));
  };
  type(fields.get("w"), "touch $O/owned");
  return values.map((value) => {
    type(field, "");
    if (byLink) {
      location.hash = "#?" + new URLSearchParams({v: value});
      readAddress();
    } else {
      type(field, value);
    }
    const problem = document.getElementById(field.problem.id).textContent;
    const steps = Object.fromEntries(figures.map(read));
    return {value: field.value, isReady: field.isReady, problem, steps};
  });
}"""

DRIVER = """
cd "$1"
export O=$PWD/out PATH=$2:$PATH HOME=/
mkdir -p out
for file in *.sh; do
  bash --norc $3 < "$file" > "$file.out" 2> "$file.err"
  if [ -e out/owned ]; then rm out/owned; touch "$file.owned"; fi
done
"""


@pytest.fixture(scope="module")
def collected(share_wiki, browsers, tmp_path_factory):
    """By way of entry: for each value, what each place copies."""
    blocks = "".join(f"\n```bash {{step={n}}}\n{c}\n```\n" for n, c in PLACES.items())
    wiki = share_wiki({"runbookgen.yml": CONFIG, "content/index.md": HEAD + blocks})

    def collect(folder):
        page = browsers("dejavu").new_page()
        page.goto(wiki.file_url + "index.html")
        values = ["TOKEN", *VALUES]
        found = {way: page.evaluate(COLLECT, [values, way == "link"]) for way in ("typed", "link")}
        page.close()
        (folder / "collected.json").write_text(json.dumps(found), encoding="utf-8")

    folder = harness.once(tmp_path_factory, "values", collect)
    return json.loads((folder / "collected.json").read_text(encoding="utf-8"))


class Shell:
    """Runs scripts with the stubs, each in a bash of its own, in two processes that share them."""

    def __init__(self, folder):
        self.folder = folder
        stubs = folder / "stubs"
        stubs.mkdir()
        for name, body in STUBS.items():
            (stubs / name).write_text(f"#!/bin/bash\n{body}\n")
            (stubs / name).chmod(0o755)

    def run(self, scripts, *options):
        """By script: what it printed, and whether it ran what a value holds."""
        names = {}
        for number, script in enumerate(dict.fromkeys(scripts)):
            batch = self.folder / f"batch{''.join(options)}-{number % 2}"
            batch.mkdir(exist_ok=True)
            names[script] = batch / f"{number}.sh"
            names[script].write_text(script + "\n", encoding="utf-8")
        batches = sorted({path.parent for path in names.values()})
        arguments = [str(self.folder / "stubs"), *options]
        with ThreadPoolExecutor() as pool:
            runs = [
                pool.submit(
                    subprocess.run,
                    ["bash", "-c", DRIVER, "_", str(batch), *arguments],
                    stdin=subprocess.DEVNULL,
                    timeout=300,
                    env={**os.environ, "LC_ALL": "C.UTF-8"},
                )
                for batch in batches
            ]
            for run in runs:
                run.result()
        return {
            script: (
                path.with_suffix(".sh.out").read_text(encoding="utf-8", errors="replace"),
                path.with_suffix(".sh.owned").exists(),
            )
            for script, path in names.items()
        }


def filled(results):
    """Every value, place and command that is copied."""
    for result in results:
        for name, place in result["steps"].items():
            if result["isReady"] and not place["isRefused"] and not place["isOpen"]:
                yield result["value"], name, place["text"]


def test_no_value_runs_and_none_is_changed(collected, tmp_path):
    assert len(PLACES) >= 60 and len(VALUES) >= 30
    commands = [*filled(collected["typed"]), *filled(collected["link"])]
    shell = Shell(tmp_path)
    printed = shell.run([text for _, _, text in commands])
    plain = {name: text for value, name, text in commands if value == "TOKEN"}
    wrong = []
    for value, name, text in dict.fromkeys(commands):
        output, is_owned = printed[text]
        if is_owned and value != "":
            wrong.append(f"{name}: {value!r} ran: {text!r}")
        pattern = printed[plain[name]][0] if name in plain else ""
        if "TOKEN" in pattern and output != pattern.replace("TOKEN", value):
            wrong.append(f"{name}: {value!r} is changed: {text!r} printed {output!r}")
    assert not wrong, f"{len(wrong)} of {len(commands)}\n" + "\n".join(wrong[:40])
    # The quoting places take what anybody may type.
    both = {name for value, name, _ in commands if value == "two words"}
    assert both >= {n for n in PLACES if n.startswith(("ssh-double", "sudo", "kubectl-", "su-"))}


def test_a_shell_at_a_prompt_reads_the_same(collected, tmp_path):
    """There `!` is read too."""
    commands = [c for c in filled(collected["typed"]) if "!" in c[0] or c[0] == "TOKEN"]
    printed = Shell(tmp_path).run([text for _, _, text in commands], "-i")
    plain = {name: printed[text][0] for value, name, text in commands if value == "TOKEN"}
    wrong = [
        f"{name}: {text!r} printed {printed[text][0]!r}"
        for value, name, text in commands
        if "TOKEN" in plain.get(name, "")
        and printed[text][0] != plain[name].replace("TOKEN", value)
    ]
    assert not wrong, "\n".join(wrong)


def test_what_is_not_filled_in_says_why(collected):
    for results in collected.values():
        for result in results:
            if not result["isReady"]:
                assert result["problem"] or not result["value"], result["value"]
                assert all("<v>" in place["text"] for place in result["steps"].values())
                continue
            for name, place in result["steps"].items():
                if place["isRefused"]:
                    assert "v is not filled in here: " in place["note"], (name, result["value"])
                    assert "Not filled in everywhere" in result["problem"], name
                else:
                    assert place["note"] == "", (name, result["value"])
    refused = {
        name
        for result in collected["typed"]
        for name, place in result["steps"].items()
        if place["isRefused"] and "$(" in result["value"]
    }
    assert refused >= {name for name in PLACES if name.startswith("arithmetic")}


def test_a_link_brings_no_hidden_text_and_is_held_back(collected):
    for result in collected["link"]:
        if result["isReady"]:
            held = [place["isHeld"] for place in result["steps"].values()]
            assert all(held), result["value"]
        assert "  " not in result["value"] and "\n" not in result["value"]
        assert not result["value"].startswith("-")

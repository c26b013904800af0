"""Holds the release binary to its budget of instructions: within 2 %, or a million where that is more."""

from __future__ import annotations

import importlib.machinery
import importlib.util
import os
import pathlib
import shutil

import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
TOLERANCE = 0.02
# The loader and the start of the runtime cost up to half a million more on another machine, which is 2 %
# of a run that does nothing.
START = 1.0


def allowance(held: float) -> float:
    """How many millions of instructions a run may differ from its line of the budget."""
    return max(held * TOLERANCE, START)


def load():
    path = str(ROOT / "Benchmarks/instructions")
    loader = importlib.machinery.SourceFileLoader("instructions", path)
    spec = importlib.util.spec_from_loader("instructions", loader)
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


instructions = load()


@pytest.fixture(scope="session")
def counts() -> dict[str, float]:
    if missing := [name for name in ("valgrind", "taskset") if shutil.which(name) is None]:
        if os.environ.get("CI"):
            pytest.fail(f"{', '.join(missing)} is missing")
        pytest.skip(f"{', '.join(missing)} is missing")
    binary = ROOT / os.environ.get("RUNBOOKGEN", ".build/release/runbookgen")
    if "debug" in binary.resolve().parts:
        pytest.skip("only the release binary has a budget")
    return instructions.measure_all(binary.resolve(), list(instructions.RUNS))


def test_every_run_is_within_its_budget(counts):
    held = {name: count for name, count, _ in instructions.budget()}
    assert set(held) == set(instructions.RUNS)
    told = "\n".join(f"{name}: {counts[name]:.1f} of {held[name]:.1f} M" for name in held)
    over = [name for name in held if counts[name] > held[name] + allowance(held[name])]
    assert not over, f"{over} cost more:\n{told}\nFind out why, or add lines to instructions.tsv that say it."
    under = [name for name in held if counts[name] < held[name] - allowance(held[name])]
    assert not under, f"{under} cost less:\n{told}\nKeep it: Benchmarks/instructions --keep WHY"


def test_every_line_of_the_budget_says_why():
    for name, count, why in instructions.budget():
        assert name in instructions.RUNS and count > 0 and len(why.split()) >= 3, (name, count, why)

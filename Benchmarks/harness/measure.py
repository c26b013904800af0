"""Runs one command and says what it cost."""

import os
import subprocess
import time
from dataclasses import dataclass


@dataclass
class Sample:
    """Wall and CPU in seconds; memory in bytes, of the largest process that the command started."""

    wall: float
    cpu: float
    memory: int
    status: int


def run(command, log):
    """The command's output goes to the file `log`. CPU time includes processes it waited for."""
    with open(log, "wb") as output:
        start = time.perf_counter_ns()
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
            close_fds=False)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter_ns() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    return Sample(
        wall / 1e9, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, process.returncode)


def median(values):
    values = sorted(values)
    middle = len(values) // 2
    if not values:
        return None
    if len(values) % 2:
        return values[middle]
    return (values[middle - 1] + values[middle]) / 2


class Results:
    """Samples by case name, one a round; a round in which a case failed has None."""

    def __init__(self):
        self.samples = {}

    def add(self, name, sample):
        self.samples.setdefault(name, []).append(sample)

    def __contains__(self, name):
        return self.values(name, "wall") != []

    def values(self, name, field):
        return [getattr(s, field) for s in self.samples.get(name, []) if s is not None]

    def median(self, name, field="wall"):
        return median(self.values(name, field))

    def rounds(self, formula, *names):
        """`formula` over the samples of each round in which every case of `names` succeeded."""
        columns = [self.samples.get(name, []) for name in names]
        return [formula(*row) for row in zip(*columns) if all(s is not None for s in row)]

    def ratio(self, name, *others, field="wall"):
        """The median of the ratios inside a round, to the sum of the other cases."""
        def formula(sample, *rest):
            return getattr(sample, field) / sum(getattr(other, field) for other in rest)
        return median(self.rounds(formula, name, *others))

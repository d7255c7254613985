"""One run of benchmarks: how many rounds, where its data lies, what came of it."""

import datetime
import json
import os
import statistics
import sys
import time


def say(text):
    print(text, flush=True)


class Run:
    """Samples of a benchmark are kept under its name, in `results`, which is what the document is made from."""

    def __init__(self, folder, rounds, with_grpc_swift=False):
        self.folder, self.rounds, self.with_grpc_swift = folder, rounds, with_grpc_swift
        self.began = time.monotonic()
        self.results = {"rounds": rounds, "began": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"), "benchmarks": {}}
        self.name = None

    def begin(self, name):
        self.name = name
        self.results["benchmarks"][name] = {"figures": [], "samples": {}}
        say(f"==> {name}, {int(time.monotonic() - self.began)} s into the run")

    def interleave(self, variants, key, rounds=None):
        """Each round runs every variant once; the machine's drift falls on all of them. `variants`: name to a function whose
        result is a number or a dictionary of them. Returns the medians by name."""
        samples = {name: [] for name in variants}
        for _ in range(rounds or self.rounds):
            for name, measure in variants.items():
                samples[name].append(measure())
        return {name: self.keep(f"{key}/{name}", taken) for name, taken in samples.items()}

    def keep(self, key, samples):
        """Keeps the samples; answers their median, by field where they are dictionaries."""
        self.results["benchmarks"][self.name]["samples"][key] = samples
        return median(samples)

    def figure(self, name, value, bar, better, unit=""):
        """One figure against its bar. Returns whether it is met."""
        met = value <= bar if better == "less" else value >= bar
        say(f"{'ok    ' if met else 'MISSED'} {name}: {value:.2f}{unit} (bar: {'at most' if better == 'less' else 'at least'} {bar:.3g}{unit})")
        self.results["benchmarks"][self.name]["figures"].append(
            {"name": name, "value": value, "bar": bar, "better": better, "unit": unit, "met": met})
        return met

    def save(self, path):
        self.results["seconds"] = time.monotonic() - self.began
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            json.dump(self.results, file, indent=1)


def median(samples):
    if isinstance(samples[0], dict):
        return {field: statistics.median(sample[field] for sample in samples) for field in samples[0]}
    return statistics.median(samples)


def load_results(path):
    if not os.path.exists(path):
        sys.exit("There are no results yet: Tools/bench all makes them.")
    with open(path) as file:
        return json.load(file)

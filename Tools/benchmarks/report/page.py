"""A page of Markdown with plots beside it, and what benchmarks need to tell their samples."""

import os

from harness.run import median
from report import svg


class Page:
    def __init__(self, plots, link):
        """`plots`: the folder that plots are written to; `link`: how the page names it."""
        self.lines, self.plots, self.link = [], plots, link

    def heading(self, text):
        self.lines += [f"## {text}", ""]

    def text(self, text):
        self.lines += [text, ""]

    def table(self, head, rows):
        self.lines.append("| " + " | ".join(head) + " |")
        self.lines.append("|---|" + "---:|" * (len(head) - 1))
        self.lines += ["| " + " | ".join(row) + " |" for row in rows]
        self.lines.append("")

    def bars(self, name, title, rows):
        os.makedirs(self.plots, exist_ok=True)
        with open(f"{self.plots}/{name}.svg", "w") as file:
            file.write(svg.bars(title, rows))
        self.lines += [f"![{title}]({self.link}/{name}.svg)", ""]

    def figures(self, kept):
        """Each figure with its bar and whether it is met."""
        self.table(["figure", "measured", "bar", "met"], [
            [figure["name"], f"{svg.number(figure['value'])}{figure['unit']}",
             f"{'at most' if figure['better'] == 'less' else 'at least'} {figure['bar']:g}{figure['unit']}",
             "yes" if figure["met"] else "**no**"] for figure in kept["figures"]])

    def cpu_table(self, kept, shapes, plot, title, against="accountd"):
        """Server CPU seconds per million calls by connections × in flight, the spread of the rounds, and how many times as much as one of them."""
        names = [key.split("/", 1)[1] for key in kept["samples"] if key.startswith(f"{shapes[0]}/")]
        rows = []
        for name in names:
            row = [name]
            for shape in shapes:
                value = self.median(kept, f"{shape}/{name}")
                low, high = self.spread(kept, f"{shape}/{name}")
                row += [svg.number(value), f"{svg.number(low)} to {svg.number(high)}", f"{value / self.median(kept, f'{shape}/{against}'):.2f}"]
            rows.append(row)
        head = ["server CPU seconds per million calls"]
        for shape in shapes:
            head += [shape.replace("x", " × "), "rounds", f"times {against}"]
        self.table(head, rows)
        for shape in shapes:
            self.bars(f"{plot}-{shape}", f"{title}, {shape.replace('x', ' × ')} in flight: server CPU seconds per million calls", [
                (name, self.median(kept, f"{shape}/{name}"), *self.spread(kept, f"{shape}/{name}")) for name in names])

    @staticmethod
    def median(kept, key):
        return median(kept["samples"][key])

    @staticmethod
    def spread(kept, key, field=None):
        samples = [sample[field] if field else sample for sample in kept["samples"][key]]
        return min(samples), max(samples)

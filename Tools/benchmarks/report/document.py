"""docs/performance.md, made from the results of one run of `Tools/bench all`, and from what is known beside them: a note on a benchmark in notes/NAME.md
goes under its figures as it is, and says where a figure is missed what the rest is spent on."""

import glob
import os

from harness.places import DOCUMENT
from harness.run import say
from report.page import Page

NOTES = os.path.join(os.path.dirname(__file__), "..", "notes")

TITLES = {
    "validate": "ValidateSession over ttrpc", "grpc": "ValidateSession over gRPC", "tls": "TLS", "sessions": "Many sessions",
    "mutate": "Durable changes", "sign-in": "Sign-ins", "start": "Cold start", "idle": "Idle connections",
    "generator": "The generator"}

METHOD = """`Tools/bench all` builds accountd and its peers, measures them and writes this page; `Tools/bench report` writes it anew from the last run's
samples. `Tools/bench all --with-grpc-swift` adds grpc-swift-2, whose first build is long.

- One machine, one run. Client and server share its cores. Of each comparison, every server runs once in each round, one after the other, so that what else the machine does falls on
  all of them; the figure is the median of the rounds, and the tables give the least and the most.
- CPU is the server process's user and system time from `/proc`, all its threads, from before the first call to after the last answer. It is not a rate: it says
  how many calls a core is good for, whatever the client costs.
- Servers are compared under the same client only. A server that finds many calls in one read does less for each of them, so a client that batches makes every
  server cheaper, up to ten times.
- Whatever accountd answers here includes a real lookup of a session among those in its store, by the keyed hash of its token, and the check of who calls. Its peers answer a constant:
  they are what the wire alone costs in the libraries that a team would build on.
- The peers' sources are in `Tools/benchmarks/peers`, each the least that its library's documentation asks for, built from Debian's packages with optimisation."""

UNSAID = """- Nothing about networks: all traffic is on the loopback device, where a send costs less than over a wire and nothing is lost.
- Nothing about more than one machine, or more cores than these: ttrpc-go and grpc-go spread over cores by themselves, and spend some of their CPU on that.
- Ratios between CPU times hold on other machines of the kind; times themselves don't. Cores of a virtual machine are shared with others, and the median over the rounds evens out only what is short.
- Each connection carries the calls of one service, as a backend's does: a request whose envelope doesn't resemble the one before it costs accountd more.
- The C loop is a limit, not a server: it has no limits, no TLS, no access check, and a bad client can stop it.
- Commits a second depend on how the disk acknowledges a flush. A disk that does so before its data is safe makes all three stores look quick, and the ratio is what counts then too.
- PostgreSQL is a server that many programs can share, and its default configuration is not one that somebody tuned."""


def write_document(told, results):
    folder = os.path.join(os.path.dirname(DOCUMENT), "performance")
    for old in glob.glob(f"{folder}/*.svg"):
        os.remove(old)
    page = Page(folder, "performance")
    page.lines += ["# Performance", ""]
    machine = results["machine"]
    page.text(
        f"Measured on {results['began'][:10]} in one run of {results['rounds']} rounds ({results['seconds'] / 60:.0f} minutes) on {machine['cores']} cores of {machine['cpu']}"
        f"{', virtual (' + machine['virtual'] + ')' if machine['virtual'] not in ('no', 'none') else ''}, {machine['memory_gib']:.0f} GiB, "
        f"Linux {machine['kernel']}, {machine['disk']}. Load before the run: {machine['load']:.2f}; CPU seconds that the machine's "
        f"other guests took during it: {results['stolen_seconds']:.1f}.")
    benchmarks = results["benchmarks"]
    page.heading("Against the bars")
    page.figures({"figures": [figure for name in told for figure in benchmarks[name]["figures"]]})
    for name, benchmark in told.items():
        page.heading(TITLES[name])
        benchmark.tell(page, benchmarks[name])
        note = f"{NOTES}/{name}.md"
        if os.path.exists(note):
            with open(note) as file:
                page.text(file.read().strip())
    page.heading("Method")
    page.text(METHOD)
    page.heading("What the figures don't say")
    page.text(UNSAID)
    with open(DOCUMENT, "w") as file:
        file.write("\n".join(page.lines).rstrip() + "\n")
    say(f"==> {os.path.relpath(DOCUMENT)} is written")

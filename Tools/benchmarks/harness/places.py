"""Where things lie in the checkout."""

import os

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", "..", ".."))
RELEASE = os.path.join(ROOT, ".build", "release")
PEERS = os.path.join(ROOT, ".build", "bench")
RESULTS = os.path.join(PEERS, "results.json")
DOCUMENT = os.path.join(ROOT, "docs", "performance.md")

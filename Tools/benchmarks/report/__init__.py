"""From the results of a run to docs/performance.md and its plots."""

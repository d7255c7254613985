"""One benchmark a file: how it is measured, its bar, and how docs/performance.md tells it."""

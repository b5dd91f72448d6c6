"""How fast `tracker` is beside what it stands on: `python -m benchmarks`."""

"""Measurements, as ratios against a bare textual app in the same run. Run with `python tasks.py benchmarks`."""

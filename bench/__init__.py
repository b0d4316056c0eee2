"""The benchmarks, with the peers they run against: see docs/performance.md."""

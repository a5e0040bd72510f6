"""The parts of ``benchmarks/compare.py``: who is compared, where each is installed, how it is run, scored and printed."""

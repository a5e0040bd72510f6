"""Numbers: numerals in digits and words, duals, scales, ranges, bounds, approximators, money, measures."""

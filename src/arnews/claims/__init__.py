"""Numeric claims: what was counted, how many, what happened to them, who, where, when and according to whom."""

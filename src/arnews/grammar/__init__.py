"""One grammar for all steps: patterns over words, rules that are rows of a table, and a trace of what fired."""

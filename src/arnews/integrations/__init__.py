"""Doors to other libraries: data frames, Spark, spaCy, web pages. Each meets arnews in one small file."""

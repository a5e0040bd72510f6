"""Analyses for the eye: highlighted articles for notebooks and pages."""

"""Dates and times: expressions of calendar time, resolved against the publication date."""

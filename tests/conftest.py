"""With ``ARNEWS_EVERY_TEST`` set nothing may be skipped but what needs a download: a test that is skipped for want of a package fails."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

# What no package index carries: trained models that their packages fetch from elsewhere.
DOWNLOADED = "needs a download"


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Iterator[None]:
    report = yield
    if os.environ.get("ARNEWS_EVERY_TEST") and report.outcome == "skipped":
        report.outcome, report.longrepr = "failed", f"{collector.nodeid} was skipped: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    report = yield
    expected = hasattr(report, "wasxfail") or DOWNLOADED in str(report.longrepr)
    if os.environ.get("ARNEWS_EVERY_TEST") and report.outcome == "skipped" and not expected:
        report.outcome, report.longrepr = "failed", f"{item.nodeid} was skipped: {report.longrepr}"
    return report

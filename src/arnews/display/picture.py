"""A chart as a picture, drawn by vl-convert where it is installed (extra ``charts``): without a browser and without a connection."""

from __future__ import annotations

from importlib import import_module
from typing import Any

_VERSION = "5.20"


def png(spec: dict[str, Any], scale: float = 2) -> bytes | None:
    """A Vega-Lite specification as PNG; None where vl-convert is not installed or cannot draw it."""
    try:
        draw = import_module("vl_convert").vegalite_to_png
    except ImportError:
        return None
    try:
        found: bytes = draw(spec, vl_version=_VERSION, scale=scale, config={"background": "white"})
    except ValueError:  # a version of it without this Vega-Lite, or a chart that it refuses: the notebook still draws it
        return None
    return found

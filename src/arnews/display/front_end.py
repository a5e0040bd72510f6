"""Charts that a notebook draws without a connection.

Altair's own default is a page that loads three scripts from a content network. JupyterLab, Notebook 7 and VS Code carry
Vega-Lite 5 themselves and draw a chart that comes as ``application/vnd.vegalite.v5+json``; Altair 6 names version 6, which
they do not know, though nothing in the charts of this package is newer than version 5.
"""

from __future__ import annotations

from functools import cache
from typing import Any

VEGALITE = "application/vnd.vegalite.v5+json"
_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"


@cache
def layer_chart() -> Any:
    """``altair.LayerChart`` that shows itself as Vega-Lite 5, unless the user has enabled another renderer."""
    import altair

    class LayerChart(altair.LayerChart):
        """Layers over one another; everything of Altair works on them."""

        def _repr_mimebundle_(self, *args: Any, **kwds: Any) -> Any:
            if altair.renderers.active != "default":
                return super()._repr_mimebundle_(*args, **kwds)
            spec = self.to_dict(context={"pre_transform": False})
            return {VEGALITE: spec | {"$schema": _SCHEMA}, "text/plain": f"<chart of {len(self.layer)} layers>"}

    return LayerChart

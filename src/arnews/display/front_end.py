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

    from arnews.display.picture import png

    def shown(chart: Any, *args: Any, **kwds: Any) -> Any:
        if altair.renderers.active != "default":
            return altair.LayerChart._repr_mimebundle_(chart, *args, **kwds)
        spec = chart.to_dict(context={"pre_transform": False})
        found = {VEGALITE: spec | {"$schema": _SCHEMA}, "text/plain": f"<chart of {len(chart.layer)} layers>"}
        # What draws no Vega-Lite, a code host or a mail, takes the picture.
        picture = png(spec | {"$schema": _SCHEMA})
        return found if picture is None else found | {"image/png": picture}

    # Made by call: a class statement cannot be typed both where Altair is installed and where it is not.
    return type("LayerChart", (altair.LayerChart,), {"_repr_mimebundle_": shown, "__doc__": altair.LayerChart.__doc__})

"""The README as a package index shows it, where no file of the repository stands beside it.

With the address of the files (``[project.urls] Files``) pictures and links lead there; without one pictures are left out and
links become plain words, since a broken picture is worse than none.
"""

from __future__ import annotations

import re

_TARGET = re.compile(r"(!?)\[([^\]]*)\]\((?!https?://)([^)]*)\)")
_MARKER = re.compile(r"<!--.*?-->\n?", re.DOTALL)


def index_page(text: str, files: str | None) -> str:
    """``text`` with every relative target made absolute under ``files``, or taken out where that is None."""

    def changed(found: re.Match[str]) -> str:
        picture, words, target = found.groups()
        if files is not None:
            return f"{picture}[{words}]({files.rstrip('/')}/{target})"
        return "" if picture else words

    return _MARKER.sub("", _TARGET.sub(changed, text))

"""What hatchling asks for when it builds: the README in the form that a package index can show."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface


class IndexPage(MetadataHookInterface):
    """Puts the README into the metadata; see ``release/index_page.py``."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Set the field ``readme``."""
        root = Path(self.root)
        page = runpy.run_path(str(root / "release" / "index_page.py"))["index_page"]
        text = page((root / "README.md").read_text(encoding="utf-8"), metadata.get("urls", {}).get("Files"))
        metadata["readme"] = {"content-type": "text/markdown", "text": text}

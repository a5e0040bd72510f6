"""Build the run-time lexicon from its sources: ``python lexicon/build.py [--check] [DOMAIN ...]``.

Each module in ``lexicon/builders`` makes the tables of one domain from ``lexicon/sources/<domain>`` and from the packages
pinned in the dependency group ``lexicon``. ``--check`` writes nothing and exits with 1 when a committed table differs.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import pkgutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
DATA = HERE.parent / "src" / "arnews" / "lexicon" / "data"
sys.path.insert(0, str(HERE))

import builders  # noqa: E402  (found through the line above, from wherever the script is run)


def serialise(table: builders.Table) -> bytes:
    """A table as the bytes of its file: digest line, header, rows."""
    body = "".join("\t".join(row) + "\n" for row in (table.columns, *table.rows)).encode("utf-8")
    return b"#sha256 " + hashlib.sha256(body).hexdigest().encode() + b"\n" + body


def build(domain: str) -> dict[str, bytes]:
    """The files of one domain: name without suffix to contents."""
    tables: dict[str, builders.Table] = importlib.import_module(f"builders.{domain}").build(HERE / "sources" / domain)
    return {name: serialise(t) for name, t in tables.items()}


def domains() -> list[str]:
    """The names of all domains; a module whose name starts with ``_`` helps others and is none."""
    return sorted(m.name for m in pkgutil.iter_modules(builders.__path__) if not m.name.startswith("_"))


def main(argv: list[str] | None = None) -> int:
    """Build or check; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare with the committed tables and write nothing")
    parser.add_argument("domain", nargs="*", help="the domains to build (all)")
    args = parser.parse_args(argv)
    stale = []
    for domain in args.domain or domains():
        for name, data in build(domain).items():
            path = DATA / f"{name}.tsv"
            if args.check:
                if not path.exists() or path.read_bytes() != data:
                    stale.append(path.name)
            else:
                DATA.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
                print(f"{path.name}: {len(data):,} bytes")
    if stale:
        print("differs from its sources, run python lexicon/build.py:", *stale, file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())

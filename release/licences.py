"""What arnews brings with it: every package of the base install and of each extra, with version and licence, as Markdown tables.

    python release/licences.py > docs/licences.md

Run it in an environment that has arnews, its extras and ``packaging``; what is not installed there is listed as not looked at. A licence
is what a package says of itself in its metadata: the SPDX expression, else the classifiers, else the first line of the field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

# Licences that may be combined into a work under GPL-3.0-or-later, by the words that packages use for them.
COMPATIBLE = re.compile(
    r"\b(MIT|Expat|0?BSD|Apache|ISC|ISCL|PSF|PSFL|Python Software Foundation|Python-2\.0|CNRI-Python|MPL|Mozilla Public License 2\.0|Zlib"
    r"|Unlicense|HPND|CC0|Zope|ZPL|GPL|LGPL|General Public License)\b",
    re.IGNORECASE,
)
# GPL of version 2 alone, the old MPL, and terms under which no one may pass the files on.
INCOMPATIBLE = re.compile(r"\bGPL-2\.0-only|GPLv2 only|MPL-1\.|proprietary|NVIDIA|EULA", re.IGNORECASE)


def licence(package: Distribution) -> str:
    """What a package says its licence is, or an empty string."""
    about = package.metadata
    if about.get("License-Expression"):
        return str(about["License-Expression"])
    said = [c.split(" :: ")[-1] for c in about.get_all("Classifier", []) if c.startswith("License ::") and c != "License :: OSI Approved"]
    field = (about.get("License") or "").strip().splitlines()
    return " / ".join(said) if said else field[0][:80] if field else ""


def verdict(said: str) -> str:
    """``yes`` where one of the alternatives (OR) has only parts (AND) that may be combined."""
    alternatives = [re.split(r" AND ", a.strip(" ()")) for a in re.split(r" OR ", said)]
    if any(all(COMPATIBLE.search(part) and not INCOMPATIBLE.search(part) for part in parts) for parts in alternatives):
        return "yes"
    return "no" if INCOMPATIBLE.search(said) else "not clear"


def needs(requirement: Requirement) -> Iterator[Requirement]:
    """The requirements of a package here, with those of the extras that are asked of it."""
    try:
        declared = distribution(requirement.name).requires or []
    except PackageNotFoundError:
        return
    for text in declared:
        further = Requirement(text)
        if further.marker is None or any(further.marker.evaluate({"extra": extra}) for extra in ("", *requirement.extras)):
            yield further


def closure(start: Requirement) -> dict[str, Requirement]:
    """Everything that a requirement brings, itself left out, by name."""
    found: dict[str, Requirement] = {}
    done: set[tuple[str, frozenset[str]]] = set()
    waiting = [start]
    while waiting:
        here = waiting.pop()
        key = (canonicalize_name(here.name), frozenset(here.extras))
        if key in done:
            continue
        done.add(key)
        if key[0] != canonicalize_name(start.name):
            found[key[0]] = here
        waiting += needs(here)
    return dict(sorted(found.items()))


def row(name: str, direct: bool) -> str:
    try:
        package = distribution(name)
    except PackageNotFoundError:
        return f"| {name} | {'yes' if direct else ''} | not installed | not looked at | |"
    said = licence(package)
    return f"| {name} | {'yes' if direct else ''} | {package.version} | {said.replace('|', '/')} | {verdict(said)} |"


def table(title: str, start: Requirement, known: set[str]) -> str:
    packages = [name for name in closure(start) if name not in known]
    direct = {canonicalize_name(r.name) for r in needs(start)}
    head = [f"## {title}", "", "| package | asked for by arnews | version | licence as stated | may be combined |", "|---|---|---|---|---|"]
    return "\n".join([*head, *(row(name, name in direct) for name in packages)]) + "\n"


def main() -> None:
    base = Requirement("arnews")
    extras = sorted(distribution("arnews").metadata.get_all("Provides-Extra") or [])
    print("# Licences of what comes along\n")
    print(
        "Written by `python release/licences.py`. Each extra lists what it adds to the base install. *May be combined* says whether the "
        "stated licence\nallows use in one program with arnews, which is GPL-3.0-or-later; it is a reading of the words that a package "
        "gives, not legal advice.\n"
    )
    print(table("The base install", base, set()))
    known = set(closure(base))
    for extra in extras:
        print(table(f"Extra `{extra}`", Requirement(f"arnews[{extra}]"), known))


if __name__ == "__main__":
    main()

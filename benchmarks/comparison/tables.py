"""The tables, and their places in the pages: between ``<!-- NAME -->`` and ``<!-- /NAME -->``, whatever stood there before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

Record = dict[str, Any]
DASH = "–"
READS = {"all": "everything", "names": "names", "dates": "dates", "numbers": "numbers"}
# The README has room for the rows that most readers ask about; all of them are on the page of the comparison.
FIRST_SCREEN = (
    "arnews", "arnews-rules", "camel-tools", "onnxruntime", "arnews-dates", "dateparser", "mahad-dates",
    "arnews-numbers", "mahad-numbers", "pyarabic",
)  # fmt: skip


def put(page: str, name: str, block: str) -> str:
    """``page`` with ``block`` between the markers of ``name``. Raises ``ValueError`` unless both stand there once, in order."""
    pattern = re.compile(rf"(<!-- {re.escape(name)} -->\n).*?(<!-- /{re.escape(name)} -->)", re.DOTALL)
    if len(pattern.findall(page)) != 1 or page.count(f"<!-- {name} -->") != 1 or page.count(f"<!-- /{name} -->") != 1:
        raise ValueError(f"the page does not have one pair of markers {name!r}")
    return pattern.sub(lambda m: f"{m[1]}{block.strip()}\n{m[2]}", page)


def table(head: Sequence[str], rows: Iterable[Sequence[str]], words: int = 1) -> str:
    """A Markdown table; all columns after the first ``words`` are of figures."""
    lines = [f"| {' | '.join(head)} |", "|" + "---|" * words + "---:|" * (len(head) - words)]
    return "\n".join([*lines, *(f"| {' | '.join(r)} |" for r in rows)])


def figure(value: float | None) -> str:
    """A figure with as many digits as mean something; a dash where there is none."""
    if value is None:
        return DASH
    if value < 0.005:
        return "<0.01"
    if value >= 100:
        return f"{value:,.0f}"
    if value >= 10:
        return f"{value:.0f}"
    return f"{value:.1f}" if value >= 1 else f"{value:.2f}"


def share(right: int | None, of: int | None) -> str:
    """A percentage; a dash where nothing was asked or the library does not claim to answer."""
    if right is None or not of:
        return DASH
    percent = 100 * right / of
    # One wrong of many is not all of them right.
    return f"{percent:.1f} %" if 99.5 <= percent < 100 else f"{percent:.0f} %"


def title(row: Record) -> str:
    return f"{row['title']} ({row['note']})" if row.get("note") else row["title"]


def disk(row: Record) -> str:
    packages, model = row.get("packages_mb"), row.get("model_mb")
    if packages is None:
        return DASH
    return f"{figure(packages)} + {figure(model)}" if model else figure(packages)


def when_and_where(record: Record) -> str:
    m = record["machine"]
    busy = " **Provisional: the machine had other work.**" if record["provisional"] else ""
    return f"{record['date']}, {m['cpu']}, {m['cores']} cores, {m['memory_gib']} GiB, {m['system']}.{busy}"


def cost(record: Record, keys: Sequence[str] = ()) -> str:
    """What each row costs; only the rows of ``keys`` and fewer columns where they are given."""
    few = bool(keys)
    head = ["", "reads", "disk, MB", *([] if few else ["import, s"]), "first result, s", "memory, MB", "articles a second"]
    rows = []
    for r in record["rows"]:
        if few and r["key"] not in keys:
            continue
        times = [r.get("first_s")] if few else [r.get("import_s"), r.get("first_s")]
        peak = r.get("peak_mb")
        rows.append([title(r), READS[r["task"]], disk(r), *map(figure, times), figure(peak), figure(r.get("rate"))])
    a = record["articles"]
    said = f"The same {a['read']} articles of {a['words']:.0f} words for everybody, one core, one thread. {when_and_where(record)}"
    return f"{said}\n\n{table(head, rows, words=2)}"


def versions(record: Record) -> str:
    """The versions of all libraries that ran, and of what they stand on where that matters."""
    known = {f"{package} {version}": None for r in record["rows"] for package, version in r.get("versions", {}).items()}
    return f"Versions: {', '.join(known)}."


def _scored(record: Record, task: str) -> list[Record]:
    return [r for r in record["rows"] if r.get("scores") and r["task"] == task]


def _size(rows: list[Record], name: str, key: str) -> int:
    return max((r["scores"].get(name, {}).get(key) or 0 for r in rows), default=0)


def _asked(record: Record, task: str) -> str:
    """How many texts were read, and which annotated articles."""
    sizes = record["questions"][task]
    which = ", ".join(f"`{name}`" for name in record["questions"]["gold"])
    return f"\n\n{sizes['corpus']} lines" + (f"; {sizes['gold']} articles of {which}." if which else ".")


def dates(record: Record) -> str:
    """Shares of dates read right, by set; for whole texts also how many finds touch no expression of time."""
    rows = _scored(record, "dates")
    sets = [("corpus", "lines"), ("phrases", "phrase alone"), *([("gold", "articles")] if record["questions"]["gold"] else [])]
    head = [""]
    for name, said in sets:
        head += [f"{said}: single days, {_size(rows, name, 'days')}", f"months, years, ranges, {_size(rows, name, 'spans')}"]
        head += [] if name == "phrases" else ["false"]
    body = []
    for r in rows:
        cells = [r["title"]]
        for name, _ in sets:
            s = r["scores"][name]
            cells += [share(s["days_right"], s["days"]), share(s["spans_right"], s["spans"])]
            cells += [] if name == "phrases" else [str(s["false"])]
        body.append(cells)
    return table(head, body) + _asked(record, "dates")


def numbers(record: Record) -> str:
    rows = _scored(record, "numbers")
    columns = [
        ("corpus", "words", "lines: in words"),
        ("corpus", "digits", "with digits"),
        ("phrases", "words", "phrase alone: in words"),
        ("phrases", "digits", "with digits"),
        ("spelled", "words", "spelled out"),
    ]
    if record["questions"]["gold"]:
        columns += [("gold", "words", "articles: in words"), ("gold", "digits", "with digits")]
    head = ["", *(f"{said}, {_size(rows, name, kind)}" for name, kind, said in columns)]
    body = [[r["title"], *(share(r["scores"][n][f"{k}_right"], r["scores"][n][k]) for n, k, _ in columns)] for r in rows]
    return table(head, body) + _asked(record, "numbers")


def names(record: Record) -> str:
    """Names on annotated articles, where a library with a trained model was there to compare with."""
    rows = [r for r in record["rows"] if r["task"] in {"all", "names"} and r.get("scores", {}).get("gold")]
    if all(r["task"] == "all" for r in rows):
        return "No library beside arnews had a trained Arabic model where this was run: names are compared by cost alone."
    body = []
    for r in rows:
        s = r["scores"]["gold"]
        precision, recall = (s["right"] / s[k] if s[k] else 0.0 for k in ("found", "names"))
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        body.append([r["title"], *(f"{100 * x:.1f}" for x in (precision, recall, f1))])
    return table(["", "precision", "recall", "F1"], body)


def footprint(record: Record) -> str:
    """What arnews costs, as ``footprint.py`` measured it."""
    f = record["footprint"]
    model, rules = f["model"], f["rules"]
    sizes = list(model["us_per_character"])
    two = [f"{v['pipe_2']:.0f} ({v['pipe_2'] / v['pipe_1']:.1f} times one)" for v in (model, rules)]
    rows = [
        ["articles a second, one core", *(f"{v['articles_s']:.0f}" for v in (model, rules))],
        ["articles a second by the clock, `pipe(n_process=2)`", *two],
        ["nothing imported to first analysis", *(f"{v['first_s']:.1f} s" for v in (model, rules))],
        ["memory at most", *(f"{v['peak_mb']:.0f} MB" for v in (model, rules))],
    ]
    per_character = [" / ".join(f"{v['us_per_character'][size]:.1f}" for size in sizes) for v in (model, rules)]
    rows.append([f"µs a character in texts of {' / '.join(f'{int(size):,}' for size in sizes)}", *per_character])
    read = f"{f['articles']} articles of {f['words']:.0f} words"
    said = f"{read}; `import arnews` takes {f['import_ms']:.1f} ms and loads nothing yet."
    # What arnews costs is measured oftener than what others do.
    measured = when_and_where({**record, **record.get("footprint_of", {})})
    return f"{said} {measured}\n\n{table(['', 'with the model', 'rules and lexicon alone'], rows)}"


def blocks(record: Record) -> dict[str, dict[str, str]]:
    """The blocks of each page, by the names of their markers."""
    readme = {"compare": cost(record, FIRST_SCREEN)}
    if "footprint" in record:
        readme["footprint"] = footprint(record)
    page = {
        "compare-cost": f"{cost(record)}\n\n{versions(record)}",
        "compare-dates": dates(record),
        "compare-numbers": numbers(record),
        "compare-names": names(record),
    }
    return {"README.md": readme, "docs/comparison.md": page}


def write(root: Path, record: Record) -> None:
    """Put the tables of ``record`` into the pages under ``root``. Twice the same is once."""
    for path, wanted in blocks(record).items():
        page = (root / path).read_text(encoding="utf-8")
        for name, block in wanted.items():
            page = put(page, name, block)
        (root / path).write_text(page, encoding="utf-8")

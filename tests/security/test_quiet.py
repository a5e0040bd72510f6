"""What a reading does to the machine: no connection, no program started, no code unpacked, no file written but the output. The interpreter tells."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

WATCHED = """
import json, os, sys
sys.dont_write_bytecode = True
events, written = set(), set()
def hear(event, arguments):
    if event.startswith(("socket.connect", "socket.get", "socket.send", "urllib.", "ftplib.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "pickle.find_class", "webbrowser.")):
        events.add(event)
    elif event == "open" and isinstance(arguments[0], str) and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        written.add(arguments[0])
    elif event in ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.symlink", "os.link", "shutil.rmtree"):
        written.add(str(arguments[1 if event == "os.rename" else 0]))
from pathlib import Path
import arnews
from arnews.batch import Columns, find_sources, read_articles, run
from arnews.display import Item, report
sys.addaudithook(hear)
text, folder = Path(sys.argv[1]).read_text("utf-8"), Path(sys.argv[2])
result = arnews.analyze(text)
arnews.explain(text[:400])
page = arnews.from_html("<html><head><base href='https://example.org/'><script src='https://example.org/a.js'></script></head><body><article><h1>عنوان</h1>"
    "<p>قتل خمسة أشخاص في حلب أمس. <img src='https://example.org/a.png'></p><iframe src='https://example.org'></iframe></article></body></html>", "https://example.org/")
report([Item("a", result, text)])
result.model_dump_json(), result.to_arrow("claims"), result.to_frame("entities")
for name, format_ in (("out.jsonl", "jsonl"), ("out.csv", "csv"), ("out", "parquet")):
    run(read_articles(find_sources([sys.argv[1]]), Columns()), folder / name, arnews.Pipeline, format_=format_)
print(json.dumps({"events": sorted(events), "written": sorted(written), "claims": len(result.claims), "page": page.text}))
"""


def test_a_reading_connects_starts_and_writes_nothing(tmp_path: Path) -> None:
    for library in ("trafilatura", "pyarrow", "pandas"):
        pytest.importorskip(library)
    seed = Path(__file__).parents[2] / "seeds" / "article.txt"
    words = [sys.executable, "-c", WATCHED, str(seed), str(tmp_path)]
    done = subprocess.run(words, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    heard = json.loads(done.stdout)
    # urllib3, which trafilatura imports, binds a port of this machine for a moment to see whether it has IPv6: no connection.
    assert heard["events"] == []
    assert heard["claims"] > 3
    assert "قتل خمسة" in heard["page"]
    assert any(name.endswith("out.csv.part") for name in heard["written"])
    assert [name for name in heard["written"] if not name.startswith(str(tmp_path)) and name != "/dev/null"] == []

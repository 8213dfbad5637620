"""Draws the README's pictures: the terminal reading and the marked page of an example, with a headless chromium.

    python tools/pictures.py [--chromium PATH]

The pictures are committed; only who changes the look of the output needs to run this.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import tempfile
from pathlib import Path

from rich.console import Console

import detente
from detente.outputs.page import write_page
from detente.outputs.terminal import render

ROOT = Path(__file__).parents[1]
ARTICLE = ROOT / "examples" / "fishing-talks.txt"
PUBLISHED = "2024-03-06"
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--hide-scrollbars",
    "--disable-component-update",
)


def shoot(chromium: str, page: Path, picture: Path, size: str) -> None:
    """A picture of a local page."""
    command = [chromium, *FLAGS, f"--window-size={size}", f"--screenshot={picture}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True)


def main() -> None:
    """Reads the example and draws both pictures into docs/pictures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--chromium", default="chromium")
    chromium = parser.parse_args().chromium
    reading = detente.read(ARTICLE.read_text(encoding="utf-8"), published=PUBLISHED)
    console = Console(record=True, width=118, file=open("/dev/null", "w", encoding="utf-8"), force_terminal=True)  # noqa: SIM115
    render(reading, console)
    svg = re.sub(r"@font-face\s*\{[^}]*\}", "", console.export_svg(title="detente read article.txt"))
    out = ROOT / "docs" / "pictures"
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        terminal, page = Path(folder) / "terminal.html", Path(folder) / "page.html"
        terminal.write_text(f"<body style='margin:0'>{svg}</body>", encoding="utf-8")
        page.write_text(write_page([reading]), encoding="utf-8")
        shoot(chromium, terminal, out / "terminal.png", "1460,1090")
        shoot(chromium, page, out / "page.png", "1400,1000")


if __name__ == "__main__":
    main()

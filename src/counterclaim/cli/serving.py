"""Serve a casebook's site to this computer."""

import errno
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from counterclaim.casebook import Casebook
from counterclaim.cli.consoles import output
from counterclaim.errors import CasebookError

_HERE = "127.0.0.1"
_PORTS_TRIED = 100


def serve_site(folder: Path, port: int) -> None:
    """Serve the site until Ctrl+C.

    Args:
        folder: the casebook's.
        port: where to; if it is taken, the next free one of the hundred after it. 0: any free one.

    Raises:
        CasebookError: there is no casebook, it has no site, or no port is free.
    """
    Casebook.open(folder).close()  # raises where there is none
    site = folder / "site"
    if not (site / "index.html").is_file():
        raise CasebookError(
            f"The casebook {folder} has no site.", f"Write one with: counterclaim publish {folder}"
        )
    with _server(site, port) as server:
        console = output()
        address = f"http://{_HERE}:{server.server_address[1]}/"
        console.print(f"The site is at {address}", style="bold", soft_wrap=True)
        console.print("Open it in a browser. Ctrl+C stops serving it.")
        sys.stdout.flush()
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            console.print("\nStopped.")


def _server(site: Path, port: int) -> ThreadingHTTPServer:
    handler = partial(_Quiet, directory=str(site))
    last = min(port + _PORTS_TRIED, 65535) if port else 0
    for tried in range(port, last + 1):
        try:
            return _OwnPort((_HERE, tried), handler)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
    raise CasebookError(f"No port from {port} to {last} is free.", "Name another one with --port.")


class _OwnPort(ThreadingHTTPServer):
    """A server that does not share its port with one that is there already."""

    daemon_threads = True
    allow_reuse_port = False


class _Quiet(SimpleHTTPRequestHandler):
    """Files as they are now, without a line for each on the terminal."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass

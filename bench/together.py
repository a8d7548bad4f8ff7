"""How long ten readers wait who change the period at one moment, all of it kept: `python -m bench.together STORE`.

A real server is asked over its own socket, with a full garbage collection after each rerun and as it is served. Its
processor time is told too: other work on the machine moves it less.
"""

import asyncio
import os
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path
from statistics import median
from time import monotonic, sleep

import click
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

ROOT = Path(__file__).resolve().parents[1]
# Streamlit reads the setting from here before .streamlit/config.toml.
SETTING = "STREAMLIT_RUNNER_POST_SCRIPT_GC"
CHOICES = ("month", "quarter", "12m")
READERS, STARTS_WITHIN = 10, 120


async def ask(reader: ClientConnection, choice: str) -> float:
    """Ask for the page at an address and return the seconds until it was drawn."""
    asked, start = BackMsg(), monotonic()
    asked.rerun_script.query_string = f"period={choice}"
    await reader.send(asked.SerializeToString())
    while True:
        told = ForwardMsg.FromString(await reader.recv())
        if told.WhichOneof("type") == "script_finished":
            return monotonic() - start


async def measure(port: int) -> list[float]:
    """Return the seconds until the last of the readers was served, for several choices made by all at one moment."""
    address = f"ws://127.0.0.1:{port}/_stcore/stream"
    readers = [await connect(address, max_size=None) for _ in range(READERS)]
    for choice in CHOICES:  # answered and kept
        await ask(readers[0], choice)
    for reader in readers:
        await ask(reader, CHOICES[-1])
    took = [max(await asyncio.gather(*(ask(one, choice) for one in readers))) for choice in CHOICES * 2]
    for reader in readers:
        await reader.close()
    return took


def serve(store: Path, collect: str) -> tuple[subprocess.Popen[bytes], int]:
    """Start a server on a free port and return it with the port, once it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    words = ["-m", "streamlit", "run", "app.py", "--server.port", str(port), "--server.headless", "true"]
    surroundings = os.environ | {"HCDATA_STORE": str(store.resolve()), SETTING: collect}
    server = subprocess.Popen(
        [sys.executable, *words], cwd=ROOT, env=surroundings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    until = monotonic() + STARTS_WITHIN
    while monotonic() < until:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1)
            return server, port
        except (urllib.error.URLError, OSError):
            sleep(0.2)
    server.kill()
    raise click.ClickException(f"the server did not answer within {STARTS_WITHIN} s")


def _processor(server: subprocess.Popen[bytes]) -> float:
    """Return the processor seconds a process has taken, as Linux tells them."""
    fields = Path(f"/proc/{server.pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@click.command()
@click.argument("store", type=click.Path(exists=True, path_type=Path))
def main(store: Path) -> None:
    """Measure ten readers at once with and without a collection after each rerun."""
    for collect, said in (("true", "a full collection after each"), ("false", "as served")):
        server, port = serve(store, collect)
        try:
            before = _processor(server)
            took = asyncio.run(measure(port))
            used = _processor(server) - before
        finally:
            server.terminate()
            server.wait()
        click.echo(
            f"{said}: {median(took):.2f} s until all {READERS} are served, slowest {max(took):.2f}; {used:.1f} s"
        )


if __name__ == "__main__":
    main()

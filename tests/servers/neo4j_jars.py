"""The Neo4j server and its launcher, resolved by Maven and compiled once into build/neo4j.

python -m tests.servers.neo4j_jars      # ahead of the tests, which have a time limit each
"""

import fcntl
import hashlib
import shutil
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

SOURCES = Path(__file__).with_name("neo4j_java")
BUILT = Path(__file__).parents[2] / "build" / "neo4j"


def classpath() -> str:
    """The Java class path of the launcher; fetches and compiles what is not there yet."""
    BUILT.mkdir(parents=True, exist_ok=True)
    with alone():
        stamp = BUILT / "stamp"
        if not stamp.is_file() or stamp.read_text(encoding="ascii") != digest():
            build()
            stamp.write_text(digest(), encoding="ascii")
    return f"{BUILT / 'jars'}/*:{BUILT / 'classes'}"


def digest() -> str:
    content = b"".join((SOURCES / name).read_bytes() for name in ("pom.xml", "Launcher.java"))
    return hashlib.sha256(content).hexdigest()


def build() -> None:
    for folder in ("jars", "classes"):
        shutil.rmtree(BUILT / folder, ignore_errors=True)
    jars = BUILT / "jars"
    pom = SOURCES / "pom.xml"
    command = ["mvn", "-q", "-B", "-f", str(pom), "dependency:copy-dependencies", f"-DoutputDirectory={jars}"]
    subprocess.run(command, check=True)
    source = SOURCES / "Launcher.java"
    subprocess.run(["javac", "-cp", f"{jars}/*", "-d", str(BUILT / "classes"), str(source)], check=True)


@contextmanager
def alone() -> Generator[None]:
    """Two test runs that start together must not fetch into the same folder."""
    with (BUILT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


if __name__ == "__main__":
    classpath()

"""Set-up in one command, on any system with Python 3.11 or newer and nothing else.

python tasks.py run [arguments]     the program, in an environment of its own
python tasks.py test [arguments]    the tests, in parallel
python tasks.py check               lint, types and message catalogues
python tasks.py benchmarks          the measurements, as a table
python tasks.py screenshots         the pictures of the README
python tasks.py soak                the long runs
python tasks.py catalogue           update the message catalogues
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
HOME = Path(os.environ.get("NEGOTIATOR_VENV", ROOT / ".venv"))
PYTHON = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def ready(*, dev: bool) -> None:
    """Make the environment, or bring it up to date when the project's requirements changed."""
    stamp = HOME / ("ready-dev" if dev else "ready")
    wanted = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == wanted:
        return
    if not PYTHON.exists():
        print("Setting up, about a minute ... / 第一次准备，大约一分钟……", flush=True)
        venv.create(HOME, with_pip=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--editable", str(ROOT)], check=True)
    compiled()
    if dev:
        import tomllib

        groups = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]
        subprocess.run([*pip, *groups["dev"]], check=True)
    stamp.write_text(wanted)


def compiled() -> None:
    """Compile the program, as an installer does: else the first start would, and where nothing may be written each."""
    subprocess.run([str(PYTHON), "-m", "compileall", "-q", str(ROOT / "negotiator_tui")], check=True)


def call(*arguments: str) -> int:
    """Run Python of the environment in the project folder."""
    return subprocess.run([str(PYTHON), *arguments], cwd=ROOT, check=False).returncode


def test(*arguments: str) -> int:
    """The tests, on as many processes as there are cores."""
    return call("-m", "pytest", "-n", "auto", *arguments)


def benchmarks(*arguments: str) -> int:
    """The measurements, of the program compiled as the bare app's libraries are."""
    compiled()
    return call("-m", "tests.benchmarks", *arguments)


def check() -> int:
    """Lint, format, types, catalogues; all of them are run, the first failure decides."""
    results = [
        call("-m", "ruff", "check", "."),
        call("-m", "ruff", "format", "--check", "."),
        call("-m", "mypy"),
        call("scripts/catalogue.py", "--check"),
    ]
    return next((each for each in results if each), 0)


def main() -> int:
    """Do what was asked for."""
    command, *arguments = sys.argv[1:] or ["help"]
    if command == "run":
        ready(dev=False)
        return subprocess.run([str(PYTHON), "-m", "negotiator_tui", *arguments], check=False).returncode
    commands = {
        "test": lambda: test(*arguments),
        "check": check,
        "benchmarks": lambda: benchmarks(*arguments),
        "screenshots": lambda: call("scripts/screenshots.py", *arguments),
        "soak": lambda: call("-m", "pytest", "-m", "soak", *arguments),
        "catalogue": lambda: call("scripts/catalogue.py", *arguments),
    }
    if command not in commands:
        print(__doc__)
        return 2
    ready(dev=True)
    return commands[command]()


if __name__ == "__main__":
    sys.exit(main())

"""The program's entry: guards before anything else is imported, then the command line.

textual and pydantic read the environment when they are imported, so nothing of ours is imported above `main`.
"""

import io
import os
import sys
from pathlib import Path
from traceback import walk_tb
from types import ModuleType
from typing import cast

CRASHED = 3
INTERRUPTED = 130


def main(argv: list[str] | None = None) -> int:
    """Run the program with these arguments (default: those of the process) and return its exit code.

    0 done; 1 done, but something was found or is missing; 2 refused, with one sentence on stderr; 3 a fault of the
    program itself.
    """
    _guard()
    from negotiator_tui.cli import run

    try:
        return run(sys.argv[1:] if argv is None else argv)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001 - the one crash handler: a traceback can hold lines of the case
        sys.stderr.write(_apology(error))
        return CRASHED


def _guard() -> None:
    # With the kitty protocol textual turns a commit of five or more Chinese characters into noise.
    for name in [name for name in os.environ if name.startswith("TEXTUAL_")]:
        del os.environ[name]
    os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    # asyncio does without ssl: nothing here connects to anything, and it would take its part of the start.
    sys.modules.setdefault("ssl", cast(ModuleType, None))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8" if sys.platform == "win32" else None, errors="replace")


def _apology(error: BaseException) -> str:
    from negotiator_tui.text.language import N_, guess_language, t

    ours = [frame for frame, _ in walk_tb(error.__traceback__) if "negotiator_tui" in frame.f_code.co_filename]
    place = f"{Path(ours[-1].f_code.co_filename).name}:{ours[-1].f_lineno}" if ours else "?"
    text = N_("This is a fault of the program, not yours ({kind}, {place}). Files were not changed half-way.")
    return t(guess_language(os.environ), text, kind=type(error).__name__, place=place) + "\n"


if __name__ == "__main__":
    sys.exit(main())

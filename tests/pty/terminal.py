"""The wizard in a real pseudo-terminal, read back cell by cell."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType

import pyte

PATIENCE = 25.0


class Terminal:
    """A program in a terminal of `columns` x `rows`; a context manager that ends it."""

    def __init__(
        self, argv: Sequence[str], home: Path, columns: int = 120, rows: int = 36, cwd: Path | None = None
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.code: int | None = None
        environment = {
            **os.environ,
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
            "NEGOTIATOR_TUI_HOME": str(home),
        }
        self.pid, self._handle = pty.fork()
        if self.pid == 0:
            if cwd is not None:
                os.chdir(cwd)
            os.execvpe(argv[0], list(argv), environment)
        fcntl.ioctl(self._handle, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()

    @property
    def text(self) -> str:
        """The screen, line by line."""
        return "\n".join(self.screen.display)

    def pump(self, seconds: float) -> bool:
        """Read what came within that time; False when nothing did or the program is gone."""
        ready, _, _ = select.select([self._handle], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self._handle, 65536)
        except OSError:
            return False
        self.raw += data
        self._stream.feed(data)
        return bool(data)

    def until(self, seen: str | Callable[[str], bool], seconds: float = PATIENCE) -> None:
        """Wait for a text on the screen, or until a function of it holds."""
        end = time.monotonic() + seconds
        holds = seen if callable(seen) else lambda text: seen in text.replace(" ", "")
        while not holds(self.text):
            if time.monotonic() > end:
                raise AssertionError(f"not seen: {seen}\n{self.text}")
            self.pump(0.05)

    def quiet(self, seconds: float = 0.4) -> None:
        """Wait until nothing more is drawn."""
        while self.pump(seconds):
            pass

    def send(self, data: str | bytes) -> None:
        """What a person types, all at once."""
        os.write(self._handle, data.encode() if isinstance(data, str) else data)

    def kill(self, number: int = signal.SIGKILL) -> int:
        """End the program with a signal and return how it ended."""
        if self.code is None:
            os.kill(self.pid, number)
            self.wait()
        return self.code or 0

    def wait(self, seconds: float = 10.0) -> int:
        """Wait for the program's end; its exit code, or minus the signal."""
        end = time.monotonic() + seconds
        while self.code is None:
            self.pump(0.02)
            done, status = os.waitpid(self.pid, os.WNOHANG)
            if done:
                self.code = os.waitstatus_to_exitcode(status)
                while self.pump(0.05):
                    pass
                os.close(self._handle)
            elif time.monotonic() > end:
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
                self.code = -signal.SIGKILL
                raise AssertionError("the program did not end")
        return self.code

    def close_window(self) -> None:
        """Take the terminal away, as closing its window does."""
        os.close(self._handle)
        self._handle = os.open(os.devnull, os.O_RDONLY)


def wizard(home: Path, *arguments: str, columns: int = 120, rows: int = 36, cwd: Path | None = None) -> Terminal:
    """The wizard with these arguments, on a pinned day, in simplified Chinese."""
    argv = [sys.executable, "-m", "negotiator_tui", *arguments, "--lang", "zh_Hans", "--today", "2026-11-23"]
    return Terminal(argv, home, columns, rows, cwd)

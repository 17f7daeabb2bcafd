"""What the terminal sends, before textual reads it: a paste stays a paste, and a broken byte breaks nothing."""

import codecs
import sys
from collections.abc import Iterable
from functools import partial
from importlib import import_module

from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.message import Message

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


class PasteGuard:
    """Keeps what stands inside a bracketed paste from being read as keys.

    An ESC in a paste ends it for textual's parser, and what follows would act as keystrokes: so control characters
    are replaced until the end of the paste. An end mark that is itself inside the pasted text cannot be told from the
    real one, except that the real one comes last.
    """

    def __init__(self) -> None:
        self._pasting = False
        self._held = ""
        self._tail = ""

    def filter(self, data: str) -> str:
        """The data with each paste made harmless. An end mark cut in two is held until it is whole."""
        data, self._held = self._held + data, ""
        out: list[str] = []
        while data:
            if not self._pasting:
                passed, data = self._outside(data)
                out.append(passed)
                continue
            following = data.find(BRACKETED_PASTE_START)
            end = data.rfind(BRACKETED_PASTE_END, 0, following if following >= 0 else None)
            if end < 0:
                data, self._held = _split_mark(data)
                out.append(_harmless(data))
                break
            out.append(_harmless(data[:end].replace(BRACKETED_PASTE_END, "")) + BRACKETED_PASTE_END)
            data = data[end + len(BRACKETED_PASTE_END) :]
            self._pasting = False
        return "".join(out)

    def _outside(self, data: str) -> tuple[str, str]:
        """What comes before a paste and its start mark, and the rest. The mark may have begun in earlier data, which
        was passed on at once: a lone ESC must not wait for more.
        """
        joined = self._tail + data
        start = joined.find(BRACKETED_PASTE_START)
        if start < 0:
            self._tail = joined[-(len(BRACKETED_PASTE_START) - 1) :]
            return data, ""
        self._tail, self._pasting = "", True
        after = start + len(BRACKETED_PASTE_START) - (len(joined) - len(data))
        return data[:after], data[after:]


def _split_mark(data: str) -> tuple[str, str]:
    """The data, and its end if that could be the beginning of an end mark."""
    for size in range(min(len(BRACKETED_PASTE_END) - 1, len(data)), 0, -1):
        if BRACKETED_PASTE_END.startswith(data[-size:]):
            return data[:-size], data[-size:]
    return data, ""


def _harmless(text: str) -> str:
    return "".join(
        character
        if character in "\n\t" or (character >= " " and not "\x7f" <= character <= "\x9f")
        else "\n"
        if character == "\r"
        else REPLACEMENT
        for character in text
    )


class GuardedParser(XTermParser):
    """Textual's parser behind a `PasteGuard`."""

    def __init__(self, debug: bool = False) -> None:
        self._guard = PasteGuard()
        super().__init__(debug)

    def feed(self, data: str) -> Iterable[Message]:
        """Parse what the terminal sent. No data is the end of the input."""
        if not data:
            return super().feed(data)
        safe = self._guard.filter(data)
        return super().feed(safe) if safe else ()


def guard_terminal() -> None:
    """Put the guarded parser into the driver textual will start, and let it survive bytes that are no text."""
    driver = import_module("textual.drivers.win32" if sys.platform == "win32" else "textual.drivers.linux_driver")
    driver.__dict__["XTermParser"] = GuardedParser
    if "getincrementaldecoder" in driver.__dict__:
        driver.__dict__["getincrementaldecoder"] = _tolerant_decoder


def _tolerant_decoder(encoding: str) -> "partial[codecs.IncrementalDecoder]":
    return partial(codecs.getincrementaldecoder(encoding), errors="replace")

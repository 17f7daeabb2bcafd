"""Results kept for as long as what they were made from is the very same object."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

T = TypeVar("T")


class Kept(Generic[T]):
    """The last few results, found by the identity of frozen inputs. The inputs are held, so no id is used twice."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._entries: dict[Hashable, tuple[tuple[object, ...], T]] = {}

    def get(self, inputs: tuple[object, ...], key: Hashable, make: Callable[[], T]) -> T:
        """The result for these inputs (by identity) and this key (by value), made now if it is not there."""
        place = (tuple(map(id, inputs)), key)
        entry = self._entries.pop(place, None) or (inputs, make())
        self._entries[place] = entry
        if len(self._entries) > self._size:
            del self._entries[next(iter(self._entries))]
        return entry[1]

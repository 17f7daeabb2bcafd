"""The scenes an adviser put into the settings folder, read and checked."""

from functools import lru_cache

from negotiator_tui.guide.scene import Scene, read_scene
from negotiator_tui.storage.locations import Locations
from negotiator_tui.storage.scenes import MOST, own_scene_texts
from negotiator_tui.text.fault import Fault

OwnScene = tuple[str, Scene | Fault]
"""A file's name without its ending, and its scene or what is wrong with it."""


def own_scenes(here: Locations) -> tuple[OwnScene, ...]:
    """Every file in the folder; one that cannot be used does not keep the others out."""
    texts = own_scene_texts(here)
    return tuple((name, text if isinstance(text, Fault) else _read(text, name)) for name, text in texts)


@lru_cache(maxsize=MOST)
def _read(text: str, name: str) -> Scene | Fault:
    return read_scene(text, name)

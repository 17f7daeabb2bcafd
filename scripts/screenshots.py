"""Draw `screenshots/` from the scenes the snapshot tests use, cell by cell, so that Chinese keeps two cells.

Needs a Chinese font on the system: Noto Sans CJK, WenQuanYi, PingFang, Microsoft YaHei or SimSun.
"""

import asyncio
import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from rich.cells import cell_len
from rich.color import Color
from rich.style import Style
from textual.strip import Strip

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.ui.scenes import SCENES, SHOWN_LANGUAGES, SIZES, staged, strips_of  # noqa: E402

FONTS = (
    (
        "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
        "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc",
        7,
    ),
    ("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc", "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc", 1),
    ("/System/Library/Fonts/PingFang.ttc", "/System/Library/Fonts/PingFang.ttc", 0),
    ("C:/Windows/Fonts/msyh.ttc", "C:/Windows/Fonts/msyhbd.ttc", 0),
    ("C:/Windows/Fonts/simsun.ttc", "C:/Windows/Fonts/simsun.ttc", 0),
)
SIZE = 20
WIDTH, HEIGHT = SIZE // 2, 26
FRONT, GROUND = "#d7dae0", "#16191f"
BLOCKS = "▁▂▃▄▅▆▇█"
UPPER = {"▔": 1, "▀": 4}


def fonts() -> tuple[ImageFont.FreeTypeFont, ImageFont.FreeTypeFont] | None:
    """A regular and a bold font that know Chinese; None where the system has none of the usual ones."""
    for regular, bold, index in FONTS:
        if Path(regular).exists():
            return ImageFont.truetype(regular, SIZE, index=index), ImageFont.truetype(bold, SIZE, index=index)
    return None


def colour(value: Color | None, otherwise: str) -> str:
    """A colour of a style as Pillow wants it."""
    return value.get_truecolor().hex if value is not None and not value.is_default else otherwise


def draw(strips: list[Strip], pair: tuple[ImageFont.FreeTypeFont, ImageFont.FreeTypeFont]) -> Image.Image:
    """The screen as a picture."""
    width = max(strip.cell_length for strip in strips)
    image = Image.new("RGB", (width * WIDTH, len(strips) * HEIGHT), GROUND)
    pen = ImageDraw.Draw(image)
    for y, strip in enumerate(strips):
        x = 0
        for segment in strip:
            for character in segment.text:
                cells = cell_len(character)
                cell(pen, pair, character, (x * WIDTH, y * HEIGHT, cells * WIDTH), segment.style or Style())
                x += cells
    return image


def cell(
    pen: ImageDraw.ImageDraw,
    pair: tuple[ImageFont.FreeTypeFont, ImageFont.FreeTypeFont],
    character: str,
    place: tuple[int, int, int],
    style: Style,
) -> None:
    """One character in its cells; bars and rules are drawn, not written, so that they meet."""
    x, y, width = place
    front, ground = colour(style.color, FRONT), colour(style.bgcolor, GROUND)
    if style.reverse:
        front, ground = ground, front
    pen.rectangle([x, y, x + width - 1, y + HEIGHT - 1], fill=ground)
    if character in BLOCKS:
        pen.rectangle(
            [x, y + HEIGHT - HEIGHT * (BLOCKS.index(character) + 1) // 8, x + width - 1, y + HEIGHT - 1], fill=front
        )
    elif character in UPPER:
        pen.rectangle([x, y, x + width - 1, y + HEIGHT * UPPER[character] // 8 - 1], fill=front)
    elif character == "─":
        pen.line([x, y + HEIGHT // 2, x + width - 1, y + HEIGHT // 2], fill=front)
    elif character.strip():
        pen.text((x, y + 1), character, fill=front, font=pair[1] if style.bold else pair[0])


async def main() -> int:
    """Draw every scene, wide and narrow, in Chinese and English."""
    pair = fonts()
    if pair is None:
        print("No Chinese font was found; on Debian: apt-get install fonts-noto-cjk")
        return 1
    folder = ROOT / "screenshots"
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    for scene in SCENES:
        for lang in SHOWN_LANGUAGES:
            for name, size in SIZES.items():
                async with staged(scene, size, lang) as app:
                    image = draw(strips_of(app), pair)
                image.quantize(256).save(folder / f"{scene.name}-{lang}-{name}.png", optimize=True)
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))

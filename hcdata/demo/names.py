"""Made-up names: minerals for forenames, colour and object compounds for surnames; nobody bears them."""

from itertools import product
from random import Random

FORENAMES = (
    "Agate", "Andesite", "Azurite", "Basalt", "Bauxite", "Borax", "Calcite", "Cinnabar", "Cobalt", "Diorite",
    "Dolomite", "Epidote", "Feldspar", "Fluorite", "Gabbro", "Galena", "Gneiss", "Gypsum", "Halite", "Hornfels",
    "Ilmenite", "Kaolin", "Limonite", "Marl", "Mica", "Nepheline", "Obsidian", "Orthoclase", "Peridotite",
    "Pumice", "Pyrite", "Quartz", "Rhyolite", "Schist", "Shale", "Sphene", "Talc", "Tuff", "Ulexite", "Zircon",
)  # fmt: skip
COLOURS = (
    "Amber", "Azure", "Beige", "Bronze", "Cerise", "Copper", "Crimson", "Cyan", "Ecru", "Fawn", "Indigo", "Ivory",
    "Khaki", "Lilac", "Magenta", "Maroon", "Mauve", "Ochre", "Puce", "Purple", "Russet", "Scarlet", "Sepia",
    "Silver", "Tan", "Taupe", "Teal", "Umber", "Violet", "Yellow",
)  # fmt: skip
OBJECTS = (
    "anvil", "basket", "bellows", "bobbin", "bucket", "button", "candle", "cogwheel", "compass", "corkscrew",
    "cushion", "drawer", "easel", "funnel", "hinge", "kettle", "ladder", "lantern", "mallet", "napkin", "paddle",
    "pencil", "pulley", "ratchet", "rivet", "saucer", "shuttle", "spanner", "spindle", "spoon", "sprocket",
    "staple", "stencil", "teapot", "thimble", "toggle", "trellis", "trowel", "tweezer", "washer",
)  # fmt: skip
SURNAMES = tuple(f"{colour}{thing}" for colour, thing in product(COLOURS, OBJECTS))
HYPHENATED = tuple(f"{colour}-{thing.title()}" for colour, thing in product(COLOURS[::3], OBJECTS[::2]))
STREETS = tuple(
    f"{thing.title()} {kind}" for thing, kind in product(OBJECTS, ("Lane", "Street", "Road", "Close", "Avenue"))
)


def pick_surname(rng: Random) -> str:
    """Return one surname, one in twelve with a hyphen."""
    return rng.choice(HYPHENATED) if rng.random() < 0.08 else rng.choice(SURNAMES)

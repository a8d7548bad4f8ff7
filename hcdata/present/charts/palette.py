"""The colours of charts on a light and on a dark page."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """Colours of one theme; density runs from few to many, muted is a square whose count is not shown."""

    page: str
    text: str
    quiet: str
    rule: str
    grid: str
    band: str
    series: tuple[str, ...]
    density: tuple[str, ...]
    muted: str

    @property
    def main(self) -> str:
        """The colour of what the chart is about."""
        return self.series[0]

    @property
    def halo(self) -> str:
        """A shadow in the page's colour round text that lies on lines or squares."""
        return ", ".join(f"{x}px {y}px 2px {self.page}" for x in (-1, 0, 1) for y in (-1, 0, 1))

    @property
    def stands_out(self) -> str:
        """The colour of what chance would hardly give: neither good nor bad."""
        return self.series[2]


# Series: Analysis Function categorical palette in its order; density: its blues. Page and text: .streamlit/config.toml.
LIGHT = Palette(
    page="#FFFFFF",
    text="#0B0C0C",
    quiet="#505A5F",
    rule="#80868B",
    grid="#E1E4E6",
    band="rgba(18,67,109,0.09)",
    series=("#12436D", "#28A197", "#801650", "#F46A25", "#3D3D3D", "#A285D1"),
    density=("#5694CA", "#2073BC", "#12436D", "#081D30"),
    muted="#C9CDD1",
)
# The same hues, lightened where the light theme's would vanish on a dark page.
DARK = Palette(
    page="#0B0C0C",
    text="#F3F2F1",
    quiet="#B4BAC0",
    rule="#7A828A",
    grid="#2B3137",
    band="rgba(86,148,202,0.20)",
    series=("#5694CA", "#28A197", "#D0719F", "#F46A25", "#C7CBD1", "#A285D1"),
    density=("#2D79BA", "#5694CA", "#8FC1EA", "#D6E9F8"),
    muted="#3F464D",
)


def choose(dark: bool) -> Palette:
    """Return the palette of the dark or the light theme."""
    return DARK if dark else LIGHT

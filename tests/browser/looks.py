"""What keeps somebody from using the page that is open: looked for at each width, in light and in dark."""

from collections.abc import Iterable
from typing import Literal

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

WIDTHS = {"phone": 390, "desktop": 1280}
DESK_WIDTHS = (*WIDTHS.values(), 1920)
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules whose answer depends on the scheme; those about structure are asked once a width."""
SERIOUS = """async options => (await axe.run(options)).violations
    .filter(one => ["serious", "critical"].includes(one.impact))
    .map(one => `${one.id}: ${one.help} (${one.nodes[0].html.slice(0, 120)})`)"""
BEYOND = "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"


def faults(
    page: Page,
    doing: str = "",
    *,
    widths: Iterable[int] = WIDTHS.values(),
    schemes: tuple[Scheme, ...] = SCHEMES,
    without: tuple[str, ...] = (),
) -> list[str]:
    """What is wrong with the page that is open, one line each; axe's rules named in `without` are not asked.

    The page is not opened anew, so what was typed and unfolded stays.
    """
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in schemes:
            paint(page, scheme)
            wrong = serious_violations(page, without=without, only=COLOURS if scheme == "dark" else None)
            if (beyond := page.evaluate(BEYOND)) > 0:
                wrong.append(f"{beyond} px wider than the screen")
            found += [f"{page.url} {doing} {width} {scheme}: {fault}" for fault in wrong]
    paint(page, "light")
    return found


def faults_of(
    page: Page,
    addresses: Iterable[str],
    *,
    widths: Iterable[int] = WIDTHS.values(),
    schemes: tuple[Scheme, ...] = SCHEMES,
) -> list[str]:
    """What is wrong with each of these pages, and which of them led elsewhere."""
    found = []
    for address in addresses:
        answer = page.goto(address)
        if answer is None or answer.request.redirected_from:
            found.append(f"{address} led to {page.url}")
        found += faults(page, widths=widths, schemes=schemes)
    return found


def paint(page: Page, scheme: Scheme) -> None:
    """Change the scheme of the page that is open. The desk chooses its own when it is opened, by this class."""
    page.emulate_media(color_scheme=scheme)
    page.evaluate("dark => document.documentElement.classList.toggle('dark', dark)", scheme == "dark")


def serious_violations(page: Page, *, without: tuple[str, ...] = (), only: list[str] | None = None) -> list[str]:
    """What axe finds on the page that keeps somebody from using it, by all its rules or by those of `only`."""
    rules = {rule: {"enabled": False} for rule in without}
    options = {"resultTypes": ["violations"], "rules": rules} | ({"runOnly": only} if only else {})
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found: list[str] = page.evaluate(SERIOUS, options)
    return found

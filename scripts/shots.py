"""Photographs pages of a running demonstration at 390 and 1280 px, light and dark, into ./shots (not committed).

Usage: shots.py [--base http://localhost:8000] [--as EMAIL [--password WORDS]] [--theme light|dark|both] PATH…
Without a password one signs in by the demonstration's button. A PATH that begins with a * is the first link on the
page before it whose address contains the rest, for pages with unguessable addresses.
"""

import argparse
import os
import shutil
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

WIDTHS = {"phone": (390, 844), "desk": (1280, 900)}
QUIET = ["--disable-background-networking", "--disable-component-update", "--no-first-run", "--disable-sync"]


def sign_in(page: Page, base: str, *, email: str, password: str) -> None:
    """Sign in by the ordinary page, or by the demonstration's button where there is no password."""
    page.goto(f"{base}/konto/login/")
    if not password:
        page.locator(f"button[name=email][value='{email}']").first.click()
        page.wait_for_load_state()
        return
    page.locator("input[name=login]").fill(email)
    page.locator("input[name=password]").fill(password)
    page.locator("main button[type=submit]").first.click()
    page.wait_for_load_state()


def address_of(page: Page, path: str, *, base: str) -> str:
    """Find the address that a path on the command line means."""
    if not path.startswith("*"):
        return base + path
    return str(page.locator(f"main a[href*='{path[1:]}']").first.evaluate("link => link.href"))


def photograph(browser: Browser, options: argparse.Namespace, *, width: str, theme: str) -> None:
    """Photograph every page in one width and one theme."""
    across, down = WIDTHS[width]
    context = browser.new_context(viewport={"width": across, "height": down}, color_scheme=theme, locale="sv-SE")  # type: ignore[arg-type]
    page = context.new_page()
    page.on("console", lambda message: print(f"{width} {theme}: {message.text}") if message.type == "error" else None)
    if options.person:
        sign_in(page, options.base, email=options.person, password=options.password)
    for path in options.paths:
        page.goto(address_of(page, path, base=options.base))
        page.wait_for_load_state("networkidle")
        name = path.strip("*/").replace("/", "-").replace("?", "-") or "start"
        page.screenshot(path=str(options.out / f"{name}-{width}-{theme}.png"), full_page=True)
        wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
        print(f"{path} {width} {theme}{'  WIDER THAN THE SCREEN' if wide else ''}")
    context.close()


def main() -> None:
    """Photograph what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--base", default="http://localhost:8000")
    parser.add_argument("--as", dest="person")
    parser.add_argument("--password", default="")
    parser.add_argument("--theme", choices=["light", "dark", "both"], default="light")
    parser.add_argument("--out", type=Path, default=Path("shots"))
    options = parser.parse_args()
    options.out.mkdir(exist_ok=True)
    themes = ["light", "dark"] if options.theme == "both" else [options.theme]
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=[*QUIET, *sandbox])
        for theme in themes:
            for width in WIDTHS:
                photograph(browser, options, width=width, theme=theme)
        browser.close()


if __name__ == "__main__":
    main()

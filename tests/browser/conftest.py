"""Chromium, signed-in people, and axe. A page that logs an error or breaks the content policy fails its test."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from django.conf import settings as configured
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from klartecken.people.models import Person
from tests.shared_data import CHECKOUT

# Playwright keeps an event loop in this thread; Django would otherwise refuse its own database calls here.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

AXE = CHECKOUT / "node_modules" / "axe-core" / "axe.min.js"
STYLES = CHECKOUT / "src" / "klartecken" / "web" / "static" / "vendor" / "klartecken.css"
STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}
QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--no-first-run",
]
# Chromium writes these when a page answers 4xx, which some tests ask for.
EXPECTED = ("Failed to load resource",)

OpenPage = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("NOT RUN: there is no Chromium on this machine")
    if not (AXE.exists() and STYLES.exists()):
        pytest.fail("The front-end assets are missing: run `make assets`.")
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*QUIET, *sandbox])
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser, live_server: LiveServer) -> Iterator[OpenPage]:
    """Open a page: `open_page("/uppdrag/", person=ebba, phone=True, dark=True, scripts=False)`."""
    complaints: list[str] = []
    with ExitStack() as closing:

        def opened(address: str, *, person: Person | None = None, **look: bool) -> Page:
            context = _context(chromium, live_server, **look)
            closing.callback(context.close)
            if person is not None:
                _sign_in(context, live_server, person)
            page = context.new_page()
            page.on("console", lambda message: complaints.extend(_complaint(message)))
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.goto(live_server.url + address)
            return page

        yield opened
    assert complaints == []


def _context(
    chromium: Browser,
    live_server: LiveServer,
    *,
    phone: bool = False,
    dark: bool = False,
    scripts: bool = True,
) -> BrowserContext:
    return chromium.new_context(
        base_url=live_server.url,
        viewport=PHONE if phone else DESK,  # type: ignore[arg-type]
        has_touch=phone,
        color_scheme="dark" if dark else "light",
        java_script_enabled=scripts,
        locale="sv-SE",
        timezone_id="Europe/Stockholm",
        reduced_motion="reduce",
    )


def _sign_in(context: BrowserContext, live_server: LiveServer, person: Person) -> None:
    client = Client()
    client.force_login(person)
    name = configured.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])


def _complaint(message: ConsoleMessage) -> list[str]:
    if message.type != "error" or message.text.startswith(EXPECTED):
        return []
    return [message.text]


@pytest.fixture(scope="session")
def assert_accessible() -> Callable[[Page], None]:
    """Ask axe about a page; every violation is told with the element it is about."""
    source = AXE.read_text(encoding="utf-8")

    def check(page: Page) -> None:
        page.evaluate(source)
        wanted = json.dumps({"runOnly": STANDARD, "resultTypes": ["violations"]})
        found: list[dict[str, Any]] = page.evaluate(f"axe.run(document, {wanted}).then(answer => answer.violations)")
        told = [f"{one['id']}: {one['help']}: {node['html'][:160]}" for one in found for node in one["nodes"]]
        assert told == [], page.url
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{page.url} is {wide} px wider than the screen"

    return check

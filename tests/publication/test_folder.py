import json
import re
from pathlib import Path

import pytest

from klartecken.people.models import Person
from klartecken.publication import actions
from klartecken.publication.errors import FolderIsNotOurs
from klartecken.publication.folder import publish_folder
from tests.begun import SPRING, begun

LINK = re.compile(r"""(?:href|src)="([^"]+)\"""")


@pytest.fixture
def address(jonas: Person) -> str:
    entry = actions.publish(begun(jonas, client="Brygga AB", issues=("Järnväg",)), by=jonas, now=SPRING)
    actions.change(entry, shows_consultants=True, by=jonas, now=SPRING)
    begun(jonas, client="Hemliga Förfrågan AB", state="circulating")
    return entry.address


def files_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_the_folder_has_pages_data_and_styles(address: str, tmp_path: Path) -> None:
    count = publish_folder(tmp_path / "out")

    written = {name for name in files_in(tmp_path / "out") if not name.startswith("style/")}
    assert count == 1
    assert written == {
        ".klartecken",
        "index.html",
        "policy.html",
        "assignments.json",
        "assignments.csv",
        "assignments.atom",
        f"assignments/{address}.html",
    }


def test_every_link_stays_in_the_folder_and_leads_somewhere(address: str, tmp_path: Path) -> None:
    publish_folder(tmp_path / "out")

    for page in (tmp_path / "out").rglob("*.html"):
        links = LINK.findall(page.read_text(encoding="utf-8"))
        assert len(links) >= 6
        for link in links:
            if link.startswith("#") or link.endswith("public.css"):  # the style sheet is built, and may not be here
                continue
            target = (page.parent / link).resolve()
            assert target.is_relative_to(tmp_path / "out"), link
            assert target.is_file(), link


def test_nothing_but_the_public_list_is_written(address: str, tmp_path: Path) -> None:
    publish_folder(tmp_path / "out")

    texts = [path.read_text(encoding="utf-8") for path in (tmp_path / "out").rglob("*.[hjca]*") if path.is_file()]
    assert any("Brygga AB" in text for text in texts)
    assert not any("Hemliga" in text or "Jonas Ek" in text or "Den inre" in text for text in texts)


def test_links_in_the_feeds_are_absolute_where_the_address_is_known(address: str, tmp_path: Path) -> None:
    publish_folder(tmp_path / "out", base="https://sylve.example/uppdrag/")

    told = json.loads((tmp_path / "out" / "assignments.json").read_text(encoding="utf-8"))
    assert told["assignments"][0]["address"] == f"https://sylve.example/uppdrag/assignments/{address}.html"


def test_publishing_again_replaces_the_whole_folder(address: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    publish_folder(out)
    (out / "assignments" / "old.html").write_text("gammalt", encoding="utf-8")

    publish_folder(out)

    assert f"assignments/{address}.html" in files_in(out)
    assert "assignments/old.html" not in files_in(out)
    assert [path.name for path in tmp_path.iterdir() if path.name != "home"] == ["out"]


def test_a_folder_with_something_else_in_it_is_left_alone(address: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "thesis.txt").write_text("viktigt", encoding="utf-8")

    with pytest.raises(FolderIsNotOurs):
        publish_folder(out)

    assert files_in(out) == {"thesis.txt"}


def test_a_file_where_the_folder_should_be_is_left_alone(address: str, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("viktigt", encoding="utf-8")

    with pytest.raises(FolderIsNotOurs):
        publish_folder(tmp_path / "out")


def test_an_interrupted_publication_leaves_the_earlier_one(address: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    publish_folder(out)
    before = files_in(out)

    def interrupted(_entries: object) -> object:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        publish_folder(out, progress=interrupted)  # type: ignore[arg-type]  # it never yields

    assert files_in(out) == before
    assert [path.name for path in tmp_path.iterdir() if path.name != "home"] == ["out"]

"""The built front end: found, named, and sent small and for good."""

import gzip
import json
from pathlib import Path

import pytest

from fishbowl.web.assets import FrontEndMissing, load_assets
from tests.web.conftest import Site


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    folder = tmp_path / "dist"
    folder.mkdir()
    (folder / "phone-A1.js").write_text("phone()")
    (folder / "phone-A1.js.gz").write_bytes(gzip.compress(b"phone()"))
    (folder / "phone-A1.js.map").write_text("{}")
    (folder / "letters-B2.woff2").write_bytes(b"wOF2")
    (folder / "THIRD_PARTY_LICENSES.txt").write_text("MIT")
    manifest = {"phone": {"js": "phone-A1.js"}, "files": {"letters.woff2": "letters-B2.woff2"}}
    (folder / "manifest.json").write_text(json.dumps(manifest))
    return folder


def test_without_a_build_the_start_says_what_to_do(tmp_path: Path):
    with pytest.raises(FrontEndMissing, match="make build"):
        load_assets(tmp_path)


def test_names_are_found_and_what_is_not_built_is_said(dist: Path):
    assets = load_assets(dist)
    assert assets.script("phone") == "/static/phone-A1.js"
    assert assets.file("letters.woff2") == "/static/letters-B2.woff2"
    with pytest.raises(FrontEndMissing, match="console"):
        assets.script("console")
    with pytest.raises(FrontEndMissing, match="css for phone"):
        assets.style("phone")


def test_hashed_files_are_kept_for_good_and_sent_small(site: Site, dist: Path):
    site.context.assets._files.update(load_assets(dist)._files)
    visitor = site.visitor()
    answer = visitor.get("/static/phone-A1.js", headers={"Accept-Encoding": "br, gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.content_type == "text/javascript; charset=utf-8"
    assert gzip.decompress(answer.data) == b"phone()"
    plain = visitor.get("/static/phone-A1.js", headers={"Accept-Encoding": "gzip;q=0"})
    assert plain.data == b"phone()"
    assert "Content-Encoding" not in plain.headers


def test_what_has_a_plain_name_may_change(site: Site, dist: Path):
    site.context.assets._files.update(load_assets(dist)._files)
    answer = site.visitor().get("/static/THIRD_PARTY_LICENSES.txt")
    assert answer.data == b"MIT"
    assert answer.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    "name", ["phone-A1.js.map", "manifest.json", "..%2Fmanifest.json", "nothing.js"]
)
def test_nothing_else_is_served(site: Site, dist: Path, name: str):
    site.context.assets._files.update(load_assets(dist)._files)
    assert site.visitor().get(f"/static/{name}").status_code == 404


def test_a_script_is_asked_for_in_a_language_and_comes_in_english_where_there_is_none(dist: Path):
    manifest = {"phone": {"js": "phone-A1.js", "js.de": "phone-D3.js"}}
    (dist / "manifest.json").write_text(json.dumps(manifest))
    (dist / "phone-D3.js").write_text("phone()")
    (dist / "de.mo").write_bytes(b"")
    assets = load_assets(dist)
    assert assets.script("phone", "de") == "/static/phone-D3.js"
    assert assets.script("phone", "fi") == "/static/phone-A1.js"
    assert assets.get("phone-D3.js").hashed
    assert assets.get("de.mo") is None

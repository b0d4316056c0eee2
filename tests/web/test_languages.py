"""In which language and which light a device reads, and what is remembered of it."""

import ast
import re
from pathlib import Path

import msgspec
import pytest
from werkzeug.test import TestResponse

from fishbowl.web.assets import Assets
from fishbowl.web.context import EXTENSION
from fishbowl.web.i18n import of_page
from fishbowl.web.languages import Languages
from tests.web.conftest import FACES, Site
from tools.compile_words import compile_all

WEB = Path(__file__).resolve().parents[2] / "fishbowl" / "web"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("words")
    compile_all(folder)
    return folder


@pytest.fixture
def speaking(site: Site, built: Path) -> Site:
    """A site that speaks every language there is a catalogue for."""
    manifest = {
        face: {"js": f"{face}-en.js", "js.de": f"{face}-de.js", "css": f"{face}.css"}
        for face in FACES
    }
    manifest["files"] = {"favicon.svg": "favicon-1.svg"}
    assets = Assets(manifest, {})
    context = msgspec.structs.replace(site.context, languages=Languages(built), assets=assets)
    site.app.extensions[EXTENSION] = context
    site.app.jinja_env.globals["assets"] = assets
    return site


def head(answer: TestResponse) -> str:
    return answer.text[: answer.text.index("</head>")]


def cookies(answer: TestResponse) -> list[str]:
    return [line.partition(";")[0] for line in answer.headers.getlist("Set-Cookie")]


@pytest.mark.parametrize(
    ("accepted", "lang"),
    [("de", "de"), ("de-AT,en;q=0.5", "de"), ("fi,de;q=0.8,en;q=0.5", "de"), ("en-US,de", "en"),
     ("fi", "en"), ("", "en"), (";;q=x", "en")],
)  # fmt: skip
def test_the_browser_says_which_language(speaking: Site, accepted: str, lang: str):
    answer = speaking.visitor().get("/", headers={"Accept-Language": accepted})
    assert f'<html lang="{lang}" dir="ltr"' in answer.text
    assert cookies(answer) == []
    assert {"Accept-Language", "Cookie"} <= set(answer.vary)


def test_a_page_is_in_the_language_of_its_reader_script_and_all(speaking: Site):
    answer = speaking.visitor().get("/", headers={"Accept-Language": "de"})
    assert "Welche Fishbowl?" in answer.text
    assert "/static/pages-de.js" in head(answer)


def test_what_the_address_asks_for_comes_first_and_is_remembered(speaking: Site):
    visitor = speaking.visitor(fishbowl_lang="en")
    answer = visitor.get("/?lang=de", headers={"Accept-Language": "en"})
    assert '<html lang="de"' in answer.text
    assert cookies(answer) == ["fishbowl_lang=de"]
    assert '<html lang="de"' in visitor.get("/").text


@pytest.mark.parametrize("lang", ["xx", "../de", "", "DE\r\nX: y"])
def test_a_language_that_there_is_not_changes_nothing(speaking: Site, lang: str):
    visitor = speaking.visitor(fishbowl_lang=lang or "zz")
    answer = visitor.get("/", query_string={"lang": lang}, headers={"Accept-Language": "de"})
    assert '<html lang="de"' in answer.text
    assert cookies(answer) == []


def test_the_wall_takes_a_language_of_its_own_and_leaves_the_computers_choice(speaking: Site):
    code = speaking.creates()
    visitor = speaking.visitor(fishbowl_lang="en")
    answer = visitor.get(f"/{code}/display?lang=de&theme=dark")
    assert '<html lang="de"' in answer.text
    assert "/static/display-de.js" in head(answer)
    assert not any("lang" in cookie or "theme" in cookie for cookie in cookies(answer))


def test_every_language_is_offered_and_the_way_keeps_what_else_the_address_asks(speaking: Site):
    text = speaking.visitor().get("/?theme=dark").text
    assert '<a href="?theme=dark&amp;lang=de" lang="de" hreflang="de">Deutsch</a>' in text
    assert 'lang="en" hreflang="en" aria-current="true">English</a>' in text


@pytest.mark.parametrize(
    "path", ["/", "/new", "/open", "/archive", "/WAVE47/setup", "/WAVE47/summary"]
)
def test_every_page_offers_the_languages_that_it_is_written_in(speaking: Site, path: str):
    speaking.creates()
    text = speaking.owner().get(path).text
    menu = text[text.index('<ul aria-label="Language">') :]
    offered = re.findall(r'hreflang="(\w+)"', menu[: menu.index("</ul>")])
    assert offered == [language.code for language in speaking.app.extensions[EXTENSION].languages]


def test_no_page_hides_what_every_page_has(speaking: Site):
    """A variable of the same name would stand in the header instead."""
    with speaking.app.test_request_context("/"):
        everywhere = of_page().keys()
    calls = [
        (path.name, call)
        for path in WEB.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "render_template"
    ]
    assert len(calls) > 20
    for name, call in calls:
        assert not {word.arg for word in call.keywords} & everywhere, name


def test_light_and_dark_follow_the_device_until_it_is_chosen(speaking: Site):
    visitor = speaking.visitor()
    assert "data-theme" not in visitor.get("/").text
    chosen = visitor.get("/?theme=dark")
    assert 'data-theme="dark"' in head(chosen)
    assert '<meta name="color-scheme" content="dark">' in head(chosen)
    assert cookies(chosen) == ["fishbowl_theme=dark"]
    assert 'data-theme="dark"' in head(visitor.get("/"))
    assert "data-theme" not in visitor.get("/?theme=device").text
    assert "data-theme" not in visitor.get("/").text


@pytest.mark.parametrize("theme", ["pink", '"><script>'])
def test_a_light_that_there_is_not_changes_nothing(speaking: Site, theme: str):
    answer = speaking.visitor(fishbowl_theme=theme).get("/", query_string={"theme": theme})
    assert "data-theme" not in answer.text
    assert cookies(answer) == []


def test_the_summary_and_its_files_are_in_the_readers_language(speaking: Site):
    code = speaking.creates()
    facilitator = speaking.facilitator(code)
    page = facilitator.get(f"/{code}/summary", headers={"Accept-Language": "de"}).text
    assert "Noch hat niemand im Innenkreis gesessen." in page
    text = facilitator.get(f"/{code}/export.md", headers={"Accept-Language": "de"}).text
    assert "Die Sitzung hat noch nicht begonnen." in text
    assert "The session has not started yet." in facilitator.get(f"/{code}/export.md").text


def test_the_parts_of_a_format_are_called_in_the_readers_language(speaking: Site):
    page = speaking.owner().get("/new", headers={"Accept-Language": "de"}).text
    assert "Offene Fishbowl</label>" in page
    assert "Abschluss</label>" in page


def test_errors_are_in_the_readers_language_too(speaking: Site):
    answer = speaking.visitor().get("/NOSUCH99", headers={"Accept-Language": "de"})
    assert answer.status_code == 404
    assert "Keine Sitzung hat diesen Code" in answer.text

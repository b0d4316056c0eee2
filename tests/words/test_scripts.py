"""The words in scripts: all of them found, each replaced, plurals as gettext counts them."""

import gettext
from pathlib import Path
from typing import Any

import pytest

from tests.words.conftest import Ask

JSX = r"""
import { _, n_ } from "../i18n/i18n.js";
export const Page = ({ n, name }) => (
  <main aria-label={_("It’s a list")}>
    don't stop at an apostrophe
    <p>{n > 1 ? _("The “first”") : `${_("nested")} ${n_(
      "{n} chair",
      "{n} chairs",
      n,
    )}`}</p>
    {_('with "quotes" and \\ and \'s', { name })}
  </main>
);
"""
ARABIC = (
    "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5)"
)


@pytest.fixture
def compiled(ask: Ask, tmp_path: Path) -> str:
    path = tmp_path / "Page.jsx"
    path.write_text(JSX, "utf-8")
    code: str = ask("m.compiled(path)", path=str(path))
    return code


def test_every_marked_string_is_found_wherever_it_stands(ask: Ask, compiled: str):
    found = ask("m.marked(code, 'x')", code=compiled)
    assert [(one["id"], one["plural"]) for one in found] == [
        ("It’s a list", None),
        ("The “first”", None),
        ("nested", None),
        ("{n} chair", "{n} chairs"),
        ('with "quotes" and \\ and \'s', None),
    ]


@pytest.mark.parametrize("call", ["_(text)", "_(`a ${b}`)", "n_(one, 'many', 2)"])
def test_what_is_no_literal_cannot_be_translated_and_says_so(ask: Ask, call: str):
    said = ask("(() => { try { m.marked(code, 'a.js') } catch (e) { return e.message } })()",
               code=f"x={call}")  # fmt: skip
    assert said.startswith("a.js: only a plain literal can be translated")


def test_another_language_is_put_in_and_what_is_missing_stays_english(ask: Ask, compiled: str):
    texts = {"nested": 'ge"schachtelt', "{n} chair": ["{n} Stuhl", "{n} Stühle"]}
    code = ask("m.translated(code, {texts})", code=compiled, texts=texts)
    assert r'_("ge\"schachtelt")' in code
    assert 'n_(["{n} Stuhl","{n} Stühle"],"",n)' in code
    assert "chairs" not in code
    assert '_("It’s a list")' in code


@pytest.mark.parametrize(
    "rule", ["0", "(n != 1)", ARABIC, "n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2"]
)
def test_plurals_in_scripts_are_counted_as_gettext_counts_them(ask: Ask, rule: str):
    counted: list[Any] = ask(
        "import('data:text/javascript,' + encodeURIComponent(m.pluralRule({plural: rule})))"
        ".then(({pluralForm}) => Array.from({length: 1001}, (_, n) => pluralForm(n)))",
        rule=rule,
    )
    expected = gettext.c2py(rule)  # type: ignore[attr-defined]
    assert counted == [expected(n) for n in range(1001)]


def test_light_and_dark_are_lowered_for_browsers_that_do_not_know_light_dark(ask: Ask):
    css = "a{b:1px light-dark(rgb(1 2 3 / 0.1), var(--x, #fff)) 2px;c:light-dark(red,blue)}"
    assert ask("m.lowered(css)", module="light-dark.mjs", css=css) == (
        "a{b:1px var(--if-light, rgb(1 2 3 / 0.1)) var(--if-dark, var(--x, #fff)) 2px;"
        "c:var(--if-light, red) var(--if-dark, blue)}"
    )


def test_only_the_tokens_ask_whether_the_device_is_dark():
    """Elsewhere ``light-dark()`` is the way, or the choice of light and dark is not followed."""
    styles = Path(__file__).parents[2] / "static" / "src"
    asking = {
        path.name for path in styles.rglob("*.css") if "prefers-color-scheme" in path.read_text()
    }
    assert asking == {"tokens.css"}

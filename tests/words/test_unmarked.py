"""Finds what a person would read and nobody could translate."""

import ast
import re
from pathlib import Path
from typing import Any

from jinja2 import Environment

ROOT = Path(__file__).parents[2]

NAMES = {
    "Fishbowl",
    "Markdown",
    "CSV",
    "JSON",
    "WAVE 47",
    "QR",
    "Esc",
    "md",
    "csv",
    "json",
    "https",
}
"""Proper names, and a code as an example: the same in every language."""

LITERAL = r'"(?:[^"\\]|\\.)*"'
OTHERS = r"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|[=!]==|[()\[\]{},:?]|[\w$.-]+|."
TOKEN = re.compile(LITERAL + OTHERS, re.S)
READ = {"aria-label", "placeholder", "title", "alt", "label", "hint", "children"}
"""What of an element is read, as esbuild names it."""
COMPARED = {"===", "!=="}
SENTENCE = re.compile(r"^(?:[A-Z][a-z’”-]+|[AI]) [\w“][\w ,.’“”:;?–-]*[a-z]")
LETTERS = re.compile(r"[A-Za-zÀ-ÿ]{2}")

ATTRIBUTES = re.compile(r'(?:aria-label|placeholder|title|alt)="([^"{]*)"')
TAGS = re.compile(
    r"<!--.*?-->|<(?:\"[^\"]*\"|'[^']*'|[^>\"'])*>"
    r"|[\w-]+=\"[^\"]*\"?|-\w+\"",  # attributes that a macro writes
    re.S,
)


def is_read(text: str) -> bool:
    return bool(LETTERS.search(text)) and text.strip(" ·:.()/…") not in NAMES


def children(code: str) -> list[str]:
    """The texts that stand in elements and in what is read of their attributes, unmarked."""
    tokens = [token for token in TOKEN.findall(code) if not token.isspace()]
    found = []
    for at, token in enumerate(tokens[:-2]):
        if token.strip('"') not in READ or tokens[at + 1] != ":" or tokens[at - 1] not in "{,":
            continue
        depth, after = 0, at + 2
        while after < len(tokens):
            now = tokens[after]
            if now in ("(", "{", "["):
                depth += 1
                if now == "(" or (now == "{" and depth == 1):
                    break  # a call or an object: what is read of it has its own name
            elif now in (")", "}", "]") or (now == "," and depth == 0):
                depth -= 1
                if depth < 0 or now == ",":
                    break
            elif now[0] in "\"'" and depth < 2 and not COMPARED & {*tokens[after - 1 : after + 2]}:
                found.append(ast.literal_eval(now))
            after += 1
    return [text for text in found if is_read(text)]


def test_the_finder_finds():
    code = 'jsx("p",{class:"a b",title:"Read me",children:["Hello there",_("marked"),x]})'
    assert children(code) == ["Read me", "Hello there"]
    assert children('jsx("p",{children:x?"Come in":_("Out")})') == ["Come in"]


def test_scripts_show_nothing_that_is_not_marked(scripts: dict[str, Any]):
    found = {path: children(code) for path, code in scripts["code"].items()}
    assert {path: texts for path, texts in found.items() if texts} == {}


def test_scripts_have_no_sentence_that_is_not_marked(scripts: dict[str, Any]):
    for path, code in scripts["code"].items():
        for match in re.finditer(rf"'(?:[^'\\]|\\.)*'|(\w*)\(?({LITERAL})", code):
            if match[2] is None:  # in single quotes there is a double one, no sentence
                continue
            before, literal = code[: match.start(2)], match[2]
            marked = re.search(rf"(?<![\w$])(?:_\(|n_\(|n_\({LITERAL},)$", before)
            for_developers = re.search(r"(?:Error|log|warn|querySelector\w*)\($", before)
            text = ast.literal_eval(literal)
            assert marked or for_developers or not SENTENCE.match(text), (path, text)


def test_templates_show_nothing_that_is_not_marked():
    environment = Environment(extensions=["jinja2.ext.i18n"])
    for path in (ROOT / "templates").rglob("*.html"):
        html, translated = "", False
        source = re.sub(
            r"\{% block (page|bar_kind) %\}[ \w-]+\{% endblock %\}", "", path.read_text("utf-8")
        )
        for _line, token, text in environment.lex(source):
            if token == "name" and text in ("trans", "endtrans"):
                translated = text == "trans"
            if token == "data" and not translated:
                html += text
            elif token in ("variable_end", "block_end"):
                html += "{}"
        named = ATTRIBUTES.findall(html)
        shown = re.split(r"\{\}|\n", TAGS.sub("\n", html))
        assert [text for text in (*named, *shown) if is_read(text)] == [], path.name


def test_pages_and_exports_say_nothing_that_is_not_marked():
    """Sentences in Python: what is no docstring, no error for developers and no marked string."""
    for folder in ("web", "harvest"):
        for path in (ROOT / "fishbowl" / folder).rglob("*.py"):
            tree = ast.parse(path.read_text("utf-8"))
            passed: set[ast.AST] = set()
            for node in ast.walk(tree):
                name = getattr(getattr(node, "func", None), "id", "")
                if name in ("_", "n_", "gettext") or isinstance(node, ast.Raise):
                    passed.update(ast.walk(node))
                if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
                    passed.add(node.value)
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    said = node not in passed and SENTENCE.match(node.value)
                    assert not said, (path.name, node.value)

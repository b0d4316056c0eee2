"""Forms of a page, as a browser without scripts fills them in and sends them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_CHOSEN = {"radio": "checked", "checkbox": "checked"}
_BUTTONS = {"submit", "button", "image", "reset", "file"}


@dataclass(slots=True)
class Form:
    """A form, with what stands in its fields.

    :param action: where it is sent to.
    :param fields: what is sent if nothing is changed, by name.
    :param choices: what can be chosen instead, by name.
    :param presses: its buttons with a name: the name and the value of each.
    """

    action: str
    fields: dict[str, str] = field(default_factory=dict)
    choices: dict[str, list[str]] = field(default_factory=dict)
    presses: list[tuple[str, str]] = field(default_factory=list)

    def has(self, value: str) -> bool:
        """Whether it has a button with this value."""
        return any(one == value for _, one in self.presses)

    def filled(self, press: str = "", **said: str) -> dict[str, str]:
        """What is sent by one of its buttons.

        :param press: the value of the button; empty for one without a name.
        :param said: what is typed or chosen.
        """
        pressed = [(name, value) for name, value in self.presses if value == press]
        return {**self.fields, **said, **dict(pressed[:1])}


def forms(page: str, begins: str = "", *, at: str = "") -> list[Form]:
    """The forms of a page in their order.

    :param begins: only those whose address begins so.
    :param at: the address of the page, to which forms without one are sent.
    """
    reader = _Reader(at)
    reader.feed(page)
    reader.close()
    return [one for one in reader.forms if one.action.startswith(begins)]


def form_with(page: str, begins: str, press: str, *, at: str = "") -> Form | None:
    """The first form whose address begins so and that has a button with this value."""
    return next((one for one in forms(page, begins, at=at) if one.has(press)), None)


class _Reader(HTMLParser):
    def __init__(self, at: str) -> None:
        super().__init__()
        self._at = at
        self.forms: list[Form] = []
        self._open: Form | None = None
        self._text = self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._open = Form(said.get("action") or self._at)
            self.forms.append(self._open)
        elif self._open is not None:
            self._in_form(self._open, tag, said)

    def _in_form(self, form: Form, tag: str, said: dict[str, str]) -> None:
        name, kind = said.get("name", ""), said.get("type", "text")
        if tag == "button" and name:
            form.presses.append((name, said.get("value", "")))
        elif tag == "input" and name and kind not in _BUTTONS:
            mark = _CHOSEN.get(kind)
            if mark is not None:
                form.choices.setdefault(name, []).append(said.get("value", "on"))
            if mark is None or mark in said:
                form.fields[name] = said.get("value", "on" if mark else "")
        elif tag == "textarea":
            self._text = name
            form.fields[name] = ""
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select:
            chosen = said.get("value", "")
            form.choices.setdefault(self._select, []).append(chosen)
            first = form.fields.setdefault(self._select, chosen)
            form.fields[self._select] = chosen if "selected" in said else first

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = None
        elif tag == "textarea":
            self._text = ""
        elif tag == "select":
            self._select = ""

    def handle_data(self, data: str) -> None:
        if self._open is not None and self._text:
            self._open.fields[self._text] += data


def links(page: str, begins: str) -> Iterator[str]:
    """The addresses of a page's links that begin so, each once."""
    found = _Links(begins)
    found.feed(page)
    found.close()
    yield from dict.fromkeys(found.found)


class _Links(HTMLParser):
    def __init__(self, begins: str) -> None:
        super().__init__()
        self._begins = begins
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        href = dict(attrs).get("href") if tag == "a" else None
        if href and href.startswith(self._begins):
            self.found.append(href)

"""The Wi-Fi of the room on the set-up page: its fields, and what is wrong with them, in words."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple, get_args

from fishbowl.domain.session.commands import PASSWORD_MAX, RoomWifi, WifiSecurity
from fishbowl.domain.session.model import Wifi
from fishbowl.web.i18n import gettext as _

_SECURITIES: dict[str, WifiSecurity] = {name: name for name in get_args(WifiSecurity)}
_UNPRINTED = re.compile(r"[\x00-\x1f\x7f]")


class WifiFields(NamedTuple):
    """The fields as they were typed; on the page each has the prefix ``wifi_``."""

    network: str = ""
    password: str = ""
    security: str = "wpa"
    hidden: str = ""

    @property
    def wanted(self) -> RoomWifi:
        """The Wi-Fi of these fields; none without a network name, whatever else was typed."""
        if not self.network.strip():
            return RoomWifi()
        return RoomWifi(
            network=self.network,
            password=self.password,
            security=_SECURITIES.get(self.security, "wpa"),
            hidden=bool(self.hidden),
        )


def fields_of(wifi: Wifi) -> WifiFields:
    """The fields that describe an existing Wi-Fi."""
    return WifiFields(wifi.network, wifi.password, wifi.security, "yes" if wifi.hidden else "")


def read(posted: Mapping[str, str], most: int) -> WifiFields:
    """Read them from a posted form, at most so many letters of each."""
    texts = {name: posted.get(f"wifi_{name}", "")[:most] for name in WifiFields._fields}
    return WifiFields(**{name: _UNPRINTED.sub("", text) for name, text in texts.items() if text})


def kinds() -> list[tuple[str, str]]:
    """Every kind of Wi-Fi, and what it is called."""
    return [
        ("wpa", _("With a password (WPA)")),
        ("open", _("Open to everybody")),
        ("wep", _("With a password (WEP, old)")),
    ]


def problems(fields: WifiFields) -> dict[str, str]:
    """What is wrong with them before the rules are asked, by field."""
    if len(fields.password) <= PASSWORD_MAX:
        return {}
    said = _("At most %(most)d characters.") % {"most": PASSWORD_MAX}
    return {"wifi_password": said}


def refusal(params: Mapping[str, Any]) -> dict[str, str]:
    """Say, beside its field, why the rules refused a Wi-Fi; nothing, if it was something else."""
    match params.get("field"):
        case "network":
            said = _("A Wi-Fi’s name has at most {most} letters.").format(most=params["most"])
            return {"wifi_network": said}
        case "password":
            said = _("This Wi-Fi’s password has at least {least} letters.")
            return {"wifi_password": said.format(least=params["least"])}
    return {}

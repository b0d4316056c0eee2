"""A face that takes differences, as a page does: what it shows is kept by the page's own code."""

from typing import Any

from tests.support.face import Face
from tests.support.kept import Kept
from tests.support.server import Server


class PageFace(Face):
    """Keeps views by Node; notes every message, and asks for the whole view where one is missed."""

    says = {"differences": True}  # noqa: RUF012

    def __init__(self, server: Server, code: str, face: str, device: str = "") -> None:
        super().__init__(server, code, face, device)
        self.messages: list[dict[str, Any]] = []
        self.lose = 0
        self.resent = 0
        self._kept = Kept()
        self._has_left = False

    def leave(self) -> None:
        """Close the page; what arrives at this moment is shown no more."""
        super().leave()
        with self._news:
            self._has_left = True
            self._kept.close()

    def cut(self) -> None:
        """Lose the line; ``connect`` comes back."""
        super().leave()
        with self._news:
            self._kept.take(None)

    @property
    def differences(self) -> list[dict[str, Any]]:
        """The differences that have come."""
        return [one["differences"] for one in self.messages if "differences" in one]

    def _on_view(self, message: dict[str, Any]) -> None:
        with self._news:
            if self._has_left:
                return
            self.messages.append(message)
            if self.lose and not message["whole"]:
                self.lose -= 1
                self._news.notify_all()
                return
            if self._kept.take(message):
                self.slices = self._kept.slices
                self._versions = dict.fromkeys(self.slices, message["version"])
                self.version = max(self.version, message["version"])
            else:
                self.resent += 1
                self._client.emit("resend")
            self._news.notify_all()
